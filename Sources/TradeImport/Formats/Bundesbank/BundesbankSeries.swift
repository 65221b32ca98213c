internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Time series of the Deutsche Bundesbank as its database exports them: semicolons, decimal commas,
/// for each series a column of values and one of flags.
///
/// The first record names the series, the next the title, the unit, its dimension (a power of ten)
/// and the state; rows begin with the period; a remark may close the file. `.` is a missing value.
/// The English form (`unit`, `unit multiplier`, `last update`, points and commas) is read too.
/// Source: bundesbank.de, time series databases, "CSV".
struct BundesbankSeries: SourceFormat {
  let id = "bundesbank-series"
  let name = "Deutsche Bundesbank, time series"

  func recognise(_ source: SourceText) -> Recognition? {
    guard let (dialect, _) = Self.layout(source) else { return nil }
    let sign = dialect == .semicolons ? "semicolons" : "commas"
    return Recognition(
      format: id, score: 1,
      evidence: [
        Evidence(line: 1, "series and columns ending in _FLAGS between \(sign), first field empty"),
        Evidence(line: nil, "records of metadata such as 'Einheit' and 'Stand vom'"),
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "bundesbank")
    let (dialect, columns) = Self.layout(source) ?? (.semicolons, [])
    let table = PlacedTable(source, dialect)
    table.report(to: &collector, expected: ["csv.blank-lines"])
    var metadata = BundesbankMetadata(columns: columns)
    let parser = PeriodParser()
    var hasRows = false
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
      } else if index == 0 {
        collector.count(.header)
      } else if let period = try? parser.parse(record.text(0)) {
        if !hasRows { metadata.report(to: &collector) }
        hasRows = true
        collector.count(.data)
        collector.vintage = metadata.vintage
        guard table.hasRightLength(record, valuesFrom: 1, &collector) else { continue }
        collector.meet(cells: columns.count)
        for series in columns {
          read(series, record, period, metadata, dialect, options, &collector)
        }
      } else if hasRows, record.text(0).isEmpty || Self.isRemark(record.text(0)) {
        collector.count(.footer)
        collector.note(
          "bundesbank.remark", "remark of the publisher: \(Self.start(of: record.text(1)))",
          at: record.place(1).location)
      } else if !hasRows {
        collector.count(.preamble)
        metadata.read(record)
      } else {
        collector.count(.data)
        collector.meet(cells: columns.count)
        collector.refuse(
          record.place(0), "bundesbank.period",
          "\(record.text(0).quoted) is not a period, expected a form such as 1996-11",
          expected: "a period such as 1996-11", cells: columns.count)
      }
    }
    return collector.result()
  }

  private func read(
    _ series: BundesbankColumn, _ record: PlacedRecord, _ period: Period,
    _ metadata: BundesbankMetadata, _ dialect: Dialect,
    _ options: ImportOptions, _ collector: inout FigureCollector
  ) {
    let cell = record.place(series.value, name: series.id)
    let key = SeriesKey(
      reporter: options.reporter ?? "DEU", partner: options.partner ?? "WLD",
      flow: metadata.flow(of: series) ?? options.flow ?? .other, product: series.id,
      unit: metadata.unit(of: series))
    let flags = series.flags.map { record.text($0).trimmed } ?? ""
    let status = Self.status(flags)
    if let column = series.flags, status == nil {
      collector.report(
        record.place(column, name: series.id + "_FLAGS"), "bundesbank.flag", .warning,
        "flag \(flags.quoted) is not known, the value is kept without a status",
        expected: "vorläufig, geschätzt or another known remark")
    }
    switch cell.text.trimmed {
    case "", ".", "-", "...":
      collector.take(
        missing: (status ?? .normal).union(.unknown), key: key, period: period, at: cell)
    case let text:
      let isGerman = dialect == .semicolons
      guard
        let number = PublisherNumber(
          text, decimal: isGerman ? "," : ".", thousands: Self.thousands(text, isGerman),
          scale: metadata.scale(of: series))
      else {
        collector.refuse(
          notNumber: cell, expected: isGerman ? "digits with ','" : "digits with '.'",
          hint: "'.' stands for a missing value")
        return
      }
      collector.take(number, key: key, period: period, at: cell, status: status ?? .normal)
    }
  }

  /// The mark of thousands, which counts beside a decimal mark only, as in `126.435,2`.
  ///
  /// Without one it could be a damaged decimal mark as well.
  private static func thousands(_ text: String, _ isGerman: Bool) -> Character? {
    text.contains(isGerman ? "," : ".") ? isGerman ? "." : "," : nil
  }

  /// The statuses that a remark in the column of flags stands for; `nil` for an unknown one.
  private static func status(_ flags: String) -> ObservationStatus? {
    let words = flags.lowercased()
    if words.isEmpty { return .normal }
    var status = ObservationStatus.normal
    let known: [(String, ObservationStatus)] = [
      ("vorläufig", .provisional), ("provisional", .provisional), ("geschätzt", .estimated),
      ("estimate", .estimated), ("kein wert", .unknown), ("nichts vorhanden", .unknown),
      ("no value", .unknown), ("geheim", .confidential), ("confidential", .confidential),
      ("bruch", .breakInSeries), ("break", .breakInSeries), ("prognose", .forecast),
    ]
    for (word, meaning) in known where words.contains(word) { status.formUnion(meaning) }
    return status == .normal ? nil : status
  }

  private static func isRemark(_ text: String) -> Bool {
    ["Bemerkung", "Allgemein", "comment", "Methodik"].contains { text.hasPrefix($0) }
  }

  private static func start(of text: String) -> String {
    text.count > 120 ? text.prefix(120) + "…" : text
  }

  /// The dialect and the series of the first record; `nil` when it is no such file.
  private static func layout(_ source: SourceText) -> (Dialect, [BundesbankColumn])? {
    for dialect in [Dialect.semicolons, .commas] {
      let head = PlacedTable.head(source, dialect)
      guard let first = head.first, first.first == "", head.count > 3 else { continue }
      let columns = first.indices.dropFirst().compactMap { column -> BundesbankColumn? in
        let id = first[column]
        guard !id.isEmpty, !id.hasSuffix("_FLAGS") else { return nil }
        return BundesbankColumn(
          id: id, value: column, flags: first.firstIndex(of: id + "_FLAGS"))
      }
      let labels = head.prefix(12).compactMap(\.first)
      let isNamed = labels.contains { BundesbankMetadata.unitNames.contains($0) }
      if !columns.isEmpty, columns.contains(where: { $0.flags != nil }), isNamed {
        return (dialect, columns)
      }
    }
    return nil
  }
}

/// A series and its columns.
struct BundesbankColumn: Hashable {
  let id: String
  let value: Int
  let flags: Int?
}
