internal import DelimitedText

/// The short way from the keys of a row to its group, for keys with few different texts.
///
/// Each column numbers its words, and the numbers together are the index of a cell that holds the
/// group. Months, partners and flows need some hundred thousand cells, which lie nearer to the
/// processor than a hash table of the same groups, and are found without comparing keys. With too
/// many combinations the shortcut is given up, and the hash table does the work alone.
struct KeyShortcut: Sendable {
  /// Whether there are few enough combinations.
  private(set) var isOn = true
  private(set) var columns: [KeyNumbering]
  /// Group plus one; zero where there is none.
  private var cells: [Int32]

  /// Cells take four bytes each.
  private static let mostBits = 20

  init(columnCount: Int) {
    columns = (0..<columnCount).map { _ in KeyNumbering(bits: 1) }
    cells = [Int32](repeating: 0, count: 1 << min(columnCount, KeyShortcut.mostBits))
    if columnCount > KeyShortcut.mostBits { isOn = false }
  }

  /// Looks up the groups of rows; -1 where the shortcut does not know them.
  func look(
    _ part: Range<Int>, keys: [UInt64], room: Int, rows: [Int32], groups: inout [Int32]
  ) {
    for index in part { groups[index] = 0 }
    var bit = 0
    for (column, numbering) in columns.enumerated() {
      // A word without a number gives -1, whose sign stays whatever comes after it.
      numbering.look(part, of: rows, in: keys, from: column * room, bit: bit, into: &groups)
      bit += numbering.bits
    }
    var groups = groups.mutableSpan
    let cells = cells.span
    for index in part where groups[index] >= 0 { groups[index] = cells[Int(groups[index])] &- 1 }
  }

  /// Remembers a group.
  ///
  /// - Parameters:
  ///   - group: The index of the group.
  ///   - key: Gives the words of any group up to this one.
  mutating func note(_ group: Int, key: (_ column: Int, _ group: Int) -> UInt64) {
    guard isOn else { return }
    var isComplete = true
    for column in columns.indices {
      while !columns[column].add(key(column, group)) {
        isComplete = false
        guard columns[column].bits < KeyNumbering.mostBits,
          columns.reduce(1, { $0 + $1.bits }) <= KeyShortcut.mostBits
        else {
          self = KeyShortcut(columnCount: columns.count)
          isOn = false
          return
        }
        columns[column] = columns[column].widened()
      }
    }
    if isComplete {
      if let cell = cell({ key($0, group) }) { cells[cell] = Int32(group + 1) }
      return
    }
    cells = [Int32](repeating: 0, count: 1 << columns.reduce(0) { $0 + $1.bits })
    for group in 0...group {
      if let cell = cell({ key($0, group) }) { cells[cell] = Int32(group + 1) }
    }
  }

  /// The group of a key, given by its words; `nil` when there is none.
  func group(_ word: (_ column: Int) -> UInt64) -> Int32? {
    guard let cell = cell(word), cells[cell] > 0 else { return nil }
    return cells[cell] - 1
  }

  private func cell(_ word: (Int) -> UInt64) -> Int? {
    var (cell, position) = (0, 0)
    for index in columns.indices {
      guard let number = columns[index][word(index)] else { return nil }
      cell |= number << position
      position += columns[index].bits
    }
    return cell
  }
}
