internal import NumericCore
internal import TimeSeries

/// The estimate of a year from its first months or quarters, three ways.
///
///     try CurrentYear().estimated(ForecastSample(exports))
///
/// Definition, with `YTD` the sum of the year so far, `B` that of the same periods a year before,
/// `Y` the whole year before: ratio `YTD·Y/B`; momentum `YTD + G·(Y − B)`, `G` being the sum of the
/// last three months (two quarters) over the same a year before; model `YTD` plus the forecasts of
/// the missing periods. The error of each is that at the same period of up to eight past years,
/// each estimated from what was known then.
///
/// A share of a balance means nothing, and so does its growth: of a balance only the model gives the
/// year, and errors are in its unit.
public struct CurrentYear: Sendable, Hashable {
  /// The method of the third way.
  public let method: ForecastMethod
  /// How many past years are tried at most.
  public let pastYears: Int
  /// What is estimated.
  public let subject: Subject

  /// What a year is estimated of.
  public enum Subject: Sendable, Hashable {
    /// A flow, which is not below zero.
    case flow
    /// A difference of flows, which may have any sign.
    case balance
  }

  /// Makes a specification.
  ///
  /// - Precondition: `pastYears` is not negative.
  public init(
    method: ForecastMethod = .automatic, pastYears: Int = 8, of subject: Subject = .flow
  ) {
    precondition(pastYears >= 0, "\(pastYears) past years: expected 0 or more")
    self.method = method
    self.pastYears = pastYears
    self.subject = subject
  }

  /// Estimates the year that a series is in.
  ///
  /// - Parameter sample: A flow by months, quarters or half-years.
  /// - Returns: `nil` when the last year is whole, or starts after its first period, or lacks one,
  ///   so that there is nothing to estimate or nothing to start from; also for one value a year.
  /// - Complexity: One fit for the estimate and one for each past year.
  ///
  /// Edge cases: where the year before is not complete, or its part to date is zero or below,
  /// ratio and momentum have no value and say so; the model has one from its own shortest length.
  public func estimated(_ sample: ForecastSample) -> CurrentYearEstimate? {
    let m = sample.seasonLength
    let known = sample.origin.last.month / sample.frequency.months
    guard m > 1, known < m, known <= sample.count, sample.kind == .flow,
      sample.isKnown(in: (sample.count - known)..<sample.count)
    else { return nil }
    let now = attempts(sample, known: known)
    let past = pastErrors(sample, known: known)
    let total = YearParts(sample, known: known)
    let ways = subject == .flow ? CurrentYearEstimate.Way.allCases : [.model]
    let figures = ways.map { way in
      let errors = past.compactMap { year, values in
        values[way].map { CurrentYearEstimate.PastError(year: year, size: $0) }
      }
      let worst = errors.max { $0.size.magnitude < $1.size.magnitude }
      let (value, reason): (Double?, String?) =
        switch now.results[way] {
        case .success(let value): (value, nil)
        case .failure(let reason): (nil, reason.text)
        case nil: (nil, nil)
        }
      return CurrentYearEstimate.Figure(
        way: way, value: value, reason: reason,
        meanAbsoluteError: errors.map(\.size.magnitude).compensatedMean(),
        worstError: worst?.size, worstYear: worst?.year, errors: errors)
    }
    return CurrentYearEstimate(
      series: sample.name, subject: subject, year: sample.origin.last.year,
      yearToDate: .yearToDate(through: sample.origin.last), knownValue: total.yearToDate,
      yearBefore: total.yearBefore, figures: figures, modelName: now.model)
  }

  /// Why a way has no value.
  private struct Reason: Error {
    let text: String
  }

  private typealias Attempts = (
    results: [CurrentYearEstimate.Way: Result<Double, Reason>], model: String?
  )

  private func attempts(_ sample: ForecastSample, known: Int) -> Attempts {
    let parts = YearParts(sample, known: known)
    var results: [CurrentYearEstimate.Way: Result<Double, Reason>] = [:]
    var model: String?
    if let before = parts.yearBefore, let base = parts.baseToDate {
      if base > 0 {
        results[.ratio] = .success(parts.yearToDate * (before / base))
      } else {
        results[.ratio] = .failure(Reason(text: "the year before has no trade to date"))
      }
      if let growth = parts.momentum {
        results[.momentum] = .success(parts.yearToDate + growth * (before - base))
      } else {
        results[.momentum] = .failure(
          Reason(text: "the same periods a year earlier have no trade, or are not known"))
      }
    } else {
      let reason = Reason(text: "the year before is not complete")
      results[.ratio] = .failure(reason)
      results[.momentum] = .failure(reason)
    }
    do throws(ForecastError) {
      let fit = try method.fit(sample)
      let forecast = try fit.forecast(
        horizon: sample.seasonLength - known,
        options: ForecastOptions(
          levels: [], lowerBound: subject == .flow ? .automatic : .none))
      model = forecast.members.count == 1 ? forecast.members[0].model : forecast.model
      results[.model] = .success(parts.yearToDate + forecast.values.compensatedSum())
    } catch {
      results[.model] = .failure(Reason(text: error.description))
    }
    return (results, model)
  }

  /// For each past year, oldest first, the errors of the ways that had a value.
  private func pastErrors(
    _ sample: ForecastSample, known: Int
  ) -> [(Int, [CurrentYearEstimate.Way: Double])] {
    let m = sample.seasonLength
    var found: [(Int, [CurrentYearEstimate.Way: Double])] = []
    for back in stride(from: pastYears, to: 0, by: -1) {
      let count = sample.count - back * m
      // Without the year before that one, no way but the model could answer.
      guard count >= known + m, sample.isKnown(in: (count - known)..<(count - known + m)) else {
        continue
      }
      let actual = sample.values[(count - known)..<(count - known + m)].compensatedSum()
      guard actual > 0 || subject == .balance else { continue }
      let results = attempts(sample.prefix(count), known: known).results
      var errors: [CurrentYearEstimate.Way: Double] = [:]
      for (way, result) in results {
        guard case .success(let value) = result else { continue }
        errors[way] = subject == .flow ? 100 * (value / actual - 1) : value - actual
      }
      found.append((sample.origin.last.year - back, errors))
    }
    return found
  }
}

/// The sums that the estimates are made of.
private struct YearParts {
  let yearToDate: Double
  let yearBefore: Double?
  let baseToDate: Double?
  /// `G`; `nil` where the base is not above zero or not known.
  let momentum: Double?

  init(_ sample: ForecastSample, known: Int) {
    let (y, m) = (sample.values, sample.seasonLength)
    let start = y.count - known
    yearToDate = y[start...].compensatedSum()
    // What was interpolated is not known.
    let hasYearBefore = start >= m && sample.isKnown(in: (start - m)..<start)
    yearBefore = hasYearBefore ? y[(start - m)..<start].compensatedSum() : nil
    baseToDate = hasYearBefore ? y[(start - m)..<(start - m + known)].compensatedSum() : nil
    let window = m == 12 ? 3 : min(2, m)
    if y.count >= window + m, sample.isKnown(in: (y.count - window)..<y.count),
      sample.isKnown(in: (y.count - m - window)..<(y.count - m))
    {
      let base = y[(y.count - m - window)..<(y.count - m)].compensatedSum()
      momentum = base > 0 ? y.suffix(window).compensatedSum() / base : nil
    } else {
      momentum = nil
    }
  }
}
