internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// A choice of the columns of UN Comtrade's present site, in any order, as its interface and
/// programs that call it write them.
///
/// Period, reporter, partner, flow, product and one column of values must be there. A breakdown that
/// is not among the columns cannot be told from its total; a figure that stands twice is reported.
struct ComtradeSelection: SourceFormat {
  let id = "comtrade-selection"
  let name = "UN Comtrade, chosen columns of the present site"

  private static let reporters = ["reporterISO", "reporterCode", "reporterDesc"]
  private static let partners = ["partnerISO", "partnerCode", "partnerDesc"]
  private static let flows = ["flowCode", "flowDesc"]

  /// The columns that name the unit of a column of quantities.
  static func units(of name: String) -> [String] {
    name == "qty" ? ["qtyUnitCode", "qtyUnitAbbr"] : ["altQtyUnitCode", "altQtyUnitAbbr"]
  }

  func recognise(_ source: SourceText) -> Recognition? {
    guard let header = PlacedTable.head(source, .commas).first else { return nil }
    let known = header.filter { ComtradePlus.names.contains($0) }
    let groups = [
      Self.reporters, Self.partners, Self.flows, ["period", "refYear"], ["cmdCode"],
      ComtradePlus.measures.all,
    ]
    // A name or two may be somebody's own, as the number of a row.
    guard known.count >= 6, known.count + 2 >= header.count,
      groups.allSatisfy({ group in group.contains { known.contains($0) } })
    else { return nil }
    return Recognition(
      format: id, score: 0.8,
      evidence: [
        Evidence(line: 1, "\(known.count) of the \(header.count) column names are UN Comtrade's")
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    let header = PlacedTable.head(source, .commas).first ?? []
    let names = ComtradePlus.names.filter { header.contains($0) }
    let pairs: [(String, String, CodeAgreement.Number)] = [
      ("reporterCode", "reporterDesc", .one), ("reporterISO", "reporterDesc", .any),
      ("partnerCode", "partnerDesc", .one), ("partnerISO", "partnerDesc", .any),
      ("cmdCode", "cmdDesc", .usuallyOne),
    ]
    var reader = ComtradeReader(
      source, format: id, names: names, measures: ComtradePlus.measures,
      pairs: pairs.filter { names.contains($0.0) && names.contains($0.1) }, isSelection: true,
      row: row)
    let result = reader.read()
    return result.adding(unknownNames(header, source))
  }

  /// Names that are not those of UN Comtrade: nothing is read from their columns.
  private func unknownNames(_ header: [String], _ source: SourceText) -> [ImportProblem] {
    header.enumerated().filter { !ComtradePlus.names.contains($0.element) }.map { column, name in
      let near = ComtradePlus.names.nearest(to: name)
      return ImportProblem(
        diagnostic: Diagnostic(
          "comtrade.column", .warning, at: InputLocation(file: source.file, line: 1),
          "column \(name.quoted) is none of UN Comtrade, nothing is read from it, expected one of "
            + "its 47 names",
          hint: near.map { "did you mean '\($0)'?" }),
        byteOffset: nil, columnNumber: column + 1, columnName: name, rawText: name,
        expected: near ?? "a name of UN Comtrade")
    }
  }

  /// What a record says about its figures.
  private func row(_ record: NamedRecord) throws(ComtradeFault) -> ComtradeRow {
    let flow = try flow(record)
    let isOfServices = record["typeCode"] == "S"
    guard ComtradeRow.isProduct(record["cmdCode"]) else {
      throw ComtradeFault(record.place("cmdCode"), expected: "letters and digits")
    }
    return ComtradeRow(
      period: try period(record), flow: isOfServices ? flow.ofServices : flow,
      classification: record["classificationCode"], product: record["cmdCode"],
      reporter: ComtradeArea(
        iso: record["reporterISO"], code: record["reporterCode"], name: record["reporterDesc"]),
      partner: ComtradeArea(
        iso: record["partnerISO"], code: record["partnerCode"], name: record["partnerDesc"]),
      unit: unit(record, Self.units(of: "qty")), otherUnit: unit(record, Self.units(of: "altQty")),
      detail: ComtradePlus.detail(record),
      isQuantityEstimated: try ComtradePlus.flag(record, "isQtyEstimated"),
      isOtherQuantityEstimated: try ComtradePlus.flag(record, "isAltQtyEstimated"),
      isWeightEstimated: try ComtradePlus.flag(record, "isNetWgtEstimated"),
      isGrossWeightEstimated: try ComtradePlus.flag(record, "isGrossWgtEstimated"))
  }

  private func flow(_ record: NamedRecord) throws(ComtradeFault) -> Flow {
    let (code, words) = (record["flowCode"], record["flowDesc"].lowercased().filter(\.isLetter))
    let known = ComtradeRow.letters.values.first { $0.words == words }
    if record.columns["flowCode"] == nil, let known { return known.flow }
    guard record.columns["flowCode"] != nil else {
      throw ComtradeFault(record.place("flowDesc"), expected: "Import, Export or one of them again")
    }
    guard let flow = ComtradeRow.letters[code] else {
      throw ComtradeFault(record.place("flowCode"), expected: "M, X, RM or RX")
    }
    guard record.columns["flowDesc"] == nil || words == flow.words else {
      throw ComtradeFault(record.place("flowDesc"), expected: "the name of flow \(code)")
    }
    return flow.flow
  }

  /// The period; where year and month stand beside it, they must agree.
  private func period(_ record: NamedRecord) throws(ComtradeFault) -> Period {
    let (year, month) = (record["refYear"], record["refMonth"])
    guard record.columns["period"] != nil else {
      let first = try ComtradeRow.period(record, "refYear")
      guard first.count == 12 else {
        throw ComtradeFault(record.place("refYear"), expected: "a year")
      }
      if month.isEmpty || month == "52" { return first }
      guard let number = Int(month), (1...12).contains(number) else {
        throw ComtradeFault(record.place("refMonth"), expected: "a month, or 52 for the year")
      }
      return .month(first.first.year, number)
    }
    let period = try ComtradeRow.period(record, "period")
    guard year.isEmpty || year == String(period.first.year) else {
      throw ComtradeFault(record.place("refYear"), expected: "the year of period \(period)")
    }
    let expected = period.count == 12 ? 52 : period.first.month
    guard month.isEmpty || Int(month) == expected else {
      throw ComtradeFault(record.place("refMonth"), expected: "\(expected) for period \(period)")
    }
    guard ["", period.count == 12 ? "A" : "M"].contains(record["freqCode"]) else {
      throw ComtradeFault(record.place("freqCode"), expected: "the frequency of period \(period)")
    }
    return period
  }

  private func unit(_ record: NamedRecord, _ names: [String]) -> String? {
    // The words alone: N/A is Comtrade's word for no unit.
    if record.columns[names[0]] == nil {
      let words = record[names[1]]
      return words.isEmpty || words == "N/A" ? nil : words
    }
    return ComtradeRow.unit(code: record[names[0]], name: record[names[1]])
  }
}
