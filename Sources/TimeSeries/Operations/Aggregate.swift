/// The value of a longer period made from shorter ones, with how much of it they cover.
public struct Aggregate: Sendable, Hashable {
  /// The longer period.
  public let period: Period
  /// The value; missing and `partial` when some of the period is not covered, unless a partial
  /// value was asked for.
  public let observation: Observation
  /// The periods that made it, in order.
  public let pieces: [Period]

  /// The months that are covered.
  public var coveredMonths: Int { pieces.reduce(0) { $0 + $1.count } }

  /// Whether all months are covered.
  public var isComplete: Bool { coveredMonths == period.count }

  /// How much is covered, as `8 of 9 months`, or `3 of 4 quarters` when every piece is a quarter.
  public var coverage: String {
    let unit = pieces.first?.frequency ?? .monthly
    let isUniform = pieces.allSatisfy { $0.frequency == unit }
    let length = isUniform && period.count % unit.months == 0 ? unit.months : 1
    let name = length == 1 ? "month" : unit.unitName
    let total = period.count / length
    return "\(coveredMonths / length) of \(total) \(name)\(total == 1 ? "" : "s")"
  }
}
