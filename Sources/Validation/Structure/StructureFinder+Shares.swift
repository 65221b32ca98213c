internal import TradeModel

/// The totals of the tables of a document, found quickly.
private struct TotalIndex {
  private struct Place: Hashable {
    let table: Int
    let period: FigurePeriod?
    let flow: Flow?
    let basis: String
    let reporter: String

    init(_ figure: TableFigure) {
      (table, period, flow) = (figure.table, figure.period, figure.flow)
      (basis, reporter) = (figure.basis, figure.reporter)
    }
  }

  private struct Line: Hashable {
    let table: Int
    let number: Int
  }

  private var totals: [Place: [TableFigure]] = [:]
  private var columns: [Line: [TableFigure]] = [:]
  private var otherRows: Set<Line> = []

  init(_ figures: [TableFigure]) {
    for figure in figures {
      if figure.role != .share { otherRows.insert(Line(table: figure.table, number: figure.row)) }
      guard figure.role == .level, figure.isTotal else { continue }
      totals[Place(figure), default: []].append(figure)
      columns[Line(table: figure.table, number: figure.column), default: []].append(figure)
    }
  }

  /// The total that a share is part of; a key of its own when not exactly one is printed.
  func whole(of figure: TableFigure) -> Quantity {
    if let all = totals[Place(figure)], all.count == 1 { return all[0].quantity }
    var key = figure.quantity
    (key.subject, key.partner, key.product) = (figure.reporter, "all", "")
    return key
  }

  /// Of a row with nothing but shares, below two totals: the upper and the lower of them.
  func totalsAbove(_ figure: TableFigure) -> (part: Quantity, whole: Quantity)? {
    guard !otherRows.contains(Line(table: figure.table, number: figure.row)) else { return nil }
    let above = (columns[Line(table: figure.table, number: figure.column)] ?? [])
      .filter { $0.row < figure.row }
    guard above.count >= 2 else { return nil }
    return (above[above.count - 2].quantity, above[above.count - 1].quantity)
  }
}

extension StructureFinder {
  /// Finds the wholes of shares: the total of the table, or a total that is not printed.
  mutating func findShares() {
    guard counts("share") else { return }
    let totals = TotalIndex(figures)
    var parts: [Quantity: [Int]] = [:]
    var order: [Quantity] = []
    for (index, figure) in figures.enumerated() where figure.role == .share {
      if let pair = totals.totalsAbove(figure) {
        mentioned.formUnion([pair.part, pair.whole])
        statements.append(.share(ids[index], of: pair.part, in: pair.whole))
        assume("share", "a row of shares is the upper total in the lower one", count: 1)
        continue
      }
      let (part, whole) = (figure.quantity, totals.whole(of: figure))
      guard part != whole else { continue }
      mentioned.formUnion([part, whole])
      statements.append(.share(ids[index], of: part, in: whole))
      if parts[whole] == nil { order.append(whole) }
      parts[whole, default: []].append(index)
      assume("share", "shares are parts of the total of their column", count: 1)
    }
    for whole in order where levels[whole] == nil { findUnprintedWhole(whole, parts[whole] ?? []) }
  }

  /// Shares that name a rest, or add up to a hundred, are of all parts of their whole.
  ///
  /// A total is none of the parts, whatever whole its share is of.
  private mutating func findUnprintedWhole(_ whole: Quantity, _ shares: [Int]) {
    let parts = shares.filter { !figures[$0].isTotal }
    guard parts.count > 1, counts("sum") else { return }
    let sum = parts.reduce(ExactInterval(exactly: .zero)) { $0 + interval($1) }
    guard parts.contains(where: { figures[$0].isOthers }) || sum.contains(100) else { return }
    let sentence = "the shares are of all parts of the whole"
    identities.append(
      .sum(id: nextID("sum"), sentence, whole, of: parts.map { figures[$0].quantity }))
    assume("sum", sentence, count: 1)
  }
}
