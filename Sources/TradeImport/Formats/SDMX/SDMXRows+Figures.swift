internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The figures of one record.
extension SDMXRows {
  mutating func read(
    _ record: PlacedRecord, _ measure: Int, _ reading: SeriesDimensions.Reading,
    _ period: Period, _ collector: inout FigureCollector
  ) {
    let text = record.text(measure).trimmed
    let place = record.place(measure, name: columns.ids[measure])
    guard let scale = scale(record, reading, &collector) else { return }
    let key = key(record, measure, reading, &collector)
    var status = status(record, &collector)
    if text.isEmpty || text.lowercased() == "nan" || text == ":" {
      if ["CONF_STATUS", "OBS_CONF"].contains(where: {
        ["C", "N", "S", "D"].contains(attribute(record, $0))
      }) {
        status.formUnion(.confidential)
      }
      collector.take(missing: status, key: key, period: period, at: place)
      return
    }
    // DECIMALS says how many there are where the file left out zeros behind.
    let decimals = Int(attribute(record, "DECIMALS")) ?? 0
    let digits = PrintedDecimals.padded(text, to: decimals, mark: decimal)
    guard let number = PublisherNumber(digits, decimal: decimal, scale: scale) else {
      collector.refuse(notNumber: place, expected: "a number with '\(decimal)' before decimals")
      return
    }
    collector.take(number, key: key, period: period, at: place, status: status)
  }

  /// The power of ten of a value; `nil` when it cannot be read, which is reported.
  ///
  /// It is given by UNIT_MULT, or by SCALE in the files of the IMF, as a number or as a word.
  func scale(
    _ record: PlacedRecord, _ reading: SeriesDimensions.Reading,
    _ collector: inout FigureCollector
  ) -> DecimalScale? {
    let id = columns.column("UNIT_MULT") != nil ? "UNIT_MULT" : "SCALE"
    let text = attribute(record, id)
    let exponent = text.isEmpty ? 0 : Int(text) ?? Self.scaleWords[text.lowercased()]
    let total = exponent.map { $0 == 0 || reading.exponent == 2 ? $0 + reading.exponent : $0 }
    guard let total, (-18...18).contains(total) else {
      let place = columns.column(id).map { record.place($0, name: id) } ?? record.place
      collector.refuse(
        place, "sdmx.unit-mult",
        "\(id) \(text.quoted) is not a power of ten, expected a whole number such as 6",
        expected: "a whole number from -18 to 18",
        hint: "without it the size of the value is not known, so it is not read")
      return nil
    }
    return DecimalScale(exponent: total)
  }

  private static let scaleWords = [
    "units": 0, "tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9,
    "trillions": 12,
  ]

  func status(
    _ record: PlacedRecord, _ collector: inout FigureCollector
  ) -> ObservationStatus {
    var status = ObservationStatus.normal
    let own: [(String, FlagTable)] = [
      ("OBS_STATUS", .sdmx), ("STATUS", .sdmx), ("OBS_FLAG", .eurostat),
    ]
    for (id, flags) in own {
      let text = attribute(record, id)
      guard !text.isEmpty else { continue }
      if let found = flags.status(of: text) {
        status.formUnion(found)
      } else {
        collector.report(
          columns.column(id).map { record.place($0, name: id) } ?? record.place,
          "sdmx.status", .warning,
          "status \(text.quoted) is not known, expected a letter such as A",
          expected: "letters of CL_OBS_STATUS", hint: "the value is read, without a status")
      }
    }
    return status
  }

  mutating func key(
    _ record: PlacedRecord, _ measure: Int, _ reading: SeriesDimensions.Reading,
    _ collector: inout FigureCollector
  ) -> SeriesKey {
    var unit = reading.unit
    for id in ["UNIT_MEASURE", "UNIT"] where unit.isEmpty { unit = attribute(record, id) }
    var basis = reading.basis
    // Domestic currency is named by the record; the figures in it stay apart from those that
    // were asked for in the same currency.
    let currency = attribute(record, "CURRENCY")
    if unit == "XDC", !currency.isEmpty {
      unit = currency
      basis = ([basis, "XDC"].filter { !$0.isEmpty }).joined(separator: "+")
    }
    if unit.isEmpty { unit = options.unit?.code ?? "" }
    if unit.isEmpty { hasNoUnit = true }
    if reading.reporter.isEmpty { hasNoReporter = true }
    let place = record.place
    let product = [reading.product, measures.count > 1 ? columns.ids[measure] : ""]
      .filter { !$0.isEmpty }.joined(separator: ".")
    return SeriesKey(
      reporter: reading.reporter.isEmpty
        ? options.reporter ?? ""
        : collector.area(
          [reading.reporter, label(record, SeriesDimensions.reporter)],
          fallback: reading.reporter, at: place),
      partner: reading.partner.isEmpty
        ? options.partner ?? "WLD"
        : collector.area(
          [reading.partner, label(record, SeriesDimensions.partner)], fallback: reading.partner,
          at: place),
      flow: reading.flow == .other ? options.flow ?? .other : reading.flow, product: product,
      measure: reading.measure, basis: Basis(basis), unit: Unit(unit))
  }
}
