import DelimitedText
import Diagnostics
import Testing
import TimeSeries
import TradeImport

/// A small file with what a person sees in it.
struct SniffedFile: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  var dialect = Dialect.commas
  var headerLine: Int? = 1
  var headerRows = 1
  var hasUnits = false
  var footerRows = 0
  var layout = ImportSchema.Layout.long
  var decimal: NumberFormat.DecimalMark? = .point
  /// The columns with a role, as `name=role`; those of periods in a wide table are left out.
  let roles: [String]
  var periods: [String] = []
}

@Suite("Detection of tables")
struct DetectionTests {
  static let files: [SniffedFile] = [
    SniffedFile(
      testDescription: "plain panel",
      text: "period,exports,imports\n2023-Q1,12.5,3\n2023-Q2,13.25,4\n2023-Q3,11,5.5\n",
      roles: ["period=period", "exports=value", "imports=value"]),
    SniffedFile(
      testDescription: "long with keys and flags",
      text: """
        reporter,partner,flow,product,period,value,flag
        BEL,DEU,X,8703,2023,100.5,
        BEL,DEU,M,8703,2023,90.5,p
        BEL,FRA,X,8703,2023,80,e
        BEL,FRA,M,0101,2023,70,

        """,
      roles: [
        "reporter=reporter", "partner=partner", "flow=flow", "product=product", "period=period",
        "value=value", "flag=status",
      ]),
    SniffedFile(
      testDescription: "semicolons, decimal commas, preamble and footer",
      text: """
        Außenhandel
        Quelle: Amt; Stand 2024

        Land;Jahr;Wert
        Belgien;2022;1.234,5
        Frankreich;2022;987,25
        Belgien;2023;1.300,0
        Frankreich;2023;1.001,75
        Anmerkung: vorläufig

        """,
      dialect: .semicolons, headerLine: 4, footerRows: 1, decimal: .comma,
      roles: ["Land=reporter", "Jahr=period", "Wert=value"]),
    SniffedFile(
      testDescription: "wide years with tabs",
      text: """
        country\t2019\t2020\t2021
        Belgium\t1 741.9\t1 802.0\t:
        France\t941.9\t802.5\t903.1
        Germany\t2 741.9\t-\t2 903.1

        """,
      dialect: .tabs, layout: .wide, roles: ["country=reporter"],
      periods: ["2019", "2020", "2021"]),
    SniffedFile(
      testDescription: "wide months with bars and a units row",
      text: """
        partner|2024M01|2024M02|2024M03
        |USD million|USD million|USD million
        Belgium|10.25|11.5|12
        France|20.5|21.25|22.75

        """,
      dialect: .bars, hasUnits: true, layout: .wide, roles: ["partner=partner"],
      periods: ["2024-01", "2024-02", "2024-03"]),
    SniffedFile(
      testDescription: "two header rows",
      text: """
        partner,2022,,2023,
        ,exports,imports,exports,imports
        Belgium,10.5,11.5,12.5,13.5
        France,20.5,21.5,22.5,23.5

        """,
      headerRows: 2, layout: .wide, roles: ["partner=partner"],
      periods: ["2022", "2022", "2023", "2023"]),
    SniffedFile(
      testDescription: "no header",
      text: "2021,12.5\n2022,13.5\n2023,14.5\n2024,15.25\n", headerLine: nil, headerRows: 0,
      roles: ["column 1=period", "column 2=value"]),
    SniffedFile(
      testDescription: "year and month in two columns",
      text: """
        year,month,value
        2023,11,5.5
        2023,12,6.25
        2024,1,7.5
        2024,2,8.25

        """,
      roles: ["year=period", "month=period", "value=value"]),
    SniffedFile(
      testDescription: "codes beside names, the names are left out",
      text: """
        geo,geo name,sitc,label,time,OBS_VALUE
        BE,Belgium,01,Meat,2022,5.5
        BE,Belgium,02,Milk,2022,6.5
        FR,France,01,Meat,2022,7.5
        FR,France,02,Milk,2022,8.5

        """,
      roles: ["geo=reporter", "sitc=product", "time=period", "OBS_VALUE=value"]),
    SniffedFile(
      testDescription: "dates at the first day of months, series across",
      text: "\tS1\tS2\n1990-01-01\t89.8\t82.7\n1990-02-01\t95.8\t79.4\n1990-03-01\t91\t80\n",
      dialect: .tabs, roles: ["column 1=period", "S1=value", "S2=value"]),
    SniffedFile(
      testDescription: "single quotes",
      text: "'period','value'\n'2023','1,5'\n'2024','2,5'\n",
      dialect: Dialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "'")), decimal: .comma,
      roles: ["period=period", "value=value"]),
  ]

  @Test("The structure of a file is found", arguments: files)
  func structure(_ file: SniffedFile) throws {
    let report = Sniffer().sniff(Array(file.text.utf8), file: "f.csv")
    let schema = try #require(report.schema)
    #expect(schema.dialect == file.dialect)
    #expect(report.headerLine == file.headerLine)
    #expect(schema.headerRows == file.headerRows)
    #expect(schema.unitsRow == (file.hasUnits ? 1 : nil))
    #expect(schema.rowsAfterHeader == (file.hasUnits ? 1 : 0))
    #expect(schema.footerRows == file.footerRows)
    #expect(schema.layout == file.layout)
    #expect(schema.decimalMark == file.decimal)
    let roles = report.columns.filter { $0.period == nil && $0.role != .ignore }
      .map { "\($0.name)=\($0.role.rawValue)" }
    #expect(roles == file.roles)
    #expect(report.columns.compactMap(\.period) == file.periods)
    #expect(report.diagnostics.isEmpty)
  }

  @Test("Every candidate has a score and evidence, the best first", arguments: files)
  func evidence(_ file: SniffedFile) {
    let report = Sniffer().sniff(Array(file.text.utf8), file: "f.csv")
    let titles = report.sections.map(\.title)
    #expect(titles.starts(with: ["encoding", "delimiter and quote", "structure", "layout"]))
    for section in report.sections {
      let scores = section.rows.compactMap(\.score)
      #expect(scores.allSatisfy { (0...1).contains($0) }, "\(section.title)")
      if section.title != "structure" {
        #expect(scores == scores.sorted(by: >), "\(section.title)")
        #expect(section.rows.first?.evidence.isEmpty == false, "\(section.title)")
      }
    }
    let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
    for evidence in report.sections.flatMap(\.rows).flatMap(\.evidence) {
      #expect((1...lines).contains(evidence.line ?? 1))
    }
  }

  @Test("A column whose numbers read two ways is a question, and the schema has no answer")
  func question() {
    let report = Sniffer().sniff(
      Array("period,value\n2023,1.234\n2024,5.678\n".utf8), file: "f.csv")
    #expect(report.diagnostics.map(\.id) == ["number.ambiguous"])
    #expect(report.schema?.decimalMark == nil)
    let semicolons = Sniffer().sniff(
      Array("period;value\n2023;1.234\n2024;5.678\n".utf8), file: "f.csv")
    #expect(semicolons.diagnostics.map(\.id) == ["number.ambiguous"])
    #expect(semicolons.numbers.candidates.first?.format.decimalMark == .comma)
    let settled = Sniffer().sniff(
      Array("period;value;change\n2023;1.234;2,5\n2024;5.678;3,25\n".utf8), file: "f.csv")
    #expect(settled.diagnostics.isEmpty)
    #expect(settled.schema?.decimalMark == .comma)
  }

  @Test("A table of one column is never found without a warning")
  func oneColumn() {
    let report = Sniffer().sniff(
      Array("Result too large: ask for less.\r\nMaximum is: 5000\r\n".utf8), file: "f.csv")
    #expect(
      report.diagnostics.first?.description == """
        f.csv:1: warning: no delimiter cuts the rows into cells, found one column, expected \
        commas, semicolons, tabs or bars [sniff.one-column]
          hint: the file may be a message or a page and no table; name the delimiter in a schema \
        if it is another one
        """)
    #expect(report.schema == nil)
  }

  @Test("Pages and empty files are named")
  func noTable() {
    let page = Sniffer().sniff(
      Array("\n<html><body><table><tr><td>1</td></tr></table>\n</body></html>".utf8), file: "f")
    #expect(page.diagnostics.first?.id == "sniff.page")
    #expect(page.schema == nil)
    for text in ["", "\n\n"] {
      let empty = Sniffer().sniff(Array(text.utf8), file: "f")
      #expect(empty.diagnostics.map(\.id) == ["sniff.empty"])
      #expect(empty.schema == nil)
    }
  }

  @Test("A table without periods or figures says so")
  func lacking() {
    let report = Sniffer().sniff(Array("name,colour\na,red\nb,green\n".utf8), file: "f")
    #expect(report.diagnostics.map(\.id) == ["sniff.no-values", "sniff.no-period"])
  }
}
