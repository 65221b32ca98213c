internal import NumericCore

/// Values by period (rows) and series (columns), each with a status or a reason to be missing.
///
/// This is the storage below ``Series`` and ``Panel``: dense, column-major, with a validity bit for
/// each value. Each column is contiguous. A missing value is stored as zero and never read; statuses are
/// stored only when some observation has one.
public struct PeriodBlock: Sendable {
  /// The periods of the rows.
  public let axis: PeriodAxis
  /// The number of series.
  public let columns: Int
  /// What the values measure.
  public let kind: SeriesKind
  /// The values, column after column; zero where missing.
  public internal(set) var values: [Double]
  /// Which values are there.
  public internal(set) var validity: ValidityMap
  /// The statuses in the order of the values; empty when all are normal.
  public internal(set) var statuses: [ObservationStatus]

  /// Makes a block in which everything is missing for a reason.
  ///
  /// - Precondition: The number of columns is not negative.
  public init(
    axis: PeriodAxis, columns: Int, kind: SeriesKind, missing reason: ObservationStatus = .unknown
  ) {
    precondition(columns >= 0, "a block of \(columns) columns")
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
      columns >= 0 && values.count == axis.count * columns,
      "\(values.count) values for \(axis.count) periods and \(columns) series")
    precondition(values.areFinite, "a block of values that are not finite")
    self.init(axis: axis, columns: columns, kind: kind, finite: values)
  }

  /// Makes a block of values of which some are missing.
  ///
  /// - Parameters:
  ///   - axis: The periods of the rows.
  ///   - columns: The number of series.
  ///   - kind: What the values measure.
  ///   - values: `axis.count · columns` values, column after column; what stands where none is
  ///     there does not matter.
  ///   - validity: Which values are there.
  ///   - statuses: One for each value, or none at all; a missing value without a reason becomes
  ///     unknown.
  /// - Precondition: The numbers are as said, and the values that are there are finite.
  public init(
    axis: PeriodAxis, columns: Int, kind: SeriesKind, values: [Double], validity: ValidityMap,
    statuses: [ObservationStatus] = []
  ) {
    precondition(
      validity.rows == axis.count && validity.columns == columns
        && values.count == axis.count * columns
        && (statuses.isEmpty || statuses.count == values.count),
      "\(values.count) values, \(statuses.count) statuses and a validity map of \(validity.rows) "
        + "by \(validity.columns) for \(axis.count) periods and \(columns) series")
    self.init(axis: axis, columns: columns, kind: kind, finite: values)
    self.validity = validity
    self.statuses = statuses
    compact()
    if self.validity.isComplete {
      precondition(values.areFinite, "a block of values that are not finite")
      return
    }
    if self.statuses.isEmpty {
      self.statuses = [ObservationStatus](repeating: .normal, count: values.count)
    }
    for column in 0..<columns {
      for row in 0..<rows {
        let position = column * rows + row
        if validity[row, column] {
          precondition(values[position].isFinite, "a block of values that are not finite")
        } else {
          self.values[position] = 0
          self.statuses[position] = Observation(missing: self.statuses[position]).status
        }
      }
    }
  }

  /// Makes a plain block of values that are known to be finite and as many as needed.
  @usableFromInline
  init(axis: PeriodAxis, columns: Int, kind: SeriesKind, finite values: [Double]) {
    self.axis = axis
    self.columns = columns
    self.kind = kind
    self.values = values
    validity = ValidityMap(rows: axis.count, columns: columns, allValid: true)
    statuses = []
  }

  /// The number of periods.
  public var rows: Int { axis.count }

  /// Whether every value is there and none has a status: then ``values`` says everything.
  public var isPlain: Bool { validity.isComplete && statuses.isEmpty }

  /// The observation of a row and a column.
  ///
  /// - Precondition: The row and the column are in the block.
  public subscript(row: Int, column: Int) -> Observation {
    get {
      let isThere = validity[row, column]
      let position = column * rows + row
      let status = statuses.isEmpty ? .normal : statuses[position]
      return isThere ? Observation(values[position], status) : Observation(missing: status)
    }
    set {
      validity[row, column] = newValue.value != nil
      let position = column * rows + row
      values[position] = newValue.value ?? 0
      if statuses.isEmpty {
        if newValue.status == .normal { return }
        statuses = [ObservationStatus](repeating: .normal, count: values.count)
      }
      statuses[position] = newValue.status
    }
  }

  /// Drops validity bits and statuses that say nothing, so that a complete block is plain.
  mutating func compact() {
    validity.compact()
    if statuses.allSatisfy({ $0 == .normal }) { statuses = [] }
  }

  /// Whether no value is infinite or NaN, for code that other modules take in.
  @usableFromInline
  static func areFinite(_ values: [Double]) -> Bool { values.areFinite }
}

extension PeriodBlock: Hashable {
  /// Whether two blocks hold the same observations, however they are stored.
  public static func == (lhs: PeriodBlock, rhs: PeriodBlock) -> Bool {
    guard lhs.axis == rhs.axis, lhs.columns == rhs.columns, lhs.kind == rhs.kind,
      lhs.values == rhs.values, lhs.validity == rhs.validity
    else { return false }
    if lhs.statuses.isEmpty { return rhs.statuses.allSatisfy { $0 == .normal } }
    if rhs.statuses.isEmpty { return lhs.statuses.allSatisfy { $0 == .normal } }
    return lhs.statuses == rhs.statuses
  }

  /// Feeds all but validity and statuses, since equal ones can be stored in two ways.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(axis)
    hasher.combine(columns)
    hasher.combine(kind)
    hasher.combine(values)
  }
}
