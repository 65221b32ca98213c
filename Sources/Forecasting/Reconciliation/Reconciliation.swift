public import NumericCore

/// A way to make the forecasts of a hierarchy add up.
///
///     let sum = try Hierarchy(names: ["a+b", "a", "b"], definitions: [[.init(1), .init(2)], [], []])
///     let base = Matrix(fromColumns: [[12, 6, 3]])
///     try Reconciliation(.ordinary).reconciled(base, by: sum).values.column(0)  // [11, 7, 4]
///
/// Definition: of all values that meet the constraints `C·y = 0`, those nearest to the forecasts `ŷ`
/// by the inverse of the covariance `W` of their errors:
/// `ỹ = ŷ − W·Cᵀ·(C·W·Cᵀ)⁻¹·C·ŷ`. With the summing matrix this is `S·(Sᵀ·W⁻¹·S)⁻¹·Sᵀ·W⁻¹·ŷ`, but
/// only as many equations as defined rows have to be solved.
///
/// Fixed rows are constraints of their own, `yᵢ = ŷᵢ`. Leaves that must not be negative and come
/// out negative are held at zero, those held that want to be above are freed, and the rest is solved
/// again until both are right: then these are the nearest values without one below zero.
///
/// Source: S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman, "Optimal forecast
/// reconciliation for hierarchical and grouped time series through trace minimization", Journal
/// of the American Statistical Association 114 (2019) 804-819, doi 10.1080/01621459.2018.1448825.
public struct Reconciliation: Sendable, Hashable {
  /// How the errors are weighed.
  public let method: ReconciliationMethod
  /// The rows that keep their forecasts, as figures that are published already do.
  public let fixedRows: [Int]
  /// The leaves that must not be negative, as flows must not; balances are not among them.
  public let nonNegativeLeaves: [Int]
  /// The power of ten of the smallest unit of the results, as they will be printed; `nil` for the
  /// finest on which sums are exact.
  public let unitExponent: Int?

  /// Makes a specification.
  ///
  /// - Parameters:
  ///   - method: How the errors are weighed.
  ///   - fixedRows: The rows that keep their forecasts.
  ///   - nonNegativeLeaves: The leaves that must not be negative. A defined row that only adds
  ///     such leaves is not negative either.
  ///   - unitExponent: The power of ten to whole multiples of which the leaves are rounded before
  ///     they are added, so that figures printed in that unit add up.
  public init(
    _ method: ReconciliationMethod, fixing fixedRows: [Int] = [],
    nonNegative nonNegativeLeaves: [Int] = [], unitExponent: Int? = nil
  ) {
    self.method = method
    self.fixedRows = fixedRows.sorted()
    self.nonNegativeLeaves = nonNegativeLeaves.sorted()
    self.unitExponent = unitExponent
  }

  /// Returns forecasts that add up.
  ///
  /// - Parameters:
  ///   - base: The forecasts, one row for each row of the hierarchy and one column for each step.
  ///   - hierarchy: What adds up to what.
  ///   - residuals: One column for each row of the hierarchy, one-step errors of the models in the
  ///     order of time, for the same periods in all columns; needed by variance and shrinkage.
  /// - Returns: Values that add up exactly, as they are printed.
  /// - Throws: ``ReconciliationError``, its cases naming the series or the step.
  /// - Complexity: O(*n*·*T*²) for the shrunk covariance of *n* series with *T* residuals, then
  ///   O(*m*²·(*m* + *T*)) for *m* defined and fixed rows; no matrix of *n* × *n* is made.
  ///
  /// Accuracy: agrees with hierarchicalforecast 1.5.3 (`MinTrace`) to 7 digits in the tests; that
  /// program adds 2·10⁻⁸ to its variances.
  public func reconciled(
    _ base: Matrix, by hierarchy: Hierarchy, residuals: Matrix? = nil
  ) throws(ReconciliationError) -> ReconciledForecasts {
    try check(base, hierarchy, residuals)
    do {
      let covariance = try covariance(of: hierarchy, residuals)
      let fixed = (0..<base.columns).map { step in fixedRows.map { base[$0, step] } }
      let solver = StepSolver(hierarchy: hierarchy, covariance: covariance, specification: self)
      let steps = try solver.solve(base, fixed)
      return try CoherentSums(
        hierarchy, fixedRows: fixedRows, unitExponent: unitExponent
      ).made(
        of: steps.values, keptAtZero: steps.keptAtZero, fixedValues: fixed,
        shrinkage: covariance.shrinkage)
    } catch let error as ReconciliationError {
      throw error
    } catch {
      throw .numeric("\(error)")
    }
  }

