public import TimeSeries
public import TradeModel

/// What a cell of a table holds.
public enum CellReading: Sendable, Hashable {
  /// A number.
  case number(CellNumber)
  /// No number, and a word or sign that says so.
  case missing(MissingCell)
  /// Nothing but spaces.
  case empty
  /// Something else, and why it is not a number.
  case notANumber(NotANumber)

  /// The number, if it is one.
  public var number: CellNumber? {
    if case .number(let number) = self { return number }
    return nil
  }
}

/// A number of a cell.
public struct CellNumber: Sendable, Hashable {
  /// The digits as printed, in the form `-1741.90`.
  ///
  /// Grouping marks are left out; empty when the cell has a sign for zero, as `-`.
  public let digits: String
  /// The power of ten behind the digits; 0 but for `1.2E+05`.
  public let exponent: Int
  /// The number, correctly rounded.
  public let value: Double
  /// Whether a percent sign stands beside it; the value is in percent then.
  public let isPercent: Bool
  /// The flags behind it as they stand; empty when there are none.
  public let flags: String
  /// What the flags say.
  public let status: ObservationStatus
  /// The grouping mark that was used.
  public let groupingMark: NumberFormat.GroupingMark?
  /// Whether the digits have a decimal mark.
  public let hasDecimalMark: Bool

  /// The number as a published figure counted in a scale; `nil` for a sign in place of digits and
  /// for more digits than a figure can have.
  public func figure(scale: DecimalScale = .one) -> PublishedFigure? {
    guard !digits.isEmpty, (-18...18).contains(scale.exponent + exponent) else { return nil }
    return PublishedFigure(
      printed: digits, scale: DecimalScale(exponent: scale.exponent + exponent))
  }
}

/// A cell with a word or sign for a missing number.
public struct MissingCell: Sendable, Hashable {
  /// The word as it stands, with the flags behind it.
  public let word: String
  /// Why the number is missing, and what flags add.
  public let status: ObservationStatus
}

/// A cell that should hold a number and does not.
public struct NotANumber: Sendable, Hashable {
  /// Why.
  public enum Reason: Sendable, Hashable {
    /// The text does not begin like a number.
    case noDigits
    /// Digits between grouping marks are not three, as in `1,23`.
    case grouping
    /// Two marks for decimals, or one before a grouping mark.
    case marks
    /// Two signs, or a bracket that is not closed.
    case sign
    /// Letters behind the number that are no flags of the table.
    case flags(String)
    /// A letter in place of a digit, as in `1O4.2`; with the digits that may be meant.
    case letterForDigit(String)
    /// A number beyond the range of a `Double`.
    case tooLarge
  }

  /// Why the text is not a number.
  public let reason: Reason
  /// What was expected, as the second half of a sentence.
  public let expected: String
  /// What to do, if there is something to say.
  public let hint: String?
}
