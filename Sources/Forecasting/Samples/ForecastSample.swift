public import TimeSeries

/// A series as forecasting methods take it: one value for each period, in order, without gaps.
///
/// What had to be done to get there is kept in ``treatments``: periods that were interpolated and
/// periods that were split off a combined one.
public struct ForecastSample: Sendable, Hashable {
  /// What the variable is called.
  public let name: String
  /// The first period.
  public let first: Period
  /// How often the series is observed; its periods per year are the length of the seasons.
  public let frequency: Frequency
  /// What the values measure.
  public let kind: SeriesKind
  /// The values, also those that had to be filled in; finite.
  public let values: [Double]
  /// Which periods had to be filled in, in order; empty for a complete series.
  public let treatments: [Treatment]
  /// How many earlier values are not used, because too much is missing after them; 0 for most.
  public let leftOutCount: Int

  /// One period that had no value of its own.
  public struct Treatment: Sendable, Hashable {
    /// The position among the values.
    public let index: Int
    /// Where its value comes from.
    public let kind: Kind

    /// Where a value comes from that was not there.
    public enum Kind: String, Sendable, Hashable {
      /// Between its neighbours, with the season of the other years.
      case interpolated
      /// From a combined period, by the proportions of the year before (or after).
      case split
    }
  }

  /// The largest magnitude of a value; its square can still be added up.
  static let largestMagnitude = 1e100

  /// Makes a sample of complete values.
  ///
  /// - Throws: `noValues`, `irregularPeriods` when the first period is not of a frequency, and
  ///   `outOfRange`.
  public init(
    _ name: String, from first: Period, kind: SeriesKind = .flow, values: [Double]
  ) throws(ForecastError) {
    guard let frequency = first.frequency else {
      throw .irregularPeriods(found: first.description)
    }
    guard !values.isEmpty else { throw .noValues }
    for (index, value) in values.enumerated()
    where !(value.isFinite && value.magnitude < Self.largestMagnitude) {
      let period = first.shifted(byMonths: index * first.count)
      throw .outOfRange(period: period.description, value: value)
    }
    self.init(
      name: name, first: first, frequency: frequency, kind: kind, values: values, treatments: [])
  }

  init(
    name: String, first: Period, frequency: Frequency, kind: SeriesKind, values: [Double],
    treatments: [Treatment], leftOutCount: Int = 0
  ) {
    self.name = name
    self.first = first
    self.frequency = frequency
    self.kind = kind
    self.values = values
    self.treatments = treatments
    self.leftOutCount = leftOutCount
  }

  /// Periods in a year: 12, 4, 2 or 1.
  public var seasonLength: Int { frequency.periodsPerYear }

  /// The number of values.
  public var count: Int { values.count }

  /// The period at a position, also beyond the values.
  public func period(at index: Int) -> Period { first.shifted(byMonths: index * first.count) }

  /// The last period with a value.
  public var origin: Period { period(at: count - 1) }

  /// Whether all values are the same.
  public var isConstant: Bool { values.allSatisfy { $0 == values[0] } }

  /// The first values only, as they were known at an earlier origin: what is interpolated is
  /// interpolated anew, from the values that are left. Combined periods stay split as they are.
  ///
  /// - Precondition: `length` is at least 1 and at most ``count``; the last value of the prefix is
  ///   not an interpolated one.
  public func prefix(_ length: Int) -> ForecastSample {
    precondition(length >= 1 && length <= count, "the first \(length) of \(count) values")
    precondition(isKnown(at: length - 1), "the last of \(length) values is interpolated")
    let gaps = missing
    let raw = (0..<length).map { gaps.contains($0) ? nil : values[$0] }
    return ForecastSample(
      name: name, first: first, frequency: frequency, kind: kind,
      values: GapFiller.filled(raw, seasonLength: seasonLength),
      treatments: treatments.filter { $0.index < length }, leftOutCount: leftOutCount)
  }

  /// Whether a value was observed, alone or in a combined period.
  func isKnown(at index: Int) -> Bool {
    !treatments.contains { $0.index == index && $0.kind == .interpolated }
  }

  /// Whether no value of some was interpolated.
  func isKnown(in range: Range<Int>) -> Bool { missing.isDisjoint(with: range) }

  /// The positions of what was interpolated.
  var missing: Set<Int> {
    Set(treatments.lazy.filter { $0.kind == .interpolated }.map(\.index))
  }

  /// One sentence for what was left out and for each kind of treatment.
  var notes: [String] {
    leftOutNotes
      + [Treatment.Kind.interpolated, .split].compactMap { kind in
        let treated = treatments.filter { $0.kind == kind }
        guard !treated.isEmpty else { return nil }
        let what = kind == .interpolated ? "interpolated" : "split off a combined period"
        let periods = treated.prefix(4).map { period(at: $0.index).description }
        let more = treated.count > periods.count ? " and \(treated.count - periods.count) more" : ""
        return "\(treated.count) of \(count) values \(what) for fitting: "
          + periods.joined(separator: ", ") + more
      }
  }

  private var leftOutNotes: [String] {
    guard leftOutCount > 0 else { return [] }
    let longest = GapRule.longestGap(seasonLength: seasonLength)
    return [
      "used from \(first) on only: more than \(longest) \(frequency.unitName)"
        + "\(longest == 1 ? "" : "s") in a row, or a fifth of all, are missing after the "
        + "\(leftOutCount) value\(leftOutCount == 1 ? "" : "s") before it"
    ]
  }

  /// For each value whether it was observed; empty when all were.
  var observed: [Bool] {
    let gaps = missing
    guard !gaps.isEmpty else { return [] }
    var result = [Bool](repeating: true, count: count)
    for gap in gaps { result[gap] = false }
    return result
  }

  /// The first value that is not above zero; `nil` when all are.
  var firstNotPositive: Int? { values.firstIndex { $0 <= 0 } }
}
