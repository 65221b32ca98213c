public import TimeSeries
public import TradeModel

/// The selected figures as they stood at one time: their values, how far each can be off, and
/// which vintage each comes from.
public struct PanelVersion: Sendable {
  /// The vintage; `nil` for figures without one, and for the newest of all vintages together.
  public let vintage: Vintage?
  /// The values in base units.
  public let values: Panel<SeriesKey>
  /// How far the true value can be from each, in base units; missing where the value is.
  public let halfUnits: Panel<SeriesKey>

  /// Makes a panel of observations that hold each key and period once at most.
  init(_ observations: [TradeObservation], keys: [SeriesKey], kind: SeriesKind, vintage: Vintage?) {
    let axis = PeriodAxis(observations.map(\.period))
    var values = PeriodBlock(axis: axis, columns: keys.count, kind: kind)
    var halfUnits = values
    let columns = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
    for observation in observations {
      guard let row = axis.index(of: observation.period), let column = columns[observation.key]
      else { continue }
      values[row, column] = observation.observation
      halfUnits[row, column] =
        observation.observation.value == nil
        ? Observation(missing: observation.observation.status)
        : Observation(observation.halfUnit)
    }
    self.vintage = vintage
    self.values = Panel(keys: keys, values)
    self.halfUnits = Panel(keys: keys, halfUnits)
  }
}
