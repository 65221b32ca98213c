internal import Glibc
internal import TimeSeries

/// What is computed for a base and a current value, in two forms that agree.
protocol PairFormula: Sendable {
  /// The value for two plain numbers, and whether that is all there is to say about them; what
  /// needs a reason or a mark is left to ``observation(from:to:)``.
  func value(from base: Double, to current: Double) -> (value: Double, isSettled: Bool)
  /// The value for any two observations.
  func observation(from base: Observation, to current: Observation) -> Observation
}

/// The rate of change in percent.
struct RateFormula: PairFormula {
  @inline(__always)
  func value(from base: Double, to current: Double) -> (value: Double, isSettled: Bool) {
    let ratio = current / base
    return (100 * (ratio - 1), base > 0 && ratio >= 0 && ratio <= Growth.extremeRatio)
  }

  func observation(from base: Observation, to current: Observation) -> Observation {
    Growth.rate(from: base, to: current)
  }
}

/// The rate of change at the pace of a year, in percent.
struct AnnualizedFormula: PairFormula {
  let periodsPerYear: Double

  func value(from base: Double, to current: Double) -> (value: Double, isSettled: Bool) {
    let ratio = current / base
    let value = 100 * (pow(ratio, periodsPerYear) - 1)
    let isPlain = base > 0 && ratio >= 0 && ratio <= Growth.extremeRatio
    return (value, isPlain && value.isFinite)
  }

  func observation(from base: Observation, to current: Observation) -> Observation {
    Growth.annualizedRate(from: base, to: current, periodsPerYear: periodsPerYear)
  }
}

/// The change in the unit of the data.
struct DifferenceFormula: PairFormula {
  @inline(__always)
  func value(from base: Double, to current: Double) -> (value: Double, isSettled: Bool) {
    let difference = current - base
    return (difference, difference.isFinite)
  }

  func observation(from base: Observation, to current: Observation) -> Observation {
    Growth.difference(from: base, to: current)
  }
}
