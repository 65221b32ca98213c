/// Why a series has no forecast by a method; the description is a whole sentence for its row.
///
/// Each case says what was found, what is needed and, where there is one, a simpler method that
/// would do.
public enum ForecastError: Error, Sendable, Hashable {
  /// The series has no value at all.
  case noValues
  /// The series has fewer values than the method needs.
  case tooShort(method: String, needed: Int, found: Int, simpler: String?)
  /// The periods are not those of one frequency.
  case irregularPeriods(found: String)
  /// So much is missing inside that what is left to forecast from is too short.
  case tooManyGaps(known: Int, of: Int, usable: Int, from: String)
  /// A value is so large that its square cannot be stored.
  case outOfRange(period: String, value: Double)
  /// A method for positive values met one that is not.
  case notPositive(method: String, period: String, value: Double, simpler: String)
  /// A method for seasons met data without any.
  case noSeasons(method: String, simpler: String)
  /// The method has no answer for these values, for a reason in words.
  case noAnswer(method: String, reason: String, simpler: String)
  /// The number of periods to forecast is not positive.
  case horizonNotPositive(Int)
  /// There are too few origins for what was asked.
  case tooFewOrigins(what: String, needed: Int, found: Int)
}

extension ForecastError: CustomStringConvertible {
  /// The reason in words, with what was found and what is needed.
  public var description: String {
    switch self {
    case .noValues:
      "the series has no value, expected at least one"
    case .tooShort(let method, let needed, let found, let simpler):
      "\(method) needs \(needed) values, found \(found)" + Self.advice(simpler)
    case .irregularPeriods(let found):
      "the periods are not regular, found \(found), expected months, quarters, half-years or "
        + "years only"
    case .tooManyGaps(let known, let count, let usable, let first):
      "\(known) of \(count) periods have a value, and from \(first) on, where gaps are short, "
        + "there \(usable == 1 ? "is" : "are") \(usable), expected at least "
        + "\(GapRule.fewestValues) with at most half a year in a row and a fifth of all missing"
    case .outOfRange(let period, let value):
      "the value \(value) of \(period) is too large to calculate with, expected a magnitude "
        + "below 1e+100; change the unit"
    case .notPositive(let method, let period, let value, let simpler):
      "\(method) needs values above zero, found \(value) in \(period)" + Self.advice(simpler)
    case .noSeasons(let method, let simpler):
      "\(method) needs months, quarters or half-years, found one period a year"
        + Self.advice(simpler)
    case .noAnswer(let method, let reason, let simpler):
      "\(method) has no answer: \(reason)" + Self.advice(simpler)
    case .horizonNotPositive(let horizon):
      "a forecast of \(horizon) periods, expected at least 1"
    case .tooFewOrigins(let what, let needed, let found):
      "\(what) needs \(needed) origins, found \(found)"
    }
  }

  private static func advice(_ simpler: String?) -> String {
    simpler.map { "; a simpler method is \"\($0)\"" } ?? ""
  }
}
