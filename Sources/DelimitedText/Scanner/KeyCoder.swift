internal import CScanner

/// Turns the texts of keys into words of 64 bits and back.
///
/// A text of fewer than eight bytes is its own word: the bytes in order, the first the lowest, and
/// the length in the top byte. So is one of eight bytes whose last byte is no such length and not
/// 0xFF. Any other text is kept once, and its word is a number with the top byte 0xFF. Equal words
/// mean equal texts, and the reverse.
public struct KeyCoder: Sendable {
  private var bytes: [UInt8] = []
  /// Where each kept text ends in `bytes`.
  private var ends: [Int] = []
  /// The index of a kept text plus one, by its hash; zero is free.
  private var slots: [Int32] = [Int32](repeating: 0, count: 16)

  /// Makes a coder that keeps nothing yet.
  public init() {}

  /// How many texts are kept.
  public var keptCount: Int { ends.count }
  /// How many bytes the kept texts have together.
  public var keptByteCount: Int { bytes.count }

  /// Returns the word of a text, and keeps the text where it must.
  ///
  /// - Complexity: O(*n*).
  public mutating func word(for text: ArraySlice<UInt8>) -> UInt64 { word(for: text.span) }

  /// Returns the word of a text, and keeps the text where it must.
  ///
  /// - Complexity: O(*n*).
  public mutating func word(for text: Span<UInt8>) -> UInt64 {
    if text.count <= 8 {
      var word: UInt64 = 0
      for index in text.indices { word |= UInt64(text[index]) << UInt64(8 * index) }
      if text.count < 8 { return word | UInt64(text.count) << 56 }
      if (8..<0xFF).contains(word >> 56) { return word }
    }
    if ends.count * 2 >= slots.count { growSlots() }
    var slot = Int(truncatingIfNeeded: hash(text)) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if isEqual(index, text) { return KeyCoder.word(ofKept: index) }
      slot = (slot + 1) & (slots.count - 1)
    }
    for index in text.indices { bytes.append(text[index]) }
    ends.append(bytes.count)
    slots[slot] = Int32(ends.count)
    return KeyCoder.word(ofKept: ends.count - 1)
  }

  /// Returns the word of a part of some bytes, and keeps the text where it must.
  ///
  /// - Precondition: The range is one of the bytes.
  /// - Complexity: O(*n*).
  public mutating func word(in bytes: Span<UInt8>, _ range: Range<Int>) -> UInt64 {
    let start = range.lowerBound
    guard range.count <= 7, start + 8 <= bytes.count else {
      return word(for: bytes.extracting(range))
    }
    precondition(start >= 0, "the range is one of the bytes")
    let length = UInt64(range.count)
    let loaded = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
    return loaded & ((1 &<< (8 &* length)) &- 1) | length << 56
  }

  /// The word of the empty text.
  public static let emptyWord: UInt64 = 0

  /// Returns the text of a word.
  public func text(of word: UInt64) -> [UInt8] {
    if word >> 56 == 0xFF { return Array(bytes[range(of: Int(word & 0xFFFF_FFFF))]) }
    let length = min(Int(word >> 56), 8)
    return (0..<length).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
  }

  /// Whether the word stands for a text that is kept here, and so has no meaning elsewhere.
  public static func isKept(_ word: UInt64) -> Bool { word >> 56 == 0xFF }

  private static func word(ofKept index: Int) -> UInt64 { 0xFF << 56 | UInt64(index) }

  private func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  private func isEqual(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(of: index)
    guard range.count == text.count else { return false }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe text.withUnsafeBufferPointer { text in
        guard let own = bytes.baseAddress, let other = text.baseAddress else { return true }
        return unsafe cscanner_is_equal(own + range.lowerBound, other, text.count)
      }
    }
  }

  /// Eight bytes at a time are multiplied in; the high bits, which depend on all of them, are
  /// carried down, because the low bits choose the slot.
  private func hash(_ text: Span<UInt8>) -> UInt64 {
    unsafe text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return 0 }
      return unsafe cscanner_hash(start, text.count)
    }
  }

  private mutating func growSlots() {
    var slots = [Int32](repeating: 0, count: self.slots.count * 2)
    for index in ends.indices {
      let range = range(of: index)
      let text = bytes.span.extracting(range)
      var slot = Int(truncatingIfNeeded: hash(text)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index + 1)
    }
    self.slots = slots
  }
}
