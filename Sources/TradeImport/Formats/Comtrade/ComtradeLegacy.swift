internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The CSV of UN Comtrade before 2023: 35 named columns, one record for each flow, partner and
/// product of a period.
///
/// Source of the columns: files of comtrade.un.org/data; of the flags: UN Comtrade, "Quantity and
/// weight data in UN Comtrade" (2009): 2 the quantity is estimated, 4 the net weight, 6 both.
struct ComtradeLegacy: SourceFormat {
  let id = "comtrade-legacy"
  let name = "UN Comtrade, CSV of the former site"

  static let names = [
    "Classification", "Year", "Period", "Period Desc.", "Aggregate Level", "Is Leaf Code",
    "Trade Flow Code", "Trade Flow", "Reporter Code", "Reporter", "Reporter ISO", "Partner Code",
    "Partner", "Partner ISO", "2nd Partner Code", "2nd Partner", "2nd Partner ISO",
    "Customs Proc. Code", "Customs", "Mode of Transport Code", "Mode of Transport",
    "Commodity Code", "Commodity", "Qty Unit Code", "Qty Unit", "Qty", "Alt Qty Unit Code",
    "Alt Qty Unit", "Alt Qty", "Netweight (kg)", "Gross weight (kg)", "Trade Value (US$)",
    "CIF Trade Value (US$)", "FOB Trade Value (US$)", "Flag",
  ]
  static let measures = ComtradeMeasures(
    quantity: "Qty", otherQuantity: "Alt Qty", netWeight: "Netweight (kg)",
    grossWeight: "Gross weight (kg)", value: "Trade Value (US$)", cif: "CIF Trade Value (US$)",
    fob: "FOB Trade Value (US$)")

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first else { return nil }
    return ComtradeHeader.recognise(header, Self.names, format: id)
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var reader = ComtradeReader(
      source, format: id, names: Self.names, measures: Self.measures,
      pairs: [
        ("Reporter Code", "Reporter", .one), ("Reporter Code", "Reporter ISO", .any),
        ("Partner Code", "Partner", .one), ("Partner Code", "Partner ISO", .any),
        ("Commodity Code", "Commodity", .usuallyOne), ("Qty Unit Code", "Qty Unit", .one),
        ("2nd Partner Code", "2nd Partner", .one),
        ("Customs Proc. Code", "Customs", .one),
        ("Mode of Transport Code", "Mode of Transport", .one),
      ], row: row)
    return reader.read()
  }

  /// What a record says about its figures.
  private func row(_ record: NamedRecord) throws(ComtradeFault) -> ComtradeRow {
    let year = record["Year"]
    let period = try ComtradeRow.period(record, "Period")
    guard year == record["Period"].prefix(4) else {
      throw ComtradeFault(record.place("Year"), expected: "the year of period \(record["Period"])")
    }
    let words = record["Period Desc."]
    guard (try? PeriodParser().parse(words)) == period else {
      throw ComtradeFault(record.place("Period Desc."), expected: "the period \(period)")
    }
    guard let flow = ComtradeRow.flows[record["Trade Flow Code"]] else {
      throw ComtradeFault(record.place("Trade Flow Code"), expected: "1, 2, 3 or 4")
    }
    guard record["Trade Flow"].lowercased().filter(\.isLetter) == flow.words else {
      throw ComtradeFault(
        record.place("Trade Flow"), expected: "the name of flow \(record["Trade Flow Code"])")
    }
    guard let flag = Int(record["Flag"]), (0...7).contains(flag) else {
      throw ComtradeFault(record.place("Flag"), expected: "0, 2, 4 or 6")
    }
    guard ComtradeRow.isClassification(record["Classification"]) else {
      throw ComtradeFault(record.place("Classification"), expected: "a classification such as H5")
    }
    guard ComtradeRow.isProduct(record["Commodity Code"]) else {
      throw ComtradeFault(record.place("Commodity Code"), expected: "letters and digits")
    }
    let details = [
      ("2nd Partner Code", "a second partner"), ("Customs Proc. Code", "a customs procedure"),
      ("Mode of Transport Code", "a mode of transport"),
    ]
    return ComtradeRow(
      period: period, flow: flow.flow, classification: record["Classification"],
      product: record["Commodity Code"],
      reporter: ComtradeArea(
        iso: record["Reporter ISO"], code: record["Reporter Code"], name: record["Reporter"]),
      partner: ComtradeArea(
        iso: record["Partner ISO"], code: record["Partner Code"], name: record["Partner"]),
      unit: ComtradeRow.unit(code: record["Qty Unit Code"]),
      otherUnit: ComtradeRow.unit(code: record["Alt Qty Unit Code"]),
      detail: details.first { !ComtradeRow.isTotal(record[$0.0]) }?.1,
      isQuantityEstimated: flag & 2 != 0, isOtherQuantityEstimated: false,
      isWeightEstimated: flag & 4 != 0, isGrossWeightEstimated: false)
  }
}
