public import TimeSeries

extension FiscalCalendar {
  /// When the fiscal year of a reporter begins, by area code; `nil` for the calendar year's users
  /// and for reporters that are not in the table.
  ///
  /// Source: CIA World Factbook, field "Fiscal year"; naming by the government's own usage.
  public static func ofReporter(_ code: String) -> FiscalCalendar? {
    switch code {
    case "IND", "CAN", "SGP", "HKG", "ZAF": FiscalCalendar(firstMonth: 4)
    case "JPN": FiscalCalendar(firstMonth: 4, naming: .startYear)
    case "GBR": FiscalCalendar(firstMonth: 4)
    case "USA", "THA": FiscalCalendar(firstMonth: 10, naming: .endYear)
    case "AUS", "EGY", "PAK", "BGD": FiscalCalendar(firstMonth: 7, naming: .endYear)
    case "NZL": FiscalCalendar(firstMonth: 7, naming: .endYear)
    default: nil
    }
  }
}
