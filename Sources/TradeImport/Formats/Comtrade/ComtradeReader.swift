internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads the records of either layout of UN Comtrade.
struct ComtradeReader {
  private let table: PlacedTable
  private let names: [String]
  private let measures: ComtradeMeasures
  private let pairs: [(code: String, name: String, codesOfName: CodeAgreement.Number)]
  private let row: (NamedRecord) throws(ComtradeFault) -> ComtradeRow
  private var collector: FigureCollector
  /// The classification of most records; the codes of others would name something else.
  private var usualFamily = ""
  /// The first and last year of each edition, for the note.
  private var editions: [String: ClosedRange<Int>] = [:]
  private var hasOtherAsia = false
  private var hasNoUnit = false
  /// Whether somebody chose the columns: what was asked for and is empty is missing.
  private let isSelection: Bool
  /// The columns of values that the file has.
  private let present: Set<String>

  init(
    _ source: SourceText, format: String, names: [String], measures: ComtradeMeasures,
    pairs: [(String, String, CodeAgreement.Number)], isSelection: Bool = false,
    row: @escaping (NamedRecord) throws(ComtradeFault) -> ComtradeRow
  ) {
    table = PlacedTable(source, .commas, header: 1)
    self.names = names
    self.measures = measures
    self.pairs = pairs.map { (code: $0.0, name: $0.1, codesOfName: $0.2) }
    self.row = row
    self.isSelection = isSelection
    let found = Set(table.header?.texts ?? [])
    present = Set(measures.all.filter { !isSelection || found.contains($0) })
    collector = FigureCollector(source, format: format, publisher: "un-comtrade")
  }

  mutating func read() -> ImportResult {
    table.reportFindings(to: &collector, expected: isSelection ? ["csv.no-rows"] : [])
    guard let header = table.header else { return collector.result() }
    collector.count(.header)
    let isComplete = table.hasColumns(names, &collector)
    let columns = NamedColumns(header.texts)
    var agreements = pairs.map { pair in
      CodeAgreement("\(pair.code.quoted) with \(pair.name.quoted)", codesOfName: pair.codesOfName)
    }
    usualFamily = mostFrequentFamily(columns)
    var details: Set<String> = []
    var totals = 0
    for index in 0..<table.rowCount {
      let record = table.row(index)
      if record.isBlank {
        collector.count(.blank)
        continue
      }
      collector.count(.data)
      collector.meet(cells: present.count)
      guard isComplete else {
        collector.leaveOut("header not understood", present.count)
        continue
      }
      guard hasRightLength(record) else { continue }
      let named = NamedRecord(record: record, columns: columns)
      do {
        let row = try self.row(named)
        for (index, pair) in pairs.enumerated() where !named[pair.code].isEmpty {
          // Texts change with the edition of a classification.
          let isProduct = pair.codesOfName == .usuallyOne
          agreements[index].add(
            code: (isProduct ? row.classification + " " : "") + named[pair.code],
            name: named[pair.name], at: named.place(pair.name))
        }
        if let detail = row.detail {
          collector.leaveOut("records of \(detail), beside their totals", present.count)
          details.insert(detail)
          continue
        }
        totals += 1
        take(row, named)
      } catch {
        collector.refuse(
          error.place, "comtrade.record",
          "\(error.place.text.trimmed.quoted) in column "
            + "\((error.place.columnName ?? "").quoted), expected \(error.expected)",
          expected: error.expected, hint: "nothing of this record is read",
          cells: present.count)
      }
    }
    for agreement in agreements { agreement.report(to: &collector) }
    if table.rowCount == 0, isSelection {
      collector.report(
        header.place, "import.no-rows", .error,
        "the file has a header and no data rows below it", expected: "records of data",
        hint: "the query may have had no results")
    }
    note(details: details, totals: totals)
    return collector.result()
  }