  /// Returns for each row how much of the deviation of its error is left once forecasts add up.
  ///
  /// Definition: with `M = I − W·Cᵀ·(C·W·Cᵀ)⁻¹·C` of this method and the shrunk covariance `V` of the
  /// residuals, the root of `(M·V·Mᵀ)ᵢᵢ / Vᵢᵢ`. For `mint`, whose `W` is `V`, it is at most 1. What is
  /// held at zero is not taken into account.
  ///
  /// - Parameters:
  ///   - hierarchy: What adds up to what.
  ///   - residuals: As for ``reconciled(_:by:residuals:)``, at least three rows.
  /// - Returns: One for each row; 1 for a row without errors.
  /// - Throws: ``ReconciliationError``, its cases naming the series.
  /// - Complexity: O(*n*·*m*·(*m* + *T*)) for *n* series, *m* sums and *T* residuals.
  public func deviationRatios(
    by hierarchy: Hierarchy, residuals: Matrix
  ) throws(ReconciliationError) -> [Double] {
    try Reconciliation(.shrinkage).check(residuals, hierarchy)
    do {
      let system = try ConstraintSystem(
        hierarchy.aggregates.map { row in
          [(row, 1)] + hierarchy.definitions[row].map { ($0.row, -Double($0.coefficient)) }
        } + fixedRows.map { [($0, 1)] }, covariance(of: hierarchy, residuals))
      let errors = try ErrorCovariance(shrinking: residuals)
      return zip(try system.variances(of: errors), errors.variances).map { left, own in
        own > 0 ? max(0, left / own).squareRoot() : 1
      }
    } catch {
      throw .numeric("\(error)")
    }
  }

  private func covariance(
    of hierarchy: Hierarchy, _ residuals: Matrix?
  ) throws(NumericError) -> ErrorCovariance {
    switch (method, residuals) {
    case (.variance, let residuals?): return ErrorCovariance(variancesOf: residuals)
    case (.shrinkage, let residuals?): return try ErrorCovariance(shrinking: residuals)
    case (.structural, _):
      return ErrorCovariance(
        weights: hierarchy.leafTerms().map { terms in
          Double(max(1, terms.reduce(0) { $0 + abs($1.coefficient) }))
        })
    default: return ErrorCovariance(weights: .init(repeating: 1, count: hierarchy.count))
    }
  }

  private func check(
    _ base: Matrix, _ hierarchy: Hierarchy, _ residuals: Matrix?
  ) throws(ReconciliationError) {
    guard base.rows == hierarchy.count else {
      throw .seriesMismatch(what: "forecasts", expected: hierarchy.count, found: base.rows)
    }
    if let index = base.storage.firstIndex(where: { !$0.isFinite }) {
      throw .nonFinite(what: "forecasts", name: hierarchy.names[index % base.rows])
    }
    for row in fixedRows + nonNegativeLeaves where !hierarchy.names.indices.contains(row) {
      throw .unknownRow(row)
    }
    for row in nonNegativeLeaves where !hierarchy.definitions[row].isEmpty {
      throw .unknownRow(row)
    }
    guard method.needsResiduals else { return }
    guard let residuals else { throw .residualsMissing(method: method) }
    try check(residuals, hierarchy)
  }

  private func check(
    _ residuals: Matrix, _ hierarchy: Hierarchy
  ) throws(ReconciliationError) {
    guard residuals.columns == hierarchy.count else {
      throw .seriesMismatch(what: "residuals", expected: hierarchy.count, found: residuals.columns)
    }
    let needed = method == .shrinkage ? 3 : 1
    guard residuals.rows >= needed else {
      throw .tooFewResiduals(method: method, needed: needed, found: residuals.rows)
    }
    if let index = residuals.storage.firstIndex(where: { !$0.isFinite }) {
      throw .nonFinite(what: "residuals", name: hierarchy.names[index / residuals.rows])
    }
  }
}
