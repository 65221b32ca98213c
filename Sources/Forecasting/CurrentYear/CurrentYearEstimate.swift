internal import NumericCore
public import TimeSeries

/// What the whole current year may come to, from the months or quarters that are known.
public struct CurrentYearEstimate: Sendable, Hashable {
  /// A way from the year to date to the whole year.
  public enum Way: String, Sendable, Hashable, CaseIterable {
    /// The same share of the year as last year: `YTD·(year before / YTD before)`.
    case ratio
    /// The rest of last year, grown as the last quarter (or two quarters) has.
    case momentum
    /// The forecasts of a model for the periods that are missing.
    case model
  }

  /// One way's figure and how it did before.
  public struct Figure: Sendable, Hashable {
    /// The way.
    public let way: Way
    /// The estimate of the whole year; `nil` where the way has none.
    public let value: Double?
    /// Why there is none; `nil` with a value.
    public let reason: String?
    /// The mean size of the errors of past years.
    public let meanAbsoluteError: Double?
    /// The largest of them, signed.
    public let worstError: Double?
    /// The year of the largest.
    public let worstYear: Int?
    /// For each past year, the error.
    public let errors: [PastError]
  }

  /// How wrong a way was at the same period of a past year.
  public struct PastError: Sendable, Hashable {
    /// The year.
    public let year: Int
    /// 100·(estimate / year − 1), in percent; of a balance the estimate less the year.
    public let size: Double
  }

  /// The series.
  public let series: String
  /// What is estimated.
  public let subject: CurrentYear.Subject
  /// The year that is estimated.
  public let year: Int
  /// January through the last period that is known.
  public let yearToDate: Period
  /// What is known of the year.
  public let knownValue: Double
  /// The whole year before; `nil` when it is not known.
  public let yearBefore: Double?
  /// The three ways, in the order of ``Way``.
  public let figures: [Figure]
  /// The name of the model of the third way.
  public let modelName: String?

  /// The middle of the values that there are; `nil` without any.
  public var median: Double? {
    let values = figures.compactMap(\.value).sorted()
    guard !values.isEmpty else { return nil }
    let half = values.count / 2
    return values.count % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2
  }

  /// The smallest and the largest value.
  public var range: ClosedRange<Double>? {
    let values = figures.compactMap(\.value)
    guard let low = values.min(), let high = values.max() else { return nil }
    return low...high
  }

  /// The estimate with given forecasts in place of the model's own: reconciled ones, so that the years of
  /// series that add up do so as well.
  ///
  /// The errors of past years stay those of the model alone.
  ///
  /// - Parameter forecast: The forecasts behind the year to date.
  /// - Returns: The estimate as it is when they do not reach the end of the year, or begin elsewhere.
  public func reconciled(with forecast: Forecast) -> CurrentYearEstimate {
    let rest = forecast.points.filter { $0.period.last.year == year }
    guard forecast.origin.last == yearToDate.last, rest.last?.period.last.month == 12,
      figures.contains(where: { $0.way == .model })
    else { return self }
    let value = knownValue + rest.map(\.value).compensatedSum()
    return CurrentYearEstimate(
      series: series, subject: subject, year: year, yearToDate: yearToDate, knownValue: knownValue,
      yearBefore: yearBefore,
      figures: figures.map { figure in
        guard figure.way == .model else { return figure }
        return Figure(
          way: .model, value: value, reason: nil, meanAbsoluteError: figure.meanAbsoluteError,
          worstError: figure.worstError, worstYear: figure.worstYear, errors: figure.errors)
      }, modelName: "reconciled forecasts")
  }
}
