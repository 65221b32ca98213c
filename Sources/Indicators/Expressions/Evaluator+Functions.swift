internal import Diagnostics
internal import TimeSeries

extension Evaluator.Run {
  /// Computes a function of the catalogue.
  func call(_ call: ExpressionStep.Call) throws(DiagnosticError) -> Evaluator.Value {
    guard let first = call.data.first else {
      preconditionFailure("\(call.entry.name) passed the check without data")
    }
    let (panel, input) = try self.panel(of: first)
    let result: Panel<Key>
    if call.data.count == 2 {
      let (other, otherUnit) = try self.panel(of: call.data[1])
      guard input == otherUnit else {
        throw ExpressionFinding.unitMismatch(call.entry.name, input, otherUnit)
          .error(at: call.offset)
      }
      result = try pair(call, panel, other)
    } else {
      do {
        result = try single(call, panel)
      } catch {
        throw ExpressionFinding.indicator(error).error(at: call.offset)
      }
    }
    let unit =
      call.entry.resultUnit == .sameAsInput ? input : call.entry.resultUnit.rawValue
    return .panel(result, unit: unit)
  }

  /// A function of two panels, matched by key.
  private func pair(
    _ call: ExpressionStep.Call, _ a: Panel<Key>, _ b: Panel<Key>
  ) throws(DiagnosticError) -> Panel<Key> {
    do {
      switch call.entry.function {
      case .balance: return try Balance.difference(exports: a, imports: b)
      case .cover: return try Balance.coverRatio(exports: a, imports: b)
      case .normalizedBalance: return try Balance.normalized(exports: a, imports: b)
      case .share, .contribution:
        for side in [a.block, b.block] { try side.requireParts(operation(call)) }
      default: preconditionFailure("\(call.entry.name) of two measures")
      }
    } catch {
      throw ExpressionFinding.indicator(error).error(at: call.offset)
    }
    if call.entry.function == .share {
      return try matched(a, b, as: .rate, at: call.offset) { Share.percent(of: $0, in: $1) }
    }
    // Both sides on the axis and with the keys of the parts, each part against its own total.
    let columns = a.keys.indices.map { column in
      let total =
        b.column(of: a.keys[column]).map { b.block.selecting(column: $0) }
        ?? PeriodBlock(axis: a.axis, columns: 1, kind: b.kind)
      return a.block.selecting(column: column).contributions(to: total, .yearBefore)
    }
    return assembled(a.keys, columns, ComparedRows(a.axis, .yearBefore).axis)
  }

  private func operation(_ call: ExpressionStep.Call) -> String {
    call.entry.function == .share ? "a share" : "a contribution to growth"
  }

  /// A function of one panel.
  private func single(
    _ call: ExpressionStep.Call, _ panel: Panel<Key>
  ) throws(IndicatorError) -> Panel<Key> {
    switch call.entry.function {
    case .yearOverYear: return try panel.yearOverYear()
    case .periodOverPeriod: return try panel.periodOverPeriod()
    case .annualized: return try panel.annualized()
    case .yearToDate:
      try panel.block.requireFlow("a year-to-date sum")
      return try IndicatorError.wrapping { () throws(SeriesError) in try panel.cumulated() }
    case .yearToDateChange: return try panel.yearToDateChange()
    case .threeMonths: return try panel.threeMonthOnThreeMonth()
    case .movingQuarter: return try panel.movingQuarterYearOverYear()
    case .rolling:
      let months = Int(call.numbers.first ?? 12)
      return try IndicatorError.wrapping { () throws(SeriesError) in
        try panel.rolling(months: months)
      }
    case .difference: return try panel.difference()
    case .periodDifference: return try panel.difference(on: .periodBefore)
    case .percentagePoints: return try panel.percentagePointChange()
    case .rebased: return try panel.rebased(to: call.numbers.first ?? 100, in: call.periods[0])
    case .compound:
      let rates = try panel.compoundAnnualGrowth(from: call.periods[0], to: call.periods[1])
      let span = Period(from: call.periods[0].first, through: call.periods[1].last)
      return dated(panel, rates.map { (span, $0) })
    case .trend:
      let (first, last) = (call.periods.first, call.periods.dropFirst().first)
      let fits = try panel.trendGrowth(from: first, to: last)
      return dated(
        panel,
        fits.map { fit in
          // Without a rate there is no span of its own.
          let own = fit.rate.value == nil ? nil : fit.span
          guard let span = own ?? panel.axis.span else { return (nil, fit.rate) }
          let period = Period(
            from: first?.first ?? span.first, through: last?.last ?? span.last)
          guard let rate = fit.rate.value, !fit.isComplete else { return (period, fit.rate) }
          return (period, Observation(rate, fit.rate.status.union(.partial)))
        })
    case .share, .contribution:
      try panel.block.requireParts(operation(call))
      return byDimension(call, panel)
    case .balance, .cover, .normalizedBalance:
      preconditionFailure("\(call.entry.name) of one measure")
    }
  }

  /// One value for each key, dated by the span it is of.
  private func dated(
    _ panel: Panel<Key>, _ rates: [(span: Period?, value: Observation)]
  ) -> Panel<Key> {
    let axis = PeriodAxis(rates.compactMap(\.span))
    var block = PeriodBlock(axis: axis, columns: rates.count, kind: .rate)
    for (column, rate) in rates.enumerated() {
      guard let row = rate.span.flatMap(axis.index(of:)) else { continue }
      block[row, column] = rate.value
    }
    return panel.with(block)
  }

  /// Shares or contributions within the groups of keys that differ in one dimension only.
  private func byDimension(_ call: ExpressionStep.Call, _ panel: Panel<Key>) -> Panel<Key> {
    let dimension = call.dimension ?? ""
    let others = dimensions.filter { $0 != dimension }
    var groups: [[String?]: [Int]] = [:]
    for (column, key) in panel.keys.enumerated() where value(key, dimension) != nil {
      groups[others.map { value(key, $0) }, default: []].append(column)
    }
    let isShare = call.entry.function == .share
    let axis = isShare ? panel.axis : ComparedRows(panel.axis, .yearBefore).axis
    // A key without a value in the dimension is no part of anything.
    var columns = [PeriodBlock](
      repeating: PeriodBlock(axis: axis, columns: 1, kind: .rate, missing: .notApplicable),
      count: panel.keys.count)
    for members in groups.values {
      let published = members.first { isTotal(panel.keys[$0], dimension) }
      let total =
        published.map { panel.block.selecting(column: $0) } ?? panel.block.columnSum(members)
      for member in members {
        let part = panel.block.selecting(column: member)
        columns[member] =
          isShare ? part.shares(of: total) : part.contributions(to: total, .yearBefore)
      }
    }
    return assembled(panel.keys, columns, axis)
  }

  /// Blocks of one column each, side by side.
  private func assembled(
    _ keys: [Key], _ columns: [PeriodBlock], _ axis: PeriodAxis
  ) -> Panel<Key> {
    var block = PeriodBlock(axis: axis, columns: columns.count, kind: .rate)
    for (column, source) in columns.enumerated() {
      for row in axis.indices { block[row, column] = source[row, 0] }
    }
    return Panel(keys: keys, block)
  }
}
