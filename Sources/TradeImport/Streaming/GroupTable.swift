internal import DelimitedText

/// Sums by groups, found by the words of their keys.
///
/// Open addressing with linear probing; the groups stand one behind the other in the order in
/// which they were met.
struct GroupTable: Sendable {
  let keyCount: Int
  /// How many groups there are.
  private(set) var count = 0
  /// For each group the words of its keys.
  private var entries: [UInt64] = []
  /// Apart from the keys, which are seldom looked at, so that more of them are near the processor.
  private var sums = WideSums()
  private var hasNumbers: [Bool] = []
  /// Group plus one; zero where there is none.
  private var slots: [UInt32] = []
  private var hashes: [UInt64] = []

  init(keyCount: Int) { self.keyCount = keyCount }

  /// Makes a table of the groups of cells.
  init(_ cells: CellTable) {
    self.init(keyCount: cells.columns.count)
    let groups = cells.groups
    reserve(groups.count)
    for cell in groups {
      for column in 0..<keyCount {
        entries[count * keyCount + column] =
          cells.columns[column].numbered[cells.number(ofCell: cell, column)]
      }
      hasNumbers[count] = cells.hasNumber(cell)
      count += 1
    }
    sums = cells.sums(ofCells: groups)
    sums.grow(to: hasNumbers.count)
    makeSlots(for: hasNumbers.count)
  }

  /// The word of a key of a group.
  func key(_ column: Int, ofGroup group: Int) -> UInt64 { entries[group * keyCount + column] }

  /// The sum of a group, rounded once; `nil` when no number is in it.
  func value(ofGroup group: Int) -> Double? { hasNumbers[group] ? sums.value(at: group) : nil }

  // MARK: Keys

  /// Finds the groups of rows, and makes those that are not there.
  mutating func find(
    _ keys: borrowing KeyBlock, into groups: inout [Int32], new: inout [NewKey]
  ) {
    reserve(keys.rowCount)
    hash(keys)
    guess(keys, into: &groups)
    for index in 0..<keys.rowCount where groups[index] < 0 {
      let known = count
      groups[index] = find(keys, index)
      guard count > known else { continue }
      for column in 0..<keyCount {
        new.append(
          NewKey(column: column, word: keys[column, index], row: Int(keys.rows[index])))
      }
    }
  }

  /// Looks for each row where its group stands if nothing is in the way; -1 where it is not there.
  ///
  /// No step depends on the one before, so that the processor waits for many groups at once.
  private func guess(_ keys: borrowing KeyBlock, into groups: inout [Int32]) {
    let shift = UInt64(slots.count.leadingZeroBitCount + 1)
    let (keyCount, room, range) = (keyCount, keys.room, 0..<keys.rowCount)
    let slots = slots.span
    let hashes = hashes.span
    let entries = entries.span
    let words = keys.words.span
    let rows = keys.rows.span
    var groups = groups.mutableSpan
    for index in range {
      groups[index] =
        Int32(bitPattern: slots[Int(truncatingIfNeeded: hashes[index] &>> shift)]) &- 1
    }
    for index in range {
      let row = Int(rows[index])
      let group = groups[index]
      // The first entry stands in for one that is not there; there is room for it.
      let base = Int(max(group, 0)) &* keyCount
      var difference: UInt64 = 0
      for column in 0..<keyCount {
        difference |= entries[base &+ column] ^ words[column &* room &+ row]
      }
      groups[index] = difference == 0 ? group : -1
    }
  }

  /// Finds the group of a row, or makes it.
  private mutating func find(_ keys: borrowing KeyBlock, _ index: Int) -> Int32 {
    let mask = slots.count - 1
    let shift = UInt64(slots.count.leadingZeroBitCount + 1)
    var slot = Int(truncatingIfNeeded: hashes[index] >> shift)
    while slots[slot] != 0 {
      let base = Int(slots[slot] - 1) * keyCount
      var difference: UInt64 = 0
      for column in 0..<keyCount { difference |= entries[base &+ column] ^ keys[column, index] }
      if difference == 0 { return Int32(bitPattern: slots[slot]) - 1 }
      slot = (slot &+ 1) & mask
    }
    for column in 0..<keyCount { entries[count * keyCount + column] = keys[column, index] }
    count += 1
    slots[slot] = UInt32(count)
    return Int32(count - 1)
  }

  /// Makes room for as many new groups as there are rows, so that none is made while adding.
  private mutating func reserve(_ rowCount: Int) {
    let wanted = count + rowCount
    if wanted > hasNumbers.count {
      let more = max(wanted, count + count / 2) - hasNumbers.count
      entries += [UInt64](repeating: 0, count: more * keyCount)
      hasNumbers += [Bool](repeating: false, count: more)
      sums.grow(to: hasNumbers.count)
    }
    if wanted * 2 > slots.count { makeSlots(for: wanted) }
  }

