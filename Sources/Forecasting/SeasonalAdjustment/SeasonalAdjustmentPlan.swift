internal import Glibc
internal import NumericCore
internal import TimeSeries

/// A way to take season and calendar out of a series.
///
/// It is not X-13ARIMA-SEATS and not TRAMO-SEATS: figures differ from those of statistical offices.
///
///     let plan = SeasonalAdjustmentPlan(.stl, effects: CalendarEffect.chineseNewYear)
///     try plan.adjusted(ForecastSample(exports)).values
///
/// Definition: values above zero are adjusted as logarithms, others as they are. The effects of the
/// calendar are estimated in the differenced series (see ``EstimatedEffect``) and taken off; the
/// season of the rest is that of a decomposition. The adjusted series is the original over (or
/// less) both.
public struct SeasonalAdjustmentPlan: Sendable, Hashable {
  /// What finds the season.
  public enum Filter: Sendable, Hashable {
    /// Constant seasonal indices around a centred moving average.
    case classical
    /// Local regressions with weights against extremes; the season may move.
    case stl
    /// Local regressions with windows and rounds of one's own.
    case stlWith(STLParameters)
  }

  /// What finds the season.
  public let filter: Filter
  /// Ratios or differences; `nil` means ratios where all values are above zero.
  public let form: SeasonalForm?
  /// What is taken out beside the season.
  public let effects: [CalendarEffect]
  /// Whether the adjusted values of each whole calendar year are made to add up to the original
  /// ones, by Denton's method.
  public let keepsYearSums: Bool

  /// Makes a plan.
  public init(
    _ filter: Filter = .stl, form: SeasonalForm? = nil, effects: [CalendarEffect] = [],
    keepsYearSums: Bool = false
  ) {
    self.filter = filter
    self.form = form
    self.effects = effects
    self.keepsYearSums = keepsYearSums
  }

  private static let name = "seasonal adjustment"

  /// Returns the adjusted series.
  ///
  /// - Parameter sample: Values of at least two whole years, three where calendar effects are
  ///   estimated.
  /// - Returns: The adjusted values with season, calendar and the estimated effects.
  /// - Throws: ``ForecastError``: `noSeasons` for one value a year, `tooShort`, `notPositive` for
  ///   ratios with a value at or below zero, `noAnswer` where effects depend on each other or a
  ///   holiday is not known for a year.
  /// - Complexity: That of the filter; the regression is O(*n*·*k*²) for *k* effects.
  ///
  /// Identities: with the classical filter, differences and no effects, any whole year of adjusted
  /// values has the sum of the original ones. With `keepsYearSums` whole calendar years have it.
  public func adjusted(
    _ sample: ForecastSample
  ) throws(ForecastError) -> SeasonallyAdjusted {
    let m = sample.seasonLength
    guard m > 1 else { throw .noSeasons(method: Self.name, simpler: "the values as they are") }
    let needed = effects.isEmpty ? 2 * m : 3 * m
    guard sample.count >= needed else {
      throw .tooShort(method: Self.name, needed: needed, found: sample.count, simpler: nil)
    }
    let isPositive = sample.values.allSatisfy { $0 > 0 }
    let form = form ?? (isPositive ? .multiplicative : .additive)
    if form == .multiplicative, let index = sample.values.firstIndex(where: { $0 <= 0 }) {
      throw .notPositive(
        method: Self.name + " by ratios", period: sample.period(at: index).description,
        value: sample.values[index], simpler: "additive")
    }
    let isLog = form == .multiplicative
    let y = isLog ? sample.values.map { log($0) } : sample.values
    let calendar = try calendar(y, sample)
    let free = zip(y, calendar.total).map { $0 - $1 }
    let season = try season(free, seasonLength: m, form: form)
    var adjusted = y.indices.map { y[$0] - calendar.total[$0] - season[$0] }
    if isLog { adjusted = adjusted.map { exp($0) } }
    if keepsYearSums { adjusted = try settled(adjusted, sample, form) }
    return SeasonallyAdjusted(
      name: sample.name, first: sample.first, form: form, original: sample.values,
      values: adjusted, season: isLog ? season.map { exp($0) } : season,
      calendar: isLog ? calendar.total.map { exp($0) } : calendar.total,
      effects: calendar.estimates)
  }

  private func calendar(
    _ y: [Double], _ sample: ForecastSample
  ) throws(ForecastError) -> CalendarRegression {
    let periods = sample.values.indices.map(sample.period(at:))
    var regressors: [(CalendarEffect, [Double])] = []
    for effect in effects {
      guard let values = effect.values(over: periods) else {
        throw .noAnswer(
          method: Self.name, reason: "\(effect.name) is not known for all years",
          simpler: "an adjustment without it")
      }
      regressors.append((effect, values))
    }
    do {
      return try CalendarRegression(y, seasonLength: sample.seasonLength, effects: regressors)
    } catch {
      throw .noAnswer(
        method: Self.name, reason: "\(error)", simpler: "an adjustment with fewer effects")
    }
  }

  private func season(
    _ y: [Double], seasonLength m: Int, form: SeasonalForm
  ) throws(ForecastError) -> [Double] {
    switch filter {
    case .classical:
      let values = form == .multiplicative ? y.map { exp($0) } : y
      guard let parts = ClassicalDecomposition(values: values, seasonLength: m, form: form) else {
        break
      }
      let season = y.indices.map(parts.index(at:))
      return form == .multiplicative ? season.map { log($0) } : season
    case .stl, .stlWith:
      let own: STLParameters? = if case .stlWith(let given) = filter { given } else { nil }
      guard let parts = STLDecomposition(y, seasonLength: m, parameters: own) else { break }
      return parts.seasonal
    }
    throw .noAnswer(method: Self.name, reason: "no season was found", simpler: "snaive")
  }

  /// The adjusted values moved so that each whole year has the sum of the original.
  private func settled(
    _ adjusted: [Double], _ sample: ForecastSample, _ form: SeasonalForm
  ) throws(ForecastError) -> [Double] {
    let m = sample.seasonLength
    guard
      let start = sample.values.indices.first(where: { sample.period(at: $0).first.month == 1 })
    else { return adjusted }
    let years = (sample.count - start) / m
    guard years > 0 else { return adjusted }
    let totals = (0..<years).map { year -> Double? in
      sample.values[(start + year * m)..<(start + (year + 1) * m)].compensatedSum()
    }
    let criterion: DisaggregationMethod.Denton.Criterion =
      form == .multiplicative ? .proportional : .additive
    do {
      return try TemporalDisaggregation(.denton(.init(criterion))).disaggregated(
        totals, into: m, following: [adjusted], offset: start
      ).values
    } catch {
      throw .noAnswer(method: Self.name, reason: "\(error)", simpler: "one without year sums")
    }
  }
}
