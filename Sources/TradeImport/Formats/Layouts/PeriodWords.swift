internal import TimeSeries

/// Periods in the words and forms of single offices, beside those of ``PeriodLabel``.
enum PeriodWords {
  /// Reads `2024 januari`, `2024 1e kwartaal`, `2024-T3`, `2024K3`; `nil` for anything else.
  static func read(_ text: String) -> Period? {
    // `sept.-24`: the point belongs to the word.
    var plain = ""
    for letter in text where letter != "." || plain.last?.isLetter != true { plain.append(letter) }
    if let period = PeriodLabel.read(plain) ?? QuarterMark.letterT.read(text) { return period }
    let words = TradeWords.words(of: text)
    guard let first = words.first, let year = year(first.prefix(4)) else { return nil }
    let rest = first.dropFirst(4) + words.dropFirst().joined()
    guard let digit = rest.first(where: \.isNumber).flatMap({ Int(String($0)) }) else { return nil }
    let unit = rest.filter { !$0.isNumber }
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

  private static let quarters: Set<String> = ["k", "q", "ekwartaal", "kwartaal", "quartal"]
}
