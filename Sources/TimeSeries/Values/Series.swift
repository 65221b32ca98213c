/// One variable over time.
///
///     let exports = Series("Exports", from: .quarter(2009, 1), values: [80, 92, 88])
///     exports[.quarter(2009, 2)].value  // 92
public struct Series: PeriodData, Hashable {
  /// What the variable is called in tables.
  public let name: String
  /// The values, in one column.
  public let block: PeriodBlock

  /// Makes a series of one column.
  ///
  /// - Precondition: The block has one column.
  public init(_ name: String, _ block: PeriodBlock) {
    precondition(block.columns == 1, "a series of \(block.columns) columns: expected 1")
    self.name = name
    self.block = block
  }

  /// Makes a regular series from its first period; `nil` values are missing as unknown.
  ///
  /// - Precondition: Values are finite.
  public init(
    _ name: String, from first: Period, kind: SeriesKind = .flow, values: [Double?]
  ) {
    let axis = PeriodAxis(from: first, count: values.count)
    var block = PeriodBlock(axis: axis, columns: 1, kind: kind)
    for (row, value) in values.enumerated() {
      if let value { block[row, 0] = Observation(value) }
    }
    block.compact()
    self.init(name, block)
  }

  /// Makes a series of any periods; of two observations for the same period the later one stays.
  public init(
    _ name: String, kind: SeriesKind = .flow, _ observations: [(Period, Observation)]
  ) {
    let axis = PeriodAxis(observations.map(\.0))
    var block = PeriodBlock(axis: axis, columns: 1, kind: kind)
    for (period, observation) in observations {
      if let row = axis.index(of: period) { block[row, 0] = observation }
    }
    block.compact()
    self.init(name, block)
  }

  /// The same name on other values.
  public func with(_ block: PeriodBlock) -> Series { Series(name, block) }

  /// The same values under another name.
  public func named(_ name: String) -> Series { Series(name, block) }

  /// The values in the order of the axis, `nil` where missing.
  public var values: [Double?] { block.column(0).map(\.value) }

  /// The observations in the order of the axis.
  public var observations: [Observation] { block.column(0) }

  /// The observation of a period; see ``PeriodBlock/observation(_:column:)``.
  public subscript(period: Period) -> Observation { block.observation(period, column: 0) }
}
