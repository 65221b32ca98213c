public import Forecasting
public import Reporting
public import TimeSeries

/// A series of a forecast report: what it is called, how it is printed, and what was found.
public struct ForecastEntry: Sendable {
  /// The name in headings.
  public let name: String
  /// The unit in column headings, such as `US$ bn`.
  public let unit: String
  /// How values are printed.
  public let style: NumberStyle
  /// The forecast, or why there is none.
  public let result: Result<Forecast, ForecastError>
  /// The estimate of the year that the series is in; `nil` when it is not wanted or the year is whole.
  public let currentYear: CurrentYearEstimate?
  /// What was observed, for the chart; `nil` draws none.
  public let history: Series?

  /// Makes an entry.
  public init(
    name: String, unit: String, style: NumberStyle, result: Result<Forecast, ForecastError>,
    currentYear: CurrentYearEstimate? = nil, history: Series? = nil
  ) {
    self.name = name
    self.unit = unit
    self.style = style
    self.result = result
    self.currentYear = currentYear
    self.history = history
  }
}
