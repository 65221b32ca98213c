/// The short way from the keys of a row to its group, for keys with few different texts.
///
/// Each column numbers its words, and the numbers together are the index of a cell that holds the
/// group. Months, partners and flows need some hundred thousand cells, which lie nearer to the
/// processor than a hash table of the same groups, and are found without comparing keys. With too
/// many combinations the shortcut is given up, and the hash table does the work alone.
struct KeyShortcut: Sendable {
  /// The numbers of the words of one column, in open addressing with eight slots a number.
  private struct Column: Sendable {
    var words: [UInt64]
    /// Number plus one; zero where there is no word.
    var numbers: [UInt16]
    var count = 0
    let bits: Int

    init(bits: Int) {
      self.bits = bits
      words = [UInt64](repeating: 0, count: 8 << bits)
      numbers = [UInt16](repeating: 0, count: 8 << bits)
    }

    var shift: UInt64 { UInt64(61 - bits) }

    /// The slot of a word, or the free one where it belongs.
    func slot(of word: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: KeyShortcut.mixed(word) >> shift)
      while numbers[slot] != 0, words[slot] != word { slot = (slot + 1) & (words.count - 1) }
      return slot
    }

    /// Numbers a word; `false` when there is no number left.
    mutating func add(_ word: UInt64) -> Bool {
      let slot = slot(of: word)
      if numbers[slot] != 0 { return true }
      guard count < 1 << bits else { return false }
      count += 1
      words[slot] = word
      numbers[slot] = UInt16(count)
      return true
    }
  }

  /// Whether there are few enough combinations.
  private(set) var isOn = true
  private var columns: [Column]
  /// Group plus one; zero where there is none.
  private var cells: [Int32]

  /// Cells take four bytes each.
  private static let mostBits = 20
  /// Numbers of one column have at most so many bits.
  private static let mostColumnBits = 13

  init(columnCount: Int) {
    columns = (0..<columnCount).map { _ in Column(bits: 1) }
    cells = [Int32](repeating: 0, count: 1 << min(columnCount, KeyShortcut.mostBits))
    if columnCount > KeyShortcut.mostBits { isOn = false }
  }

  /// Low bits are carried upwards, and the top bits choose the slot.
  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product &>> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Looks up the groups of rows; -1 where the shortcut does not know them.
  func look(
    _ part: Range<Int>, keys: [UInt64], room: Int, rows: [Int32], groups: inout [Int32]
  ) {
    let keys = keys.span
    let rows = rows.span
    var groups = groups.mutableSpan
    for index in part { groups[index] = 0 }
    var position: Int32 = 0
    for (column, own) in columns.enumerated() {
      let words = own.words.span
      let numbers = own.numbers.span
      let shift = own.shift
      let mask = words.count &- 1
      let base = column &* room
      for index in part {
        let word = keys[base &+ Int(rows[index])]
        var slot = Int(truncatingIfNeeded: KeyShortcut.mixed(word) &>> shift)
        while words[slot] != word, numbers[slot] != 0 { slot = (slot &+ 1) & mask }
        // A word without a number gives -1, whose sign stays whatever comes after it.
        groups[index] |= (Int32(numbers[slot]) &- 1) &<< position
      }
      position += Int32(own.bits)
    }
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
        guard columns[column].bits < KeyShortcut.mostColumnBits,
          columns.reduce(1, { $0 + $1.bits }) <= KeyShortcut.mostBits
        else {
          self = KeyShortcut(columnCount: columns.count)
          isOn = false
          return
        }
        widen(column)
      }
    }
    if isComplete {
      cells[cell(of: group, key)] = Int32(group + 1)
      return
    }
    cells = [Int32](repeating: 0, count: 1 << columns.reduce(0) { $0 + $1.bits })
    for group in 0...group { cells[cell(of: group, key)] = Int32(group + 1) }
  }

  /// Gives a column twice as many numbers.
  private mutating func widen(_ column: Int) {
    let old = columns[column]
    var wider = Column(bits: old.bits + 1)
    for slot in old.words.indices where old.numbers[slot] != 0 { _ = wider.add(old.words[slot]) }
    columns[column] = wider
  }

  private func cell(of group: Int, _ key: (Int, Int) -> UInt64) -> Int {
    var (cell, position) = (0, 0)
    for (index, column) in columns.enumerated() {
      cell |= (Int(column.numbers[column.slot(of: key(index, group))]) - 1) << position
      position += column.bits
    }
    return cell
  }
}
