/// What the figures of one document give to rules: printed levels, printed changes, names.
struct RuleFacts {
  /// A printed figure with what its digits stand for.
  struct Entry {
    let figure: CheckedFigure
    let interval: ExactInterval
  }

  /// The keys of printed levels, in the order of the document.
  private(set) var quantities: [Quantity] = []
  private(set) var levels: [Quantity: Entry] = [:]
  private var changes: [Quantity: [(base: Quantity, entry: Entry)]] = [:]

  init(_ document: CheckDocument, rounding: RoundingConvention) {
    let figures = Dictionary(
      document.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for statement in document.readings[0].statements {
      guard let figure = figures[statement.figure] else { continue }
      let entry = Entry(figure: figure, interval: figure.interval(under: rounding))
      let keys = statement.quantities
      switch statement.kind {
      case .level where keys.count == 1 && figure.role != .change && levels[keys[0]] == nil:
        quantities.append(keys[0])
        levels[keys[0]] = entry
      case .growth where keys.count == 2: changes[keys[0], default: []].append((keys[1], entry))
      default: break
      }
    }
  }

  /// The printed change of a level on the year before, or on the period before.
  func change(of quantity: Quantity, onYear: Bool) -> Entry? {
    let year = quantity.period?.shifted(byYears: -1)
    return changes[quantity]?.first { ($0.base.period == year) == onYear }?.entry
  }

  /// All partners, products and subjects of printed levels.
  var names: (partners: Set<String>, products: Set<String>, subjects: Set<String>) {
    (
      Set(quantities.map(\.partner)), Set(quantities.map(\.product)),
      Set(quantities.map(\.subject))
    )
  }
}
