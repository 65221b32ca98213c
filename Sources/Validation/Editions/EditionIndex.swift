/// The levels and changes that the documents of an input print, by what they are about.
struct EditionIndex {
  /// A printed figure in its document.
  struct Entry: Sendable {
    let part: Int
    let figure: CheckedFigure
    /// What its digits stand for, in base units or in percent.
    let interval: ExactInterval
  }

  /// A printed change and its levels.
  struct Rate: Sendable {
    let entry: Entry
    let now: Quantity
    let base: Quantity
  }

  private struct Span: Hashable {
    let now: Quantity
    let base: Quantity
  }

  let parts: [SourceReading.Part]
  let rounding: RoundingConvention
  /// The keys of printed levels, in the order of the documents.
  private(set) var quantities: [Quantity] = []
  private(set) var levels: [Quantity: [Entry]] = [:]
  private(set) var rates: [Rate] = []
  private var rateEntries: [Span: [Entry]] = [:]
  private var spans: [Span] = []
  /// The levels that documents imply without printing them: balances and totals of flows.
  private(set) var derived:
    [(quantity: Quantity, part: Int, interval: ExactInterval, figures: [String])] = []

  init(_ parts: [SourceReading.Part], rounding: RoundingConvention) {
    self.parts = parts
    self.rounding = rounding
    for (part, edition) in parts.enumerated() {
      let document = edition.document
      let figures = Dictionary(
        document.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for statement in document.readings[0].statements {
        guard let figure = figures[statement.figure] else { continue }
        let entry = Entry(part: part, figure: figure, interval: figure.interval(under: rounding))
        add(statement, entry)
      }
      addDerived(part, document)
    }
  }

  private mutating func add(_ statement: FigureStatement, _ entry: Entry) {
    let quantities = statement.quantities
    switch statement.kind {
    case .level where quantities.count == 1 && entry.figure.role != .change:
      if levels[quantities[0]] == nil { self.quantities.append(quantities[0]) }
      levels[quantities[0], default: []].append(entry)
    case .growth where quantities.count == 2:
      let rate = Rate(entry: entry, now: quantities[0], base: quantities[1])
      let span = Span(now: rate.now, base: rate.base)
      if rateEntries[span] == nil { spans.append(span) }
      rateEntries[span, default: []].append(entry)
      rates.append(rate)
    default: break
    }
  }

  /// Balances and totals of exports and imports that a document prints without printing them.
  private mutating func addDerived(_ part: Int, _ document: CheckDocument) {
    for identity in document.readings[0].identities
    where identity.form.terms.count == 3 && identity.id.hasPrefix("balance")
      || identity.id.hasPrefix("total-trade")
    {
      guard let total = identity.form.terms.first?.quantity else { continue }
      appendDerived(total, part)
    }
    // A pair of flows implies both, whether or not an identity was found.
    for quantity in quantities where quantity.measure == .exports {
      for measure in [FigureMeasure.balance, .totalTrade] {
        appendDerived(quantity.of(measure), part)
      }
    }
  }

  private mutating func appendDerived(_ quantity: Quantity, _ part: Int) {
    guard level(quantity, in: part) == nil,
      !derived.contains(where: { $0.quantity == quantity && $0.part == part }),
      let exports = level(quantity.of(.exports), in: part),
      let imports = level(quantity.of(.imports), in: part)
    else { return }
    let interval =
      quantity.measure == .balance
      ? exports.interval - imports.interval : exports.interval + imports.interval
    derived.append((quantity, part, interval, [exports.figure.id, imports.figure.id]))
  }

  /// The changes of one span that several documents print.
  var repeatedRates: [(now: Quantity, base: Quantity, entries: [Entry])] {
    spans.compactMap { span in
      let entries = rateEntries[span] ?? []
      return entries.count > 1 ? (span.now, span.base, entries) : nil
    }
  }

  /// What a document prints for a level.
  func level(_ quantity: Quantity, in part: Int) -> Entry? {
    levels[quantity]?.first { $0.part == part }
  }

  /// What is printed for a level in a document, or else in the nearest one, earlier before later.
  func level(_ quantity: Quantity, near part: Int) -> Entry? {
    guard let entries = levels[quantity] else { return nil }
    return entries.first { $0.part == part } ?? entries.last { $0.part < part }
      ?? entries.first { $0.part > part }
  }

  /// The changes of one span that documents print.
  func rates(of now: Quantity, on base: Quantity) -> [Entry] {
    rateEntries[Span(now: now, base: base)] ?? []
  }

  /// Who published a document, without the date in the name of the source.
  func publisher(_ part: Int) -> String {
    var words: [Substring] = []
    for word in parts[part].source.lowercased().split(separator: "-") {
      if word.count == 4, word.allSatisfy(\.isNumber) { break }
      words.append(word)
    }
    return words.joined(separator: "-")
  }
}
