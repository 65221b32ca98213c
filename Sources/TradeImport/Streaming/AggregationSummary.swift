internal import DelimitedText
internal import Diagnostics
internal import TimeSeries

/// Puts the groups in order and computes changes.
struct AggregationSummary {
  private let plan: AggregationPlan
  private let layout: AggregationLayout
  private let total: AggregationWorker
  private let findings: [Diagnostic]
  private let file: String

  init(
    _ plan: AggregationPlan, _ layout: AggregationLayout, _ total: AggregationWorker,
    _ findings: [Diagnostic], file: String
  ) {
    self.plan = plan
    self.layout = layout
    self.total = total
    self.findings = findings
    self.file = file
  }

  /// - Throws: `DiagnosticError` for keys that are not UTF-8 and sums that are too large.
  func result() throws(DiagnosticError) -> AggregationResult {
    if let place = total.foreignKey {
      throw DiagnosticError(
        Diagnostic(
          "csv.encoding", .error, at: place.location,
          "the text of a key is not UTF-8, expected UTF-8",
          hint: "the file may be in Windows-1252; convert it, for example with "
            + "'iconv -f WINDOWS-1252 -t UTF-8'"))
    }
    let (groups, account, notes) = try FigureChoice(plan, layout, total, file: file).result()
    let columns = groups.keys.map { distinctTexts(of: $0) }
    let sorting = plan.sortedKeys.compactMap { plan.keys.firstIndex(of: $0) }
    let order = GroupList.order(
      ranks: sorting.map { (columns[$0].ranks, columns[$0].texts.count) },
      count: groups.values.count)
    let values = order.map { groups.values[Int($0)] }
    if values.contains(where: { $0.map { !$0.isFinite } ?? false }) {
      throw DiagnosticError(
        Diagnostic(
          "aggregate.sum-range", .error, at: InputLocation(file: file),
          "a sum of \(plan.measure.quoted) is too large, expected less than 1.8e308"))
    }
    let keys = columns.map { column in order.map { column.ranks[Int($0)] } }
    var problems = findings + total.problems.diagnostics(file: file) + notes
    var changes: [Double?] = []
    if let key = layout.periodKey {
      let bases = periodBases(columns[key].texts, &problems)
      changes = self.changes(keys: keys, periodKey: key, bases: bases, values: values)
    }
    return AggregationResult(
      plan: plan, account: account, diagnostics: problems, texts: columns.map(\.texts),
      keys: keys, values: values, changes: changes)
  }

  /// The texts of a key in the order of their bytes, and the rank of each group's text.
  private func distinctTexts(of key: GroupList.Key) -> (texts: [[UInt8]], ranks: [Int32]) {
    let texts = key.words.map { total.coder.text(of: $0) }
    let sorted = texts.indices.sorted { texts[$0].lexicographicallyPrecedes(texts[$1]) }
    var rankOfNumber = [Int32](repeating: 0, count: texts.count)
    for (rank, number) in sorted.enumerated() { rankOfNumber[number] = Int32(rank) }
    return (sorted.map { texts[$0] }, key.ofGroup.map { rankOfNumber[Int($0)] })
  }

  // MARK: Change

  /// For each text of a period the index of the text of its base, the same span a year earlier.
  private func periodBases(_ texts: [[UInt8]], _ problems: inout [Diagnostic]) -> [Int32] {
    let parser = PeriodParser()
    var indices: [Period: Int32] = [:]
    var periods: [Period?] = []
    for (index, bytes) in texts.enumerated() {
      let text = String(decoding: bytes, as: UTF8.self)
      let period = try? parser.parse(text)
      periods.append(period)
      guard let period else {
        problems.append(
          Diagnostic(
            "aggregate.period", .error, at: location(ofPeriod: bytes),
            "\(plan.periodColumn) is not a period, found \(text.quoted), "
              + "expected a form such as 2024, 2024-Q3 or 2024-09",
            hint: "rows of this period have no change; the first one stands here"))
        continue
      }
      if let other = indices[period] {
        let first = String(decoding: texts[Int(other)], as: UTF8.self)
        problems.append(
          Diagnostic(
            "aggregate.period-forms", .error, at: location(ofPeriod: bytes),
            "a period is written in two ways, found \(first.quoted) and \(text.quoted), "
              + "expected one, because the base of a change would not be known",
            hint: "write the period in one way, or leave out --growth"))
        continue
      }
      indices[period] = Int32(index)
    }
    return periods.map { period in
      period.flatMap { indices[$0.shifted(byYears: -1)] } ?? -1
    }
  }

  private func location(ofPeriod bytes: [UInt8]) -> InputLocation {
    var coder = total.coder
    return total.periods[coder.word(for: bytes[...])]?.location ?? InputLocation(file: file)
  }

  /// The change in percent of each row on the row of the same keys a year earlier.
  ///
  /// Rows that differ in the period alone stand together, because the period is sorted last.
  private func changes(
    keys: [[Int32]], periodKey: Int, bases: [Int32], values: [Double?]
  ) -> [Double?] {
    let others = keys.indices.filter { $0 != periodKey }
    var changes = [Double?](repeating: nil, count: values.count)
    var rowOfPeriod = [Int32](repeating: -1, count: bases.count)
    var start = 0
    while start < values.count {
      var end = start + 1
      while end < values.count, others.allSatisfy({ keys[$0][end] == keys[$0][start] }) { end += 1 }
      for row in start..<end { rowOfPeriod[Int(keys[periodKey][row])] = Int32(row) }
      for row in start..<end {
        let base = bases[Int(keys[periodKey][row])]
        guard base >= 0, rowOfPeriod[Int(base)] >= 0, let value = values[row] else { continue }
        // A change has a meaning from a base above zero to a value that is not below zero.
        if let before = values[Int(rowOfPeriod[Int(base)])], before > 0, value >= 0 {
          let change = 100 * (value / before - 1)
          if change.isFinite { changes[row] = change }
        }
      }
      for row in start..<end { rowOfPeriod[Int(keys[periodKey][row])] = -1 }
      start = end
    }
    return changes
  }
}
