import DelimitedText
import Diagnostics
import Testing

/// Expected values are read off the literals by hand.
@Suite("Delimited table") struct DelimitedTableTests {
  private let table = DelimitedReader().read(
    "\u{FEFF}name,note,value\r\nTea,\"two\nlines, \"\"x\"\"\",3\nRice,\"\",é\n\nOats,b",
    file: "t.csv")

  @Test("gives names, rows and fields")
  func access() {
    #expect(table.names == ["name", "note", "value"])
    #expect(table.columnCount == 3 && table.rowCount == 3 && table.rows.count == 3)
    #expect(table.column(named: "value") == 2 && table.column(named: "Value") == nil)
    #expect(table[row: 0].map(\.text) == ["Tea", "two\nlines, \"x\"", "3"])
    #expect(table[row: 1][1].isEmpty && table[row: 1][1].isQuoted)
    #expect(table[row: 1].text(in: 2) == "é")
    #expect(table[row: 2].text(in: 2) == nil && table[row: 2].field(in: 2) == nil)
    #expect(Array(table[row: 0][1].rawBytes) == Array("\"two\nlines, \"\"x\"\"\"".utf8))
    #expect(!table.endsInLineEnd && table.preamble.isEmpty)
  }

  @Test("gives the bytes of a field")
  func bytes() {
    let row = table[row: 0]
    func copy(_ column: Int) -> [UInt8]? {
      row.withBytes(in: column) { bytes in bytes.indices.map { bytes[$0] } }
    }
    #expect(copy(0) == Array("Tea".utf8))
    #expect(copy(1) == Array("two\nlines, \"x\"".utf8))
    #expect(copy(3) == nil)
  }

  @Test("locates fields behind a line end in quotes, and counts columns behind the mark")
  func locations() {
    let places = [(0, 0), (0, 1), (0, 2), (1, 2), (2, 2)].map {
      table.location(row: $0.0, column: $0.1)
    }
    // Line 3 is `lines, ""x""",3`: its last field stands in column 15.
    #expect(
      places == [
        InputLocation(file: "t.csv", line: 2, column: 1),
        InputLocation(file: "t.csv", line: 2, column: 5),
        InputLocation(file: "t.csv", line: 3, column: 15, record: 2),
        InputLocation(file: "t.csv", line: 4, column: 9, record: 3),
        InputLocation(file: "t.csv", line: 6, column: 7, record: 4),
      ])
    #expect(table.header?.location == InputLocation(file: "t.csv", line: 1, column: 1))
    #expect(table[row: 2].line == 6 && table[row: 2].number == 4)
  }

  @Test("takes the header from a later record and keeps what stands before it")
  func preamble() {
    let reader = DelimitedReader(dialect: .semicolons, header: .record(3))
    let table = reader.read("Trade\nUSD;\"million\"s\na;b\n1;2\n", file: "p")
    #expect(table.names == ["a", "b"])
    #expect(
      table.preamble.map { $0.map(\.text) } == [["Trade"], ["USD", "millions"]])
    #expect(table[row: 0].map(\.text) == ["1", "2"])
    #expect(table.diagnostics.isEmpty)
  }

  @Test("has no names without a header")
  func noHeader() {
    let table = DelimitedReader(header: .none).read("a,b\r1,2\r", file: "p")
    #expect(table.names.isEmpty && table.header == nil && table.rowCount == 2)
    #expect(table.columnCount == 2 && table.endsInLineEnd && table.diagnostics.isEmpty)
  }

  @Test("gives all columns with a repeated name")
  func repeated() {
    let table = DelimitedReader().read("a,b,a\n1,2,3\n", file: "p")
    #expect(table.column(named: "a") == 0 && table.columns(named: "a") == [0, 2])
    #expect(table.columns(named: "c").isEmpty)
  }

  @Test("replaces bytes that are not UTF-8 in text and keeps them in bytes")
  func latin1() {
    let table = DelimitedReader(header: .none).read([0x61, 0xE9, 0x0A], file: "p")
    #expect(Array(table[row: 0][0].bytes) == [0x61, 0xE9])
    #expect(table[row: 0][0].text == "a\u{FFFD}")
  }

  @Test("summarizes findings by id")
  func summary() {
    let table = DelimitedReader().read("a,b\n1\n\"x\"y,2\n3\n", file: "s")
    let summary = table.diagnostics.summarizedByID()
    #expect(
      summary.map(\.description) == [
        "2 × csv.unequal-fields (error), first at s:2:1",
        "1 × csv.text-after-quote (warning), first at s:3:4",
      ])
    #expect(summary.first?.first == table.diagnostics.first)
    let mixed = [Diagnostic("i", .note, "m"), Diagnostic("i", .error, "n")].summarizedByID()
    #expect(mixed.map(\.description) == ["2 × i (error)"])
  }
}
