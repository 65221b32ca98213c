/// A file with one thing broken, as transfers, editors and spreadsheets break files.
public struct FileMutation: Sendable {
  /// What is broken.
  public enum Kind: String, Sendable, CaseIterable {
    /// One byte is another one.
    case byteFlipped
    /// The rest of a line is gone, its end stays.
    case lineCut
    /// A whole line is gone.
    case lineLost
    /// A quote is gone.
    case quoteDropped
    /// A delimiter stands twice.
    case delimiterDoubled
    /// A letter is written in another encoding than the rest.
    case encodingMixed
  }

  /// What is broken.
  public let kind: Kind
  /// Where, as an offset in the original bytes.
  public let offset: Int
  /// The line of the place in the original, counted from 1.
  public let line: Int
  /// The broken file.
  public let bytes: [UInt8]

  /// Breaks a file in one place, drawn by a generator; `nil` where the file has nothing of the
  /// kind, such as a quote.
  public init?(
    _ kind: Kind, of original: [UInt8], delimiter: UInt8,
    using generator: inout some RandomNumberGenerator
  ) {
    let lf = UInt8(ascii: "\n")
    let cr = UInt8(ascii: "\r")
    func place(_ isWanted: (UInt8) -> Bool) -> Int? {
      original.indices.filter { isWanted(original[$0]) }.randomElement(using: &generator)
    }
    func start(_ place: Int) -> Int {
      (original[..<place].lastIndex(of: lf)).map { $0 + 1 } ?? 0
    }
    func end(_ place: Int) -> Int { original[place...].firstIndex(of: lf) ?? original.count }
    var bytes = original
    switch kind {
    case .byteFlipped:
      guard let chosen = place({ _ in true }) else { return nil }
      // Half of the time one bit, as a bad cable does, half of the time any byte.
      bytes[chosen] ^=
        Bool.random(using: &generator)
        ? 1 << UInt8.random(in: 0..<8, using: &generator)
        : UInt8.random(in: 1...255, using: &generator)
      offset = chosen
    case .lineCut:
      guard let chosen = place({ $0 != lf && $0 != cr }) else { return nil }
      let last = end(chosen)
      bytes.removeSubrange(chosen..<(last > chosen && original[last - 1] == cr ? last - 1 : last))
      offset = chosen
    case .lineLost:
      guard let chosen = place({ $0 != lf }) else { return nil }
      offset = start(chosen)
      bytes.removeSubrange(offset..<min(end(chosen) + 1, original.count))
    case .quoteDropped:
      guard let chosen = place({ $0 == UInt8(ascii: "\"") }) else { return nil }
      bytes.remove(at: chosen)
      offset = chosen
    case .delimiterDoubled:
      guard let chosen = place({ $0 == delimiter }) else { return nil }
      bytes.insert(delimiter, at: chosen)
      offset = chosen
    case .encodingMixed:
      guard let chosen = place({ $0 >= 0x41 && $0 < 0x7F }) else { return nil }
      let letters: [[UInt8]] = [
        [0xE9], [0xC3, 0xA9], [0x96], [0xB0, 0xA1], [0x83, 0x41], [0xEF, 0xBB, 0xBF], [0x00],
      ]
      let letter = letters.randomElement(using: &generator) ?? [0xE9]
      bytes.replaceSubrange(chosen...chosen, with: letter)
      offset = chosen
    }
    self.kind = kind
    line = original[..<offset].count { $0 == lf } + 1
    self.bytes = bytes
  }
}
