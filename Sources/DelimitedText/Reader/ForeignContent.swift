/// What a file is that is not text in UTF-8, told by its first bytes.
enum ForeignContent: Hashable {
  case binary(name: String, remedy: String)
  case wideText(name: String, evidence: String, converter: String)

  /// Recognises content by its magic number, its byte order mark or its NUL bytes.
  init?(_ bytes: [UInt8]) {
    if let content = ForeignContent.binary(bytes) ?? ForeignContent.wideText(bytes) {
      self = content
    } else {
      return nil
    }
  }

  private static func binary(_ bytes: [UInt8]) -> ForeignContent? {
    let signatures: [(bytes: [UInt8], name: String, remedy: String)] = [
      ([0x1F, 0x8B], "a gzip archive", "decompress it first, for example with 'gunzip'"),
      (Array("BZh".utf8), "a bzip2 archive", "decompress it first, for example with 'bunzip2'"),
      (
        [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive",
        "decompress it first, for example with 'unxz'"
      ),
      (
        [0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive",
        "decompress it first, for example with 'unzstd'"
      ),
      (Array("%PDF-".utf8), "a PDF document", "look for the same table as CSV at the publisher"),
      (
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document (such as .xls)",
        "save the sheet as CSV in UTF-8"
      ),
      (Array("PAR1".utf8), "a Parquet file", "export it as CSV in UTF-8"),
    ]
    for signature in signatures where bytes.starts(with: signature.bytes) {
      // "BZh" and "PAR1" are also letters: a real archive has a byte that is no text soon after.
      let isLetters = signature.bytes.allSatisfy { $0 >= 0x30 && $0 < 0x80 }
      if isLetters, bytes.prefix(64).allSatisfy({ isText($0) }) { continue }
      return .binary(name: signature.name, remedy: signature.remedy)
    }
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    // The first entry of an Excel workbook has one of these names.
    let start = bytes.prefix(4096)
    let isWorkbook = ["[Content_Types].xml", "xl/", "_rels/.rels"].contains {
      name in start.indices.contains { start[$0...].starts(with: name.utf8) }
    }
    return isWorkbook
      ? .binary(name: "an Excel workbook (.xlsx)", remedy: "save the sheet as CSV in UTF-8")
      : .binary(name: "a zip archive", remedy: "unpack it first, for example with 'unzip'")
  }

  private static func isText(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func wideText(_ bytes: [UInt8]) -> ForeignContent? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
      return wideText("UTF-32", "little-endian", "the bytes FF FE 00 00 at the start")
    }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      return wideText("UTF-32", "big-endian", "the bytes 00 00 FE FF at the start")
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return wideText("UTF-16", "little-endian", "the bytes FF FE at the start")
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      return wideText("UTF-16", "big-endian", "the bytes FE FF at the start")
    }
    // Without a mark: in the first 64 bytes every second byte is NUL and no other is.
    let start = bytes.prefix(64)
    guard start.count >= 8 else { return nil }
    for (name, parity) in [("little-endian", 1), ("big-endian", 0)]
    where start.indices.allSatisfy({ (start[$0] == 0) == ($0 % 2 == parity) }) {
      return .wideText(
        name: "UTF-16 (\(name))", evidence: "NUL at every second byte",
        converter: parity == 1 ? "UTF-16LE" : "UTF-16BE")
    }
    return nil
  }

  private static func wideText(
    _ encoding: String, _ order: String, _ evidence: String
  ) -> ForeignContent {
    .wideText(name: "\(encoding) (\(order))", evidence: evidence, converter: encoding)
  }

  var finding: DelimitedFinding {
    switch self {
    case .binary(let name, let remedy): .binaryFile(name: name, remedy: remedy)
    case .wideText(let name, let evidence, let converter):
      .wideText(name: name, evidence: evidence, converter: converter)
    }
  }
}
