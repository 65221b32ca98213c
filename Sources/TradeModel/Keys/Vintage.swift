internal import TimeSeries

/// When a figure was published: a year, a month or a day, as far as it is known.
///
/// Vintages are ordered by their earliest possible day, so `2022` comes before `2022-03`.
public struct Vintage: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The calendar year.
  public let year: Int
  /// The month, 1 to 12, if known.
  public let month: Int?
  /// The day of the month, if known.
  public let day: Int?

  /// Reads `2022`, `2022-03` or `2022-03-31`; `nil` for any other text.
  public init?(parsing text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, width) in zip(parts, widths) {
      guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(part)
      else { return nil }
      numbers.append(number)
    }
    if numbers.count > 1, !(1...12).contains(numbers[1]) { return nil }
    if numbers.count > 2 {
      let days = Month(year: numbers[0], month: numbers[1]).days
      guard (1...days).contains(numbers[2]) else { return nil }
    }
    year = numbers[0]
    month = numbers.count > 1 ? numbers[1] : nil
    day = numbers.count > 2 ? numbers[2] : nil
  }

  /// The text as it was read.
  public var description: String {
    let parts = [(year, 4), (month, 2), (day, 2)].compactMap { number, width in
      number.map { String(repeating: "0", count: max(0, width - String($0).count)) + String($0) }
    }
    return parts.joined(separator: "-")
  }

  /// Earlier comes first.
  public static func < (lhs: Vintage, rhs: Vintage) -> Bool {
    (lhs.year, lhs.month ?? 0, lhs.day ?? 0) < (rhs.year, rhs.month ?? 0, rhs.day ?? 0)
  }
}
