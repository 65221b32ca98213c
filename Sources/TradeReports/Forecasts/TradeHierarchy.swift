public import Forecasting
public import TimeSeries
public import TradeModel

/// Series of trade that must add up, found by their keys: a total and its partners or products, and
/// a balance that is exports less imports.
///
/// What a total holds beside the parts that are there becomes a row of its own, the rest, so that
/// a few partners can be forecast with the total.
public struct TradeHierarchy: Sendable {
  /// The constraints.
  public let hierarchy: Hierarchy
  /// The series of the rows, those that were given first, then the rests.
  public let series: [Series]
  /// Which leaves are flows that cannot be below zero.
  public let nonNegativeLeaves: [Int]
  /// How many rows were given.
  public let givenCount: Int

  /// Why series do not make a hierarchy.
  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// No series is the sum of others.
    case nothingAddsUp
    /// The parts are more than their total.
    case partsExceedTotal(total: String, period: String)
    /// The hierarchy itself is wrong.
    case hierarchy(HierarchyError)

    /// What is wrong, with what was expected.
    public var description: String {
      switch self {
      case .nothingAddsUp:
        "no selected series is the sum of others, expected a total with partners or products, or "
          + "balance with exports and imports"
      case .partsExceedTotal(let total, let period):
        "the parts of '\(total)' are more than it in \(period); do they overlap?"
      case .hierarchy(let error): error.description
      }
    }
  }

  /// Finds what adds up.
  ///
  /// - Parameters:
  ///   - keys: The keys of the series, all different.
  ///   - series: One for each key.
  /// - Throws: ``Failure``.
  public init(_ keys: [SeriesKey], _ series: [Series]) throws(Failure) {
    precondition(keys.count == series.count, "\(keys.count) keys for \(series.count) series")
    var names = series.map(\.name)
    var all = series
    var definitions = [[Hierarchy.Term]](repeating: [], count: keys.count)
    var isFlow = keys.map(\.flow.isNonNegative)
    // A balance comes first: its total is that of exports less that of imports.
    for (row, key) in keys.enumerated() where key.flow == .balance {
      let sides = [Flow.exports, .imports].compactMap { flow in
        keys.firstIndex { Self.isSame($0, key) && $0.flow == flow }
      }
      if sides.count == 2 {
        definitions[row] = [Hierarchy.Term(sides[0]), Hierarchy.Term(sides[1], times: -1)]
      }
    }
    for (row, key) in keys.enumerated() where definitions[row].isEmpty && key.flow != .balance {
      let parts = Self.parts(of: key, among: keys)
      guard !parts.isEmpty else { continue }
      definitions[row] = parts.map { Hierarchy.Term($0) }
      guard let rest = try Self.rest(of: series[row], less: parts.map { series[$0] }) else {
        continue
      }
      definitions[row].append(Hierarchy.Term(all.count))
      definitions.append([])
      names.append(rest.name)
      all.append(rest)
      isFlow.append(isFlow[row])
    }
    guard definitions.contains(where: { !$0.isEmpty }) else { throw .nothingAddsUp }
    do throws(HierarchyError) {
      hierarchy = try Hierarchy(names: names, definitions: definitions)
    } catch {
      throw .hierarchy(error)
    }
    self.series = all
    nonNegativeLeaves = hierarchy.leaves.filter { isFlow[$0] }
    givenCount = keys.count
  }

  /// Whether two keys differ in their flow only.
  private static func isSame(_ a: SeriesKey, _ b: SeriesKey) -> Bool {
    a.reporter == b.reporter && a.partner == b.partner && a.product == b.product
      && a.measure == b.measure && a.basis == b.basis && a.unit == b.unit
  }

  /// The partners of a world total, or else the products of a total of products.
  private static func parts(of key: SeriesKey, among keys: [SeriesKey]) -> [Int] {
    func matching(_ isPart: (SeriesKey) -> Bool) -> [Int] {
      keys.indices.filter { index in
        let other = keys[index]
        return other.flow == key.flow && other.reporter == key.reporter
          && other.measure == key.measure && other.basis == key.basis && other.unit == key.unit
          && isPart(other)
      }
    }
    if key.partner == "WLD" {
      let partners = matching { $0.partner != "WLD" && $0.product == key.product }
      if !partners.isEmpty { return partners }
    }
    guard key.product.isEmpty || key.product == "TOTAL" else { return [] }
    return matching { $0.partner == key.partner && $0.product != key.product }
  }

  /// What a total holds beside its parts, where all are known; `nil` when that is nothing.
  private static func rest(of total: Series, less parts: [Series]) throws(Failure) -> Series? {
    var rows: [(Period, Observation)] = []
    var largest = 0.0
    for (period, observation) in zip(total.axis, total.observations) {
      guard let value = observation.value else { continue }
      let values = parts.compactMap { $0[period].value }
      guard values.count == parts.count else { continue }
      let rest = value - values.reduce(0, +)
      // Printed parts may exceed their total by their rounding.
      if rest < -0.005 * value.magnitude {
        throw .partsExceedTotal(total: total.name, period: period.description)
      }
      largest = max(largest, rest / max(value.magnitude, 1e-300))
      rows.append((period, Observation(max(0, rest))))
    }
    guard largest > 0.005, !rows.isEmpty else { return nil }
    return Series("\(total.name), rest", kind: total.kind, rows)
  }
}
