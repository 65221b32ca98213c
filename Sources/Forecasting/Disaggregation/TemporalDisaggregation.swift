internal import NumericCore

/// A way to split the values of long periods into short ones: quarters from a year, months from a
/// quarter.
///
///     let split = TemporalDisaggregation(.denton(.init()))
///     // a year of 100, its quarters moving as 1 : 2 : 3 : 4
///     try split.disaggregated([100], into: 4, following: [[1, 2, 3, 4]]).values
///     // [10.0, 20.0, 30.0, 40.0]
///
/// Sources: F. T. Denton, Journal of the American Statistical Association 66 (1971) 99-102; E. B.
/// Dagum, P. A. Cholette, "Benchmarking, Temporal Distribution, and Reconciliation Methods for Time
/// Series", Springer 2006, chapters 6 and 7; G. C. Chow, A. Lin, Review of Economics and Statistics
/// 53 (1971) 372-375; R. B. Fernández, the same 63 (1981) 471-476; R. B. Litterman, Journal of
/// Business and Economic Statistics 1 (1983) 169-173.
public struct TemporalDisaggregation: Sendable, Hashable {
  /// How the path is chosen.
  public let method: DisaggregationMethod
  /// How a total follows from its short periods.
  public let conversion: Conversion

  /// Makes a specification.
  public init(_ method: DisaggregationMethod, conversion: Conversion = .sum) {
    self.method = method
    self.conversion = conversion
  }

  /// Splits totals.
  ///
  /// - Parameters:
  ///   - totals: The values of long periods in a row; those that are missing are not met.
  ///   - periods: How many short periods make a long one.
  ///   - indicators: Series of short periods that tell the path. None means a constant; Denton's
  ///     method takes at most one, regressions any number. They may reach beyond the totals, and
  ///     the result then does so too.
  ///   - offset: The place of the first short period of the first total in the indicators.
  /// - Returns: One value for each short period. Totals are met to the last bit of their sum,
  ///   for `sum` and `average` by compensated addition.
  /// - Throws: ``DisaggregationError``.
  /// - Precondition: `periods` is at least 1 and the offset not negative.
  /// - Complexity: O(*n*·*l*²) for *n* short periods and *l* totals, for regressions times the
  ///   steps of a search; O((*n* + *l*)³) for Denton's method with a free start.
  ///
  /// Edge cases: a proportional criterion with an indicator at or below zero is replaced by the
  /// additive one, and the result says so. A constant as only indicator gives a smooth path.
  public func disaggregated(
    _ totals: [Double?], into periods: Int, following indicators: [[Double]] = [],
    offset: Int = 0
  ) throws(DisaggregationError) -> Disaggregation {
    precondition(periods >= 1, "\(periods) short periods in a long one: expected at least 1")
    precondition(offset >= 0, "an offset of \(offset): expected at least 0")
    let end = offset + totals.count * periods
    let count = indicators.map(\.count).min() ?? end
    guard count >= end else { throw .indicatorTooShort(needed: end, found: count) }
    guard totals.allSatisfy({ $0?.isFinite ?? true }) else { throw .nonFinite(what: "a total") }
    guard indicators.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw .nonFinite(what: "an indicator")
    }
    let rule = AggregationRule(
      totals: totals, offset: offset, count: count, conversion: conversion, periods: periods)
    do {
      switch method {
      case .uniform: return try uniform(totals, into: periods)
      case .denton(let criterion): return try denton(criterion, rule, indicators)
      case .regression(let errors, let autocorrelation):
        return try regression(errors, autocorrelation, rule, indicators)
      }
    } catch let error as DisaggregationError {
      throw error
    } catch NumericError.rankDeficient {
      throw .dependentIndicators
    } catch {
      throw .numeric("\(error)")
    }
  }

  private func uniform(
    _ totals: [Double?], into periods: Int
  ) throws(DisaggregationError) -> Disaggregation {
    let known = totals.compactMap(\.self)
    guard known.count == totals.count, !known.isEmpty else {
      throw .tooFewTotals(method: method.name, needed: max(1, totals.count), found: known.count)
    }
    let share = conversion == .sum ? Double(periods) : 1
    return Disaggregation(
      values: known.flatMap { Array(repeating: $0 / share, count: periods) }, regression: nil,
      isAdditiveInstead: false)
  }

  private func denton(
    _ denton: DisaggregationMethod.Denton, _ rule: AggregationRule, _ indicators: [[Double]]
  ) throws -> Disaggregation {
    guard indicators.count <= 1 else {
      throw DisaggregationError.indicatorCount(
        method: method.name, expected: "one indicator", found: indicators.count)
    }
    let needed = max(1, denton.start == .free ? denton.differences : 1)
    guard rule.totals.count >= needed else {
      throw DisaggregationError.tooFewTotals(
        method: method.name, needed: needed, found: rule.totals.count)
    }
    let indicator =
      indicators.first.map { Array($0.prefix(rule.count)) }
      ?? Array(repeating: 1, count: rule.count)
    let isAdditiveInstead =
      denton.criterion == .proportional && indicator.contains { $0 <= 0 }
    let used =
      isAdditiveInstead
      ? DisaggregationMethod.Denton(
        .additive, differences: denton.differences, start: denton.start) : denton
    // A free start without differences leaves periods outside of totals without a condition.
    let values = try DentonDisaggregation(
      rule: rule, denton: used, indicator: indicator
    ).values()
    return Disaggregation(
      values: rule.settled(values), regression: nil, isAdditiveInstead: isAdditiveInstead)
  }

  private func regression(
    _ errors: DisaggregationMethod.Errors,
    _ choice: DisaggregationMethod.Autocorrelation, _ rule: AggregationRule,
    _ indicators: [[Double]]
  ) throws -> Disaggregation {
    if case .fixed(let rho) = choice {
      precondition(rho.magnitude < 1, "an autocorrelation of \(rho): expected between -1 and 1")
    }
    let design =
      [[Double](repeating: 1, count: rule.count)] + indicators.map { Array($0.prefix(rule.count)) }
    guard rule.totals.count >= design.count + 1 else {
      throw DisaggregationError.tooFewTotals(
        method: method.name, needed: design.count + 1, found: rule.totals.count)
    }
    let model = RegressionDisaggregation(rule: rule, errors: errors, design: design)
    let rho = try model.autocorrelation(choice)
    let fit = try model.fit(rho)
    return Disaggregation(
      values: rule.settled(fit.values),
      regression: .init(
        coefficients: fit.coefficients, standardErrors: fit.standardErrors,
        autocorrelation: rho, weightedSumOfSquares: fit.weightedSumOfSquares,
        logLikelihood: fit.logLikelihood),
      isAdditiveInstead: false)
  }
}
