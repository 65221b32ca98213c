import DelimitedText
import Diagnostics
import Testing

/// A file and all that the reader says about it, written by hand from the message grammar.
struct FindingCase: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  let header: HeaderRule
  let expected: [String]
  var testDescription: String { name }

  init(_ name: String, _ text: String, header: HeaderRule = .firstRecord, _ expected: String...) {
    self.init(name, bytes: Array(text.utf8), header: header, expected)
  }

  init(_ name: String, bytes: [UInt8], header: HeaderRule = .firstRecord, _ expected: [String]) {
    (self.name, self.bytes, self.header, self.expected) = (name, bytes, header, expected)
  }
}

@Suite("Findings in delimited text") struct DelimitedFindingTests {
  @Test("says what is wrong, where, and what to do", arguments: recordCases + fieldCases)
  func text(_ sample: FindingCase) { check(sample) }

  @Test("recognises what is not text in UTF-8", arguments: contentCases)
  func content(_ sample: FindingCase) { check(sample) }

  @Test("gives no records of a file that is not text")
  func refused() {
    let table = DelimitedReader().read([0x1F, 0x8B, 0x0A, 0x61, 0x0A], file: "f")
    #expect(table.rowCount == 0 && table.names.isEmpty && table.columnCount == 0)
  }

  @Test("takes text that starts like an archive for text")
  func letters() {
    let table = DelimitedReader().read("BZh,PAR1\n1,2\n", file: "f")
    #expect(table.diagnostics.isEmpty && table.names == ["BZh", "PAR1"])
    #expect(DelimitedReader().read("PAR1,x\n1,2\n", file: "f").diagnostics.isEmpty)
  }

  private func check(_ sample: FindingCase) {
    let table = DelimitedReader(header: sample.header).read(sample.bytes, file: "f")
    #expect(table.diagnostics.map(\.description) == sample.expected)
  }

  static let recordCases: [FindingCase] = [
    FindingCase("nothing wrong", "a,b\r\n1,2\r\n3,\"4\""),
    FindingCase(
      "empty file", "",
      "f: error: the file is empty, found 0 bytes, expected at least one record [csv.empty]"),
    FindingCase(
      "blank file", "\u{FEFF}\n\n",
      "f: error: the file has no records, found 5 bytes of line ends or byte order mark, "
        + "expected at least one record [csv.empty]"),
    FindingCase(
      "header alone", "a,b\n",
      "f: warning: no records behind the header, found the header alone, expected at least one row "
        + "[csv.no-rows]"),
    FindingCase(
      "header too far", "a\nb\n", header: .record(3),
      "f: error: the header is missing, found 2 records, expected the column names in record 3 "
        + "[csv.no-header]"),
    FindingCase(
      "too few fields", "a,b,c\n1,2\n3,4,5\n",
      "f:2:1: error: record has fewer fields than the header, found 2, expected 3 "
        + "[csv.unequal-fields]\n"
        + "  hint: a delimiter is missing, or a line end inside a field is not quoted"),
    FindingCase(
      "too many fields", "1,2\n1,234,5\n", header: .none,
      "f:2:1: error: record has more fields than the first record, found 3, expected 2 "
        + "[csv.unequal-fields]\n  hint: put a field that holds the delimiter in quotes"),
    FindingCase(
      "delimiter behind one record", "a,b\n1,2,\n",
      "f:2:1: error: record has more fields than the header, found 3, expected 2 "
        + "[csv.unequal-fields]\n  hint: the record ends with a delimiter; remove it"),
    FindingCase(
      "two fields too many, the last empty", "a,b\n1,2,3,\n",
      "f:2:1: error: record has more fields than the header, found 4, expected 2 "
        + "[csv.unequal-fields]\n  hint: put a field that holds the delimiter in quotes"),
    FindingCase(
      "delimiter behind every record", "a,b,\n1,2,\n",
      "f:1:5: note: every record ends with a delimiter, found ',' before each line end, "
        + "expected none [csv.trailing-delimiter]\n"
        + "  hint: the last column is empty and has no name"),
    FindingCase(
      "no name and the same name", "a,,a\n1,2,3\n",
      "f:1:3: warning: column without a name, found an empty field in column 2, expected a name "
        + "[csv.empty-name]",
      "f:1:4: warning: column name used twice, found 'a' in column 3, "
        + "expected another name than that of column 1 [csv.duplicate-name]\n"
        + "  hint: a name stands for its first column; rename the others"),
    FindingCase(
      "blank lines", "a\n\n1\n\n",
      "f:2:1: note: 2 blank lines skipped, found this one first, expected a record "
        + "[csv.blank-lines]"),
    FindingCase(
      "one blank line", "a\n1\n\n",
      "f:3:1: note: 1 blank line skipped, found this one first, expected a record "
        + "[csv.blank-lines]"),
    FindingCase(
      "mixed line ends", "a\r\n1\n2\r3\n",
      "f: note: line ends are mixed, found 2 LF, 1 CRLF and 1 CR, expected one kind "
        + "[csv.mixed-line-ends]"),
  ]

