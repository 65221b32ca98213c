internal import Diagnostics
internal import TimeSeries

extension Expression.Operator {
  /// The arithmetic; a division by zero gives no number, and so does one by what came of that.
  func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .plus: a + b
    case .minus: a - b
    case .times: a * b
    case .over: b.isInfinite ? .nan : a / b
    }
  }

  /// The arithmetic on observations; an incomplete value is joined with nothing.
  func callAsFunction(_ a: Observation, _ b: Observation) -> Observation {
    let status = a.status.union(b.status)
    if status.contains(.partial) { return Observation(missing: status) }
    if self == .over, b.value == 0, a.value != nil {
      return Observation(missing: status.union(.zeroBase))
    }
    return a.combined(with: b) { self($0, $1) }
  }
}

extension Evaluator.Run {
  /// Joins two values by an operator.
  func join(
    _ left: Evaluator.Value, _ sign: Expression.Operator, _ right: Evaluator.Value, at offset: Int
  ) throws(DiagnosticError) -> Evaluator.Value {
    switch (left, right) {
    case (.number(let a), .number(let b)): return .number(sign(a, b))
    case (.panel(let panel, let unit), .number(let number)):
      if sign == .over, number == 0 {
        return .panel(panel.with(missing(panel.block)), unit: unit)
      }
      return .panel(scaled(panel, as: panel.kind) { sign($0, number) }, unit: unit)
    case (.number(let number), .panel(let panel, let unit)):
      guard sign == .over else {
        return .panel(scaled(panel, as: panel.kind) { sign(number, $0) }, unit: unit)
      }
      let block = panel.block.mapped(as: .rate) { observation in
        number.isFinite
          ? sign(Observation(number), observation) : Observation(missing: observation.status)
      }
      return .panel(panel.with(block), unit: unit == "ratio" ? "ratio" : "1/\(unit)")
    case (.panel(let a, let unitA), .panel(let b, let unitB)):
      return try join(a, unitA, sign, b, unitB, at: offset)
    }
  }

  private func join(
    _ a: Panel<Key>, _ unitA: String, _ sign: Expression.Operator, _ b: Panel<Key>,
    _ unitB: String, at offset: Int
  ) throws(DiagnosticError) -> Evaluator.Value {
    var (kind, unit) = (a.kind, unitA)
    switch sign {
    case .plus, .minus:
      guard unitA == unitB else {
        throw ExpressionFinding.unitMismatch(sign.rawValue, unitA, unitB).error(at: offset)
      }
      guard a.kind == b.kind else {
        throw ExpressionFinding.kindMismatch(sign.rawValue, a.kind, b.kind).error(at: offset)
      }
      // The difference of two percentages is in percentage points.
      if sign == .minus, unitA == "percent" { unit = "pp" }
    case .times:
      if a.kind == .rate || a.kind == .index { kind = b.kind }
      unit = unitA == "ratio" ? unitB : unitB == "ratio" ? unitA : "\(unitA)*\(unitB)"
    case .over:
      if b.kind != .index { kind = .rate }
      unit = unitA == unitB ? "ratio" : unitB == "ratio" ? unitA : "\(unitA)/\(unitB)"
    }
    if a.keys == b.keys, let block = plain(a.block, sign, b.block, as: kind) {
      return .panel(a.with(block), unit: unit)
    }
    return .panel(try matched(a, b, as: kind, at: offset) { sign($0, $1) }, unit: unit)
  }

  /// Joins the stored numbers of two blocks without missing values and statuses; `nil` when they
  /// are not such blocks, or when some result is no number and needs a reason.
  private func plain(
    _ a: PeriodBlock, _ sign: Expression.Operator, _ b: PeriodBlock, as kind: SeriesKind
  ) -> PeriodBlock? {
    guard a.isPlain, b.isPlain, a.axis == b.axis, a.columns == b.columns else { return nil }
    var results = a.values
    let others = b.values.span
    var target = results.mutableSpan
    var isFinite = true
    for position in 0..<others.count {
      let value = sign(target[position], others[position])
      target[position] = value
      isFinite = isFinite && value.isFinite
    }
    return isFinite
      ? PeriodBlock(axis: a.axis, columns: a.columns, kind: kind, values: results) : nil
  }

  /// Joins two panels by key and period; what one side does not have is missing.
  func matched(
    _ a: Panel<Key>, _ b: Panel<Key>, as kind: SeriesKind, at offset: Int,
    _ calculate: (Observation, Observation) -> Observation
  ) throws(DiagnosticError) -> Panel<Key> {
    let (keys, left, right) = a.matched(with: b)
    do {
      let block = try left.combined(with: right, keeping: .all, as: kind, calculate)
      return Panel(keys: keys, block)
    } catch {
      throw ExpressionFinding.indicator(.series(error)).error(at: offset)
    }
  }

  /// A calculation on each value; one that gives no number is missing.
  func scaled(
    _ panel: Panel<Key>, as kind: SeriesKind, _ calculate: (Double) -> Double
  ) -> Panel<Key> {
    let block = panel.block.mapped(as: kind) { observation in
      guard let value = observation.value else { return observation }
      let result = calculate(value)
      return result.isFinite
        ? Observation(result, observation.status) : Observation(missing: observation.status)
    }
    return panel.with(block)
  }

  private func missing(_ block: PeriodBlock) -> PeriodBlock {
    block.mapped { Observation(missing: $0.status.union(.zeroBase)) }
  }
}
