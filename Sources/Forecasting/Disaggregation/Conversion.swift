/// How the value of a long period follows from those of its short periods.
public enum Conversion: String, Sendable, Hashable, CaseIterable {
  /// The sum, as for flows.
  case sum
  /// The mean, as for indices.
  case average
  /// The first one.
  case first
  /// The last one, as for stocks.
  case last

  /// The weights of the short periods.
  func weights(_ count: Int) -> [Double] {
    switch self {
    case .sum: Array(repeating: 1, count: count)
    case .average: Array(repeating: 1 / Double(count), count: count)
    case .first: (0..<count).map { $0 == 0 ? 1 : 0 }
    case .last: (0..<count).map { $0 == count - 1 ? 1 : 0 }
    }
  }
}
