import Diagnostics
import Testing
import TimeSeries
import TradeImport
import TradeModel

private func result(
  _ text: String, _ schema: ImportSchema? = nil, _ options: ImportOptions = ImportOptions()
) -> ImportResult {
  GenericFormat(schema: schema).read(
    SourceText(file: "f.csv", decoded: DecodedText(Array(text.utf8))), options)
}

/// An observation in one line: key, period, value, status.
private func line(_ observation: TradeObservation) -> String {
  let value = observation.observation.value.map { TidyNumber.text($0) } ?? "-"
  let status = observation.observation.status
  return "\(observation.key.label) \(observation.period) \(value)"
    + (status.isEmpty ? "" : " \(status)")
}

@Suite("Reading of any table")
struct DetectionReadingTests {
  @Test("A long table with keys, flags and kinds of missing")
  func long() {
    let read = result(
      """
      reporter,partner,flow,period,value,flag
      BEL,DEU,X,2023-01,1234.50,
      BEL,DEU,M,2023-01,90.5,p
      BEL,FRA,X,2023-01,:c,
      BEL,FRA,M,2023-01,,e

      """)
    #expect(read.problems.isEmpty)
    #expect(
      read.observations.map(line) == [
        "BEL, DEU, exports 2023-01 1234.5", "BEL, DEU, imports 2023-01 90.5 P",
        "BEL, FRA, exports 2023-01 - Q", "BEL, FRA, imports 2023-01 - E+O",
      ])
    #expect(read.observations[0].figure?.text == "1234.50")
    #expect(read.observations[0].location.description == "f.csv:2:19")
    #expect(read.account.isBalanced)
    #expect(read.account.cells == 4)
    #expect(read.account.values == 2)
    #expect(read.account.missing == ["confidential": 1, "not available": 1])
  }

  @Test("A wide table with units, preamble and footer")
  func wide() {
    let read = result(
      """
      Trade by country

      partner;2022;2023
      ;Mio EUR;Mio EUR
      Belgium;1.741,9;(3,25)
      France;12,3 p;..
      Source: office; 2024;

      """, nil, ImportOptions(reporter: "DEU", flow: .exports))
    #expect(read.problems.isEmpty)
    #expect(
      read.observations.map(line) == [
        "DEU, BEL, exports 2022 1741900000", "DEU, BEL, exports 2023 -3250000",
        "DEU, FRA, exports 2022 12300000 P", "DEU, FRA, exports 2023 - O",
      ])
    #expect(read.observations.allSatisfy { $0.key.unit == Unit("EUR") })
    #expect(read.account.preamble == 1)
    #expect(read.account.header == 2)
    #expect(read.account.footer == 1)
    #expect(read.account.blank == 1)
    #expect(read.account.records == 7)
    #expect(read.account.isBalanced)
  }

  @Test("Two header rows name period and flow")
  func twoHeaders() {
    let read = result(
      """
      partner,2022,,2023,
      ,exports,imports,exports,imports
      Belgium,10.5,11.5,12.5,13.5
      France,20.5,21.5,22.5,23.5

      """)
    #expect(
      read.observations.prefix(4).map(line) == [
        "_X, BEL, exports 2022 10.5", "_X, BEL, imports 2022 11.5", "_X, BEL, exports 2023 12.5",
        "_X, BEL, imports 2023 13.5",
      ])
  }

  @Test("Series across, dates down")
  func series() {
    let read = result("\tS1\tS2\n1990-01-01\t89.8\t82.7\n1990-04-01\t95.8\t79.4\n")
    #expect(
      read.observations.map(line) == [
        "_X, WLD, other, S1 1990-Q1 89.8", "_X, WLD, other, S2 1990-Q1 82.7",
        "_X, WLD, other, S1 1990-Q2 95.8", "_X, WLD, other, S2 1990-Q2 79.4",
      ])
  }

  @Test("Every problem has its place, its column and what was expected, and nothing is lost")
  func problems() {
    var schema = ImportSchema(columns: [
      .init(name: "when", role: .period), .init(name: "way", role: .flow),
      .init(name: "amount", role: .value),
    ])
    schema.decimalMark = .point
    let read = result(
      """
      when,way,amount
      2023-13,exports,1
      2023-01,export,1O4.2
      2023-02,exprots,3
      2023-03,exports,3,5
      2023-04,exports,3
      2023-04,exports,4
      2023-05,exports,1.234,5
      2023-05

      """, schema)
    #expect(
      read.problems.map(\.diagnostic.description) == [
        """
        f.csv:2:1: error: period '2023-13' has month 13, expected 1 to 12 [table.period]
        """,
        """
        f.csv:3:16: error: '1O4.2' is not a number, expected a number such as 1741.9 [table.number]
          hint: a letter stands where a digit is expected: '104.2'?
        """,
        """
        f.csv:4:9: error: flow 'exprots' is not known, expected a flow such as exports or imports \
        [table.flow]
          hint: did you mean 'exports'?
        """,
        """
        f.csv:5:1: error: the row has 4 fields, expected 3 [table.fields]
          hint: a delimiter or a quote may be missing or too much
        """,
        """
        f.csv:7:17: error: second figure for _X, WLD, exports in 2023-04 (first on line 6), \
        expected one [table.duplicate]
          hint: a column that tells the rows apart may need the role 'product'
        """,
        """
        f.csv:8:1: error: the row has 4 fields, expected 3 [table.fields]
          hint: a delimiter or a quote may be missing or too much
        """,
        """
        f.csv:9:1: error: the row has 1 fields, expected 3 [table.fields]
          hint: a delimiter or a quote may be missing or too much
        """,
      ])
    let letter = read.problems[1]
    #expect(letter.columnName == "amount")
    #expect(letter.columnNumber == 3)
    #expect(letter.rawText == "1O4.2")
    #expect(letter.expected == "a number such as 1741.9")
    // 16 bytes of line 1, 18 of line 2 and 15 before the cell on line 3.
    #expect(letter.byteOffset == 16 + 18 + 15)
    #expect(read.account.isBalanced)
    #expect(read.account.cells == 8)
    #expect(read.account.values == 1)
    #expect(read.account.refused == 7)
  }

  @Test("A schema is enforced")
  func enforced() {
    let schema = ImportSchema(columns: [
      .init(name: "period", role: .period), .init(name: "value", role: .value),
    ])
    let read = result("period,values,note\n2023,1,x\n", schema)
    #expect(read.observations.isEmpty)
    #expect(
      read.problems.map(\.diagnostic.description) == [
        """
        f.csv:1: error: the file has no column 'value', which the schema names \
        [schema.missing-column]
          hint: did you mean 'values'?
        """,
        """
        f.csv:1: error: column 'values' is not in the schema [schema.unlisted-column]
          hint: add it to 'columns', with the role 'ignore' if need be
        """,
        """
        f.csv:1: error: column 'note' is not in the schema [schema.unlisted-column]
          hint: add it to 'columns', with the role 'ignore' if need be
        """,
      ])
    #expect(read.account.isBalanced)
  }

  @Test("Numbers that read two ways are not read until somebody says how")
  func ambiguous() {
    let text = "period,value\n2023,1.234\n2024,5.678\n"
    let open = result(text)
    #expect(open.observations.isEmpty)
    #expect(open.problems.map(\.diagnostic.id) == ["number.ambiguous"])
    for (mark, values) in [
      (NumberFormat.DecimalMark.point, [1.234, 5.678]), (.comma, [1234, 5678]),
    ] {
      var schema = ImportSchema(columns: [
        .init(name: "period", role: .period), .init(name: "value", role: .value),
      ])
      schema.decimalMark = mark
      #expect(result(text, schema).observations.map(\.observation.value) == values)
      let said = GenericFormat(decimalMark: mark).read(
        SourceText(file: "f.csv", decoded: DecodedText(Array(text.utf8))), ImportOptions())
      #expect(said.observations.map(\.observation.value) == values)
    }
  }

  @Test("Each setting of a schema matters")
  func settings() {
    let columns: [ImportSchema.Column] = [
      .init(name: "period", role: .period), .init(name: "value", role: .value),
    ]
    var schema = ImportSchema(columns: columns)
    schema.decimalMark = .point
    schema.constants.flow = .imports
    schema.constants.reporter = "Belgium"
    schema.constants.partner = "FR"
    schema.constants.unit = "EUR"
    schema.constants.scale = .thousand
    schema.isDashZero = true
    let first = result("period,value\n2023,-\n2024,2.5\n", schema)
    #expect(
      first.observations.map(line) == ["BEL, FRA, imports 2023 0", "BEL, FRA, imports 2024 2500"])
    #expect(first.observations.map(\.key.unit.code) == ["EUR", "EUR"])
    schema.isDashZero = false
    schema.missingWords = "destatis"
    schema.skippedLines = 1
    schema.footerMarker = "End"
    let second = result("Title\nperiod,value\n2023,x\n2024,2.5\nEnd of table\n", schema)
    #expect(
      second.observations.map(line) == [
        "BEL, FRA, imports 2023 - M", "BEL, FRA, imports 2024 2500",
      ])
    #expect(second.account.footer == 1)
    schema.flags = nil
    let third = result("Title\nperiod,value\n2023,1p\n", schema)
    #expect(third.problems.map(\.diagnostic.id) == ["table.number"])
    schema.grouping = .indian
    #expect(
      result("Title\nperiod,value\n2023,\"1,00,000\"\n", schema).observations.map(line) == [
        "BEL, FRA, imports 2023 100000000"
      ])
  }

  @Test("What detection warns of stands in the notes")
  func warnings() {
    let read = result("name,value\na,1.5\nb,2.25\n")
    #expect(read.notes.map(\.id) == ["sniff.no-period"])
    #expect(read.problems.map(\.diagnostic.id) == ["schema.no-period"])
  }

  @Test("What is no table is an error") func noTable() {
    let read = result("Result too large: ask for less.\n")
    #expect(read.problems.map(\.diagnostic.id) == ["table.none"])
    #expect(read.hasErrors)
  }

  @Test("Bytes that cannot be decoded are problems with their offset in the file")
  func bytes() {
    let raw =
      Array("period,value,note\n2023,1.5,Cura".utf8) + [0xE7] + Array("ao\n2024,2.5,x\n".utf8)
    let read = GenericFormat().read(
      SourceText(file: "f.csv", decoded: DecodedText(raw, encoding: .utf8)), ImportOptions())
    #expect(read.problems.map(\.diagnostic.id) == ["encoding.undecodable"])
    #expect(read.problems.first?.byteOffset == 31)
    #expect(read.observations.count == 2)
  }
}
