extension PeriodScan {
  /// Words that say nothing about the span, as in `third quarter of 2024` and `1st quarter`.
  static let fillers: Set<String> = ["of", "the", "in", "st", "nd", "rd", "th"]

  /// `FY2023-24`, `FY2023/2024`, `FY24`, `2023-24` is a month and no fiscal year, `2023/24` is one.
  func fiscalForm(_ calendar: FiscalCalendar?) throws(PeriodError) -> Period? {
    let isMarked = words == ["fy"]
    guard isMarked || words.isEmpty else { return nil }
    switch shape {
    case "w4-2", "w4/2", "w4-4", "w4/4", "4/2":
      let (start, end) = (numbers[0], numbers[1])
      guard end == (end < 100 ? (start + 1) % 100 : start + 1) else {
        throw .yearsNotConsecutive(text)
      }
      guard let calendar else { throw .fiscalStartUnknown(text) }
      return calendar.year(beginningIn: start)
    case "w4", "w2":
      guard let calendar else { throw .fiscalStartUnknown(text) }
      guard let naming = calendar.naming else { throw .fiscalYearAmbiguous(text) }
      let year = fullYear(numbers[0])
      return calendar.year(beginningIn: naming == .startYear ? year : year - 1)
    default: return nil
    }
  }

  /// `Q3 2024`, `3Q24`, `Q3/2024`, `H1 2024`, `1H24`, `9M 2024`, `Sep 2024`, `Jan-Sep 2024`,
  /// `third quarter 2024`, `first nine months 2024`, `December 2023-February 2024`.
  func pressForm() throws(PeriodError) -> Period? {
    switch shape {
    case "w14", "w12", "w1/4", "w1-4":
      // 'M9 2024' would be nine months here and September in SDMX.
      return words[0] == "m" ? nil : try unit(words[0], numbers[0], of: fullYear(numbers[1]))
    case "1w4", "1w2", "2w4", "2w2":
      return try unit(words[0], numbers[0], of: fullYear(numbers[1]))
    case "ww4":
      guard let number = Self.numberWords[words[0]] else { return nil }
      return try unit(words[1], number, of: numbers[0])
    case "www4" where words[0] == "first" && words[2] == "months":
      guard let number = Self.numberWords[words[1]] else { return nil }
      return try months(number, of: numbers[0])
    case "w1w4", "w2w4":
      guard words == ["first", "months"] else { return nil }
      return try months(numbers[0], of: numbers[1])
    case "w4": return monthNumber(words[0]).map { .month(numbers[0], $0) }
    case "w-w4", "w/w4": return try namedMonths(words[0], numbers[0], words[1], numbers[0])
    case "w4-w4": return try namedMonths(words[0], numbers[0], words[1], numbers[1])
    default: return nil
    }
  }

  private func unit(_ name: String, _ number: Int, of year: Int) throws(PeriodError) -> Period? {
    switch name {
    case "q", "qtr", "quarter": try quarter(number, of: year)
    case "h", "half": try half(number, of: year)
    case "m": try months(number, of: year)
    case "t": throw .trimester(text)
    default: nil
    }
  }

  private func fullYear(_ written: Int) -> Int {
    written >= 100 ? written : written + (written >= 70 ? 1900 : 2000)
  }

  private static let numberWords = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "one": 1, "two": 2, "three": 3, "four": 4,
    "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
  ]
}
