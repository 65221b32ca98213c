internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The bulk download of the IMF's Direction of Trade Statistics: a record of values for each pair
/// of countries and indicator, a record of statuses for some, and a column for each period.
///
/// The reporter is the first country, also where the counterpart reports the mirror flow in the
/// same file. The numbers of countries are the IMF's own, so names are looked up. Each line ends
/// with a comma. Status `e` is an estimate; `r` and others say nothing that a status can hold.
struct IMFDirectionOfTrade: SourceFormat {
  let id = "imf-dots"
  let name = "IMF, Direction of Trade Statistics"

  static let names = [
    "Country Name", "Country Code", "Indicator Name", "Indicator Code",
    "Counterpart Country Name", "Counterpart Country Code", "Attribute",
  ]

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first else { return nil }
    let count = Self.names.count { header.contains($0) }
    let periods = header.count { Self.period($0) != nil }
    guard count >= Self.names.count - 1, periods > 0 else { return nil }
    return Recognition(
      format: id, score: Double(count) / Double(Self.names.count),
      evidence: [
        Evidence(line: 1, "\(count) of the \(Self.names.count) column names of the IMF"),
        Evidence(line: 1, "\(periods) names of periods such as 2024M2"),
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "imf-dots")
    let table = PlacedTable(source, .commas, header: 1)
    table.reportFindings(
      to: &collector, expected: ["csv.trailing-delimiter", "csv.empty-name"])
    guard let header = table.header else { return collector.result() }
    collector.count(.header)
    var reader = DirectionOfTradeRows(
      table: table, columns: NamedColumns(header.texts),
      isComplete: table.hasColumns(Self.names, &collector))
    reader.readPeriods(header, &collector)
    reader.read(&collector)
    return collector.result()
  }

  static func period(_ name: String) -> Period? {
    name.isEmpty ? nil : try? PeriodParser().parse(name)
  }
}

/// Reads the records of one file.
private struct DirectionOfTradeRows {
  let table: PlacedTable
  let columns: NamedColumns
  let isComplete: Bool
  private var periods: [(column: Int, period: Period)] = []
  private var statuses: [[String]: [Int: (text: String, place: CellPlace)]] = [:]
  private var agreements = [
    CodeAgreement("country", codesOfName: .one), CodeAgreement("indicator", codesOfName: .one),
  ]

  init(table: PlacedTable, columns: NamedColumns, isComplete: Bool) {
    self.table = table
    self.columns = columns
    self.isComplete = isComplete
  }

  mutating func readPeriods(_ header: PlacedRecord, _ collector: inout FigureCollector) {
    for (column, name) in columns.names.enumerated()
    where !IMFDirectionOfTrade.names.contains(name) {
      if let period = IMFDirectionOfTrade.period(name) {
        periods.append((column, period))
      } else if !(name.isEmpty && column == columns.names.count - 1) {
        collector.report(
          header.place(column), "import.period", .error,
          "column \(name.quoted) is not a period, expected a form such as 2024M2",
          expected: "a period", hint: "the values of this column are not read")
      }
    }
  }

  mutating func read(_ collector: inout FigureCollector) {
    var values: [NamedRecord] = []
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      guard isComplete else {
        collector.meet(cells: periods.count)
        collector.leaveOut("header not understood", periods.count)
        continue
      }
      guard record.count == columns.names.count else {
        collector.meet(cells: periods.count)
        collector.refuse(record, width: columns.names.count, cells: periods.count)
        continue
      }
      let named = NamedRecord(record: record, columns: columns)
      switch named["Attribute"] {
      case "Value": values.append(named)
      case "Status":
        for (column, _) in periods where !record.text(column).trimmed.isEmpty {
          statuses[key(named), default: [:]][column] = (
            record.text(column).trimmed, record.place(column, name: columns.names[column])
          )
        }
      default:
        collector.meet(cells: periods.count)
        collector.refuse(
          named.place("Attribute"), "imf.attribute",
          "attribute \(named["Attribute"].quoted) is not known, expected 'Value' or 'Status'",
          expected: "Value or Status", hint: "nothing of this record is read",
          cells: periods.count)
      }
      agree(named)
    }
    for record in values { read(record, &collector) }
    for left in statuses.values.flatMap(\.values).sorted(by: { $0.place.offset < $1.place.offset })
    {
      collector.report(
        left.place, "imf.status-alone", .warning,
        "status \(left.text.quoted) belongs to no value, expected a record of values for the "
          + "same countries and indicator",
        expected: "a value", hint: "the record of its value may be lost or damaged")
    }
    for agreement in agreements { agreement.report(to: &collector) }
  }

  private func key(_ record: NamedRecord) -> [String] {
    IMFDirectionOfTrade.names.dropLast().map { record[$0] }
  }

  private mutating func agree(_ record: NamedRecord) {
    for (code, name, kind) in [
      ("Country Code", "Country Name", 0),
      ("Counterpart Country Code", "Counterpart Country Name", 0),
      ("Indicator Code", "Indicator Name", 1),
    ] {
      agreements[kind].add(code: record[code], name: record[name], at: record.place(name))
    }
  }

  private mutating func read(_ record: NamedRecord, _ collector: inout FigureCollector) {
    collector.meet(cells: periods.count)
    let indicator = IndicatorCode(record["Indicator Code"])
    let reporter = record["Country Name"]
    let partner = record["Counterpart Country Name"]
    let series = SeriesKey(
      reporter: collector.area([reporter], fallback: reporter, at: record.place("Country Name")),
      partner: collector.area(
        [partner], fallback: partner, at: record.place("Counterpart Country Name")),
      flow: indicator.flow ?? .other,
      product: indicator.isUnderstood ? "" : record["Indicator Code"],
      basis: Basis(indicator.basis), unit: Unit(indicator.isUnderstood ? indicator.unit : ""))
    let own = statuses.removeValue(forKey: key(record)) ?? [:]
    for (column, period) in periods {
      let place = record.record.place(column, name: columns.names[column])
      let text = record.record.text(column).trimmed
      let status = status(own[column], &collector)
      if text.isEmpty {
        collector.take(missing: status, key: series, period: period, at: place)
      } else if let number = PublisherNumber(text),
        !(series.flow.isNonNegative && number.value < 0)
      {
        collector.take(number, key: series, period: period, at: place, status: status)
      } else {
        collector.refuse(
          notNumber: place,
          expected: series.flow.isNonNegative
            ? "a number that is not negative" : "a number with '.' before decimals")
      }
    }
  }

  private func status(
    _ cell: (text: String, place: CellPlace)?, _ collector: inout FigureCollector
  ) -> ObservationStatus {
    guard let cell else { return .normal }
    switch cell.text {
    case "e", "E": return .estimated
    case "r": return .normal
    default:
      collector.report(
        cell.place, "imf.status", .warning,
        "status \(cell.text.quoted) is not known, expected 'e' or 'r'", expected: "e or r",
        hint: "the value is read, without a status")
      return .normal
    }
  }
}
