internal import TimeSeries
internal import TradeModel

/// The words in which comparisons of documents are told.
struct EditionWords {
  private let index: EditionIndex

  /// Why two publishers who differ accuse nobody.
  static let open = "no usual slip explains it, and publishers may count in different ways"

  init(_ index: EditionIndex) { self.index = index }

  /// The name of a level.
  func name(_ quantity: Quantity) -> String {
    let details = [
      quantity.subject, quantity.partner, quantity.product, quantity.basis,
      quantity.period?.description ?? "",
    ]
    .filter { !$0.isEmpty }
    return quantity.measure.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  /// The name of a document.
  func document(_ part: Int) -> String {
    index.parts[part].name.isEmpty ? "the document" : index.parts[part].name
  }

  /// The figure as printed, with the scale when it has one.
  func text(_ entry: EditionIndex.Entry) -> String { entry.figure.text }

  /// `30.73 in 2024-01-11`.
  func printed(_ entry: EditionIndex.Entry) -> String {
    "\(document(entry.part)) prints \(text(entry)) (line \(entry.figure.line))"
  }

  /// An interval in the figure's own scale.
  func own(_ interval: ExactInterval, _ figure: CheckedFigure) -> ExactInterval {
    guard !figure.isPercentage else { return interval }
    return interval.scaled(by: Rational(significand: 1, exponent: -figure.number.scale.exponent))
  }

  /// An interval in the digits of a figure, with more decimals: `-23.04 to -21.16`.
  func range(_ interval: ExactInterval, _ figure: CheckedFigure, more: Int = 1) -> String {
    let own = own(interval, figure)
    let decimals = figure.number.decimals + more
    let lower = own.lower.map { $0.value.text(decimals: decimals, .down) } ?? "any"
    let upper = own.upper.map { $0.value.text(decimals: decimals, .up) } ?? "any"
    return lower == upper ? lower : "\(lower) to \(upper)"
  }

  /// The first and last number of a figure's digits that fit a range: `-23.0 to -21.2`.
  func fitting(
    _ allowed: ExactInterval, _ entry: EditionIndex.Entry, _ rounding: RoundingConvention
  ) -> String {
    let unit = entry.figure.number.lastPlace
    guard let low = allowed.lower, let high = allowed.upper,
      let first = ((low.value / unit).roundedDown - 1).wholeValue,
      let last = ((high.value / unit).roundedUp + 1).wholeValue
    else { return "nothing" }
    func fits(_ significand: Int) -> Bool {
      entry.figure.number.with(significand: significand).interval(under: rounding).overlaps(allowed)
    }
    var (lower, upper) = (first, last)
    while lower < upper, !fits(lower) { lower += 1 }
    while upper > lower, !fits(upper) { upper -= 1 }
    let ends = [lower, upper].map { entry.figure.number.with(significand: $0).digits }
    return ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])"
  }

  /// A change of a year to date in the row of a month.
  func toDate(_ range: ExactInterval, _ entry: EditionIndex.Entry, _ now: Quantity) -> String {
    let span = now.period?.span?.yearToDate?.description ?? "the year to date"
    return
      "for \(span) the levels give \(self.range(range, entry.figure)) %: the year to date stands in "
      + "the row of the month"
  }

  /// What a slip means, for readers.
  func slip(_ slip: Slip, _ entry: EditionIndex.Entry) -> String {
    switch slip.kind {
    case .sign: return "the sign is likely the wrong one"
    case .otherCell:
      let other = slip.source.flatMap { id in
        index.parts.lazy.flatMap(\.document.figures).first { $0.id == id }
      }
      guard let other else { return "it is the value of another cell" }
      return
        "it is the figure for \(other.measure.name) (\(other.text), line \(other.line)) put in place of "
        + entry.figure.measure.name
    default:
      let meant = slip.corrected.map { ", \($0.digits)" } ?? ""
      return "likely \(slip.kind.name)\(meant)"
    }
  }
}
