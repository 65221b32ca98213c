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
  /// The calculation decides what becomes of statuses and missing operands, most easily with
  /// ``Observation/combined(with:_:)``. A block of one column is used for every column of the
  /// other. Where numbers are all that matters, ``combinedValues(with:keeping:as:_:)`` is faster.
  ///
  /// - Parameters:
  ///   - other: As many columns, or one on either side.
  ///   - rule: Which periods the result has.
  ///   - kind: What the result measures; by default what this block measures.
  ///   - calculate: The calculation.
  /// - Returns: A block on the common axis, with as many columns as the wider operand.
  /// - Throws: ``SeriesError/columnMismatch(operation:_:_:)``.
  public func combined(
    with other: PeriodBlock, keeping rule: AlignmentRule = .common, as kind: SeriesKind? = nil,
    _ calculate: (Observation, Observation) -> Observation
  ) throws(SeriesError) -> PeriodBlock {
    let (left, right) = try aligned(with: other, keeping: rule)
    return left.combinedCells(with: right, as: kind ?? self.kind, calculate)
  }

  /// Returns what a calculation gives for each observation.
  public func mapped(
    as kind: SeriesKind? = nil, _ calculate: (Observation) -> Observation
  ) -> PeriodBlock {
    var block = PeriodBlock(axis: axis, columns: columns, kind: kind ?? self.kind)
    for column in 0..<columns {
      for row in 0..<rows { block[row, column] = calculate(self[row, column]) }
    }
    block.compact()
    return block
  }

  /// Returns what a calculation gives for each pair of values of two blocks.
  ///
  ///     let balance = try exports.combinedValues(with: imports, -)
  ///
  /// The statuses of both operands stay with the result; a missing operand gives a missing result
  /// with its reason, and a result that is not finite is missing. A block of one column is used
  /// for every column of the other.
  ///
  /// - Parameters:
  ///   - other: As many columns, or one on either side.
  ///   - rule: Which periods the result has.
  ///   - kind: What the result measures; by default what this block measures.
  ///   - calculate: The calculation on two values.
  /// - Returns: A block on the common axis, with as many columns as the wider operand.
  /// - Throws: ``SeriesError/columnMismatch(operation:_:_:)``.
  /// - Complexity: O(*n*) for *n* results, in one pass over plain blocks.
  @inlinable
  public func combinedValues(
    with other: PeriodBlock, keeping rule: AlignmentRule = .common, as kind: SeriesKind? = nil,
    _ calculate: (Double, Double) -> Double
  ) throws(SeriesError) -> PeriodBlock {
    let (left, right) = try aligned(with: other, keeping: rule)
    if left.isPlain, right.isPlain, left.columns == right.columns {
      let (a, b) = (left.values, right.values)
      let results = [Double](capacity: a.count) { output in
        for position in a.indices { output.append(calculate(a[position], b[position])) }
      }
      if Self.areFinite(results) {
        return PeriodBlock(
          axis: left.axis, columns: left.columns, kind: kind ?? self.kind, finite: results)
      }
    }
    return left.combinedCells(with: right, as: kind ?? self.kind) { a, b in
      a.combined(with: b, calculate)
    }
  }

  /// Returns what a calculation gives for each value; missing values stay missing, statuses stay,
  /// and a result that is not finite is missing.
  ///
  /// - Complexity: O(*n*) for *n* values, in one pass over a plain block.
  @inlinable
  public func mappedValues(
    as kind: SeriesKind? = nil, _ calculate: (Double) -> Double
  ) -> PeriodBlock {
    if isPlain {
      let a = values
      let results = [Double](capacity: a.count) { output in
        for position in a.indices { output.append(calculate(a[position])) }
      }
      if Self.areFinite(results) {
        return PeriodBlock(axis: axis, columns: columns, kind: kind ?? self.kind, finite: results)
      }
    }
    return mapped(as: kind) { observation in
      guard let value = observation.value else { return observation }
      let result = calculate(value)
      return result.isFinite
        ? Observation(result, observation.status) : Observation(missing: observation.status)
    }
  }

  /// Both blocks on the axis that they share.
  @usableFromInline
  func aligned(
    with other: PeriodBlock, keeping rule: AlignmentRule
  ) throws(SeriesError) -> (PeriodBlock, PeriodBlock) {
    guard columns == other.columns || columns == 1 || other.columns == 1 else {
      throw .columnMismatch(operation: "a calculation", columns, other.columns)
    }
    let axis = axis.aligned(with: other.axis, keeping: rule)
    return (selecting(axis: axis), other.selecting(axis: axis))
  }

  /// What a calculation gives for the observations of two blocks on one axis.
  @usableFromInline
  func combinedCells(
    with other: PeriodBlock, as kind: SeriesKind,
    _ calculate: (Observation, Observation) -> Observation
  ) -> PeriodBlock {
    let count = columns == 0 || other.columns == 0 ? 0 : max(columns, other.columns)
    var block = PeriodBlock(axis: axis, columns: count, kind: kind)
    for column in 0..<count {
      let (a, b) = (columns == 1 ? 0 : column, other.columns == 1 ? 0 : column)
      for row in axis.indices { block[row, column] = calculate(self[row, a], other[row, b]) }
    }
    block.compact()
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
