internal import TimeSeries

/// A period as it stands in a heading or a cell of a table.
///
/// Two years in sequence, `2017-2018` or `2017-18`, are a fiscal year; when it begins is told by
/// the calendar, and April is taken without one, because only the order of the years matters.
struct PeriodText: Sendable {
  /// When fiscal years begin.
  var calendar = FiscalCalendar(firstMonth: 4)

  static func read(_ text: String) -> Period? { PeriodText().read(text)?.period }

  /// Reads a text; `nil` when it names no period.
  func read(_ text: String) -> PeriodParser.Reading? {
    guard text.utf8.count <= 40, text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
      return nil
    }
    var label = Substring(text)
    if let note = label.firstIndex(where: { $0 == "[" || $0 == "(" }) { label = label[..<note] }
    let words = label.trimmed
    if let fiscal = fiscalYear(words) { return fiscal }
    let parser = PeriodParser(fiscalCalendar: calendar)
    guard let reading = try? parser.read(words),
      (1700...2200).contains(reading.period.first.year)
    else { return nil }
    return reading
  }

  private func fiscalYear(_ text: String) -> PeriodParser.Reading? {
    let marks: Set<Character> = ["-", "–", "/"]
    let parts = text.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 4,
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let first = Int(parts[0]), let last = Int(parts[1]), last == first + 1,
      (1700...2200).contains(first)
    else { return nil }
    // The only way from a year to its fiscal year is the parser's.
    guard let reading = try? PeriodParser(fiscalCalendar: calendar).read("FY\(first)/\(last)")
    else { return nil }
    return reading
  }
}
