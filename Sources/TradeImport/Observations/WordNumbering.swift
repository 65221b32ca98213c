/// Numbers for pairs of a word and a number, in the order in which they were met.
///
/// Chains of it number the texts of several columns together: the number of the first text is
/// paired with the word of the second, and so on. Open addressing, with two slots a pair at least.
struct WordNumbering {
  /// A pair with its number, all in one place: a large table is not in a cache.
  private struct Slot {
    var word: UInt64 = 0
    var before: UInt32 = 0
    /// The number and one; 0 where nothing is.
    var next: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 64)
  private(set) var words: [UInt64] = []

  /// How many pairs have a number.
  var count: Int { words.count }

  /// The number of a word behind a number.
  mutating func number(of word: UInt64, after previous: UInt32 = 0) -> UInt32 {
    let mask = slots.count &- 1
    var place = Self.hash(word, previous) & mask
    while true {
      let slot = slots[place]
      if slot.next == 0 { break }
      if slot.word == word, slot.before == previous { return slot.next &- 1 }
      place = (place &+ 1) & mask
    }
    words.append(word)
    slots[place] = Slot(word: word, before: previous, next: UInt32(words.count))
    if words.count * 2 > slots.count { grow() }
    return UInt32(words.count - 1)
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
    var larger = [Slot](repeating: Slot(), count: slots.count * 2)
    for slot in slots where slot.next != 0 {
      var place = Self.hash(slot.word, slot.before) & (larger.count - 1)
      while larger[place].next != 0 { place = (place + 1) & (larger.count - 1) }
      larger[place] = slot
    }
    slots = larger
  }

  /// The high bits depend on all others; they are carried down, because the low ones choose.
  private static func hash(_ word: UInt64, _ previous: UInt32) -> Int {
    let mixed = (word ^ UInt64(previous) &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: (mixed ^ mixed >> 32) & 0x7FFF_FFFF_FFFF_FFFF)
  }
}
