/// The words of the keys of some rows, and which of these rows count.
struct KeyBlock: Sendable {
  /// The words, column by column, each column ``room`` words long.
  var words: [UInt64]
  /// The rows that count, in order, the first ``rowCount`` elements.
  var rows: [Int32]
  var rowCount = 0
  /// How many rows there may be.
  let room: Int
  let columnCount: Int

  init(columnCount: Int, room: Int) {
    self.columnCount = columnCount
    self.room = room
    words = [UInt64](repeating: 0, count: columnCount * room)
    rows = [Int32](repeating: 0, count: room)
  }

  /// The word of a row that counts.
  subscript(column: Int, index: Int) -> UInt64 { words[column * room + Int(rows[index])] }

  /// Lets the first rows count, all of them.
  mutating func take(_ count: Int) {
    for index in 0..<count { rows[index] = Int32(truncatingIfNeeded: index) }
    rowCount = count
  }

  /// Keeps the rows that pass.
  mutating func keep(where passes: (_ row: Int) -> Bool) {
    var kept = 0
    for index in 0..<rowCount where passes(Int(rows[index])) {
      rows[kept] = rows[index]
      kept += 1
    }
    rowCount = kept
  }
}

/// A key that was not met before, or not in this combination.
struct NewKey: Sendable {
  let column: Int
  let word: UInt64
  /// The row with it, among those at work.
  let row: Int
}
