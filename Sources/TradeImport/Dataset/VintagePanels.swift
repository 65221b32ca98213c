public import TimeSeries
public import TradeModel

/// The selected figures by vintage, so that a change is computed inside one.
///
/// An office that revises its figures publishes last year's again with this year's; a change
/// between figures of two vintages mixes the change with the revision. What is asked of the data
/// is therefore asked of each vintage, the newest first, and only then of all together.
public struct VintagePanels: Sendable {
  /// The keys of the columns of every version, in the order of the data.
  public let keys: [SeriesKey]
  /// One panel for each vintage, the newest first; figures without a vintage come last.
  public let versions: [PanelVersion]
  /// The newest figure of each key and period.
  public let latest: PanelVersion
  private let origins: [Cell: [TradeObservation]]

  private struct Cell: Hashable {
    let key: SeriesKey
    let period: Period
  }

  /// Makes the panels.
  ///
  /// - Parameters:
  ///   - observations: Of one kind; the first of several for one key, period and vintage is used.
  ///   - kind: What the values measure.
  public init(_ observations: [TradeObservation], kind: SeriesKind) {
    var keys: [SeriesKey] = []
    var known = Set<SeriesKey>()
    var cells: [Cell: [TradeObservation]] = [:]
    for observation in observations {
      if known.insert(observation.key).inserted { keys.append(observation.key) }
      let cell = Cell(key: observation.key, period: observation.period)
      if cells[cell]?.contains(where: { $0.vintage == observation.vintage }) != true {
        cells[cell, default: []].append(observation)
      }
    }
    for cell in cells.keys {
      cells[cell]?.sort { Self.isNewer($0.vintage, than: $1.vintage) }
    }
    let vintages = Set(observations.map(\.vintage)).sorted { Self.isNewer($0, than: $1) }
    let kept = cells.values.joined()
    self.keys = keys
    versions = vintages.map { vintage in
      PanelVersion(
        kept.filter { $0.vintage == vintage }, keys: keys, kind: kind, vintage: vintage)
    }
    latest = PanelVersion(
      cells.values.compactMap(\.first), keys: keys, kind: kind,
      vintage: vintages.count == 1 ? vintages[0] : nil)
    origins = cells
  }

  /// The figures of one vintage on the periods of all: what it lacks and another has is missing as
  /// `inOtherVintage`, so that a calculation over many periods knows that it does not hold them all.
  ///
  /// - Parameter vintage: `nil` for figures without one.
  /// - Returns: A panel of all keys on the axis of ``latest``.
  public func values(of vintage: Vintage?) -> Panel<SeriesKey> {
    let own = versions.first { $0.vintage == vintage }?.values
    let all = latest.values
    var block = all.block.mapped { observation in
      Observation(
        missing: observation.value == nil ? observation.status : .inOtherVintage)
    }
    guard let own else { return all.with(block) }
    for (row, period) in own.axis.enumerated() {
      guard let target = all.axis.index(of: period) else { continue }
      for column in keys.indices where own.block[row, column].value != nil {
        block[target, column] = own.block[row, column]
      }
    }
    return all.with(block)
  }

  /// All published values of a key and a period, the newest first.
  public func history(_ key: SeriesKey, _ period: Period) -> [TradeObservation] {
    origins[Cell(key: key, period: period)] ?? []
  }

  /// What a question gives in the newest vintage that has an answer; if none has, in the newest
  /// figures together.
  ///
  /// - Parameter question: Gives `nil` where a version does not hold all that it needs.
  /// - Returns: The answer with the version that gave it and whether that is one vintage; `nil`
  ///   when no version has an answer.
  public func newest<Answer>(
    _ question: (PanelVersion) -> Answer?
  ) -> (answer: Answer, version: PanelVersion, isOneVintage: Bool)? {
    for version in versions {
      if let answer = question(version) { return (answer, version, true) }
    }
    return question(latest).map { ($0, latest, versions.count == 1) }
  }

  private static func isNewer(_ a: Vintage?, than b: Vintage?) -> Bool {
    switch (a, b) {
    case (let a?, let b?): a > b
    case (_?, nil): true
    case (nil, _): false
    }
  }
}
