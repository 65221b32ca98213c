internal import TimeSeries
internal import TradeModel

/// Levels that the text and a table of one release both print.
///
/// A level of the text is that of a table when measure, period, unit and names are the same, and
/// each has only one such level. A table may still be about something else than the text: it is
/// tied when a level of three digits or more agrees and no more of them disagree than agree.
struct TextAndTables {
  /// What holds between the levels of the text and those of the tables.
  let identities: [Identity]
  /// What the figures of the text say of these levels.
  let statements: [FigureStatement]

  /// The name with which the assumption is switched off.
  static let id = "text-and-table"

  private struct Level {
    let quantity: Quantity
    let statement: FigureStatement
    let figure: CheckedFigure
  }

  private struct Pair {
    let text: Level
    let table: Level
    var agrees: Bool {
      text.figure.interval(under: .unknown).overlaps(table.figure.interval(under: .unknown))
    }
    /// Whether it would be no chance that the digits agree.
    var isTelling: Bool {
      [text, table].allSatisfy { abs($0.figure.number.significand) > 99 } && agrees
    }
  }

  /// Finds what a text and tables have in common.
  ///
  /// - Complexity: O(*n* *m*) for *n* levels of the text and *m* of the tables.
  init(text: SourceReading.Part, tables: SourceReading.Part) {
    let said = Self.levels(text)
    let printed = Self.levels(tables)
    var pairs: [Pair] = []
    for level in said {
      let same = printed.filter { Self.isSame(level.quantity, $0.quantity) }
      guard let table = same.first, Set(same.map(\.quantity)).count == 1,
        !said.contains(where: { Self.isRival($0.quantity, level.quantity) })
      else { continue }
      pairs.append(Pair(text: level, table: table))
    }
    let agreeing = pairs.count { $0.agrees }
    guard pairs.contains(where: \.isTelling), agreeing * 2 >= pairs.count else {
      (identities, statements) = ([], [])
      return
    }
    statements = pairs.map(\.text.statement)
    var seen: Set<Quantity> = []
    identities = pairs.filter { seen.insert($0.text.quantity).inserted }.enumerated().map {
      Identity(
        id: "\(Self.id)/\($0 + 1)", "text and table tell one level", kind: .same,
        form: LinearForm($1.text.quantity) - LinearForm($1.table.quantity))
    }
  }

  private static func levels(_ part: SourceReading.Part) -> [Level] {
    let figures = Dictionary(
      part.document.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return part.statements.compactMap { statement in
      guard statement.kind == .level, let quantity = statement.quantities.first,
        let figure = figures[statement.figure], figure.role == .level || figure.role == .balance,
        quantity.period != nil, !quantity.unit.isEmpty, quantity.basis.isEmpty,
        [.exports, .imports, .balance, .totalTrade].contains(quantity.measure)
      else { return nil }
      return Level(quantity: quantity, statement: statement, figure: figure)
    }
  }

  /// Whether the names allow a level of the text and one of a table to be the same.
  private static func isSame(_ text: Quantity, _ table: Quantity) -> Bool {
    guard text.measure == table.measure, text.period == table.period, text.unit == table.unit,
      text.product.isEmpty, table.product.isEmpty
    else { return false }
    var names = [table.subject, table.partner].filter { !$0.isEmpty }.map { Area(code: $0)?.code }
    // A table need not say whose trade it is.
    if !text.subject.isEmpty { names.removeAll { $0 == text.subject } }
    return text.partner.isEmpty ? names.isEmpty : names == [text.partner]
  }

  /// Whether a level of the text could be meant by the same words of a table.
  private static func isRival(_ other: Quantity, _ text: Quantity) -> Bool {
    other != text && other.measure == text.measure && other.period == text.period
      && other.unit == text.unit && other.partner == text.partner
  }
}
