/// Reads periods in the forms of ISO 8601, SDMX, statistical offices and the press.
///
///     let parser = PeriodParser()
///     try parser.parse("2024-M09")      // 2024-09
///     try parser.parse("3Q24")          // 2024-Q3
///     try parser.parse("Jan-Sep 2024")  // 2024-01/2024-09
///     try parser.parse("end-2012")      // 2012-12, a date of a stock
///
/// The text is cut into numbers, words and marks, and their sequence is compared with the known
/// forms; letters are read without case. A year has four digits, or two after a quarter
/// (`3Q24`) or `FY`; two digits from 70 are in the 1900s. What can mean two spans is refused:
/// `T3`, and `M9 2024`, which is September in SDMX and looks like the nine months of `9M 2024`.
public struct PeriodParser: Sendable, Hashable {
  /// When fiscal years begin; needed for `FY2023-24`.
  public let fiscalCalendar: FiscalCalendar?

  /// Makes a parser.
  public init(fiscalCalendar: FiscalCalendar? = nil) { self.fiscalCalendar = fiscalCalendar }

  /// A period as it was written.
  public struct Reading: Sendable, Hashable {
    /// The span; for a date of a stock the month whose end it is.
    public let period: Period
    /// Whether the text dates a stock (`end-2012`).
    public let isStockDate: Bool
  }

  /// Returns the span that a text names; for a date of a stock the month whose end it is.
  ///
  /// - Throws: ``PeriodError`` when the text has no known form, an impossible number, or two
  ///   meanings.
  public func parse(_ text: some StringProtocol) throws(PeriodError) -> Period {
    try read(text).period
  }

  /// Returns the span that a text names, and whether it dates a stock.
  ///
  /// - Throws: ``PeriodError``, as ``parse(_:)``.
  public func read(_ text: some StringProtocol) throws(PeriodError) -> Reading {
    let whole = String(text)
    let words = whole.drop { $0.isWhitespace }
    let start = words.prefix { $0.isLetter }
    if start.lowercased() == "end" {
      let rest = words.dropFirst(start.count).drop { $0.isWhitespace || "-–‑—".contains($0) }
      return Reading(period: .month(try span(rest, of: whole).last), isStockDate: true)
    }
    return Reading(period: try span(whole[...], of: whole), isStockDate: false)
  }

  /// The span that a part of a text names; messages show the whole text.
  private func span(_ part: Substring, of text: String) throws(PeriodError) -> Period {
    let scan = PeriodScan(part, of: text, leavingOut: PeriodScan.fillers)
    if let period = try scan.isoForm() { return period }
    if let period = try scan.sdmxForm() { return period }
    if let period = try scan.fiscalForm(fiscalCalendar) { return period }
    if let period = try scan.pressForm() { return period }
    if let period = try rangeForm(part, of: text) { return period }
    throw .unknownForm(text)
  }

  /// Two periods of any other form with a slash between them, as `2007-Q1/2008-Q2`.
  private func rangeForm(_ part: Substring, of text: String) throws(PeriodError) -> Period? {
    let ends = part.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let first = try span(ends[0], of: text)
    let last = try span(ends[1], of: text)
    guard first.first <= last.last else { throw .reversed(text) }
    return Period(from: first.first, through: last.last)
  }
}
