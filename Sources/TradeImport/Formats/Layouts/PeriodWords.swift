internal import TimeSeries

/// Periods in the words and forms of single offices, beside those of ``PeriodParser``.
enum PeriodWords {
  /// Reads `2024 januari`, `2024 1e kwartaal`, `2024-T3`, `2024K3`; `nil` for anything else.
  static func read(_ text: String) -> Period? {
    if let period = try? PeriodParser().parse(text) { return isPlausible(period) ? period : nil }
    let words = TradeWords.words(of: text)
    guard let first = words.first, let year = year(first.prefix(4)) else { return nil }
    let rest = first.dropFirst(4) + words.dropFirst().joined()
    if let month = months[String(rest)] { return .month(year, month) }
    guard let digit = rest.first(where: \.isNumber).flatMap({ Int(String($0)) }) else { return nil }
    let unit = rest.filter { !$0.isNumber }
    // T is a quarter for the offices that write it: a trimestre.
    if (1...4).contains(digit), quarters.contains(unit), rest.count == unit.count + 1 {
      return .quarter(year, digit)
    }
    return nil
  }

  /// The month of a row that is dated by it or by its first day, the day before the month:
  /// `Apr-2024`, `01/04/2024`, `2024-04-01`.
  static func month(_ text: String) -> Month? {
    if let date = PeriodLabel.date(text), date.isFirstDay { return date.month }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 3 {
      guard Int(parts[0]) == 1, let number = Int(parts[1]), (1...12).contains(number),
        let year = year(parts[2])
      else { return nil }
      return Month(year: year, month: number)
    }
    let words = TradeWords.words(of: text)
    guard words.count == 2, words[0].count >= 3, let year = year(words[1]),
      let period = try? PeriodParser().parse("\(year)\(words[0])"), period.count == 1
    else { return nil }
    return period.first
  }

  private static func year(_ text: some StringProtocol) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1700...2200).contains(year) else {
      return nil
    }
    return year
  }

  private static func isPlausible(_ period: Period) -> Bool {
    (1700...2200).contains(period.first.year)
  }

  private static let quarters: Set<String> = ["t", "k", "ekwartaal", "kwartaal", "quartal"]
  private static let months: [String: Int] = [
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7,
    "augustus": 8, "september": 9, "oktober": 10, "november": 11, "december": 12,
  ]
}
