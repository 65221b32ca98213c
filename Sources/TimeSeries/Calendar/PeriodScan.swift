/// The numbers and words of a text that may be a period, and its shape.
///
/// The shape has one character for each part: the number of digits for a number, `w` for a word,
/// and marks as they stand: `2024-09` has the shape `4-2`, `3Q24` the shape `1w2`, `Jan-Sep 2024`
/// the shape `w-w4`. White space, full stops and commas separate and are left out.
struct PeriodScan {
  let text: String
  private(set) var shape = ""
  private(set) var numbers: [Int] = []
  private(set) var words: [String] = []

  /// Cuts a part of a text into numbers, words and marks, leaving out some words; `to` between
  /// two words is a mark as good as a dash.
  init(_ part: Substring, of text: String, leavingOut fillers: Set<String>) {
    self.text = text
    var rest = part
    while let head = rest.first {
      if head.isASCII, head.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        numbers.append(Int(digits) ?? .max)
        shape += String(min(digits.count, 9))
        rest = rest.dropFirst(digits.count)
      } else if head.isLetter {
        let letters = rest.prefix { $0.isLetter }
        let word = letters.lowercased()
        if word == "to" || word == "through" {
          shape += "-"
        } else if !fillers.contains(word) {
          words.append(word)
          shape += "w"
        }
        rest = rest.dropFirst(letters.count)
      } else {
        if "–‑—".contains(head) {
          shape += "-"
        } else if !head.isWhitespace, head != ".", head != "," {
          shape.append(head)
        }
        rest = rest.dropFirst()
      }
    }
  }

  // MARK: Numbers within their range

  func month(_ number: Int, of year: Int) throws(PeriodError) -> Month {
    try check(number, "month", 12)
    return Month(year: year, month: number)
  }

  func quarter(_ number: Int, of year: Int) throws(PeriodError) -> Period {
    try check(number, "quarter", 4)
    return .quarter(year, number)
  }

  func half(_ number: Int, of year: Int) throws(PeriodError) -> Period {
    try check(number, "half", 2)
    return .half(year, number)
  }

  /// The first months of a year, as `9M 2024`.
  func months(_ number: Int, of year: Int) throws(PeriodError) -> Period {
    try check(number, "months", 12)
    return Period(from: Month(year: year, month: 1), count: number)
  }

  func range(_ first: Month, _ last: Month) throws(PeriodError) -> Period {
    guard first <= last else { throw .reversed(text) }
    return Period(from: first, through: last)
  }

  private func check(_ number: Int, _ unit: String, _ last: Int) throws(PeriodError) {
    guard (1...last).contains(number) else {
      throw .outOfRange(text, unit: unit, found: number, last: last)
    }
  }
}

extension PeriodScan {
  /// `2024`, `2024-09`, `202409`, `2024-01/2024-09`, `2024-01-01/2024-09-30`, `2024/2026`.
  func isoForm() throws(PeriodError) -> Period? {
    let n = numbers
    switch shape {
    case "4": return .year(n[0])
    case "6": return .month(try month(n[0] % 100, of: n[0] / 100))
    case "4-2", "4-1": return .month(try month(n[1], of: n[0]))
    case "4/4":
      guard n[0] <= n[1] else { throw .reversed(text) }
      return Period(from: Month(year: n[0], month: 1), through: Month(year: n[1], month: 12))
    case "4-2/4-2": return try range(try month(n[1], of: n[0]), try month(n[3], of: n[2]))
    case "4-2-2/4-2-2":
      let (first, last) = (try month(n[1], of: n[0]), try month(n[4], of: n[3]))
      guard n[2] == 1, n[5] == last.days else { throw .notWholeMonths(text) }
      return try range(first, last)
    case "4-2-2", "4-1-1", "4-2-1", "4-1-2", "8", "4-w2-1", "4w2-1", "4-3":
      throw .notWholeMonths(text)
    default: return nil
    }
  }

  /// `2024-Q3`, `2024Q3`, `2024 H1`, `2024-S1`, `2024-M09`, `2024-A1`, `2024-01-01/P9M`,
  /// `1997Jan`, `2024 Jan-Sep`.
  func sdmxForm() throws(PeriodError) -> Period? {
    guard let year = numbers.first else { return nil }
    switch shape {
    case "4-w1", "4-w2", "4-w3", "4w1", "4w2", "4w3":
      switch words[0] {
      case "q", "qtr", "quarter": return try quarter(numbers[1], of: year)
      case "h", "s": return try half(numbers[1], of: year)
      case "m": return .month(try month(numbers[1], of: year))
      case "a" where numbers[1] == 1: return .year(year)
      case "t": throw .trimester(text)
      case "w", "d": throw .notWholeMonths(text)
      default: return nil
      }
    case "4w", "4-w":
      if words[0] == "a" || words[0] == "y" { return .year(year) }
      return monthNumber(words[0]).map { .month(year, $0) }
    case "4w-w", "4w/w": return try namedMonths(words[0], year, words[1], year)
    case "4-2-2/w1w", "4-2-2/w2w", "4-2-2/w3w", "4-2-2/w4w", "4-2/w1w", "4-2/w2w", "4-2/w3w":
      guard words[0] == "p" else { return nil }
      let first = try month(numbers[1], of: year)
      let isFirstDay = numbers.count == 3 || numbers[2] == 1
      guard isFirstDay, let unit = ["m": 1, "y": 12][words[1]] else {
        throw .notWholeMonths(text)
      }
      guard let length = numbers.last, length > 0 else { throw .reversed(text) }
      return Period(from: first, count: unit * length)
    default: return nil
    }
  }

  /// The span from one named month to another; `nil` when a word is not a month.
  func namedMonths(
    _ first: String, _ firstYear: Int, _ last: String, _ lastYear: Int
  ) throws(PeriodError) -> Period? {
    guard let a = monthNumber(first), let b = monthNumber(last) else { return nil }
    return try range(Month(year: firstYear, month: a), Month(year: lastYear, month: b))
  }

  /// The number of a month by its English name or the usual short form.
  func monthNumber(_ name: String) -> Int? {
    if name == "sept" { return 9 }
    return Self.monthNames.firstIndex { $0 == name || $0.prefix(3) == name }.map { $0 + 1 }
  }

  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
