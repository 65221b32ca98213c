public import TimeSeries

/// A series without its season and without effects of the calendar; not X-13ARIMA-SEATS.
public struct SeasonallyAdjusted: Sendable, Hashable {
  /// The name of the series.
  public let name: String
  /// The first period.
  public let first: Period
  /// Whether season and calendar are ratios or differences.
  public let form: SeasonalForm
  /// The values as given; gaps are filled as for a forecast.
  public let original: [Double]
  /// The adjusted values, in units of the original ones.
  public let values: [Double]
  /// The season: ratios around one, or differences around zero.
  public let season: [Double]
  /// The effects of the calendar, ratios or differences alike.
  public let calendar: [Double]
  /// What was estimated for each effect that the series can tell.
  public let effects: [EstimatedEffect]

  /// The adjusted values as a series, marked as estimated.
  public var asSeries: Series {
    Series(
      name,
      values.enumerated().map { index, value in
        (first.shifted(byMonths: index * first.count), Observation(value, .estimated))
      })
  }
}
