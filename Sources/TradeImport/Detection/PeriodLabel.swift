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
  /// What stands behind it in brackets is left out, and so is the `YR` of the World Bank.
  static func read(_ text: String, _ parser: PeriodParser = PeriodParser()) -> Period? {
    guard text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    var label = Substring(text)
    if let note = label.firstIndex(where: { $0 == "[" || $0 == "(" }) { label = label[..<note] }
    while label.last?.isWhitespace == true { label.removeLast() }
    while label.first?.isWhitespace == true { label.removeFirst() }
    if label.count == 6, label.lowercased().hasPrefix("yr") { label = label.dropFirst(2) }
    guard let period = try? parser.parse(label) else { return nil }
    return isPlausible(period) ? period : nil
  }

  /// Reads `1990-01-01` and other dates at the first or last day of a month.
  static func date(_ text: String) -> DayOfMonth? {
    let parts = text.prefix(10).split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      let year = Int(parts[0]), let number = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(number)
    else { return nil }
    let rest = text.dropFirst(10)
    guard rest.isEmpty || rest.hasPrefix("T00:00") || rest.hasPrefix(" 00:00") else { return nil }
    let month = Month(year: year, month: number)
    guard day == 1 || day == month.days else { return nil }
    return DayOfMonth(month: month, isFirstDay: day == 1)
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
      if case .number = Self.comma.read(text) { self = .number } else { self = .text }
    }
  }

  /// Whether the text is a year and nothing else, which is a number too.
  static func isPlainNumber(_ text: String) -> Bool { point.read(text).number != nil }
}
