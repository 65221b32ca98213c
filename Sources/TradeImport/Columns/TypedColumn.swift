public import TimeSeries

/// A column of a ``TypedTable``.
public enum TypedColumn: Sendable {
  /// What a column is read as.
  public enum Kind: Sendable, Hashable {
    /// Texts as they stand, codes with their leading zeros.
    case text
    /// Numbers with a decimal point.
    case number
    /// Spans of months, in any form that `PeriodParser` reads.
    case period
  }

  /// Texts.
  case text(TextColumn)
  /// Numbers.
  case number(NumberColumnValues)
  /// Periods.
  case period(PeriodColumn)
}

/// Numbers, one a row; some may be missing.
public struct NumberColumnValues: Sendable, Hashable {
  /// The nearest double to each number; zero where there is none.
  public internal(set) var values: [Double] = []
  /// The rows without a number, in order.
  public internal(set) var missingRows: [Int] = []

  init() {}
}

/// Periods, one a row, each kept once.
public struct PeriodColumn: Sendable, Hashable {
  /// The periods that occur, in the order in which they were met; `nil` for the empty text.
  public internal(set) var periods: [Period?] = []
  /// For each row the index of its period.
  public internal(set) var indices: [Int32] = []

  init() {}

  /// The period of a row; `nil` where the field is empty.
  ///
  /// - Precondition: The row exists.
  public subscript(row: Int) -> Period? { periods[Int(indices[row])] }
}
