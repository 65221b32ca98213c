import TimeSeries

@testable import Validation

extension FigurePeriod {
  /// Reads `2024`, `2024-Q3`, `2024-H1`, `2024-09`, `2024-01/2024-09`,
  /// `2024-09-01/2024-09-20`, `end-2024`, `end-2024-04`.
  init?(passageText text: String) {
    let days = text.split(separator: "/").compactMap(Self.day)
    if days.count == 2 {
      self = .days(from: days[0], through: days[1])
      return
    }
    let isStock = text.hasPrefix("end-")
    let parts = text.dropFirst(isStock ? 4 : 0).split(separator: "/").compactMap(Self.months)
    guard let first = parts.first, let last = parts.last else { return nil }
    self =
      isStock ? .stock(endOf: last.last) : .span(Period(from: first.first, through: last.last))
  }

  /// `2024-09-20`.
  private static func day(_ text: Substring) -> CalendarDay? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    return CalendarDay(Month(year: parts[0], month: parts[1]), day: parts[2])
  }

  private static func months(_ text: Substring) -> Period? {
    let parts = text.split(separator: "-")
    guard let year = Int(parts[0]) else { return nil }
    guard parts.count > 1 else { return .year(year) }
    let number = Int(parts[1].drop { $0.isLetter }) ?? 0
    switch parts[1].first {
    case "Q": return .quarter(year, number)
    case "H": return .half(year, number)
    default: return .month(year, number)
    }
  }
}
