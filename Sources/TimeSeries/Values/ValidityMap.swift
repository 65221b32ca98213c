/// Which values of a column-major block are there: one bit each, columns padded to whole words.
///
/// No words at all stand for "all there", so that complete data pay nothing.
public struct ValidityMap: Sendable {
  /// The number of values in a column.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  private var words: [UInt64]

  /// Makes a map in which all values are there, or none.
  public init(rows: Int, columns: Int, allValid: Bool) {
    precondition(rows >= 0 && columns >= 0, "a validity map of \(rows) by \(columns) values")
    self.rows = rows
    self.columns = columns
    words =
      allValid || rows == 0 ? [] : [UInt64](repeating: 0, count: (rows + 63) / 64 * columns)
  }

  /// Whether the map knows without a search that every value of every column is there.
  public var isComplete: Bool { words.isEmpty }

  private var wordsPerColumn: Int { (rows + 63) / 64 }

  /// Whether a value is there.
  ///
  /// - Precondition: The row and the column are in the map.
  public subscript(row: Int, column: Int) -> Bool {
    get {
      check(row, column)
      return words.isEmpty
        || words[column * wordsPerColumn + row / 64] >> UInt64(row % 64) & 1 == 1
    }
    set {
      check(row, column)
      if words.isEmpty {
        if newValue { return }
        words = [UInt64](repeating: .max, count: wordsPerColumn * columns)
      }
      let word = column * wordsPerColumn + row / 64
      let bit: UInt64 = 1 << UInt64(row % 64)
      if newValue { words[word] |= bit } else { words[word] &= ~bit }
    }
  }

  private func check(_ row: Int, _ column: Int) {
    precondition(
      row >= 0 && row < rows && column >= 0 && column < columns,
      "row \(row), column \(column) of \(rows) by \(columns) values")
  }

  /// Whether every value of a column is there.
  public func isComplete(column: Int) -> Bool {
    precondition(column >= 0 && column < columns, "column \(column) of \(columns)")
    if words.isEmpty { return true }
    let start = column * wordsPerColumn
    return (0..<wordsPerColumn).allSatisfy { words[start + $0] | unused($0) == .max }
  }

  /// The bits of a column's word that stand for no row.
  private func unused(_ word: Int) -> UInt64 {
    let used = rows - word * 64
    return used >= 64 ? 0 : .max << UInt64(used)
  }

  /// Drops the bits when every value is there.
  mutating func compact() {
    if (0..<columns).allSatisfy({ isComplete(column: $0) }) { words = [] }
  }

  /// Some columns in a new order.
  func selecting(columns chosen: [Int]) -> ValidityMap {
    var map = ValidityMap(rows: rows, columns: chosen.count, allValid: true)
    if words.isEmpty { return map }
    for column in chosen {
      map.words += words[(column * wordsPerColumn)..<((column + 1) * wordsPerColumn)]
    }
    return map
  }
}

extension ValidityMap: Hashable {
  /// Whether two maps say the same, however they are stored.
  public static func == (lhs: ValidityMap, rhs: ValidityMap) -> Bool {
    guard lhs.rows == rhs.rows, lhs.columns == rhs.columns else { return false }
    if lhs.words.isEmpty, rhs.words.isEmpty { return true }
    for column in 0..<lhs.columns {
      for word in 0..<lhs.wordsPerColumn {
        let position = column * lhs.wordsPerColumn + word
        let a = lhs.words.isEmpty ? .max : lhs.words[position]
        let b = rhs.words.isEmpty ? .max : rhs.words[position]
        if (a ^ b) & ~lhs.unused(word) != 0 { return false }
      }
    }
    return true
  }

  /// Feeds the sizes only, since equal maps can be stored in two ways.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(columns)
  }
}
