/// Something in a file that speaks for or against a reading of it.
public struct Evidence: Sendable, Hashable, CustomStringConvertible {
  /// The physical line that it is about, counted from 1; `nil` for the whole file.
  public let line: Int?
  /// What was seen, as a sentence without a capital and a full stop.
  public let sentence: String

  /// Makes a piece of evidence.
  public init(line: Int? = nil, _ sentence: String) {
    self.line = line
    self.sentence = sentence
  }

  /// `line 3: …`, or the sentence alone.
  public var description: String { line.map { "line \($0): \(sentence)" } ?? sentence }
}
