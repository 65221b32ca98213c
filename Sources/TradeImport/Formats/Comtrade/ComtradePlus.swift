internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The CSV of UN Comtrade since 2023: 47 names over records of 48 fields.
///
/// Each record ends with a comma. The text is Latin 1, values are quoted, empty ones are not.
///
/// Month 52 stands for the year. Second partners, customs procedures and modes of transport are
/// left out beside their totals.
struct ComtradePlus: SourceFormat {
  let id = "comtrade-plus"
  let name = "UN Comtrade, CSV of the present site"

  static let names = [
    "typeCode", "freqCode", "refPeriodId", "refYear", "refMonth", "period", "reporterCode",
    "reporterISO", "reporterDesc", "flowCode", "flowDesc", "partnerCode", "partnerISO",
    "partnerDesc", "partner2Code", "partner2ISO", "partner2Desc", "classificationCode",
    "classificationSearchCode", "isOriginalClassification", "cmdCode", "cmdDesc", "aggrLevel",
    "isLeaf", "customsCode", "customsDesc", "mosCode", "motCode", "motDesc", "qtyUnitCode",
    "qtyUnitAbbr", "qty", "isQtyEstimated", "altQtyUnitCode", "altQtyUnitAbbr", "altQty",
    "isAltQtyEstimated", "netWgt", "isNetWgtEstimated", "grossWgt", "isGrossWgtEstimated",
    "cifvalue", "fobvalue", "primaryValue", "legacyEstimationFlag", "isReported", "isAggregate",
  ]
  static let measures = ComtradeMeasures(
    quantity: "qty", otherQuantity: "altQty", netWeight: "netWgt", grossWeight: "grossWgt",
    value: "primaryValue", cif: "cifvalue", fob: "fobvalue")

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first else { return nil }
    return ComtradeHeader.recognise(header, Self.names, format: id)
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var reader = ComtradeReader(
      source, format: id, names: Self.names, measures: Self.measures,
      pairs: [
        ("reporterCode", "reporterDesc", .one), ("reporterCode", "reporterISO", .any),
        ("partnerCode", "partnerDesc", .one), ("partnerCode", "partnerISO", .any),
        ("cmdCode", "cmdDesc", .usuallyOne), ("qtyUnitCode", "qtyUnitAbbr", .one),
        ("altQtyUnitCode", "altQtyUnitAbbr", .one), ("partner2Code", "partner2Desc", .one),
        ("customsCode", "customsDesc", .one), ("motCode", "motDesc", .one),
      ], row: row)
    return reader.read()
  }

  /// What a record says about its figures.
  private func row(_ record: NamedRecord) throws(ComtradeFault) -> ComtradeRow {
    let period = try ComtradeRow.period(record, "period")
    try checkDates(record, period)
    guard let flow = ComtradeRow.letters[record["flowCode"]] else {
      throw ComtradeFault(record.place("flowCode"), expected: "M, X, RM or RX")
    }
    guard record["flowDesc"].lowercased().filter(\.isLetter) == flow.words else {
      throw ComtradeFault(
        record.place("flowDesc"), expected: "the name of flow \(record["flowCode"])")
    }
    guard record["typeCode"] == "C" || record["typeCode"] == "S" else {
      throw ComtradeFault(record.place("typeCode"), expected: "C for goods or S for services")
    }
    guard ComtradeRow.isClassification(record["classificationCode"]) else {
      throw ComtradeFault(
        record.place("classificationCode"), expected: "a classification such as H5")
    }
    guard ComtradeRow.isProduct(record["cmdCode"]) else {
      throw ComtradeFault(record.place("cmdCode"), expected: "letters and digits")
    }
    return ComtradeRow(
      period: period, flow: record["typeCode"] == "S" ? flow.flow.ofServices : flow.flow,
      classification: record["classificationCode"], product: record["cmdCode"],
      reporter: ComtradeArea(
        iso: record["reporterISO"], code: record["reporterCode"], name: record["reporterDesc"]),
      partner: ComtradeArea(
        iso: record["partnerISO"], code: record["partnerCode"], name: record["partnerDesc"]),
      unit: ComtradeRow.unit(code: record["qtyUnitCode"], name: record["qtyUnitAbbr"]),
      otherUnit: ComtradeRow.unit(code: record["altQtyUnitCode"], name: record["altQtyUnitAbbr"]),
      detail: Self.detail(record),
      isQuantityEstimated: try Self.flag(record, "isQtyEstimated"),
      isOtherQuantityEstimated: try Self.flag(record, "isAltQtyEstimated"),
      isWeightEstimated: try Self.flag(record, "isNetWgtEstimated"),
      isGrossWeightEstimated: try Self.flag(record, "isGrossWgtEstimated"))
  }

  /// What a record is a part by, beside partner, flow and product; `nil` for all of it.
  static func detail(_ record: NamedRecord) -> String? {
    let details = [
      ("partner2Code", "a second partner"), ("customsCode", "a customs procedure"),
      ("mosCode", "a mode of supply"), ("motCode", "a mode of transport"),
    ]
    return details.first { !ComtradeRow.isTotal(record[$0.0]) }?.1
  }

  static func flag(_ record: NamedRecord, _ name: String) throws(ComtradeFault) -> Bool {
    switch record[name].lowercased() {
    case "true", "1": true
    case "false", "0", "": false
    default: throw ComtradeFault(record.place(name), expected: "true or false")
    }
  }

  /// The period stands in four columns, which must agree.
  private func checkDates(_ record: NamedRecord, _ period: Period) throws(ComtradeFault) {
    let year = record["refYear"]
    guard year == String(period.first.year) else {
      throw ComtradeFault(record.place("refYear"), expected: "the year of period \(period)")
    }
    let month = period.count == 12 ? "52" : String(period.first.month)
    guard record["refMonth"] == month else {
      throw ComtradeFault(record.place("refMonth"), expected: "\(month) for period \(period)")
    }
    guard record["freqCode"] == (period.count == 12 ? "A" : "M") else {
      throw ComtradeFault(record.place("freqCode"), expected: "the frequency of period \(period)")
    }
    let start = year + (period.first.month < 10 ? "0" : "") + "\(period.first.month)01"
    guard record["refPeriodId"] == start else {
      throw ComtradeFault(record.place("refPeriodId"), expected: "\(start) for period \(period)")
    }
  }
}

extension Flow {
  /// The flow of services in place of that of goods.
  var ofServices: Flow {
    switch self {
    case .exports: .servicesExports
    case .imports: .servicesImports
    default: .other
    }
  }
}
