internal import Diagnostics
internal import TimeSeries

/// Why no period was read in a column whose texts look like some.
enum PeriodDoubt {
  /// What a text can be read as, and what to do about it; `nil` when it looks like no period.
  static func of(_ texts: [String]) -> (message: String, hint: String)? {
    let texts = texts.filter { !$0.isEmpty }
    guard let first = texts.first else { return nil }
    if texts.allSatisfy(isDate) {
      return (
        "the dates can be read in two ways or lie within months, found \(first.quoted), expected "
          + "periods such as 2024-09, or the first or last days of months",
        "write dates as 2024-09-30, with the year first"
      )
    }
    for mark in QuarterMark.allCases
    where texts.count(where: { mark.read($0) != nil }) * 10 >= texts.count * 9 {
      let other = mark == .letterT ? "thirds of a year" : "months"
      return (
        "\(first.quoted) may be one of the quarters or of the \(other)",
        "say \"quarters\": \"\(mark.rawValue)\" in a schema if it is a quarter"
      )
    }
    return texts.allSatisfy(isFiscalYear) ? fiscalYear(first) : nil
  }

  /// The same for the texts of a header, some of which may be periods.
  static func ofHeadings(_ texts: [String]) -> (message: String, hint: String)? {
    let years = texts.filter(isFiscalYear)
    return years.count > 1 ? years.first.map(fiscalYear) : nil
  }

  private static func fiscalYear(_ text: String) -> (message: String, hint: String) {
    (
      "\(text.quoted) is a fiscal year whose first month is not known",
      "say it with --fiscal-start 4, or \"fiscal_start\": 4 in a schema, with the month"
    )
  }

  /// Whether a text is a year when it is known in which month those begin.
  private static func isFiscalYear(_ text: String) -> Bool {
    let calendar = PeriodParser(fiscalCalendar: FiscalCalendar(firstMonth: 7))
    return PeriodLabel.read(text, calendar) != nil && PeriodLabel.read(text) == nil
  }

  /// Whether a text is a date with the year behind, as `03/04/2024`.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split { "/.-".contains($0) }
    return parts.count == 3 && parts[2].count == 4
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
      && parts.prefix(2).allSatisfy { $0.count <= 2 }
  }
}
