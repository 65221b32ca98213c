/// Values by period (rows) and series (columns): dense, column-major, with a validity bit and a
/// status for each. The storage below ``Series`` and ``Panel``.
///
/// Each column is contiguous. A missing value is stored as zero and never read; statuses are
/// stored only when some observation has one.
public struct PeriodBlock: Sendable, Hashable {
  /// The periods of the rows.
  public let axis: PeriodAxis
  /// The number of series.
  public let columns: Int
  /// What the values measure.
  public let kind: SeriesKind
  /// The values, column after column; zero where missing.
  public private(set) var values: [Double]
  /// Which values are there.
  public private(set) var validity: ValidityMap
  /// The statuses in the order of the values; empty when all are normal.
  public private(set) var statuses: [ObservationStatus]

  /// Makes a block in which everything is missing for a reason.
  public init(
    axis: PeriodAxis, columns: Int, kind: SeriesKind, missing reason: ObservationStatus = .unknown
  ) {
    self.axis = axis
    self.columns = columns
    self.kind = kind
    values = [Double](repeating: 0, count: axis.count * columns)
    validity = ValidityMap(rows: axis.count, columns: columns, allValid: false)
    statuses = [ObservationStatus](
      repeating: Observation(missing: reason).status, count: axis.count * columns)
  }

  /// Makes a complete block of normal values.
  ///
  /// - Parameters:
  ///   - axis: The periods of the rows.
  ///   - columns: The number of series.
  ///   - kind: What the values measure.
  ///   - values: `axis.count · columns` finite values, column after column.
  /// - Precondition: The number of values is as said. Finiteness is checked.
  public init(axis: PeriodAxis, columns: Int, kind: SeriesKind, values: [Double]) {
    precondition(
      values.count == axis.count * columns,
      "\(values.count) values for \(axis.count) periods and \(columns) series")
    // A sum of x − x is NaN exactly if a value is not finite, and costs one pass.
    var excess = 0.0
    for value in values { excess += value - value }
    precondition(excess == 0, "a block of values that are not finite")
    self.axis = axis
    self.columns = columns
    self.kind = kind
    self.values = values
    validity = ValidityMap(rows: axis.count, columns: columns, allValid: true)
    statuses = []
  }

  /// The number of periods.
  public var rows: Int { axis.count }

  /// Whether every value is there and none has a status.
  public var isPlain: Bool { validity.isComplete && statuses.isEmpty }

  /// The observation of a row and a column.
  public subscript(row: Int, column: Int) -> Observation {
    get {
      let position = column * rows + row
      let status = statuses.isEmpty ? .normal : statuses[position]
      return validity[row, column]
        ? Observation(values[position], status) : Observation(missing: status)
    }
    set {
      let position = column * rows + row
      values[position] = newValue.value ?? 0
      validity[row, column] = newValue.value != nil
      if statuses.isEmpty {
        if newValue.status == .normal { return }
        statuses = [ObservationStatus](repeating: .normal, count: values.count)
      }
      statuses[position] = newValue.status
    }
  }

  /// The observation of a period and a column; missing as unknown when the axis does not hold the
  /// period, as not yet published when the period ends after the last one of the column.
  public func observation(_ period: Period, column: Int) -> Observation {
    if let row = axis.index(of: period) { return self[row, column] }
    guard let last = lastMonth(column: column) else { return Observation(missing: .unknown) }
    return Observation(missing: period.last > last ? .notYetPublished : .unknown)
  }

  /// The last month for which a column has a value.
  public func lastMonth(column: Int) -> Month? {
    axis.indices.filter { validity[$0, column] }.map { axis[$0].last }.max()
  }

  /// All observations of a column, in the order of the axis.
  public func column(_ column: Int) -> [Observation] { (0..<rows).map { self[$0, column] } }

  /// One column as a block.
  public func selecting(column: Int) -> PeriodBlock { selecting(columns: [column]) }

  /// Some columns in a new order as a block.
  public func selecting(columns chosen: [Int]) -> PeriodBlock {
    var block = PeriodBlock(axis: axis, columns: chosen.count, kind: kind)
    for (target, source) in chosen.enumerated() {
      for row in 0..<rows { block[row, target] = self[row, source] }
    }
    return block
  }

  /// The same values on another axis; periods that this block does not hold are missing.
  public func selecting(axis other: PeriodAxis) -> PeriodBlock {
    if other == axis { return self }
    var block = PeriodBlock(axis: other, columns: columns, kind: kind)
    for column in 0..<columns {
      for (row, period) in other.enumerated() {
        block[row, column] = observation(period, column: column)
      }
    }
    return block
  }

  /// The same values as another kind, as a change of exports is a rate.
  public func with(kind: SeriesKind) -> PeriodBlock {
    var block = PeriodBlock(axis: axis, columns: columns, kind: kind, values: values)
    block.validity = validity
    block.statuses = statuses
    return block
  }
}
