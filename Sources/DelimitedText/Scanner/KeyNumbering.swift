internal import CScanner

/// Numbers for the words of a column, in the order in which they were met.
///
/// Open addressing with eight slots of two bytes a number, so that nearly every word is found where
/// it is looked for first, and the slots of a few hundred words stay in the nearest cache.
public struct KeyNumbering: Sendable {
  /// How many bits a number has.
  public let bits: Int
  /// The words that have a number, in the order of their numbers.
  public private(set) var numbered: [UInt64] = []

  /// Number plus one; zero where there is no word.
  private var slots: [UInt16]
  /// The shift that leaves as many bits as choose a slot.
  private let shift: Int32

  /// The most bits that a number may have.
  public static let mostBits = 13

  /// Makes a numbering without words.
  ///
  /// - Precondition: Numbers have 1 to ``mostBits`` bits.
  public init(bits: Int) {
    precondition(bits > 0 && bits <= KeyNumbering.mostBits, "numbers have few bits")
    self.bits = bits
    slots = [UInt16](repeating: 0, count: 8 << bits)
    shift = Int32(61 - bits)
  }

  /// Numbers a word, if it has no number yet.
  ///
  /// - Returns: Whether the word has a number now; `false` when none is left.
  public mutating func add(_ word: UInt64) -> Bool {
    let slot = slot(of: word)
    if slots[slot] != 0 { return true }
    guard numbered.count < 1 << bits else { return false }
    numbered.append(word)
    slots[slot] = UInt16(numbered.count)
    return true
  }

  /// The number of a word; `nil` when it has none.
  public subscript(word: UInt64) -> Int? {
    let number = slots[slot(of: word)]
    return number == 0 ? nil : Int(number) - 1
  }

  /// The same words with the same numbers, and room for twice as many.
  public func widened() -> KeyNumbering {
    var wider = KeyNumbering(bits: bits + 1)
    for word in numbered { _ = wider.add(word) }
    return wider
  }

  /// Puts the numbers of the words of some rows into cells.
  ///
  /// - Parameters:
  ///   - range: The indices of the rows, and of the cells.
  ///   - rows: The rows.
  ///   - words: The words; that of row `r` is `words[start + r]`.
  ///   - start: The index of the word of row 0.
  ///   - bit: The lowest bit that the number takes in its cell.
  ///   - cells: Get the bits; those of a word without a number become negative.
  /// - Precondition: The rows are in range.
  /// - Complexity: O(*n*).
  public func look(
    _ range: Range<Int>, of rows: [Int32], in words: [UInt64], from start: Int, bit: Int,
    into cells: inout [Int32]
  ) {
    precondition(range.lowerBound >= 0 && range.upperBound <= min(rows.count, cells.count))
    precondition(start >= 0 && start < words.count)
    let room = words.count - start
    // Rows in order need no list, which is the usual case.
    let span = rows.span
    var disorder: Int32 = 0
    for index in range { disorder |= span[index] ^ Int32(truncatingIfNeeded: index) }
    if disorder == 0 {
      precondition(range.upperBound <= room, "a row has a word")
    } else {
      for index in range {
        precondition(span[index] >= 0 && span[index] < room, "a row has a word")
      }
    }
    let mask = UInt64(slots.count - 1)
    guard !numbered.isEmpty else {
      for index in range { cells[index] = -1 }
      return
    }
    unsafe numbered.withUnsafeBufferPointer { known in
      unsafe slots.withUnsafeBufferPointer { slots in
        unsafe words.withUnsafeBufferPointer { words in
          unsafe rows.withUnsafeBufferPointer { rows in
            unsafe cells.withUnsafeMutableBufferPointer { cells in
              guard let known = known.baseAddress, let slots = slots.baseAddress,
                let words = words.baseAddress, let rows = rows.baseAddress,
                let cells = cells.baseAddress
              else { return }
              var numbering = unsafe cscanner_numbering(
                words: known, slots: slots, mask: mask, shift: shift)
              let (first, count) = (range.lowerBound, range.count)
              if disorder == 0 {
                unsafe cscanner_number_words(
                  &numbering, words + start + first, nil, count, Int32(bit), cells + first)
              } else {
                unsafe cscanner_number_words(
                  &numbering, words + start, rows + first, count, Int32(bit), cells + first)
              }
            }
          }
        }
      }
    }
  }

  /// The slot of a word, or the free one where it belongs.
  private func slot(of word: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: cscanner_slot(word, shift))
    while slots[slot] != 0, numbered[Int(slots[slot]) - 1] != word {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
