internal import DelimitedText

/// Sums by groups, found by the words of their keys.
///
/// Open addressing with linear probing; the entries stand one behind the other in the order in
/// which the groups were met. Decimal numbers are added as integers of 128 bits that count
/// 10^-18, everything else in an ``ExactSum`` beside them, so that no order of adding and no
/// division of the work among threads can change a sum.
struct GroupTable: Sendable {
  /// What a few groups need besides an integer of 128 bits.
  struct Spill: Sendable {
    /// How often 2^126 was taken out of the integer, less how often it was put in.
    var turns = 0
    var sum = ExactSum()
  }

  let keyCount: Int
  /// How many groups there are.
  private(set) var count = 0
  /// For each group the words of its keys.
  private(set) var entries: [UInt64] = []
  /// For each group the low and the high half of its sum; apart from the keys, which are seldom
  /// looked at, so that more of them are near the processor.
  private var sums: [UInt64] = []
  private var hasNumbers: [Bool] = []
  var spills: [Int: Spill] = [:]
  /// Group plus one; zero where there is none, and no slots while there is the shortcut.
  private var slots: [UInt32] = []
  private var hashes: [UInt64] = []
  private var shortcut: KeyShortcut
  private let stride: Int

  static let decimals = 18
  private static let scales: [Int64] = (0...18).map { exponent in
    (0..<(18 - exponent)).reduce(1) { product, _ in product * 10 }
  }
  private let scales = GroupTable.scales

  init(keyCount: Int) {
    self.keyCount = keyCount
    stride = keyCount
    shortcut = KeyShortcut(columnCount: keyCount)
    if !shortcut.isOn { makeSlots(for: 512) }
  }

  /// The word of a key of a group.
  func key(_ column: Int, ofGroup group: Int) -> UInt64 { entries[group * stride + column] }

  /// Whether a number is in the sum of a group.
  func hasNumber(_ group: Int) -> Bool { hasNumbers[group] }

  /// The decimal part of a sum, in 10^-18.
  func decimalSum(ofGroup group: Int) -> Int128 {
    Int128(truncatingIfNeeded: Int64(bitPattern: sums[2 * group + 1])) << 64
      | Int128(truncatingIfNeeded: sums[2 * group])
  }

  /// Adds the numbers of rows to their groups.
  ///
  /// - Parameters:
  ///   - keys: The words of the keys, column by column, each column `room` words long.
  ///   - room: How many words a column has.
  ///   - numbers: The numbers; only decimals are added, of the other rows the group is made.
  ///   - rows: The rows that count, in order.
  ///   - rowCount: How many of `rows` are used.
  ///   - groups: Gets the group of each of `rows`.
  mutating func add(
    keys: [UInt64], room: Int, numbers: [FieldNumber], rows: [Int32], rowCount: Int,
    groups: inout [Int32]
  ) {
    reserve(rowCount)
    if !shortcut.isOn { hash(keys, room: room, rows: rows, rowCount: rowCount) }
    var first = 0
    while first < rowCount {
      // As many groups as fit into the nearest cache, where they are found again for adding.
      let part = first..<min(first + 256, rowCount)
      let isShort = shortcut.isOn
      if isShort {
        shortcut.look(part, keys: keys, room: room, rows: rows, groups: &groups)
      } else {
        guess(part, keys: keys, room: room, rows: rows, groups: &groups)
      }
      for index in part where groups[index] < 0 {
        groups[index] = find(keys: keys, room: room, row: Int(rows[index]))
      }
      if isShort, !shortcut.isOn {
        hash(keys, room: room, rows: rows, rowCount: rowCount)
      }
      add(part, numbers: numbers, rows: rows, groups: groups)
      first = part.upperBound
    }
  }

  /// Looks for each row where its group stands if nothing is in the way; -1 where it is not there.
  ///
  /// No step depends on the one before, so that the processor waits for many groups at once.
  private mutating func guess(
    _ part: Range<Int>, keys: [UInt64], room: Int, rows: [Int32], groups: inout [Int32]
  ) {
    let shift = UInt64(slots.count.leadingZeroBitCount + 1)
    let (keyCount, stride) = (keyCount, stride)
    let slots = slots.span
    let hashes = hashes.span
    let entries = entries.span
    let keys = keys.span
    let rows = rows.span
    var groups = groups.mutableSpan
    for index in part {
      groups[index] =
        Int32(bitPattern: slots[Int(truncatingIfNeeded: hashes[index] &>> shift)]) &- 1
    }
    for index in part {
      let row = Int(rows[index])
      let group = groups[index]
      // The first entry stands in for one that is not there; there is room for it.
      let base = Int(max(group, 0)) &* stride
      var difference: UInt64 = 0
      for column in 0..<keyCount {
        difference |= entries[base &+ column] ^ keys[column &* room &+ row]
      }
      groups[index] = difference == 0 ? group : -1
    }
  }

