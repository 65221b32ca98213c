internal import TradeModel
internal import Validation

/// Figures as readers find them: with line, digits and what they are.
struct FigureNames {
  private let figures: [String: CheckedFigure]

  init(_ figures: [CheckedFigure]) {
    self.figures = Dictionary(figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `line 97:37: -2.8, balance (JPN, 2009-07)`.
  func name(_ id: String) -> String {
    guard let figure = figures[id] else { return id }
    let details = [figure.subject, figure.period?.description ?? ""].filter { !$0.isEmpty }
    let role =
      switch figure.role {
      case .change: " change"
      case .share: " share"
      case .level, .balance: ""
      }
    let isPlace = figure.unit == "rank"
    let what =
      isPlace
      ? "place in the order"
      : (figure.measure == .other && details.isEmpty ? "value" : measure(figure)) + role
    return "\(figure.place): \(figure.text), \(what)"
      + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  private func measure(_ figure: CheckedFigure) -> String {
    let name = figure.measure.name
    return name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  /// What is wrong with a figure.
  func sentence(of accused: AccusedFigure, _ result: CheckResult) -> String {
    var text = "\(name(accused.figure)): cannot be right beside the others"
    if let error = accused.decisionError { text += " (decision error: \(error.sentence))" }
    if let figure = figures[accused.figure], figure.range == nil,
      let feasible = accused.feasible(result)
    {
      text += "; they allow \(Self.text(feasible, figure))"
    }
    return text
  }

  /// What would repair a document.
  func sentence(of repair: Repair) -> String {
    let names = repair.figures.map(name).joined(separator: "; ")
    guard repair.suggestion.isEmpty else {
      return names + ": " + repair.suggestion
    }
    let ranges = zip(repair.figures, repair.feasible).compactMap { id, range in
      figures[id].map { Self.text(range, $0) }
    }
    return "\(names): \(ranges.joined(separator: "; ")) would fit"
      + (repair.likely.map { ", likely \($0)" } ?? "")
  }

  /// What two documents say of one thing.
  func sentence(of comparison: ComparedFigures) -> String {
    let place =
      comparison.figures.last.flatMap { figures[$0] }.map {
        "\($0.place): \($0.text): "
      } ?? ""
    let kind =
      switch comparison.relation {
      case .agrees: "agrees"
      case .revised: "revised"
      case .revisedBase: "revised base"
      case .otherDefinition: "other definition"
      case .conflict: "conflict"
      }
    if comparison.explanation.isEmpty {
      let others = comparison.figures.dropLast().compactMap { figures[$0] }
        .map { "\($0.text) in \($0.file.isEmpty ? "" : $0.file + ", ")line \($0.line)" }
      return "\(place)agrees with \(others.joined(separator: " and "))"
    }
    return "\(place)\(kind), \(comparison.explanation)"
  }

  /// A range in a figure's own digits with one decimal more, its ends rounded outwards.
  static func text(_ range: ExactInterval, _ figure: CheckedFigure) -> String {
    let decimals = figure.number.decimals + 1
    let own = figure.number.scale.exponent
    let exponent = AmountWords.exponent(of: range, besides: figure)
    let text = digits(
      range.scaled(by: Rational(significand: 1, exponent: own - exponent)), decimals: decimals)
    return text + (exponent == own ? "" : AmountWords.unit(figure.unit, exponent: exponent))
  }

  private static func digits(_ range: ExactInterval, decimals: Int) -> String {
    switch (range.lower?.value, range.upper?.value) {
    case (let lower?, let upper?):
      let ends = [lower.text(decimals: decimals, .down), upper.text(decimals: decimals, .up)]
      return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
    case (let lower?, nil): return "\(lower.text(decimals: decimals, .down)) or more"
    case (nil, let upper?): return "\(upper.text(decimals: decimals, .up)) or less"
    case (nil, nil): return "any number"
    }
  }
}
