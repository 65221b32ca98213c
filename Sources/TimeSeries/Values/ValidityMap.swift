/// Which values of a column-major block are there: one bit each, columns padded to whole words.
///
/// No words at all stand for "all there", so that complete data pay nothing.
public struct ValidityMap: Sendable, Hashable {
  /// The number of values in a column.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  private(set) var words: [UInt64]

  /// Makes a map in which all values are there, or none.
  public init(rows: Int, columns: Int, allValid: Bool) {
    self.rows = rows
    self.columns = columns
    words =
      allValid || rows == 0 ? [] : [UInt64](repeating: 0, count: (rows + 63) / 64 * columns)
  }

  /// Whether every value of every column is there.
  public var isComplete: Bool { words.isEmpty }

  private var wordsPerColumn: Int { (rows + 63) / 64 }

  /// Whether a value is there.
  public subscript(row: Int, column: Int) -> Bool {
    get {
      words.isEmpty || words[column * wordsPerColumn + row / 64] >> UInt64(row % 64) & 1 == 1
    }
    set {
      if words.isEmpty {
        if newValue { return }
        words = [UInt64](repeating: .max, count: wordsPerColumn * columns)
      }
      let word = column * wordsPerColumn + row / 64
      let bit: UInt64 = 1 << UInt64(row % 64)
      if newValue { words[word] |= bit } else { words[word] &= ~bit }
    }
  }

  /// Whether every value of a column is there.
  public func isComplete(column: Int) -> Bool {
    if words.isEmpty { return true }
    for row in 0..<rows where !self[row, column] { return false }
    return true
  }

  /// Whether two maps say the same, however they are stored.
  public static func == (lhs: ValidityMap, rhs: ValidityMap) -> Bool {
    guard lhs.rows == rhs.rows, lhs.columns == rhs.columns else { return false }
    if lhs.words.isEmpty, rhs.words.isEmpty { return true }
    for column in 0..<lhs.columns {
      for row in 0..<lhs.rows where lhs[row, column] != rhs[row, column] { return false }
    }
    return true
  }

  /// Feeds the sizes only, since equal maps can be stored in two ways.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(rows)
    hasher.combine(columns)
  }
}