  /// Finds the group of a row, or makes it.
  private mutating func find(keys: [UInt64], room: Int, row: Int) -> Int32 {
    if shortcut.isOn {
      if let group = shortcut.group({ keys[$0 * room + row] }) { return group }
      addEntry(keys: keys, room: room, row: row)
      let (entries, stride) = (entries, stride)
      shortcut.note(count - 1) { column, group in entries[group * stride + column] }
      if !shortcut.isOn { makeSlots(for: hasNumbers.count) }
      return Int32(count - 1)
    }
    let mask = slots.count - 1
    var hash: UInt64 = 0
    for column in 0..<keyCount { hash = GroupTable.mix(hash, keys[column * room + row]) }
    hash = GroupTable.finish(hash)
    var slot = Int(truncatingIfNeeded: hash >> UInt64(slots.count.leadingZeroBitCount + 1))
    while slots[slot] != 0 {
      let base = Int(slots[slot] - 1) * stride
      var difference: UInt64 = 0
      for column in 0..<keyCount {
        difference |= entries[base &+ column] ^ keys[column &* room &+ row]
      }
      if difference == 0 { return Int32(bitPattern: slots[slot]) - 1 }
      slot = (slot &+ 1) & mask
    }
    addEntry(keys: keys, room: room, row: row)
    slots[slot] = UInt32(count)
    return Int32(count - 1)
  }

  private mutating func addEntry(keys: [UInt64], room: Int, row: Int) {
    for column in 0..<keyCount { entries[count * stride + column] = keys[column * room + row] }
    count += 1
  }

  /// Numbers the words of a key in the order in which they were met.
  ///
  /// - Returns: For each group the number of its word, and the words.
  func numbers(ofKey column: Int) -> (ofGroup: [Int32], words: [UInt64]) {
    let groups = 0..<count
    if shortcut.isOn {
      let numbering = shortcut.columns[column]
      let numbers = groups.map { Int32(numbering[key(column, ofGroup: $0)] ?? 0) }
      return (numbers, numbering.numbered)
    }
    var known: [UInt64: Int32] = [:]
    var words: [UInt64] = []
    let numbers = groups.map { group in
      let word = key(column, ofGroup: group)
      if let number = known[word] { return number }
      let number = Int32(words.count)
      known[word] = number
      words.append(word)
      return number
    }
    return (numbers, words)
  }

  /// Adds the decimals of rows whose groups are known.
  private mutating func add(
    _ part: Range<Int>, numbers: [FieldNumber], rows: [Int32], groups: [Int32]
  ) {
    var turns: [(group: Int, change: Int)] = []
    // The arrays are taken out, so that each is checked to be our own once and not at every row.
    var (ownSums, ownMarks): ([UInt64], [Bool]) = ([], [])
    swap(&ownSums, &self.sums)
    swap(&ownMarks, &self.hasNumbers)
    defer {
      swap(&ownSums, &self.sums)
      swap(&ownMarks, &self.hasNumbers)
    }
    var sums = ownSums.mutableSpan
    var hasNumbers = ownMarks.mutableSpan
    let ownScales = scales
    let scales = ownScales.span
    let numbers = numbers.span
    let rows = rows.span
    let groups = groups.span
    for index in part {
      let number = numbers[Int(rows[index])]
      guard number.isDecimal else { continue }
      let product = number.significand.multipliedFullWidth(by: scales[number.decimals])
      let group = Int(groups[index])
      let at = 2 &* group
      let (low, carry) = sums[at].addingReportingOverflow(product.low)
      // Below 2^62 in size the high half cannot leave its range in one step.
      let high = Int64(bitPattern: sums[at &+ 1]) &+ product.high &+ (carry ? 1 : 0)
      sums[at] = low
      sums[at &+ 1] = UInt64(bitPattern: high)
      hasNumbers[group] = true
      if high.magnitude >= 1 << 62 {
        // A part of the range is taken out, and counted.
        let change = high < 0 ? -1 : 1
        sums[at &+ 1] = UInt64(bitPattern: high &- Int64(change) << 62)
        turns.append((group, change))
      }
    }
    for (group, change) in turns { spills[group, default: Spill()].turns += change }
  }

  /// Adds a number that is not a decimal to a group.
  mutating func add(wide value: Double, toGroup group: Int) {
    spills[group, default: Spill()].sum.add(value)
    hasNumbers[group] = true
  }

  /// Adds the decimal part of a group of another table.
  mutating func addParts(of other: GroupTable, group: Int, toGroup target: Int) {
    var sum = decimalSum(ofGroup: target) + other.decimalSum(ofGroup: group)
    let turn = Int128(1) << 126
    if sum.magnitude >= turn.magnitude {
      spills[target, default: Spill()].turns += sum < 0 ? -1 : 1
      sum += sum < 0 ? turn : -turn
    }
    sums[2 * target] = UInt64(truncatingIfNeeded: sum)
    sums[2 * target + 1] = UInt64(truncatingIfNeeded: sum >> 64)
    if other.hasNumber(group) { hasNumbers[target] = true }
  }

  /// Makes room for as many new groups as there are rows, so that none is made while adding.
  private mutating func reserve(_ rowCount: Int) {
    if hashes.count < rowCount { hashes = [UInt64](repeating: 0, count: rowCount) }
    let wanted = count + rowCount
    if wanted > hasNumbers.count {
      let more = max(wanted, count + count / 2) - hasNumbers.count
      entries += [UInt64](repeating: 0, count: more * stride)
      sums += [UInt64](repeating: 0, count: more * 2)
      hasNumbers += [Bool](repeating: false, count: more)
    }
    if !shortcut.isOn, wanted * 2 > slots.count { makeSlots(for: wanted) }
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

  /// Computes the hashes of rows, a column after the other.
  private mutating func hash(_ keys: [UInt64], room: Int, rows: [Int32], rowCount: Int) {
    let keyCount = keyCount
    var hashes = self.hashes.mutableSpan
    let keys = keys.span
    let rows = rows.span
    for index in 0..<rowCount {
      var hash: UInt64 = 0
      let row = Int(rows[index])
      for column in 0..<keyCount {
        hash = GroupTable.mix(hash, keys[column &* room &+ row])
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
}
