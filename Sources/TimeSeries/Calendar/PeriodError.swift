internal import Diagnostics

/// Why a text is not a period.
public enum PeriodError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text has none of the known forms.
  case unknownForm(String)
  /// A month, quarter or half has a number that does not exist.
  case outOfRange(String, unit: String, found: Int, last: Int)
  /// A range ends before it begins.
  case reversed(String)
  /// `T3` is four months in SDMX and a quarter in French.
  case trimester(String)
  /// A span of days or weeks is no span of whole months.
  case notWholeMonths(String)
  /// A fiscal year whose first month is not known.
  case fiscalStartUnknown(String)
  /// A fiscal year written with one year where that can mean two.
  case fiscalYearAmbiguous(String)
  /// A fiscal year written with two years that do not follow each other.
  case yearsNotConsecutive(String)

  /// What is wrong, with what was expected.
  public var description: String {
    switch self {
    case .unknownForm(let text):
      "\(text.quoted) is not a period, expected a form such as 2024, 2024-Q3, 2024-09 or "
        + "2024-01/2024-09"
    case .outOfRange(let text, let unit, let found, let last):
      "period \(text.quoted) has \(unit) \(found), expected 1 to \(last)"
    case .reversed(let text): "period \(text.quoted) ends before it begins, expected first/last"
    case .trimester(let text):
      "period \(text.quoted) is ambiguous: T is four months in SDMX and a quarter in French, "
        + "expected a form such as 2024-Q3 or 2024-09/2024-12"
    case .notWholeMonths(let text):
      "period \(text.quoted) is not a span of whole months, expected a form such as 2024-09"
    case .fiscalStartUnknown(let text):
      "period \(text.quoted) is a fiscal year whose first month is not known, expected 2023-04/2024-03"
    case .fiscalYearAmbiguous(let text):
      "period \(text.quoted) can be the fiscal year that begins or the one that ends in that year, "
        + "expected a form such as FY2023-24"
    case .yearsNotConsecutive(let text):
      "period \(text.quoted) joins two years that do not follow each other, expected a form such as "
        + "FY2023-24"
    }
  }

  /// What to do about it, where there is more to say than the expected form.
  public var hint: String? {
    switch self {
    case .fiscalStartUnknown: "say when the fiscal year begins, for example --fiscal-start 4"
    default: nil
    }
  }
}
