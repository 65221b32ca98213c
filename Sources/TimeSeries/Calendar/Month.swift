/// One month of the proleptic Gregorian calendar, without a day and without a time zone.
///
///     let june = Month(year: 2009, month: 6)
///     june.advanced(by: 8)  // 2010-02
public struct Month: Sendable, Hashable, Comparable, Strideable, CustomStringConvertible {
  /// The months since January of year 0.
  public let ordinal: Int

  /// Makes a month from its ordinal.
  public init(ordinal: Int) { self.ordinal = ordinal }

  /// Makes a month.
  ///
  /// - Parameters:
  ///   - year: The calendar year.
  ///   - month: 1 for January to 12 for December.
  /// - Precondition: `month` is in 1...12.
  public init(year: Int, month: Int) {
    precondition((1...12).contains(month), "month \(month) of year \(year): expected 1 to 12")
    self.init(ordinal: year * 12 + month - 1)
  }

  /// The calendar year.
  public var year: Int { ordinal >= 0 ? ordinal / 12 : (ordinal - 11) / 12 }

  /// The month within the year, 1 to 12.
  public var month: Int { ordinal - year * 12 + 1 }

  /// The number of days, 28 to 31.
  public var days: Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier months come first.
  public static func < (lhs: Month, rhs: Month) -> Bool { lhs.ordinal < rhs.ordinal }

  /// The number of months from this one to another.
  public func distance(to other: Month) -> Int { other.ordinal - ordinal }

  /// The month so many months later.
  public func advanced(by months: Int) -> Month { Month(ordinal: ordinal + months) }

  /// ISO 8601: `2009-06`.
  public var description: String {
    let digits = String(year.magnitude)
    let padding = String(repeating: "0", count: Swift.max(0, 4 - digits.count))
    return "\(year < 0 ? "-" : "")\(padding)\(digits)-\(month < 10 ? "0" : "")\(month)"
  }
}

extension Month {
  /// Reads a month written as `2009-06`; `nil` for any other text.
  ///
  /// ``PeriodParser`` reads all other forms and says what is wrong with a text.
  public init?(parsing text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 7, bytes[4] == UInt8(ascii: "-") else { return nil }
    var numbers = (year: 0, month: 0)
    for (position, byte) in bytes.enumerated() where position != 4 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      if position < 4 {
        numbers.year = numbers.year * 10 + digit
      } else {
        numbers.month = numbers.month * 10 + digit
      }
    }
    guard (1...12).contains(numbers.month) else { return nil }
    self.init(year: numbers.year, month: numbers.month)
  }
}