  private func mostFrequentFamily(_ columns: NamedColumns) -> String {
    let name = names.first { $0.lowercased().hasPrefix("classification") } ?? ""
    var counts: [String: Int] = [:]
    for index in 0..<table.rowCount {
      let code = NamedRecord(record: table.row(index), columns: columns)[name]
      counts[ComtradeRow.family(code), default: 0] += 1
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }

  /// A record has as many fields as the header, or one more that is empty.
  private mutating func hasRightLength(_ record: PlacedRecord) -> Bool {
    let count = record.count
    let expected = isSelection ? table.table.columnCount : names.count
    if count == expected { return true }
    if !isSelection, count == expected + 1, record.text(count - 1).isEmpty { return true }
    collector.refuse(record, width: expected, cells: present.count)
    return false
  }

  // MARK: Figures

  private mutating func take(_ row: ComtradeRow, _ record: NamedRecord) {
    let year = row.period.first.year
    let years = editions[row.classification] ?? year...year
    editions[row.classification] = min(years.lowerBound, year)...max(years.upperBound, year)
    let reporter = collector.area(
      row.reporter.candidates, fallback: row.reporter.fallback,
      at: record.place(names.first { $0.lowercased().hasPrefix("reporter") } ?? ""))
    let partner = collector.area(
      row.partner.candidates, fallback: row.partner.fallback,
      at: record.place(names.first { $0.lowercased().hasPrefix("partner") } ?? ""))
    if reporter == "S19" || partner == "S19" { hasOtherAsia = true }
    let product = row.product == "TOTAL" ? "" : row.product
    let family = product.isEmpty || row.family == usualFamily ? "" : row.family
    func key(_ measure: Measure, _ unit: Unit, _ basis: String = "") -> SeriesKey {
      SeriesKey(
        reporter: reporter, partner: partner, flow: row.flow, product: product, measure: measure,
        basis: Basis([family, basis].filter { !$0.isEmpty }.joined(separator: "+")), unit: unit)
    }
    let valueText = record[measures.value]
    checkValue(record, valueText)
    let place = record.place(measures.value)
    if !present.contains(measures.value) {
      // A selection may hold weights and quantities alone.
    } else if valueText.isEmpty {
      collector.take(missing: .unknown, key: key(.value, .usDollar), period: row.period, at: place)
    } else {
      take(record, measures.value, key(.value, .usDollar), row.period, .normal)
    }
    for (name, basis) in [(measures.cif, "CIF"), (measures.fob, "FOB")]
    where present.contains(name) {
      let text = record[name]
      if text.isEmpty {
        collector.leaveOut("CIF or FOB value not given")
      } else if text == valueText {
        collector.leaveOut("CIF or FOB value that repeats the trade value")
      } else {
        take(record, name, key(.value, .usDollar, basis), row.period, .normal)
      }
    }
    take(weightsOf: row, record, hasValue: valueText != "0" && !valueText.isEmpty, key)
    take(quantitiesOf: row, record, key)
  }

  /// The value is one of the two valuations, where they are given.
  private mutating func checkValue(_ record: NamedRecord, _ value: String) {
    let valuations = [record[measures.cif], record[measures.fob]].filter { !$0.isEmpty }
    guard let first = valuations.first, !valuations.contains(value) else { return }
    collector.report(
      record.place(measures.value), "comtrade.valuation", .warning,
      "value \(value.quoted) is neither the CIF nor the FOB value, expected \(first.quoted)",
      expected: first, hint: "a digit may be damaged; all values are read as they stand")
  }

  private mutating func take(
    weightsOf row: ComtradeRow, _ record: NamedRecord, hasValue: Bool,
    _ key: (Measure, Unit, String) -> SeriesKey
  ) {
    for (name, basis, isEstimated) in [
      (measures.netWeight, "", row.isWeightEstimated),
      (measures.grossWeight, "gross", row.isGrossWeightEstimated),
    ] where present.contains(name) {
      let text = record[name]
      if text.isEmpty, isSelection {
        collector.take(
          missing: .unknown, key: key(.weight, Unit("kg"), basis), period: row.period,
          at: record.place(name))
      } else if text.isEmpty {
        collector.leaveOut("weight not given")
      } else if PublisherNumber(text)?.value == 0, hasValue {
        collector.leaveOut("weight 0 beside a value, which stands for not given")
      } else {
        take(
          record, name, key(.weight, Unit("kg"), basis), row.period,
          isEstimated ? .estimated : .normal)
      }
    }
  }

  private mutating func take(
    quantitiesOf row: ComtradeRow, _ record: NamedRecord,
    _ key: (Measure, Unit, String) -> SeriesKey
  ) {
    for (name, unit, isEstimated) in [
      (measures.quantity, row.unit, row.isQuantityEstimated),
      (measures.otherQuantity, row.otherUnit, row.isOtherQuantityEstimated),
    ] where present.contains(name) {
      let text = record[name]
      let isOther = name == measures.otherQuantity
      if text.isEmpty, isSelection, let unit {
        collector.take(
          missing: .unknown, key: key(.quantity, Unit(unit), isOther ? "alternative" : ""),
          period: row.period, at: record.place(name))
      } else if text.isEmpty {
        collector.leaveOut("quantity not given")
      } else if let unit {
        if isOther, unit == row.unit, text == record[measures.quantity] {
          collector.leaveOut("second quantity that repeats the first")
          continue
        }
        take(
          record, name, key(.quantity, Unit(unit), isOther ? "alternative" : ""), row.period,
          isEstimated ? .estimated : .normal)
      } else if PublisherNumber(text)?.value == 0 {
        collector.leaveOut("quantity 0 without a unit")
      } else if isSelection, record.columns.first(of: ComtradeSelection.units(of: name)) == nil {
        hasNoUnit = true
        take(
          record, name, key(.quantity, Unit(""), isOther ? "alternative" : ""), row.period,
          isEstimated ? .estimated : .normal)
      } else {
        collector.refuse(
          record.place(name), "comtrade.no-unit",
          "quantity \(text.quoted) has no unit, expected none or a unit", expected: "no quantity",
          hint: "the unit or the quantity may be damaged")
      }
    }
  }

  private mutating func take(
    _ record: NamedRecord, _ name: String, _ key: SeriesKey, _ period: Period,
    _ status: ObservationStatus
  ) {
    let place = record.place(name)
    guard let number = PublisherNumber(record[name]), number.value >= 0 else {
      collector.refuse(notNumber: place, expected: "a number that is not negative")
      return
    }
    collector.take(number, key: key, period: period, at: place, status: status)
  }

  // MARK: Notes

  private mutating func note(details: Set<String>, totals: Int) {
    collector.note("comtrade.unit", "values are in US dollars, weights in kilograms")
    if hasNoUnit {
      collector.note(
        "import.unit", "quantities have no unit, because no column of units was chosen")
    }
    editions[""] = nil
    if !editions.isEmpty {
      let list = editions.sorted { $0.key < $1.key }.map { edition in
        let years = edition.value
        let span =
          years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound) to \(years.upperBound)"
        return "\(edition.key) (\(span))"
      }
      collector.note(
        "comtrade.classification",
        "products are coded in \(list.joined(separator: ", "))"
          + (list.count > 1 ? "; a code can mean another product in another edition" : ""))
    }
    if hasOtherAsia {
      collector.note(
        "comtrade.other-asia",
        "S19 (490) is 'Other Asia, not elsewhere specified', which by its definition is no single "
          + "country; it is kept as it is")
    }
    guard !details.isEmpty else { return }
    let list = details.sorted().joined(separator: ", ")
    collector.add(
      Diagnostic(
        "comtrade.details", totals == 0 ? .warning : .note,
        at: InputLocation(file: table.file),
        "records of \(list) are left out, totals are read (\(totals) records)",
        hint: totals == 0 ? "ask UN Comtrade for the totals as well" : nil))
  }
}
