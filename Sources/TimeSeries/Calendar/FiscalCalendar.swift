/// When a fiscal year begins, and which of its two calendar years it is named after.
public struct FiscalCalendar: Sendable, Hashable {
  /// Which calendar year names a fiscal year that is written with one year, as in `FY2024`.
  public enum Naming: Sendable, Hashable {
    /// The year in which it begins (Japan).
    case startYear
    /// The year in which it ends (United States, Australia).
    case endYear
  }

  /// The first month, 1 to 12.
  public let firstMonth: Int
  /// How a single year is to be understood; `nil` when only the form with two years is clear.
  public let naming: Naming?

  /// Makes a calendar.
  ///
  /// - Precondition: `firstMonth` is in 1...12.
  public init(firstMonth: Int, naming: Naming? = nil) {
    precondition((1...12).contains(firstMonth), "fiscal start \(firstMonth): expected 1 to 12")
    self.firstMonth = firstMonth
    self.naming = firstMonth == 1 ? .startYear : naming
  }

  /// The fiscal year that begins in a calendar year.
  public func year(beginningIn year: Int) -> Period {
    .fiscalYear(from: Month(year: year, month: firstMonth))
  }
}
