/// Numbers for pairs of a word and a number, in the order in which they were met.
///
/// Chains of it number the texts of several columns together: the number of the first text is
/// paired with the word of the second, and so on. Open addressing, with two slots a pair at least.
struct WordNumbering {
  private var slots = [UInt32](repeating: 0, count: 64)
  private(set) var words: [UInt64] = []
  private var before: [UInt32] = []

  /// How many pairs have a number.
  var count: Int { words.count }

  /// The number of a word behind a number.
  mutating func number(of word: UInt64, after previous: UInt32 = 0) -> UInt32 {
    var slot = Self.hash(word, previous) & (slots.count &- 1)
    while slots[slot] != 0 {
      let number = slots[slot] &- 1
      if words[Int(number)] == word, before[Int(number)] == previous { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let number = UInt32(words.count)
    words.append(word)
    before.append(previous)
    slots[slot] = number + 1
    if words.count * 2 > slots.count { grow() }
    return number
  }

  /// Replaces numbers by those of the words that stand behind them, row by row.
  ///
  /// - Parameters:
  ///   - numbers: The numbers of the rows.
  ///   - start: Where the numbers of the first row are.
  ///   - words: The words, from the first on.
  ///   - count: How many rows there are.
  mutating func extend(
    _ numbers: inout [UInt32], from start: Int = 0, with words: [UInt64], count: Int
  ) {
    guard count > 0 else { return }
    // Neighbours are often equal.
    var (lastWord, lastBefore) = (words[0], numbers[start])
    var last = number(of: lastWord, after: lastBefore)
    for row in 0..<count {
      let (word, previous) = (words[row], numbers[start + row])
      if word != lastWord || previous != lastBefore {
        last = number(of: word, after: previous)
        (lastWord, lastBefore) = (word, previous)
      }
      numbers[start + row] = last
    }
  }

  private mutating func grow() {
    var slots = [UInt32](repeating: 0, count: self.slots.count * 4)
    for index in words.indices {
      var slot = Self.hash(words[index], before[index]) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index) + 1
    }
    self.slots = slots
  }

  /// The high bits depend on all others; they are carried down, because the low ones choose.
  private static func hash(_ word: UInt64, _ previous: UInt32) -> Int {
    let mixed = (word ^ UInt64(previous) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