  static let fieldCases: [FindingCase] = [
    FindingCase(
      "quote open to the end", "a,b\n1,\"2\n3,4\n",
      "f:2:3: error: quoted field is not closed, found the end of the file, expected '\"' "
        + "[csv.unclosed-quote]\n"
        + "  hint: the quote is read as text; close the field, or put it in quotes and write the "
        + "quote twice"),
    FindingCase(
      "quote open to the next quoted field", "a,b\n\"x\ny\",z\n\"1,2\n3,\"4\"\n",
      "f:4:1: error: quoted field is not closed, found text behind the next '\"' on line 5, "
        + "expected a delimiter or a line end there [csv.unclosed-quote] (record 3)\n"
        + "  hint: the quote is read as text; close the field, or put it in quotes and write the "
        + "quote twice"),
    FindingCase(
      "text behind a quote", "a,b\n\"1\"\"x\"yz,2\n",
      "f:2:7: warning: text behind a closing quote, found 'yz', expected ',' or a line end "
        + "[csv.text-after-quote]\n"
        + "  hint: the text was added to the field; inside quotes write a quote twice"),
    FindingCase(
      "space behind a quote on another line", "a,b\n\"1\n2\" ,2\n",
      "f:3:3: warning: text behind a closing quote, found ' ', expected ',' or a line end "
        + "[csv.text-after-quote] (record 2)\n"
        + "  hint: the text was added to the field; inside quotes write a quote twice"),
    FindingCase(
      "quote inside", "a,b\n1, \"2\"\n",
      "f:2:4: warning: quote inside a field that is not quoted, found '\"' in ' \"2\"', "
        + "expected the field in quotes [csv.stray-quote]\n"
        + "  hint: the quote is kept as text; a quoted field has its quote right at its start"),
  ]

  static let contentCases: [FindingCase] = [
    binary(
      "gzip", [0x1F, 0x8B, 0x08], "a gzip archive", "decompress it first, for example with 'gunzip'"
    ),
    binary(
      "bzip2", Array("BZh91AY".utf8) + [0x9C], "a bzip2 archive",
      "decompress it first, for example with 'bunzip2'"),
    binary(
      "xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], "an xz archive",
      "decompress it first, for example with 'unxz'"),
    binary(
      "zstd", [0x28, 0xB5, 0x2F, 0xFD, 1], "a Zstandard archive",
      "decompress it first, for example with 'unzstd'"),
    binary(
      "pdf", Array("%PDF-1.7\n".utf8), "a PDF document",
      "look for the same table as CSV at the publisher"),
    binary(
      "xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
      "an old Office document (such as .xls)", "save the sheet as CSV in UTF-8"),
    binary(
      "parquet", Array("PAR1".utf8) + [0x15, 0], "a Parquet file", "export it as CSV in UTF-8"),
    binary(
      "zip", Array("PK\u{3}\u{4}".utf8) + [20, 0] + Array("data.csv".utf8), "a zip archive",
      "unpack it first, for example with 'unzip'"),
    binary(
      "xlsx", Array("PK\u{3}\u{4}".utf8) + [20, 0] + Array("[Content_Types].xml".utf8),
      "an Excel workbook (.xlsx)", "save the sheet as CSV in UTF-8"),
    wide(
      "UTF-16LE", [0xFF, 0xFE, 0x61, 0], "UTF-16 (little-endian)", "the bytes FF FE at the start",
      "UTF-16"),
    wide(
      "UTF-16BE", [0xFE, 0xFF, 0, 0x61], "UTF-16 (big-endian)", "the bytes FE FF at the start",
      "UTF-16"),
    wide(
      "UTF-32LE", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32 (little-endian)",
      "the bytes FF FE 00 00 at the start", "UTF-32"),
    wide(
      "UTF-32BE", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32 (big-endian)",
      "the bytes 00 00 FE FF at the start", "UTF-32"),
    wide(
      "UTF-16LE without a mark", "a,b\n".utf8.flatMap { [$0, 0] }, "UTF-16 (little-endian)",
      "NUL at every second byte", "UTF-16LE"),
    wide(
      "UTF-16BE without a mark", "a,b\n".utf8.flatMap { [0, $0] }, "UTF-16 (big-endian)",
      "NUL at every second byte", "UTF-16BE"),
    FindingCase(
      "NUL bytes", "a,b\n1,2\0\0\n",
      "f:2:4: error: the file holds NUL bytes, found 2, the first at byte 7, expected text "
        + "[csv.binary]\n  hint: the file may be damaged or not a text file"),
    FindingCase(
      "Windows-1252", bytes: [0xEF, 0xBB, 0xBF] + Array("a\n\nx".utf8) + [0xE9, 0x0A],
      [
        "f:2:1: note: 1 blank line skipped, found this one first, expected a record "
          + "[csv.blank-lines]",
        "f:3:2: error: text is not UTF-8, found byte 0xE9 at byte 7, expected UTF-8 "
          + "[csv.encoding] (record 2)\n  hint: the file may be in Windows-1252: 'tradewind import' "
          + "finds out and reads it; or convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'",
      ]),
    FindingCase(
      "three places that are not UTF-8", bytes: [0x61, 0x0A, 0x80, 0x2D, 0xFF, 0x2D, 0xC3, 0x0A],
      [
        "f:2:1: error: text is not UTF-8, found byte 0x80 at byte 2 and 2 more places, "
          + "expected UTF-8 [csv.encoding]\n  hint: the file may be in Windows-1252: "
          + "'tradewind import' finds out and reads it; or convert it, for example with 'iconv -f WINDOWS-1252 -t UTF-8'"
      ]),
  ]

  private static func binary(
    _ name: String, _ bytes: [UInt8], _ found: String, _ hint: String
  ) -> FindingCase {
    FindingCase(
      name, bytes: bytes,
      [
        "f: error: the file is not text, found \(found), expected delimited text in UTF-8 "
          + "[csv.binary]\n  hint: \(hint)"
      ])
  }

  private static func wide(
    _ name: String, _ bytes: [UInt8], _ encoding: String, _ found: String, _ iconv: String
  ) -> FindingCase {
    FindingCase(
      name, bytes: bytes,
      [
        "f: error: the file is encoded in \(encoding), found \(found), expected UTF-8 "
          + "[csv.encoding]\n  hint: 'tradewind import' reads it; or convert it, for example with 'iconv -f \(iconv) -t UTF-8'"
      ])
  }
}
