internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The CSV of the OECD's former data portal (data.oecd.org): eight columns, codes in quotes,
/// values without.
///
/// MEASURE holds the unit with its scale (`MLN_USD`). SUBJECT is the flow of trade indicators.
struct OECDLegacy: SourceFormat {
  let id = "oecd-legacy"
  let name = "OECD, CSV of the former data portal"

  static let names = [
    "LOCATION", "INDICATOR", "SUBJECT", "MEASURE", "FREQUENCY", "TIME", "Value", "Flag Codes",
  ]

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first else { return nil }
    let count = Self.names.count { header.contains($0) }
    guard count >= Self.names.count - 1 else { return nil }
    return Recognition(
      format: id, score: Double(count) / Double(Self.names.count),
      evidence: [
        Evidence(line: 1, "\(count) of the \(Self.names.count) column names of data.oecd.org")
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "oecd")
    let table = PlacedTable(source, .commas, header: 1)
    table.reportFindings(to: &collector)
    guard let header = table.header else { return collector.result() }
    collector.count(.header)
    let columns = NamedColumns(header.texts)
    let isComplete = table.hasColumns(Self.names, &collector)
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      collector.meet(cells: 1)
      guard isComplete else {
        collector.leaveOut("header not understood")
        continue
      }
      guard record.count == columns.names.count else {
        collector.refuse(
          record.place, "csv.unequal-fields",
          "record has \(record.count) fields, expected \(columns.names.count) as in the header",
          expected: "\(columns.names.count) fields",
          hint: "the value may stand in a wrong column, so it is not read")
        continue
      }
      read(NamedRecord(record: record, columns: columns), &collector)
    }
    return collector.result()
  }

  private func read(_ record: NamedRecord, _ collector: inout FigureCollector) {
    guard let period = try? PeriodParser().parse(record["TIME"]) else {
      collector.refuse(
        record.place("TIME"), "import.period",
        "\(record["TIME"].quoted) is not a period, expected a form such as 2024 or 2024-Q3",
        expected: "a period")
      return
    }
    if let empty = Self.names.prefix(5).first(where: {
      record[$0].isEmpty || !CodeSyntax.isCode(record[$0])
    }) {
      collector.refuse(
        record.place(empty), "oecd.code",
        "\(record[empty].quoted) in column \(empty.quoted) is not known, expected a code of letters "
          + "and digits",
        expected: "a code of letters and digits")
      return
    }
    let frequency = record["FREQUENCY"]
    guard SDMXTime.months(of: frequency) == period.count else {
      collector.refuse(
        record.place("TIME"), "sdmx.frequency",
        "period \(record["TIME"].quoted) does not fit the frequency \(frequency.quoted)",
        expected: "a period of that frequency", hint: "the period or the frequency may be damaged")
      return
    }
    guard let status = FlagTable.oecd.status(of: record["Flag Codes"]) else {
      collector.refuse(
        record.place("Flag Codes"), "oecd.flag",
        "flag \(record["Flag Codes"].quoted) is not known, expected a letter such as E",
        expected: "letters of the OECD's table of flags")
      return
    }
    let unit = UnitCode(record["MEASURE"])
    let area = record["LOCATION"]
    let subject = record["SUBJECT"]
    let flow = Self.flow(record["INDICATOR"], subject)
    let isNeutral = SeriesDimensions.neutral.contains(subject)
    let key = SeriesKey(
      reporter: collector.area([area], fallback: area, at: record.place("LOCATION")),
      partner: "WLD", flow: flow ?? .other,
      product: flow == nil ? record["INDICATOR"] + (isNeutral ? "" : "." + subject) : "",
      unit: Unit(unit.unit))
    let place = record.place("Value")
    let text = record["Value"]
    if text.isEmpty {
      collector.take(missing: status, key: key, period: period, at: place)
    } else if let number = PublisherNumber(text, scale: DecimalScale(exponent: unit.exponent)) {
      collector.take(number, key: key, period: period, at: place, status: status)
    } else {
      collector.refuse(notNumber: place, expected: "a number with '.' before decimals")
    }
  }

  /// The flow of the portal's indicators of trade in goods and in services.
  private static func flow(_ indicator: String, _ subject: String) -> Flow? {
    switch (indicator, subject) {
    case ("TRADEGOOD", "EXP"): .exports
    case ("TRADEGOOD", "IMP"): .imports
    case ("TRADEGOOD", "NET"), ("TRADEGOOD", "NTRADE"): .balance
    case ("TRADESERV", "EXP"): .servicesExports
    case ("TRADESERV", "IMP"): .servicesImports
    default: nil
    }
  }
}
