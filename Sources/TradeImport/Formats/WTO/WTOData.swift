internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The data file of a download from the WTO's statistics portal: 24 quoted columns, one
/// observation a row.
///
/// The file is in Windows-1252 while the metadata file beside it is in UTF-8. Codes are texts
/// (`000` is the world), values are counted in the unit of each row, small ones with an exponent
/// (`3E-06`); flags are letters. Source: stats.wto.org, "Download CSV".
struct WTOData: SourceFormat {
  let id = "wto-data"
  let name = "WTO statistics portal, data"

  static let common = [
    "Indicator Code", "Reporting Economy Code", "Partner Economy Code", "Product/Sector Code",
    "Unit Code",
  ]
  private static let own = ["Period Code", "Year", "Value Flag Code", "Text Value", "Value"]

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first,
      (Self.common + Self.own).allSatisfy(header.contains)
    else { return nil }
    return Recognition(
      format: id, score: 1,
      evidence: [
        Evidence(line: 1, "\(header.count) columns, among them \(Self.own.joined(separator: ", "))")
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "wto")
    let table = PlacedTable(source, .commas, header: 1)
    table.report(to: &collector)
    guard let header = table.header?.texts else { return collector.result() }
    collector.count(.header)
    let columns = Dictionary(header.enumerated().map { ($1, $0) }, uniquingKeysWith: { a, _ in a })
    var reader = WTORow(columns: columns)
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      guard
        table.hasRightLength(record, valuesFrom: columns["Value"] ?? 0, &collector)
      else { continue }
      collector.meet(cells: 1)
      reader.read(record, &collector)
    }
    for note in reader.notes.sorted() { collector.note("wto.indicator", note) }
    return collector.result()
  }
}

/// Reads the rows of a WTO data file.
private struct WTORow {
  let columns: [String: Int]
  private(set) var notes: Set<String> = []
  private var parser = PeriodParser()

  init(columns: [String: Int]) { self.columns = columns }

  mutating func read(_ record: PlacedRecord, _ collector: inout FigureCollector) {
    func text(_ name: String) -> String { columns[name].map { record.text($0).trimmed } ?? "" }
    func place(_ name: String) -> CellPlace {
      columns[name].map { record.place($0, name: name) } ?? record.place
    }
    guard let unit = Self.unit(text("Unit Code"), text("Unit")) else {
      collector.refuse(
        place("Unit Code"), "wto.unit", "unit \(text("Unit").quoted) is not known",
        expected: "USM, USK, UST or a percentage")
      return
    }
    guard let period = Self.period(text("Year"), text("Period Code"), parser) else {
      collector.refuse(
        place("Period Code"), "wto.period",
        "period \(text("Period Code").quoted) of year \(text("Year").quoted) is not known",
        expected: "A, Q1 to Q4 or M1 to M12, and a year")
      return
    }
    guard let status = Self.status(text("Value Flag Code")) else {
      collector.refuse(
        place("Value Flag Code"), "wto.flag",
        "flag \(text("Value Flag Code").quoted) (\(text("Value Flag"))) is not known",
        expected: "E, B or another letter of SDMX OBS_STATUS")
      return
    }
    let indicator = text("Indicator")
    notes.insert(
      "indicator \(text("Indicator Code")) is \(indicator.quotedTitle), flow "
        + "\(Self.flow(indicator).rawValue), counted in \(text("Unit"))")
    let key = SeriesKey(
      reporter: area("Reporting Economy", text, place, &collector),
      partner: area("Partner Economy", text, place, &collector), flow: Self.flow(indicator),
      product: text("Product/Sector Code"), basis: Self.basis(indicator), unit: unit.unit)
    let cell = place("Value")
    let value = cell.text.trimmed
    if value.isEmpty {
      let words = text("Text Value")
      let reason: ObservationStatus =
        words.lowercased().contains("confidential") ? .confidential : .unknown
      if !words.isEmpty {
        collector.report(
          place("Text Value"), "wto.text-value", .warning,
          "a text stands in place of the value: \(words.quoted)", expected: "a value")
      }
      collector.take(missing: status.union(reason), key: key, period: period, at: cell)
    } else if let number = PublisherNumber(value, scale: unit.scale) {
      collector.take(number, key: key, period: period, at: cell, status: status)
    } else {
      collector.refuse(notNumber: cell, expected: "digits with '.'")
    }
  }

  /// By the alpha-3 code or the number; `000` is the world.
  ///
  /// Names do not help: those without a known code are former states (the Federal Republic of
  /// Germany before 1991) that would be taken for the present ones.
  private func area(
    _ column: String, _ text: (String) -> String, _ place: (String) -> CellPlace,
    _ collector: inout FigureCollector
  ) -> String {
    let code = text(column + " Code")
    if code == "000" { return Area.world.code }
    return collector.area(
      [text(column + " ISO3A Code"), code], fallback: code, name: text(column),
      at: place(column + " Code"))
  }

  /// Exports or imports of goods or services, by the words of the indicator.
  private static func flow(_ indicator: String) -> Flow {
    let words = indicator.lowercased()
    let isServices = words.contains("services")
    if words.contains("re-exports") { return .reExports }
    if words.contains("exports") { return isServices ? .servicesExports : .exports }
    if words.contains("imports") { return isServices ? .servicesImports : .imports }
    return .other
  }

  private static func basis(_ indicator: String) -> Basis {
    let words = indicator.lowercased()
    if words.contains("not seasonally adjusted") { return Basis("NSA") }
    return Basis(words.contains("seasonally adjusted") ? "SA" : "")
  }

  private static func unit(_ code: String, _ name: String) -> (unit: Unit, scale: DecimalScale)? {
    switch code {
    case "USM": (.usDollar, .million)
    case "USK", "UST": (.usDollar, .thousand)
    case "USD": (.usDollar, .one)
    case "PC", "PCT": (.percent, .one)
    case _ where name == "Million US dollar": (.usDollar, .million)
    case _ where name.lowercased().contains("percent"): (.percent, .one)
    case _ where !name.isEmpty: (Unit(name), .one)
    default: nil
    }
  }

  private static func status(_ flag: String) -> ObservationStatus? {
    ObservationStatus(parsing: flag)
  }

  private static func period(
    _ year: String, _ code: String, _ parser: PeriodParser
  ) -> Period? {
    switch code.first {
    case nil, "A": try? parser.parse(year)
    case "Q": try? parser.parse("\(year)-\(code)")
    case "M":
      Int(code.dropFirst()).flatMap { month in
        (1...12).contains(month)
          ? Int(year).map { Period.month($0, month) } : nil
      }
    default: nil
    }
  }
}
