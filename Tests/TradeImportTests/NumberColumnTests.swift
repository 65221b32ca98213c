import Diagnostics
import Testing
import TimeSeries
import TradeImport

private func column(_ name: String, _ cells: [String]) -> NumberColumn {
  var column = NumberColumn(
    name: name, formats: [NumberFormat(), NumberFormat(decimalMark: .comma)])
  for (index, cell) in cells.enumerated() { column.add(cell, line: index + 2) }
  return column
}

@Suite("Numbers of a column")
struct NumberColumnTests {
  @Test("A column in which every number reads two ways is a question")
  func ambiguous() {
    let values = column("Value", ["1.234", "56.789", "123.456"])
    #expect(values.isAmbiguous)
    #expect(values.decided == nil)
    let decision = NumberDecision([values])
    #expect(decision.openColumns.map(\.name) == ["Value"])
    #expect(
      decision.questions(file: "x.csv").map(\.description) == [
        """
        x.csv:2: error: every number of column 'Value' can be read in two ways, found '1.234', \
        which is 1.234 or 1234 [number.ambiguous]
          hint: say which with --decimal-point or --decimal-comma, or with "decimal" in a schema
        """
      ])
  }

  // Each list has one cell that only one mark can explain; the reason stands beside it.
  @Test(
    "One cell that reads one way decides the column",
    arguments: [
      (["1.234", "12.5"], NumberFormat.DecimalMark.point),  // groups have three digits
      (["1.234", "0.123"], .point),  // no thousands after a zero
      (["1.234", "1234.567"], .point),  // a first group has three digits at most
      (["1.234", "1,234.5"], .point), (["1.234", "1,234,567"], .point),
      (["1.234", "1.234.567"], .comma),  // one decimal mark only
      (["1.234", "12,5"], .comma), (["1,234", "12,5"], .comma), (["1,234", "0,123"], .comma),
      (["1.234", "1 234,5"], .comma), (["1.234", "1.234,567"], .comma),
    ])
  func decided(_ cells: [String], _ mark: NumberFormat.DecimalMark) {
    let values = column("v", cells)
    #expect(!values.isAmbiguous)
    #expect(values.decided.map { values.fits[$0].format.decimalMark } == mark)
    #expect(NumberDecision([values]).candidates.first?.format.decimalMark == mark)
  }

  @Test("Whole numbers without marks ask nothing and decide nothing")
  func whole() {
    let values = column("v", ["1", "2345", "", ":", "0"])
    #expect(!values.isAmbiguous)
    #expect(values.decided == nil)
    #expect(values.emptyCount == 1)
    #expect(values.fits[0].missingCount == 1)
    #expect(NumberDecision([values]).openColumns.isEmpty)
  }

  @Test("Other columns settle the question, and the evidence says so")
  func settled() {
    let decision = NumberDecision(
      [column("a", ["1.234", "2.345"]), column("b", ["12,5", "0,7"])],
      delimiter: UInt8(ascii: ";"))
    #expect(decision.openColumns.isEmpty)
    #expect(decision.settledColumns.map(\.name) == ["a"])
    let best = decision.candidates.first
    #expect(best?.format.decimalMark == .comma)
    let texts = best?.evidence.map(\.description) ?? []
    #expect(texts.contains("line 2: column 'b' holds '12,5', a number in this format only"))
    #expect(
      texts.contains(
        "line 2: every number of column 'a' reads two ways, '1.234' is 1234 here, settled by the "
          + "other columns"))
    #expect(texts.contains("tables with ';' usually have decimal commas"))
  }

  @Test("A delimiter orders the candidates and does not answer the question")
  func prior() {
    let values = column("v", ["1.234"])
    let decision = NumberDecision([values], delimiter: UInt8(ascii: ";"))
    #expect(decision.candidates.first?.format.decimalMark == .comma)
    #expect(decision.openColumns.count == 1)
    #expect(NumberDecision([values]).candidates.first?.format.decimalMark == .point)
  }

  @Test("Columns that contradict each other settle nothing")
  func contradiction() {
    let decision = NumberDecision([
      column("a", ["1.234"]), column("b", ["12,5"]), column("c", ["12.5"]),
    ])
    #expect(decision.openColumns.map(\.name) == ["a"])
  }
}

@Suite("Flags of offices")
struct NumberFlagTests {
  // Expected: the lists that the offices publish, as named in each table's source.
  @Test(
    "Letters mean what the office says",
    arguments: [
      (FlagTable.eurostat, "p", ObservationStatus.provisional), (.eurostat, "z", .notApplicable),
      (.eurostat, "bep", [.breakInSeries, .estimated, .provisional]),
      (.eurostat, "c", .confidential), (.eurostat, "r", .normal), (.eurostat, "", .normal),
      (.eurostat, "b, e", [.breakInSeries, .estimated]), (.oecd, "E", .estimated),
      (.oecd, "L", .notCollected), (.ons, "[low]", .normal), (.ons, "[c]", .confidential),
      (.statisticsCanada, "E", .lowReliability), (.statisticsCanada, "p", .provisional),
      (.germanOffices, "s", .estimated), (.sdmx, "Q", .confidential), (.sdmx, "A", .normal),
    ] as [(FlagTable, String, ObservationStatus)])
  func reading(_ table: FlagTable, _ letters: String, _ status: ObservationStatus) {
    #expect(table.status(of: letters) == status)
  }

  @Test("Unknown letters are no status") func unknown() {
    #expect(FlagTable.eurostat.status(of: "q") == nil)
    #expect(FlagTable.eurostat.status(of: "pq") == nil)
    #expect(FlagTable.statisticsCanada.status(of: "P") == nil)
  }

  @Test("Every status of a table is written with letters that mean it", arguments: FlagTable.all)
  func writing(_ table: FlagTable) {
    for flag in table.flags {
      let letters = table.letters(for: flag.status)
      #expect(letters.flatMap(table.status) == flag.status, "\(flag.letters)")
    }
    #expect(table.letters(for: .normal) == "")
    #expect(table.letters(for: .derived) == nil)
    #expect(Set(table.flags.map(\.letters)).count == table.flags.count)
  }

  @Test("Every SDMX letter goes both ways") func sdmx() {
    for entry in ObservationStatus.codes where entry.code.count == 1 {
      #expect(FlagTable.sdmx.letters(for: entry.status) == entry.code)
      #expect(FlagTable.sdmx.status(of: entry.code) == entry.status)
    }
  }
}
