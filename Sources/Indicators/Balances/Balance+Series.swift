public import TimeSeries

extension Balance {
  /// Returns exports less imports for each period that either has.
  ///
  ///     let balance = try Balance.difference(exports: exports, imports: imports)
  ///
  /// Definition: `X − M`. Where only one side has a period the balance is missing with a reason.
  ///
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but flows.
  public static func difference(
    exports: Series, imports: Series
  ) throws(IndicatorError) -> Series {
    let block = try block(exports.block, imports.block, "a balance", as: .flow) {
      difference(exports: $0, imports: $1)
    }
    return Series("Balance", block)
  }

  /// Returns exports in percent of imports; see ``coverRatio(exports:imports:)-(Observation,_)``.
  ///
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but flows.
  public static func coverRatio(
    exports: Series, imports: Series
  ) throws(IndicatorError) -> Series {
    let block = try block(exports.block, imports.block, "a cover ratio", as: .rate) {
      coverRatio(exports: $0, imports: $1)
    }
    return Series("Cover ratio", block)
  }

  /// Returns the balance over total trade, from −1 to 1; see
  /// ``normalized(exports:imports:)-(Observation,_)``.
  ///
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but flows.
  public static func normalized(
    exports: Series, imports: Series
  ) throws(IndicatorError) -> Series {
    let block = try block(exports.block, imports.block, "a normalized balance", as: .rate) {
      normalized(exports: $0, imports: $1)
    }
    return Series("Normalized balance", block)
  }

  /// Returns exports less imports by key, the keys of exports first; a key on one side only gives
  /// missing values.
  ///
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but flows.
  public static func difference<Key>(
    exports: Panel<Key>, imports: Panel<Key>
  ) throws(IndicatorError) -> Panel<Key> {
    try panel(exports, imports, "a balance", as: .flow) { difference(exports: $0, imports: $1) }
  }

  /// Returns exports in percent of imports by key.
  ///
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but flows.
  public static func coverRatio<Key>(
    exports: Panel<Key>, imports: Panel<Key>
  ) throws(IndicatorError) -> Panel<Key> {
    try panel(exports, imports, "a cover ratio", as: .rate) {
      coverRatio(exports: $0, imports: $1)
    }
  }

  /// Returns the balance over total trade by key, from −1 to 1.
  ///
  /// - Throws: ``IndicatorError/kindNotAllowed(operation:found:advice:)`` for anything but flows.
  public static func normalized<Key>(
    exports: Panel<Key>, imports: Panel<Key>
  ) throws(IndicatorError) -> Panel<Key> {
    try panel(exports, imports, "a normalized balance", as: .rate) {
      normalized(exports: $0, imports: $1)
    }
  }

  /// Returns how the balances of a series changed, one for each period whose base is there and
  /// neither is missing.
  ///
  /// - Parameters:
  ///   - balance: Exports less imports.
  ///   - comparison: What to compare with; by default the same months a year earlier.
  /// - Returns: The changes in the order of the axis.
  public static func changes(
    of balance: Series, on comparison: Comparison = .yearBefore
  ) -> [(period: Period, change: BalanceChange)] {
    let pairs = ComparedRows(balance.axis, comparison)
    return pairs.axis.indices.compactMap { row in
      BalanceChange(
        from: balance.block[pairs.base[row], 0], to: balance.block[pairs.current[row], 0]
      ).map { (pairs.axis[row], $0) }
    }
  }

  private static func panel<Key>(
    _ exports: Panel<Key>, _ imports: Panel<Key>, _ operation: String, as kind: SeriesKind,
    _ calculate: (Observation, Observation) -> Observation
  ) throws(IndicatorError) -> Panel<Key> {
    let (keys, left, right) = exports.matched(with: imports)
    return Panel(keys: keys, try block(left, right, operation, as: kind, calculate))
  }

  private static func block(
    _ exports: PeriodBlock, _ imports: PeriodBlock, _ operation: String, as kind: SeriesKind,
    _ calculate: (Observation, Observation) -> Observation
  ) throws(IndicatorError) -> PeriodBlock {
    for side in [exports, imports] { try side.requireFlow(operation) }
    return try IndicatorError.wrapping { () throws(SeriesError) in
      try exports.combined(with: imports, keeping: .all, as: kind, calculate)
    }
  }
}
