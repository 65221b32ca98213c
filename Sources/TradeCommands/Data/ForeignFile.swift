internal import Diagnostics
internal import TradeImport

/// Files that hold no text, told by their first bytes.
enum ForeignFile {
  private static let kinds: [(start: [UInt8], name: String, hint: String)] = [
    (
      [0x50, 0x4B, 0x03, 0x04], "an archive or a workbook (zip, xlsx, ods)",
      "save the sheet as CSV, or unpack it with unzip"
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], "a workbook or document (xls, doc)", "save the sheet as CSV"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF document", "look for the same table as CSV"),
    ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG)", "look for the same table as CSV"),
  ]

  /// Bytes that no encoding makes a text of; `nil` for a text.
  static func binary(_ text: DecodedText, file: String) -> Diagnostic? {
    guard !text.problems.isEmpty, let place = text.bytes.firstIndex(of: 0) else { return nil }
    return Diagnostic(
      "file.not-text", .error, at: InputLocation(file: file),
      "the file is no text, found a NUL byte at offset \(text.originalOffset(of: place)) and bytes that no encoding has, "
        + "expected a table as text",
      hint: "save the table as CSV; name the encoding with --encoding if it is a text")
  }

  /// What a file is that cannot be read as text; `nil` for any other.
  static func diagnostic(_ bytes: [UInt8], file: String) -> Diagnostic? {
    guard let kind = kinds.first(where: { bytes.starts(with: $0.start) }) else { return nil }
    return Diagnostic(
      "file.not-text", .error, at: InputLocation(file: file),
      "the file is \(kind.name), expected a table as text", hint: kind.hint)
  }
}
