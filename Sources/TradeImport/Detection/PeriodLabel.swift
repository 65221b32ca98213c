internal import TimeSeries

/// A period as it stands in a header or a cell of a table: with notes, marks and dates around it.
enum PeriodLabel {
  /// A date that stands for a month.
  struct DayOfMonth: Hashable {
    let month: Month
    let isFirstDay: Bool
  }

  /// Reads a label; `nil` when it is none.
  ///
  /// What stands behind it in brackets is left out, and so are stars and the `YR` of the World Bank.
  /// Beside the forms of the parser these are read: months in other languages, `2024.10` and
  /// `2024/07`, where they cannot be years, and `Jan-24`. `2021-22` and `2021-2022` are fiscal years
  /// when the parser knows when those begin.
  static func read(_ text: String, _ parser: PeriodParser = PeriodParser()) -> Period? {
    guard text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    var label = Substring(text)
    if let note = label.firstIndex(where: { $0 == "[" || $0 == "(" }) { label = label[..<note] }
    while let last = label.last, last.isWhitespace || last == "*" { label.removeLast() }
    while label.first?.isWhitespace == true { label.removeFirst() }
    label = Substring(HeadingWords.withoutFlag(String(label)))
    if label.count == 6, label.lowercased().hasPrefix("yr") { label = label.dropFirst(2) }
    if parser.fiscalCalendar != nil, let year = fiscalYear(label, parser) { return year }
    let period =
      (try? parser.parse(label)) ?? month(label)
      ?? MonthWords.quarter(label).map { Period.quarter($0.year, $0.number) }
      ?? MonthWords.translated(label).flatMap { try? parser.parse($0) }
    return period.flatMap { isPlausible($0) ? $0 : nil }
  }

  /// `2021-22` and `2021-2022`, where fiscal years are meant.
  private static func fiscalYear(_ text: Substring, _ parser: PeriodParser) -> Period? {
    let years = text.split(whereSeparator: { "-–/".contains($0) })
    guard years.count == 2, years[0].utf8.count == 4, [2, 4].contains(years[1].utf8.count),
      let first = Int(years[0]), let last = Int(years[1]),
      last == (years[1].utf8.count == 2 ? (first + 1) % 100 : first + 1)
    else { return nil }
    return parser.fiscalCalendar?.year(beginningIn: first)
  }

  /// `2024.10` and `2024/07`, which the parser does not read because they may be other things, and
  /// `Jan-24`.
  private static func month(_ text: Substring) -> Period? {
    let parts = text.split(omittingEmptySubsequences: false) {
      "./-– '’".contains($0)
    }.map(String.init)
    guard parts.count == 2, let last = Int(parts[1]) else { return nil }
    if parts[0].utf8.count == 4, parts[1].utf8.count == 2, let year = Int(parts[0]),
      (1...12).contains(last), last != (year + 1) % 100
    {
      return .month(year, last)
    }
    guard parts[1].utf8.count == 2, (3...9).contains(parts[0].count),
      parts[0].allSatisfy(\.isLetter)
    else { return nil }
    let year = last + (last >= 70 ? 1900 : 2000)
    let name = MonthWords.translated(Substring(parts[0])) ?? parts[0]
    guard let period = try? PeriodParser().parse("\(name) \(year)"), period.count == 1 else {
      return nil
    }
    return period
  }

  /// Reads `1990-01-01` and other dates at the first or last day of a month; `30/09/2024` and
  /// `30.09.2024` too, where the day cannot be a month.
  static func date(_ text: String) -> DayOfMonth? {
    if let named = namedDate(text) { return named }
    let isDayFirst = text.utf8.dropFirst(2).first.map { [0x2E, 0x2F].contains($0) } ?? false
    let parts = text.prefix(10).split(omittingEmptySubsequences: false) {
      isDayFirst ? $0 == "/" || $0 == "." : $0 == "-"
    }
    guard parts.count == 3,
      parts.map(\.utf8.count) == (isDayFirst ? [2, 2, 4] : [4, 2, 2]),
      let year = Int(parts[isDayFirst ? 2 : 0]), let number = Int(parts[1]),
      let day = Int(parts[isDayFirst ? 0 : 2]), (1...12).contains(number)
    else { return nil }
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.hasPrefix("T00:00") || rest.hasPrefix(" 00:00") else { return nil }
    let month = Month(year: year, month: number)
    guard day == 1 && !isDayFirst || day == month.days else { return nil }
    return DayOfMonth(month: month, isFirstDay: day == 1)
  }

  /// Reads `31-Mar-23` and `30 September 2024`, when they are last days of months.
  private static func namedDate(_ text: String) -> DayOfMonth? {
    guard text.utf8.count <= 20, let first = text.utf8.first, (0x30...0x39).contains(first),
      let mark = text.firstIndex(where: { !$0.isNumber }), let day = Int(text[..<mark]), day > 27,
      let period = read(String(text[text.index(after: mark)...])), period.count == 1,
      day == period.first.days
    else { return nil }
    return DayOfMonth(month: period.first, isFirstDay: false)
  }

  /// Numbers such as 4711 have the form of a year; trade statistics begin later.
  private static func isPlausible(_ period: Period) -> Bool {
    (1700...2200).contains(period.first.year)
  }
}

/// What a cell looks like on its own.
enum CellKind {
  case empty, number, missing, period, text

  private static let point = NumberFormat()
  private static let comma = NumberFormat(decimalMark: .comma)
  private static let indian = NumberFormat(grouping: .indian)

  /// Judges a cell; what is a period and a number, as `2024`, is a period.
  init(_ text: String) {
    guard let first = text.unicodeScalars.first(where: { !NumberScan.isSpace($0) }) else {
      self = .empty
      return
    }
    // Most texts begin with a letter and are neither; a look at the first sign saves the rest.
    let mayBePeriod = first.properties.isAlphabetic || (0x30...0x39).contains(first.value)
    if mayBePeriod, PeriodLabel.read(text) != nil || PeriodLabel.date(text) != nil {
      self = .period
      return
    }
    switch Self.point.read(text) {
    case .number: self = .number
    case .missing: self = .missing
    case .empty: self = .empty
    case .notANumber:
      let isNumber = Self.comma.read(text).number != nil || Self.isIndian(text)
      self = isNumber ? .number : .text
    }
  }

  /// Whether the text is a number with groups as in `1,00,000`, and none otherwise.
  static func isIndian(_ text: String) -> Bool {
    text.utf8.count { $0 == UInt8(ascii: ",") } > 1 && point.read(text).number == nil
      && indian.read(text).number != nil
  }

  /// Whether the text is a year and nothing else, which is a number too.
  static func isPlainNumber(_ text: String) -> Bool { point.read(text).number != nil }
}
