public import Diagnostics

/// One field: its content as bytes or text, how it was written, and its place.
public struct DelimitedField: Sendable {
  private let storage: DelimitedStorage
  private let record: Int
  /// The place in the bytes and the flags of the tokenizer.
  public let mark: FieldMark

  init(storage: DelimitedStorage, mark: FieldMark, record: Int) {
    self.storage = storage
    self.mark = mark
    self.record = record
  }

  /// The content without the quotes around it; no copy unless it holds doubled quotes.
  public var bytes: ArraySlice<UInt8> {
    mark.content(in: storage.bytes, dialect: storage.dialect)
  }
  /// The content as text; bytes that are not UTF-8 become U+FFFD.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
  /// The bytes as they stand in the input, with their quotes.
  public var rawBytes: ArraySlice<UInt8> { storage.bytes[mark.range] }
  /// Whether the content has no byte.
  public var isEmpty: Bool { mark.contentRange?.isEmpty ?? bytes.isEmpty }
  /// Whether the field is written in quotes, which tells `""` from nothing.
  public var isQuoted: Bool { mark.flags.contains(.quoted) }
  /// The place of the first byte, which is the opening quote of a quoted field.
  public var location: InputLocation {
    storage.location(ofOffset: mark.start, inRecord: record)
  }
}
