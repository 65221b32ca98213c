internal import TradeModel

/// The base that the figures of a document imply for one of its changes.
struct EditionBase {
  /// What the level and the change alone allow.
  let alone: ExactInterval?
  /// What all figures of the document together allow; `nil` when they add nothing.
  let together: ExactInterval?
  private let base: EditionIndex.Entry
  private let rate: EditionIndex.Rate

  init(
    _ index: EditionIndex, _ rate: EditionIndex.Rate, _ now: EditionIndex.Entry,
    _ base: EditionIndex.Entry
  ) {
    self.base = base
    self.rate = rate
    alone = GrowthRange.base(of: now.interval, growth: rate.entry.interval)
    together = Self.together(index, rate, base)
  }

  /// Puts the printed base into the document and asks what the others allow it.
  private static func together(
    _ index: EditionIndex, _ rate: EditionIndex.Rate, _ base: EditionIndex.Entry
  ) -> ExactInterval? {
    let document = index.parts[rate.entry.part].document
    var figure = base.figure
    figure.id = "base"
    let first = document.readings[0]
    let reading = Reading(
      statements: first.statements + [.level("base", of: rate.base)],
      identities: first.identities)
    let options = CheckOptions(
      rounding: index.rounding, wantsRepairs: false)
    let result = DocumentChecker(options).check(
      CheckDocument(
        file: document.file, figures: document.figures + [figure], readings: [reading],
        words: document.words))
    // Ranges of results are in the scale of their figure.
    let unit = Rational(significand: 1, exponent: base.figure.number.scale.exponent)
    return result.ranges["base"]?.scaled(by: unit)
  }

  /// What was printed and what it must have become, for readers.
  func explanation(_ words: EditionWords) -> String {
    let range = together ?? alone
    guard let range else { return "the base cannot be told" }
    var text = "\(words.range(range, base.figure, more: 2)), printed \(words.text(base))"
    if let alone, let together, alone != together {
      text =
        "\(words.range(alone, base.figure, more: 2)) from this figure, "
        + "\(words.range(together, base.figure, more: 2)) from all figures of the document, printed \(words.text(base))"
    }
    return text
  }
}
