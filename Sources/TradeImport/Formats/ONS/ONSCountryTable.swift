internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Trade of the United Kingdom by country as the ONS publishes it: one sheet of "UK trade in goods
/// by country", saved as CSV.
///
/// Title lines stand before the header, often with fewer fields; the title says exports or imports
/// and the adjustment; periods `1997`, `1997Q1` and `1997Jan` stand in the header, all kinds in one
/// row if need be; names carry markers such as `[note 2]`; blank records close the sheet. Values
/// are in millions of pounds, which the notes of the workbook say and the sheet does not.
struct ONSCountryTable: SourceFormat {
  let id = "ons-country-table"
  let name = "ONS, UK trade by country"

  func recognise(_ source: SourceText) -> Recognition? {
    let head = PlacedTable.head(source, .commas)
    guard let number = Self.headerNumber(head) else { return nil }
    var evidence = [
      Evidence(line: nil, "record \(number) has Country Code, Country Name and periods")
    ]
    let isNamed = head.prefix(number).contains { record in
      record.contains { $0.contains("Office for National Statistics") || $0.contains("UK trade") }
    }
    if isNamed { evidence.append(Evidence(line: nil, "the preamble names UK trade or the ONS")) }
    return Recognition(format: id, score: isNamed ? 1 : 0.6, evidence: evidence)
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "ons")
    let number = Self.headerNumber(PlacedTable.head(source, .commas)) ?? 1
    let table = PlacedTable(source, .commas, header: number)
    table.report(to: &collector, expected: ["csv.blank-lines", "csv.trailing-delimiter"])
    guard let header = table.header else { return collector.result() }
    for record in table.preamble { collector.count(record.isBlank ? .blank : .preamble) }
    collector.count(.header)
    let sheet = ONSSheet(
      title: table.preamble.flatMap(\.texts).joined(separator: " "), options)
    let names = header.texts
    let periods = names.indices.dropFirst(2).map { Self.period(names[$0]) }
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      if record.text(1).isEmpty, record.texts.dropFirst(2).allSatisfy(\.isEmpty) {
        collector.count(.footer)
        continue
      }
      collector.count(.data)
      guard table.hasRightLength(record, valuesFrom: 2, &collector) else { continue }
      collector.meet(
        cells: zip(names.indices.dropFirst(2), periods)
          .count { $1 != nil || !record.text($0).trimmed.isEmpty })
      let partner = Self.partner(record, &collector)
      let key = SeriesKey(
        reporter: "GBR", partner: partner, flow: sheet.flow, basis: sheet.basis, unit: sheet.unit)
      for (column, period) in zip(names.indices.dropFirst(2), periods) {
        let cell = record.place(column, name: names[column])
        guard let period else {
          if !cell.text.trimmed.isEmpty {
            collector.refuse(
              cell, "ons.period",
              "a figure stands in column \(names[column].quoted), which is no "
                + "period", expected: "a period such as 1997, 1997Q1 or 1997Jan")
          }
          continue
        }
        Self.take(cell, key: key, period: period, scale: sheet.scale, &collector)
      }
    }
    sheet.report(to: &collector)
    return collector.result()
  }

  private static func take(
    _ cell: CellPlace, key: SeriesKey, period: Period, scale: DecimalScale,
    _ collector: inout FigureCollector
  ) {
    let text = cell.text.trimmed
    switch text.lowercased() {
    case "", "..", "[x]", "[z]", "[c]", "[u]", "c", "x", "z":
      let status: ObservationStatus =
        text.lowercased().contains("c")
        ? .confidential : text.lowercased().contains("z") ? .notApplicable : .unknown
      collector.take(missing: status, key: key, period: period, at: cell)
    default:
      guard let number = PublisherNumber(text, thousands: ",", scale: scale) else {
        collector.refuse(
          notNumber: cell, expected: "digits, an empty cell, or a marker such as [x]")
        return
      }
      collector.take(number, key: key, period: period, at: cell)
    }
  }

  /// The partner by code; the totals by the codes of the ONS, the marker kept apart.
  private static func partner(
    _ record: PlacedRecord, _ collector: inout FigureCollector
  ) -> String {
    let code = record.text(0).trimmed
    let (name, markers) = splitMarkers(record.text(1))
    if !markers.isEmpty {
      collector.note(
        "ons.marker",
        "\(name.quotedTitle) carries \(markers.joined(separator: " ")), see the notes "
          + "of the workbook", at: record.place(1).location)
    }
    switch code {
    case "W1": return Area.world.code
    case "B5": return "EU27_2020"
    default: return collector.area([code, name], fallback: code, at: record.place(0))
    }
  }

  /// A name without its markers, and the markers.
  static func splitMarkers(_ text: String) -> (name: String, markers: [String]) {
    let parts = text.split(separator: "[", omittingEmptySubsequences: false)
    let markers = parts.dropFirst().map { "[" + String($0).trimmed }
    guard markers.allSatisfy({ $0.hasSuffix("]") }) else { return (text.trimmed, []) }
    return (parts.first.map { String($0).trimmed } ?? "", markers)
  }

  private static func headerNumber(_ head: [[String]]) -> Int? {
    head.prefix(15).firstIndex { record in
      record.count > 2 && record[0] == "Country Code" && record[1] == "Country Name"
        && record.dropFirst(2).contains { period($0) != nil }
    }.map { $0 + 1 }
  }

  /// `1997`, `1997Q1`, `1997Jan`, also with a space or a marker behind.
  static func period(_ text: String) -> Period? {
    let plain = splitMarkers(text).name
    let year = plain.prefix(4)
    guard year.utf8.count == 4, let number = Int(year) else { return nil }
    let rest = String(plain.dropFirst(4)).trimmed
    if rest.isEmpty { return .year(number) }
    if rest.utf8.count == 2, rest.first == "Q", let quarter = Int(rest.dropFirst()) {
      return (1...4).contains(quarter) ? .quarter(number, quarter) : nil
    }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    return months.firstIndex(of: rest.lowercased()).map { .month(number, $0 + 1) }
  }
}

/// What the title of a sheet of the ONS says.
private struct ONSSheet {
  let flow: Flow
  let basis: Basis
  let unit: Unit
  let scale: DecimalScale

  init(title: String, _ options: ImportOptions) {
    unit = options.unit ?? Unit("GBP")
    scale = options.scale ?? .million
    let words = title.lowercased()
    let isServices = words.contains("trade in services")
    if words.contains("balance") {
      flow = .balance
    } else if words.contains("exports") {
      flow = isServices ? .servicesExports : .exports
    } else if words.contains("imports") {
      flow = isServices ? .servicesImports : .imports
    } else {
      flow = options.flow ?? .other
    }
    var tokens: [String] = []
    if words.contains("current prices") { tokens.append("current") }
    if words.contains("not seasonally adjusted") || words.contains("non-seasonally") {
      tokens.append("NSA")
    } else if words.contains("seasonally adjusted") {
      tokens.append("SA")
    }
    basis = Basis(tokens.joined(separator: "+"))
  }

  func report(to collector: inout FigureCollector) {
    collector.note(
      "ons.title",
      "the title says flow \(flow.rawValue), basis "
        + (basis.tokens.isEmpty ? "nothing" : basis.description))
    collector.note(
      "ons.unit",
      "values are taken as \(unit) times \(scale); the sheet does not say it, the notes of the workbook "
        + "say millions of pounds")
  }
}
