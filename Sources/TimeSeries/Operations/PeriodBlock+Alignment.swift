/// Which periods stay when two axes meet.
public enum AlignmentRule: Sendable, Hashable {
  /// Only periods that both hold.
  case common
  /// All periods; what one side does not hold is missing.
  case all
}

extension PeriodAxis {
  /// The periods of both axes, or those that they share.
  public func aligned(with other: PeriodAxis, keeping rule: AlignmentRule) -> PeriodAxis {
    if self == other { return self }
    return switch rule {
    case .common: PeriodAxis(filter { other.index(of: $0) != nil })
    case .all: PeriodAxis(periods + other.periods)
    }
  }
}

extension PeriodBlock {
  /// Returns what a calculation gives for each period and column of two blocks.
  ///
  /// The statuses of both operands stay with the result; a missing operand gives a missing result
  /// with its reason. A block of one column is used for every column of the other.
  ///
  /// - Parameters:
  ///   - other: As many columns, or one on either side.
  ///   - rule: Which periods the result has.
  ///   - kind: What the result measures; by default what this block measures.
  ///   - calculate: The calculation; a result that is not finite is missing.
  /// - Throws: ``SeriesError/columnMismatch``.
  public func combined(
    with other: PeriodBlock, keeping rule: AlignmentRule = .common, as kind: SeriesKind? = nil,
    _ calculate: (Observation, Observation) -> Observation
  ) throws(SeriesError) -> PeriodBlock {
    guard columns == other.columns || columns == 1 || other.columns == 1 else {
      throw .columnMismatch(operation: "a calculation", columns, other.columns)
    }
    let axis = axis.aligned(with: other.axis, keeping: rule)
    let (left, right) = (selecting(axis: axis), other.selecting(axis: axis))
    let count = columns == 0 || other.columns == 0 ? 0 : max(columns, other.columns)
    var block = PeriodBlock(axis: axis, columns: count, kind: kind ?? self.kind)
    for column in 0..<count {
      let (a, b) = (columns == 1 ? 0 : column, other.columns == 1 ? 0 : column)
      for row in axis.indices { block[row, column] = calculate(left[row, a], right[row, b]) }
    }
    return block
  }

  /// Returns what a calculation gives for each observation.
  public func mapped(
    as kind: SeriesKind? = nil, _ calculate: (Observation) -> Observation
  ) -> PeriodBlock {
    var block = PeriodBlock(axis: axis, columns: columns, kind: kind ?? self.kind)
    for column in 0..<columns {
      for row in 0..<rows { block[row, column] = calculate(self[row, column]) }
    }
    return block
  }

  /// The periods between the first and the last value of a column that it does not hold, for a
  /// column whose periods are of one frequency; empty for other columns.
  public func gaps(column: Int) -> [Period] {
    let present = axis.indices.filter { validity[$0, column] }.map { axis[$0] }
    guard let first = present.first, let last = present.last, let frequency = first.frequency,
      present.allSatisfy({ $0.frequency == frequency })
    else { return [] }
    let count = first.first.distance(to: last.first) / frequency.months + 1
    let held = Set(present)
    return PeriodAxis(from: first, count: count).filter { !held.contains($0) }
  }
}

extension PeriodData {
  /// The values of longer periods; see ``PeriodBlock/aggregated(over:allowPartial:)``.
  public func aggregated(
    over periods: some Sequence<Period>, allowPartial: Bool = false
  ) throws(SeriesError) -> Self {
    with(try block.aggregated(over: periods, allowPartial: allowPartial))
  }

  /// The values of every calendar period; see ``PeriodBlock/aggregated(to:allowPartial:)``.
  public func aggregated(
    to frequency: Frequency, allowPartial: Bool = false
  ) throws(SeriesError) -> Self {
    with(try block.aggregated(to: frequency, allowPartial: allowPartial))
  }

  /// The year-to-date sums; see ``PeriodBlock/cumulated(resetMonth:)``.
  public func cumulated(resetMonth: Int = 1) throws(SeriesError) -> Self {
    with(try block.cumulated(resetMonth: resetMonth))
  }

  /// The single flows; see ``PeriodBlock/decumulated(resetMonth:)``.
  public func decumulated(resetMonth: Int = 1) throws(SeriesError) -> Self {
    with(try block.decumulated(resetMonth: resetMonth))
  }

  /// The moving sums; see ``PeriodBlock/rolling(months:)``.
  public func rolling(months: Int) throws(SeriesError) -> Self {
    with(try block.rolling(months: months))
  }

  /// The same values on another axis; see ``PeriodBlock/selecting(axis:)``.
  public func selecting(axis: PeriodAxis) -> Self { with(block.selecting(axis: axis)) }
}
