/// How a number is brought to the digits that are printed.
public enum RoundingMode: String, Sendable, Hashable, CaseIterable {
  /// To the nearest, a half away from zero: 2.5 gives 3, -2.5 gives -3. The default of offices.
  case halfAwayFromZero
  /// To the nearest, a half to the even digit: 2.5 gives 2, 3.5 gives 4.
  case halfToEven
  /// Digits are cut off: 2.9 gives 2, -2.9 gives -2.
  case towardZero
  /// To the lower number (floor): 2.9 gives 2, -2.1 gives -3.
  case down
  /// To the higher number (ceiling): 2.1 gives 3, -2.9 gives -2.
  case up
}

/// What stands between groups of three digits before the point.
public enum DigitGrouping: String, Sendable, Hashable, CaseIterable {
  /// Nothing: 1741.9.
  case none
  /// A comma: 1,741.9.
  case comma
  /// A plain space: 1 741.9; for fixed-width text only, as a line may break there.
  case space
  /// A no-break space (U+00A0).
  case noBreakSpace
  /// A thin space (U+2009).
  case thinSpace
  /// A narrow no-break space (U+202F), the ISO 80000 habit.
  case narrowNoBreakSpace

  /// The separator itself.
  public var separator: String {
    switch self {
    case .none: ""
    case .comma: ","
    case .space: " "
    case .noBreakSpace: "\u{A0}"
    case .thinSpace: "\u{2009}"
    case .narrowNoBreakSpace: "\u{202F}"
    }
  }
}

/// When a sign is printed; zero never has one.
public enum SignPolicy: String, Sendable, Hashable, CaseIterable {
  /// A minus for numbers below zero.
  case automatic
  /// A minus or a plus: for changes and balances.
  case always
  /// No sign, the absolute value: where words say the direction ("a deficit of 3.2").
  case never
}

/// The character for a number below zero.
public enum MinusSign: String, Sendable, Hashable, CaseIterable {
  /// The hyphen of the keyboard, which search, spreadsheets and parsers know. The default.
  case hyphen = "-"
  /// The minus sign U+2212, as wide as a plus.
  case minus = "\u{2212}"
}