  /// Puts the groups into slots, at least two for each of a number of groups.
  private mutating func makeSlots(for wanted: Int) {
    var size = max(slots.count, 1024)
    while wanted * 2 > size { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
    let shift = UInt64(size.leadingZeroBitCount + 1)
    for group in 0..<count {
      var hash: UInt64 = 0
      for column in 0..<keyCount { hash = GroupTable.mix(hash, key(column, ofGroup: group)) }
      var slot = Int(truncatingIfNeeded: GroupTable.finish(hash) >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = UInt32(group + 1)
    }
  }

  /// Computes the hashes of rows.
  private mutating func hash(_ keys: borrowing KeyBlock) {
    if hashes.count < keys.room { hashes = [UInt64](repeating: 0, count: keys.room) }
    let (keyCount, room) = (keyCount, keys.room)
    var hashes = self.hashes.mutableSpan
    let words = keys.words.span
    let rows = keys.rows.span
    for index in 0..<keys.rowCount {
      var hash: UInt64 = 0
      let row = Int(rows[index])
      for column in 0..<keyCount {
        hash = GroupTable.mix(hash, words[column &* room &+ row])
      }
      hashes[index] = GroupTable.finish(hash)
    }
  }

  /// Multiplications carry low bits upwards; the top bits choose the slot.
  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 32
  }

  @inline(__always)
  private static func finish(_ hash: UInt64) -> UInt64 { hash &* 0xD6E8_FEB8_6659_FD93 }

  // MARK: Sums

  /// Adds the numbers of rows whose groups are known.
  mutating func add(_ numbers: [FieldNumber], _ keys: borrowing KeyBlock, to groups: [Int32]) {
    sums.add(numbers, keys, to: groups)
    for index in 0..<keys.rowCount where numbers[Int(keys.rows[index])].isDecimal {
      hasNumbers[Int(groups[index])] = true
    }
  }

  /// Adds a number that is not a decimal to a group.
  mutating func add(wide value: Double, toGroup group: Int) {
    sums.add(value, at: group)
    hasNumbers[group] = true
  }

  /// Adds the groups of another table, whose keys are translated.
  mutating func add(_ other: GroupTable, translating: (UInt64) -> UInt64) {
    var keys = KeyBlock(columnCount: keyCount, room: 1024)
    var groups = [Int32](repeating: 0, count: keys.room)
    var new: [NewKey] = []
    for start in stride(from: 0, to: other.count, by: keys.room) {
      keys.take(min(keys.room, other.count - start))
      for column in 0..<keyCount {
        for index in 0..<keys.rowCount {
          keys.words[column * keys.room + index] =
            translating(other.key(column, ofGroup: start + index))
        }
      }
      find(keys, into: &groups, new: &new)
      new.removeAll(keepingCapacity: true)
      for index in 0..<keys.rowCount {
        let group = Int(groups[index])
        sums.add(other.sums, from: start + index, at: group)
        if other.hasNumbers[start + index] { hasNumbers[group] = true }
      }
    }
  }

  /// The sums of some groups by their first keys alone.
  func projected(_ chosen: [Int32], keyCount: Int) -> GroupTable {
    var result = GroupTable(keyCount: keyCount)
    var keys = KeyBlock(columnCount: keyCount, room: 1024)
    var groups = [Int32](repeating: 0, count: keys.room)
    var new: [NewKey] = []
    for start in stride(from: 0, to: chosen.count, by: keys.room) {
      keys.take(min(keys.room, chosen.count - start))
      for column in 0..<keyCount {
        for index in 0..<keys.rowCount {
          keys.words[column * keys.room + index] = key(column, ofGroup: Int(chosen[start + index]))
        }
      }
      result.find(keys, into: &groups, new: &new)
      new.removeAll(keepingCapacity: true)
      for index in 0..<keys.rowCount {
        let (source, target) = (Int(chosen[start + index]), Int(groups[index]))
        result.sums.add(sums, from: source, at: target)
        if hasNumbers[source] { result.hasNumbers[target] = true }
      }
    }
    return result
  }

  /// Numbers the words of a key in the order in which they were met.
  ///
  /// - Returns: For each group the number of its word, and the words.
  func numbers(ofKey column: Int) -> (ofGroup: [Int32], words: [UInt64]) {
    var known: [UInt64: Int32] = [:]
    var words: [UInt64] = []
    let numbers = (0..<count).map { group in
      let word = key(column, ofGroup: group)
      if let number = known[word] { return number }
      let number = Int32(words.count)
      known[word] = number
      words.append(word)
      return number
    }
    return (numbers, words)
  }
}
