internal import TimeSeries
internal import TradeModel

/// Finds what ties the figures of one document: statements about levels, and identities between
/// levels.
///
/// An identity is proposed when names support it (balance, total, a year and its quarters), or
/// when the numbers do everywhere and no name speaks against it; and it is dropped when it fails
/// in most of its places, because then the figures are about something else. All of it is listed
/// and can be switched off.
struct StructureFinder {
  /// The figures of the document, in its order, with their ids.
  let figures: [TableFigure]
  let ids: [String]
  /// The ids of assumptions that do not count.
  let without: Set<String>

  var statements: [FigureStatement] = []
  var identities: [Identity] = []
  /// What names propose and the figures contradict, one sentence each.
  var rejected: [String] = []
  /// The sentences of the assumptions, in the order in which they were made, and how often.
  private(set) var assumed: [(id: String, sentence: String, count: Int)] = []
  /// The levels printed, by key.
  private(set) var levels: [Quantity: [Int]] = [:]
  /// All keys that a statement speaks of, printed or not.
  var mentioned: Set<Quantity> = []

  /// Reads the structure of a document.
  init(_ figures: [TableFigure], ids: [String], without: Set<String> = []) {
    self.figures = Self.named(figures)
    self.ids = ids
    self.without = without
    for (index, figure) in self.figures.enumerated() where figure.role == .level {
      levels[figure.quantity, default: []].append(index)
      mentioned.insert(figure.quantity)
      statements.append(.level(ids[index], of: figure.quantity))
    }
    findChanges()
    findShares()
    findFlows()
    findColumnSums()
    findBaseSums()
    findRowSums()
    findPeriods()
    findToDate()
    findRanks()
  }

  /// The assumptions made.
  var assumptions: [Assumption] {
    assumed.map { Assumption(id: $0.id, $0.sentence, count: $0.count) }
  }

  // MARK: Shared by the parts

  /// What the digits of a figure stand for, in base units.
  func interval(_ index: Int) -> ExactInterval { figures[index].interval }

  /// The interval of a printed level; `nil` when the level is not printed.
  func interval(_ quantity: Quantity) -> ExactInterval? {
    levels[quantity]?.first.map { interval($0) }
  }

  /// Whether an assumption counts.
  func counts(_ id: String) -> Bool { !without.contains(id) }

  /// Notes an assumption.
  mutating func assume(_ id: String, _ sentence: String, count: Int) {
    guard count > 0 else { return }
    if let place = assumed.firstIndex(where: { $0.id == id && $0.sentence == sentence }) {
      assumed[place].count += count
    } else {
      assumed.append((id, sentence, count))
    }
  }

  /// The number that makes the id of the next identity of a kind unique.
  func nextID(_ kind: String) -> String {
    "\(kind)/\(identities.count { $0.id.hasPrefix(kind + "/") } + 1)"
  }

  // MARK: Names

  /// The figures with the names that follow from their neighbours.
  ///
  /// A total or a balance without a name belongs to the only exports and imports of its table,
  /// and two rows of one name that cannot be the same level are kept apart.
  private static func named(_ figures: [TableFigure]) -> [TableFigure] {
    var named = figures
    for table in Set(figures.map(\.table)).sorted() {
      let own = figures.indices.filter { figures[$0].table == table }
      let exports = Set(own.filter { figures[$0].flow == .exports }.map { figures[$0].item })
      let imports = Set(own.filter { figures[$0].flow == .imports }.map { figures[$0].item })
      guard !exports.isEmpty, !imports.isEmpty else { continue }
      let hasTotalTrade = own.contains { figures[$0].flow == .totalTrade }
      for index in own where figures[index].item.isEmpty {
        if figures[index].flow == nil, figures[index].isTotal, !hasTotalTrade,
          figures[index].partner.isEmpty, figures[index].product.isEmpty
        {
          named[index].flow = .totalTrade
        }
        guard exports.count == 1, exports == imports, let item = exports.first,
          named[index].flow == .balance || named[index].flow == .totalTrade
        else { continue }
        named[index].item = item
      }
    }
    return keptApart(named)
  }

  private static func keptApart(_ figures: [TableFigure]) -> [TableFigure] {
    var first: [Quantity: Int] = [:]
    var named = figures
    for index in figures.indices where figures[index].role == .level {
      let key = figures[index].quantity
      guard let earlier = first[key] else {
        first[key] = index
        continue
      }
      guard figures[earlier].table == figures[index].table,
        figures[earlier].row != figures[index].row,
        !figures[earlier].interval.overlaps(figures[index].interval)
      else { continue }
      let row = figures[index].row
      for other in figures.indices
      where figures[other].table == figures[index].table && figures[other].row == row {
        if !named[other].item.hasSuffix("row \(row + 1)") {
          named[other].item += (named[other].item.isEmpty ? "" : " ") + "row \(row + 1)"
        }
      }
    }
    return named
  }
}

extension TableFigure {
  /// What the digits stand for, in base units; hedges count.
  var interval: ExactInterval { number.interval(under: .unknown, hedge: hedge) }
}
