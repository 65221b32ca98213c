public import NumericCore

/// Series that must add up: a total and its partners, a partner and its products, a balance that
/// is exports less imports.
///
/// Each row is a leaf or is defined as a sum of other rows, with whole coefficients.
///
///     // balance = exports − imports, exports = China + Japan
///     try Hierarchy(
///       names: ["balance", "exports", "imports", "China", "Japan"],
///       definitions: [
///         [.init(1), .init(2, times: -1)], [.init(3), .init(4)], [], [], [],
///       ])
///
/// One definition a row keeps the constraints independent of each other, whatever they are. A
/// second way to the same row, as a total over products beside the total over partners, follows
/// from the leaves and need not be said.
public struct Hierarchy: Sendable, Hashable {
  /// A row in a definition.
  public struct Term: Sendable, Hashable {
    /// The row, counted from 0.
    public let row: Int
    /// How often it counts: 1 for a part, −1 for what is taken away.
    public let coefficient: Int

    /// Makes a term.
    public init(_ row: Int, times coefficient: Int = 1) {
      self.row = row
      self.coefficient = coefficient
    }
  }

  /// The names of the rows, for messages.
  public let names: [String]
  /// For each row, what it is the sum of; empty for a leaf.
  public let definitions: [[Term]]
  /// The rows without a definition, in their order.
  public let leaves: [Int]
  /// The rows with a definition, each behind those it is made of.
  public let aggregates: [Int]

  /// The number of rows.
  public var count: Int { names.count }

  /// Makes a hierarchy.
  ///
  /// - Parameters:
  ///   - names: One for each row.
  ///   - definitions: One for each row; empty for a leaf.
  /// - Throws: ``HierarchyError``: `countMismatch`, `unknownRow`, `circular`.
  /// - Complexity: O(*n*) for *n* terms.
  public init(names: [String], definitions: [[Term]]) throws(HierarchyError) {
    guard names.count == definitions.count else {
      throw .countMismatch(names: names.count, definitions: definitions.count)
    }
    for (row, terms) in definitions.enumerated() {
      if let unknown = terms.first(where: { !names.indices.contains($0.row) }) {
        throw .unknownRow(name: names[row], row: unknown.row)
      }
    }
    self.names = names
    self.definitions = definitions
    leaves = names.indices.filter { definitions[$0].isEmpty }
    aggregates = try Self.ordered(names, definitions)
  }

  /// Makes a hierarchy from a summing matrix, `y = S·leaves`.
  ///
  /// - Parameters:
  ///   - names: One for each row of the matrix.
  ///   - matrix: `S`, one row for each series and one column for each leaf. For each column one
  ///     row, the last one that does, holds a one there and zeros elsewhere: that is the leaf.
  /// - Throws: ``HierarchyError``: `countMismatch`, `noLeafRow`, `notWhole`.
  public init(names: [String], summing matrix: Matrix) throws(HierarchyError) {
    guard names.count == matrix.rows else {
      throw .countMismatch(names: names.count, definitions: matrix.rows)
    }
    var leafRow = [Int?](repeating: nil, count: matrix.columns)
    var rows: [[(column: Int, coefficient: Int)]] = []
    for row in 0..<matrix.rows {
      var entries: [(column: Int, coefficient: Int)] = []
      for column in 0..<matrix.columns where matrix[row, column] != 0 {
        guard let coefficient = Int(exactly: matrix[row, column]) else {
          throw .notWhole(name: names[row], coefficient: matrix[row, column])
        }
        entries.append((column, coefficient))
      }
      if entries.count == 1, entries[0].coefficient == 1 { leafRow[entries[0].column] = row }
      rows.append(entries)
    }
    var places: [Int] = []
    for (leaf, row) in leafRow.enumerated() {
      guard let row else { throw .noLeafRow(leaf: leaf) }
      places.append(row)
    }
    let leafRows = Set(places)
    try self.init(
      names: names,
      definitions: rows.enumerated().map { row, entries in
        leafRows.contains(row)
          ? [] : entries.map { Term(places[$0.column], times: $0.coefficient) }
      })
  }

  /// The defined rows, each behind those it is made of, without recursion.
  private static func ordered(
    _ names: [String], _ definitions: [[Term]]
  ) throws(HierarchyError) -> [Int] {
    enum Mark { case new, open, done }
    var marks = definitions.map { $0.isEmpty ? Mark.done : .new }
    var order: [Int] = []
    for start in definitions.indices where marks[start] == .new {
      marks[start] = .open
      var path = [(row: start, next: 0)]
      while let (row, next) = path.last {
        if next == definitions[row].count {
          marks[row] = .done
          order.append(row)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let part = definitions[row][next].row
        switch marks[part] {
        case .done: continue
        case .open: throw .circular(name: names[part])
        case .new:
          marks[part] = .open
          path.append((part, 0))
        }
      }
    }
    return order
  }
}
