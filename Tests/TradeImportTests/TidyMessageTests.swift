import Diagnostics
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("Every message of the tidy reader with its full text and place")
struct TidyMessageTests {
  /// A table with what must be said about it.
  ///
  /// The texts follow the grammar of messages: place,
  /// severity, what is wrong, found, expected, name, hint.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let table: String
    let expected: [String]

    init(_ name: String, _ table: String, _ expected: [String]) {
      (testDescription, self.table, self.expected) = (name, table, expected)
    }
  }

  static let files = [
    Case(
      "empty file", "",
      [
        "data.csv: error: the file is empty, found 0 bytes, expected at least one record [csv.empty]"
      ]
    ),
    Case(
      "header only", "period,value\n",
      [
        "data.csv: warning: no records behind the header, found the header alone, expected at "
          + "least one row [csv.no-rows]"
      ]),
    Case(
      "missing column, near name", "perid,value\n2024,1\n",
      [
        """
        data.csv:1:1: error: column 'period' is missing, found 'perid', 'value' [tidy.missing-column]
          hint: rename column 'perid' to 'period'
        """,
        """
        data.csv:1:1: warning: column 'perid' is not known and is left out [tidy.unknown-column]
          hint: did you mean 'period'?
        """,
      ]),
    Case(
      "missing column, other names", "when,amount\n2024,1\n",
      [
        """
        data.csv:1:1: error: column 'period' is missing, found 'when', 'amount' [tidy.missing-column]
          hint: tidy CSV needs the columns period and value
        """,
        """
        data.csv:1:1: error: column 'value' is missing, found 'when', 'amount' [tidy.missing-column]
          hint: tidy CSV needs the columns period and value
        """,
        "data.csv:1:1: warning: column 'when' is not known and is left out [tidy.unknown-column]",
        "data.csv:1:6: warning: column 'amount' is not known and is left out [tidy.unknown-column]",
      ]),
    Case(
      "unknown column", "period,value,vintge\n2024,1,2025\n",
      [
        """
        data.csv:1:14: warning: column 'vintge' is not known and is left out [tidy.unknown-column]
          hint: did you mean 'vintage'?
        """
      ]),
    Case(
      "repeated column", "period,value,value\n2024,1,2\n",
      [
        """
        data.csv:1:14: warning: column name used twice, found 'value' in column 3, expected \
        another name than that of column 2 [csv.duplicate-name]
          hint: a name stands for its first column; rename the others
        """
      ]),
    Case(
      "too few fields", "period,partner,value\n2024,USA\n",
      [
        """
        data.csv:2:1: error: record has fewer fields than the header, found 2, expected 3 \
        [csv.unequal-fields]
          hint: a delimiter is missing, or a line end inside a field is not quoted
        """
      ]),
    Case(
      "too many fields", "period,value\n2024,1,234\n",
      [
        """
        data.csv:2:1: error: record has more fields than the header, found 3, expected 2 \
        [csv.unequal-fields]
          hint: put a field that holds the delimiter in quotes
        """
      ]),
  ]

  @Test("Files and headers", arguments: files) func file(_ item: Case) {
    #expect(messages(item.table) == item.expected)
  }

  /// A number that is not one, with the hint.
  static let numbers: [(String, String?)] = [
    ("1O4.2", "a letter stands where a digit is expected: '104.2'?"),
    ("l04", "a letter stands where a digit is expected: '104'?"),
    ("\"104,2\"", "write a point for decimals and no thousands separators"),
    ("\"1,042.5\"", "write numbers without thousands separators, with a point for decimals"),
    ("\"1,042,000\"", "write numbers without thousands separators, with a point for decimals"),
    ("1 042", "write numbers without spaces"),
    ("\u{2212}5", "write the minus sign as '-'"),
    ("3.1%", "write the number alone and 'percent' in the unit column"),
    ("NaN", "leave the value empty and say why in the status column (O, Q, M or L)"),
    ("na", "leave the value empty and say why in the status column (O, Q, M or L)"),
    ("n/a", "leave the value empty and say why in the status column (O, Q, M or L)"),
    (":", "leave the value empty and say why in the status column (O, Q, M or L)"),
    ("..", "leave the value empty and say why in the status column (O, Q, M or L)"),
    ("-", "leave the value empty and say why in the status column (O, Q, M or L)"),
    ("null", "leave the value empty and say why in the status column (O, Q, M or L)"),
    ("1e999", "the number is too large"),
    ("1.2.3", nil), ("0x1F", nil), ("1e", nil), ("e5", nil), ("5-", nil), ("inf", nil),
    ("1e5.5", nil), ("abc", nil),
  ]

  @Test("Values that are no numbers", arguments: numbers) func number(text: String, hint: String?) {
    let content = text.hasPrefix("\"") ? String(text.dropFirst().dropLast()) : text
    let expected =
      "data.csv:2:6: error: value '\(content)' is not a number, expected digits with '.' "
      + "[tidy.number]" + (hint.map { "\n  hint: \($0)" } ?? "")
    let data = dataset("period,value\n2024,\(text)\n2025,1\n")
    #expect(data.diagnostics.map(\.description) == [expected])
    #expect(data.observations.map(\.observation.value) == [1])
  }

  static let fields = [
    Case(
      "month 13", "period,value\n2024-13,1\n",
      ["data.csv:2:1: error: period '2024-13' has month 13, expected 1 to 12 [tidy.period]"]),
    Case(
      "empty period", "period,value\n,1\n",
      [
        "data.csv:2:1: error: the period is empty, expected a form such as 2024-09 [tidy.period]"
      ]),
    Case(
      "flow", "period,flow,value\n2024,export,1\n",
      [
        """
        data.csv:2:6: error: flow 'export' is not known [tidy.flow]
          hint: did you mean 'exports'?
        """
      ]),
    Case(
      "measure", "period,measure,value\n2024,turnover,1\n",
      [
        """
        data.csv:2:6: error: measure 'turnover' is not known [tidy.measure]
          hint: known are value, quantity, weight, yoy, pop
        """
      ]),
    Case(
      "hedge", "period,value,hedge\n2024,1,abot\n",
      [
        """
        data.csv:2:8: error: hedge 'abot' is not known [tidy.hedge]
          hint: did you mean 'about'?
        """
      ]),
    Case(
      "status", "period,value,status\n2024,1,X\n",
      [
        """
        data.csv:2:8: error: status 'X' is not known, expected letters of SDMX OBS_STATUS such as \
        P or E [tidy.status]
          hint: join several with '+'
        """
      ]),
    Case(
      "scale", "period,value,scale\n2024,1,bn\n",
      [
        "data.csv:2:8: error: scale 'bn' is not a power of ten, expected 1, 1e6 or 1e9 [tidy.scale]"
      ]),
    Case(
      "vintage", "period,value,vintage\n2024,1,Oct 2024\n",
      [
        "data.csv:2:8: error: vintage 'Oct 2024' is not a date, expected 2009, 2009-11 or "
          + "2009-11-30 [tidy.vintage]"
      ]),
    Case(
      "printed without a value", "period,value,printed\n2024,,1.5\n",
      [
        "data.csv:2:6: error: the value is empty beside the printed figure '1.5' [tidy.value]"
      ]),
    Case(
      "printed is not a number", "period,value,printed\n2024,1500,\"1,500\"\n",
      [
        "data.csv:2:11: error: printed figure '1,500' is not a number, expected digits with '.' "
          + "as printed [tidy.printed]"
      ]),
    Case(
      "printed is another number", "period,value,printed,scale\n2024,1500,1.5,1e6\n",
      [
        """
        data.csv:2:6: error: value '1500' is not the printed 1.5 times 1e6 [tidy.printed-differs]
          hint: value holds base units, printed the digits as published, scale their unit
        """
      ]),
    Case(
      "flow dated as a stock", "period,flow,value\nend-2012,exports,1\n",
      [
        """
        data.csv:2:1: error: period 'end-2012' dates a stock but the row is a flow, expected a \
        span such as 2012 or 2012-12 [tidy.stock-date]
          hint: for stocks use a flow such as fdi_stock_in, or say "kind": "stock" in \
        dataset.json or --kind stock
        """
      ]),
    Case(
      "everything wrong is said at once", "period,flow,value,vintage\n2024-13,x,1O,2\n",
      [
        "data.csv:2:1: error: period '2024-13' has month 13, expected 1 to 12 [tidy.period]",
        """
        data.csv:2:9: error: flow 'x' is not known [tidy.flow]
          hint: known are exports, imports, re_exports, re_imports, total_trade, balance, \
        services_exports, services_imports, services_total, fdi_flow_in, fdi_flow_out, \
        fdi_stock_in, fdi_stock_out, other
        """,
        """
        data.csv:2:11: error: value '1O' is not a number, expected digits with '.' [tidy.number]
          hint: a letter stands where a digit is expected: '10'?
        """,
        "data.csv:2:14: error: vintage '2' is not a date, expected 2009, 2009-11 or 2009-11-30 "
          + "[tidy.vintage]",
      ]),
  ]

  @Test("Fields of a row", arguments: fields) func field(_ item: Case) {
    let data = dataset(item.table)
    #expect(data.diagnostics.map(\.description) == item.expected)
    #expect(data.observations.isEmpty)
    #expect(data.hasErrors)
  }

  @Test("An unknown area is kept and reported once") func unknownArea() {
    let data = dataset("period,partner,value\n2024,GRM,1\n2025,GRM,2\n2024,Germeny,3\n2024,QQ9,4\n")
    #expect(data.observations.map(\.key.partner) == ["GRM", "GRM", "Germeny", "QQ9"])
    #expect(
      data.diagnostics.map(\.description) == [
        """
        data.csv:2:6: warning: partner 'GRM' is not a known area, expected an ISO 3166 alpha-3 \
        code or a group [tidy.unknown-area]
          hint: define the group in dataset.json
        """,
        """
        data.csv:4:6: warning: partner 'Germeny' is not a known area, expected an ISO 3166 \
        alpha-3 code or a group [tidy.unknown-area]
          hint: did you mean 'DEU'?
        """,
        """
        data.csv:5:6: warning: partner 'QQ9' is not a known area, expected an ISO 3166 alpha-3 \
        code or a group [tidy.unknown-area]
          hint: define the group in dataset.json
        """,
      ])
  }

  @Test("Two values for one key") func repetitions() {
    let same = "period,partner,value,vintage\n2024,USA,1,2025\n2025,USA,2,2025\n2024,USA,1,2025\n"
    #expect(
      messages(same) == [
        "data.csv:4:10: error: second value for 2024, USA, other, vintage 2025 (first on line 2) "
          + "[dataset.duplicate]"
          + "\n  hint: remove one, or say in the columns what makes them differ"
      ])
    let other = "period,value,source\n2024,1,a\n2024,2,b\n2024,1,c\n"
    #expect(
      messages(other) == [
        "data.csv:3:6: note: b gives another value for 2024, WLD, other than a on line 2; both are "
          + "kept, the first is used [dataset.conflict]"
      ])
    #expect(dataset(other).observations.count == 3)
    #expect(messages("period,value,vintage\n2024,1,2025\n2024,2,2026\n") == [])
  }

  @Test("Periods that are left out are noted") func gaps() {
    let text = messages(
      """
      period,partner,value
      2024-01,USA,1
      2024-02,USA,1
      2024-04,USA,1
      2024-08,USA,1
      2023,DEU,1
      2024,DEU,1

      """)
    #expect(
      text == [
        "data.csv:4:13: note: USA, other has no value for 2024-03 [dataset.gap]",
        "data.csv:5:13: note: USA, other has no value for 2024-05 to 2024-07 [dataset.gap]",
      ])
    let single = "period,value\n2001,1\n2009,2\n"
    #expect(messages(single, manifest: #"{"frequency": "irregular"}"#) == [])
    #expect(messages(single).count == 1)
    #expect(messages("period,value\n2024-01,1\n2024-05,\n2024-Q3,2\n") == [], "two frequencies")
  }

  @Test("Stocks are dated by months, their gaps follow from their own step") func stockGaps() {
    let text = messages(
      "period,flow,value\nend-2010,fdi_stock_in,1\nend-2011,fdi_stock_in,1\nend-2013,fdi_stock_in,1\n"
    )
    #expect(
      text == ["data.csv:4:23: note: WLD, fdi_stock_in has no value for 2012-12 [dataset.gap]"])
  }

  @Test("Binary data give an error and no observation") func binary() {
    let bytes: [UInt8] = [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x00, 0x00, 0x08]
    let data = Dataset(path: "x", data: (bytes, "x.xlsx"))
    #expect(data.observations.isEmpty)
    #expect(data.diagnostics.map(\.id) == ["csv.binary"])
    #expect(data.hasErrors)
  }
}
