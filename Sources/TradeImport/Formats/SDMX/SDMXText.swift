internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// SDMX-CSV 1.0 and 2.0, as OECD, ECB, IMF and Eurostat write it.
///
/// Version 1.0 begins with the column DATAFLOW, version 2.0 with STRUCTURE and STRUCTURE_ID, and
/// the ECB's own form with KEY. UNIT_MULT scales the values, DECIMALS says how many digits are
/// printed, OBS_STATUS and CONF_STATUS say what is known beside a value or why there is none.
/// Records with ACTION `D` ask for deletion and are no data.
///
/// Source: SDMX Technical Working Group, SDMX-CSV 2.0.0 field guide.
struct SDMXText: SourceFormat {
  let id = "sdmx-csv"
  let name = "SDMX-CSV 1.0 and 2.0"

  static let dialects = [Dialect.commas, .semicolons, .tabs]

  func recognise(_ source: SourceText) -> Recognition? { Self.find(source)?.recognition }

  /// The delimiter, and what was seen.
  private static func find(
    _ source: SourceText
  ) -> (dialect: Dialect, recognition: Recognition)? {
    for dialect in dialects {
      guard let header = PlacedTable.head(source, dialect).first, header.count > 1 else { continue }
      let ids = header.map { SDMXColumns.id($0) }
      let hasValues = ids.contains { $0.hasPrefix("OBS_VALUE") }
      let seen: (score: Double, words: String)? =
        if ids[0] == "STRUCTURE", ids.contains("STRUCTURE_ID") {
          (1, "the columns STRUCTURE and STRUCTURE_ID of SDMX-CSV 2.0")
        } else if ids[0] == "DATAFLOW", hasValues {
          (1, "the columns DATAFLOW and OBS_VALUE of SDMX-CSV 1.0")
        } else if ids[0] == "KEY", ids.contains("TIME_PERIOD"), hasValues {
          (0.95, "the columns KEY, TIME_PERIOD and OBS_VALUE of the ECB's SDMX-CSV")
        } else if ids.contains("TIME_PERIOD"), hasValues {
          (0.6, "the columns TIME_PERIOD and OBS_VALUE of SDMX")
        } else {
          nil
        }
      if let seen {
        let evidence = Evidence(line: 1, seen.words)
        return (
          dialect, Recognition(format: "sdmx-csv", score: seen.score, evidence: [evidence])
        )
      }
    }
    return nil
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    let dialect = Self.find(source)?.dialect ?? .commas
    var collector = FigureCollector(source, format: id, publisher: "")
    let table = PlacedTable(source, dialect, header: 1)
    // A file of names alone is complete in SDMX.
    table.reportFindings(to: &collector, expected: ["csv.no-rows"])
    guard let header = table.header else { return collector.result() }
    collector.count(.header)
    var columns = SDMXColumns(header.texts)
    for column in header.texts.indices {
      let name = columns.ids[column]
      let isNoName =
        columns.roles[column] == .dimension && !CodeSyntax.isCode(name)
        || columns.roles[column] == .attribute && !name.allSatisfy(\.isASCII)
      if isNoName {
        collector.report(
          header.place(column), "sdmx.name", .error,
          "column \(header.texts[column].quoted) is no name of SDMX, expected letters, digits and _",
          expected: "a name", hint: "the name may be damaged")
      }
      guard let likely = columns.likelyName(column) else { continue }
      collector.report(
        header.place(column), "sdmx.name", .error,
        "column \(header.texts[column].quoted) is not known, but \(likely.quoted) is",
        expected: likely, hint: "the name may be damaged, and the values mean something else")
    }
    if columns.columns(.time).isEmpty, let time = Self.timeColumn(table, columns) {
      columns.setTime(time)
      collector.note(
        "sdmx.time", "the periods are read from column \(columns.ids[time].quoted)")
    }
    var reader = SDMXRows(table, columns, options)
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
      } else {
        collector.count(.data)
        reader.read(record, &collector)
      }
    }
    reader.finish(header, &collector)
    return collector.result()
  }

  /// The only dimension whose cells are all periods with a month or more to them.
  private static func timeColumn(_ table: PlacedTable, _ columns: SDMXColumns) -> Int? {
    let candidates = columns.columns(.dimension).filter { column in
      let cells = (0..<min(table.rowCount, 100)).map {
        String(table.row($0).text(column).trimmed.prefix { $0 != ":" })
      }.filter { !$0.isEmpty }
      return !cells.isEmpty
        && cells.allSatisfy { $0.count >= 4 && SDMXRows.period($0) != nil }
    }
    return candidates.count == 1 ? candidates[0] : nil
  }
}
