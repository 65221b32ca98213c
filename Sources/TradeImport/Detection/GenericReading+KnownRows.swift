internal import DelimitedText
internal import Diagnostics
internal import TradeModel

/// What is known of rows by their texts, and figures that repeat.
extension GenericReading {
  /// Where the parts of figures are read from, to know them again.
  func knownRows(_ columns: GenericColumns, _ numbers: NumberFormat) -> KnownRows {
    let keys = columns.keys
    let headings = columns.values.map(\.heading)
    let areNamed = columns.values.contains { $0.column != nil }
    let haveAreas = headings.contains { $0.partner != nil }
    let haveNames = areNamed || haveAreas || headings.contains { !$0.names.isEmpty }
    let haveSubjects =
      areNamed || headings.contains { $0.namesFigures || $0.isRate }
      || columns.units.contains { $0 != nil }
    let havePeriods = headings.contains { $0.period != nil || $0.part != nil }
    func source(_ columns: [Int?], _ dependsOnValue: Bool = false) -> KnownRows.Source {
      KnownRows.Source(columns: columns.compactMap { $0 }, dependsOnValue: dependsOnValue)
    }
    return KnownRows(
      table, values: columns.values.map(\.index),
      KnownRows.Sources(
        reporter: source([keys.reporter]),
        partner: source([keys.partner], haveAreas),
        product: source(keys.products, haveNames),
        subject: source([keys.flow, keys.measure, keys.unit], haveSubjects),
        period: source(keys.periods, havePeriods),
        // The scale may stand in a column of units.
        manner: source([keys.status, keys.unit], haveSubjects)),
      fieldCount: columns.fieldCount,
      decimalMark: numbers.decimalMark == .point ? UInt8(ascii: ".") : UInt8(ascii: ","),
      isPlain: !numbers.missingWords.haveNumbers)
  }

  /// Takes away and reports the figures whose series and period an earlier one has.
  mutating func refuseRepeats(_ rows: DelimitedRecords, _ columns: GenericColumns) {
    let repeats = observations.repeats
    for (later, earlier) in repeats {
      let record = observations.records[later]
      guard let row = rows.row(onLine: startLines[later] ?? Int(record.line)) else { continue }
      let place = columns.values.first {
        let location = row.location(in: $0.index)
        return location.column == Int(record.column) && location.line == Int(record.line)
      }
      let line = startLines[earlier] ?? Int(observations.records[earlier].line)
      let figure = observations[later]
      account.refused += 1
      report(
        row, place?.index, columns, "table.duplicate",
        "second figure for \(figure.key.label) in \(figure.period) (first on line \(line)), "
          + "expected one",
        expected: "one figure for each series and period",
        hint: "a column that tells the rows apart may need the role 'product'")
    }
    if !repeats.isEmpty { observations.remove(Set(repeats.map(\.later))) }
  }
}
