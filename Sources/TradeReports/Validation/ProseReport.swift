public import Reporting
public import Validation

/// What was read of a running text and what holds in it, as blocks behind those of
/// ``ValidationReport``: the text with marks under its figures, the figures, the relations.
public struct ProseReport: Sendable {
  /// The result that is told.
  public let input: CheckedInput
  /// The text and the rules.
  public let source: ProseSource
  /// Whether the rules that fired are told.
  public let isExplained: Bool
  /// How figures are marked in the text.
  public let marking: Marking

  /// How figures are marked in the text.
  public enum Marking: Sendable, Hashable {
    /// By signs in a line below them, in lines of so many columns.
    case lines(width: Int)
    /// By colours.
    case colours
  }

  /// Figures beyond so many are counted, not listed.
  private static let listed = 200

  /// Makes a report of a result.
  public init(
    _ input: CheckedInput, _ source: ProseSource, isExplained: Bool, marking: Marking
  ) {
    self.input = input
    self.source = source
    self.isExplained = isExplained
    self.marking = marking
  }

  /// The blocks; none for a text without figures.
  public var blocks: [Block] {
    let figures = input.figures.filter { source.rules[$0.id] != nil }
    guard !figures.isEmpty else { return [] }
    var blocks: [Block] = [.heading(level: 1, "Text")]
    let marked = MarkedText(source.text, input, only: Set(figures.map(\.id)))
    switch marking {
    case .lines(let width):
      blocks += [
        .verbatim(marked.lines(width: width).joined(separator: "\n")),
        .paragraph("== fits the others, ^^ does not fit them, -- nothing ties it."),
      ]
    case .colours:
      let notes = Dictionary(
        figures.map { ($0.id, sentence(of: $0)) }, uniquingKeysWith: { first, _ in first })
      blocks += marked.paragraphs { notes[$0] ?? "" }.map { .paragraph($0) }
      blocks.append(.paragraph(MarkedText.legend))
    }
    blocks += [.heading(level: 1, "Figures")]
    if isExplained {
      for figure in figures.prefix(Self.listed) {
        blocks += [.paragraph(Prose(sentence(of: figure))), .list(rules(of: figure))]
      }
    } else {
      blocks.append(.list(figures.prefix(Self.listed).map { Prose(sentence(of: $0)) }))
    }
    if figures.count > Self.listed {
      blocks.append(.paragraph(Prose("and \(figures.count - Self.listed) more")))
    }
    return blocks + holding
  }

  /// `line 1:27: US$29.71 billion: level, total trade of China-Belgium, 2024-01/2024-09`.
  private func sentence(of figure: CheckedFigure) -> String {
    let name = figure.measure.name
    var measure = name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
    if figure.subject.contains(" \(measure) ") {
      measure = figure.subject
    } else if !figure.subject.isEmpty {
      measure += " (\(figure.subject))"
    }
    var text = "line \(figure.line):\(figure.column): \(figure.text): "
    text += figure.role == .balance ? measure : "\(figure.role.rawValue), \(measure)"
    text += figure.period.map { ", \($0)" } ?? ", time not told"
    if figure.role == .change, let comparison = figure.comparison {
      text += ", \(Self.words(comparison))" + (figure.base.map { " on \($0)" } ?? "")
    }
    if figure.number.significand < 0 { text += ", negative" }
    if figure.hedge != .exact { text += ", " + Self.words(figure.hedge) }
    return text
  }

  private static func words(_ comparison: FigureComparison) -> String {
    switch comparison {
    case .yearOverYear: "year on year"
    case .quarterOverQuarter: "quarter on quarter"
    case .monthOverMonth: "month on month"
    case .other: "compared otherwise"
    }
  }

  private static func words(_ hedge: FigureHedge) -> String {
    switch hedge {
    case .exact: ""
    case .about: "about"
    case .moreThan: "more than"
    case .lessThan: "less than"
    case .upTo: "up to"
    }
  }

  private func rules(of figure: CheckedFigure) -> [Prose] {
    (source.rules[figure.id] ?? []).map { Prose([.code($0.name), .text(": \($0.explanation)")]) }
  }

  /// The identities that tie figures without all of their levels being printed: those whose levels
  /// are all printed are among the relations, and others say nothing of this text.
  private static func unlisted(_ result: CheckResult) -> [String] {
    var listed = Set(result.claims.map(\.claim.sentence))
    return result.tyingIdentities.map(\.sentence).filter { listed.insert($0).inserted }
  }

  /// The identities that hold and the relations of printed figures.
  private var holding: [Block] {
    var items: [Prose] = []
    let texts = Dictionary(
      input.figures.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    for part in input.parts {
      if part.result.verdict == .consistent {
        items += Self.unlisted(part.result).map { Prose($0) }
      }
      for claim in part.result.claims where claim.verdict == .consistent {
        let kind = claim.claim.kind.rawValue.map { $0 == "_" ? " " : $0 }
        let others = claim.claim.figures.dropLast().compactMap { texts[$0] }
        guard let target = claim.claim.target.flatMap({ texts[$0] }) else { continue }
        items.append(
          Prose(
            "\(String(kind)): \(target)"
              + (others.isEmpty ? "" : " with \(others.joined(separator: ", "))")))
      }
    }
    let readings = input.parts.map(\.result.reading).filter { !$0.isEmpty }
    var blocks: [Block] = []
    if !items.isEmpty { blocks += [.heading(level: 1, "Holds"), .list(items)] }
    if let reading = readings.first { blocks.append(.paragraph(Prose("Read so that \(reading)."))) }
    return blocks
  }
}
