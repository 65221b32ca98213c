/// A drawing of figures over time.
///
/// Writers that cannot draw leave it out, so no sentence may rest on it.
public struct Chart: Sendable, Hashable {
  /// What the figures of a series are drawn as.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// A line with a point at each figure; a gap where one is missing.
    case line
    /// A dashed line that goes on where the series before it ends: what is expected.
    case continuation
    /// A bar from zero.
    case bars
  }

  /// A range around the figures of a series, such as a prediction interval.
  public struct Band: Sendable, Hashable {
    /// What it is, in the legend.
    public let name: String
    /// One lower end for each place; a place without one has no band.
    public let lower: [StyledQuantity]
    /// One upper end for each place.
    public let upper: [StyledQuantity]

    /// Makes a band.
    ///
    /// - Precondition: There are as many lower ends as upper ones.
    public init(_ name: String, lower: [StyledQuantity], upper: [StyledQuantity]) {
      precondition(
        lower.count == upper.count, "\(lower.count) lower ends for \(upper.count) upper ones")
      self.name = name
      self.lower = lower
      self.upper = upper
    }
  }

  /// The figures of one thing.
  public struct Series: Sendable, Hashable {
    /// What it is, in the legend.
    public let name: String
    /// What its figures are drawn as.
    public let form: Form
    /// One figure for each place; one without a value is a gap.
    public let figures: [StyledQuantity]
    /// What lies around the figures, the widest first; what they share is darker.
    public let bands: [Band]

    /// Makes a series.
    public init(
      _ name: String, _ form: Form, _ figures: [StyledQuantity], bands: [Band] = []
    ) {
      self.name = name
      self.form = form
      self.figures = figures
      self.bands = bands
    }
  }

  /// The text above the chart.
  public let caption: Prose
  /// The unit of all figures.
  public let unit: String
  /// The places on the axis, such as periods, from left to right.
  public let places: [String]
  /// What is drawn.
  public let series: [Series]

  /// Makes a chart.
  ///
  /// - Precondition: Every series, and every end of its bands, has one figure for each place.
  public init(caption: Prose, unit: String, places: [String], series: [Series]) {
    for each in series {
      for count in [each.figures.count] + each.bands.map(\.lower.count) {
        precondition(
          count == places.count,
          "series '\(each.name)' has \(count) figures for \(places.count) places")
      }
    }
    self.caption = caption
    self.unit = unit
    self.places = places
    self.series = series
  }

  /// Whether there are two figures to compare, in one series at least.
  public var isWorthDrawing: Bool {
    series.contains { $0.figures.count { $0.printed != nil } >= 2 }
  }
}
