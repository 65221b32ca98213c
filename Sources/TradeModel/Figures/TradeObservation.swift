public import Diagnostics
public import TimeSeries

/// One published figure with everything that names it, and where it was read.
public struct TradeObservation: Sendable, Hashable {
  /// What it is about.
  public let key: SeriesKey
  /// The span it covers; for a stock the month whose end it shows.
  public let period: Period
  /// The value in base units with its status.
  public let observation: Observation
  /// The figure as printed; `nil` for a missing value and for one printed in words.
  public let figure: PublishedFigure?
  /// The words printed in place of digits, such as `unchanged`; `nil` for a printed number.
  public let words: String?
  /// The word beside the figure or the words; `nil` when it is exact.
  public let hedge: Hedge?
  /// How far the true value can be from the given one, in base units: half a unit of the last
  /// printed digit, and more for a derived value.
  public let halfUnit: Double
  /// When it was published; `nil` when that is not known.
  public let vintage: Vintage?
  /// Who published it, by the id in the manifest; empty when the dataset has one source.
  public let source: String
  /// Where it was read.
  public let location: InputLocation

  /// Makes an observation; without `halfUnit` and `hedge` those of the figure are taken.
  public init(
    key: SeriesKey, period: Period, observation: Observation, figure: PublishedFigure?,
    words: String? = nil, hedge: Hedge? = nil, halfUnit: Double? = nil, vintage: Vintage?,
    source: String, location: InputLocation
  ) {
    self.halfUnit = halfUnit ?? figure?.halfUnit ?? 0
    self.words = words
    self.hedge = hedge ?? figure?.hedge
    self.key = key
    self.period = period
    self.observation = observation
    self.figure = figure
    self.vintage = vintage
    self.source = source
    self.location = location
  }
}
