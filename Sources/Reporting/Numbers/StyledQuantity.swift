/// One figure of a report: the same object stands in the headline, the sentence and the table.
///
///     let style = NumberStyle(decimals: 1, divisor: 1e9, prefix: "US$", suffix: " billion")
///     StyledQuantity(29_705_000_000, style).text  // "US$29.7 billion"
public struct StyledQuantity: Sendable, Hashable, CustomStringConvertible {
  /// The value in base units, unrounded; `nil` when it is missing.
  public let value: Double?
  /// How it is printed.
  public let style: NumberStyle
  /// The range that is printed behind the value, in the same units.
  public let range: ClosedRange<Double>?
  /// What a missing value is marked with; without it the text of the style.
  public let missing: MissingMark?
  /// The footnotes on the figure.
  public let footnotes: [Footnote]

  /// Makes a figure.
  public init(
    _ value: Double?, _ style: NumberStyle, range: ClosedRange<Double>? = nil,
    missing: MissingMark? = nil, footnotes: [Footnote] = []
  ) {
    self.value = value
    self.style = style
    self.range = range
    self.missing = missing
    self.footnotes = footnotes
  }

  /// The figure as printed, `nil` when it is missing.
  public var printed: FormattedNumber? { value.map(style.print) }

  /// The text of the figure and its range, without footnote marks.
  public var text: String {
    guard let printed else { return missing?.text ?? style.missing }
    return printed.text + (rangeText.map { " " + $0 } ?? "")
  }

  /// The text of the figure.
  public var description: String { text }

  /// The range in parentheses, its bounds without the unit: `(29.1 to 30.2)`.
  var rangeText: String? {
    guard value != nil, let range else { return nil }
    let bounds = [range.lowerBound, range.upperBound].map { style.print($0).number }
    return "(" + bounds.joined(separator: " to ") + ")"
  }

  /// The same figure in another style.
  public func styled(_ style: NumberStyle) -> StyledQuantity {
    StyledQuantity(value, style, range: range, missing: missing, footnotes: footnotes)
  }

  /// The figure without unit and range, for a cell under a heading that names the unit.
  public var bare: StyledQuantity {
    StyledQuantity(value, style.withoutUnit, missing: missing, footnotes: footnotes)
  }

  /// The same figure with one more footnote.
  public func noted(_ footnote: Footnote) -> StyledQuantity {
    StyledQuantity(value, style, range: range, missing: missing, footnotes: footnotes + [footnote])
  }
}

/// What stands for a value that is missing, and why it is.
public struct MissingMark: Sendable, Hashable {
  /// What is printed, for example `:` or `c`.
  public let text: String
  /// What the mark means; tables explain the marks that they use.
  public let meaning: String

  /// Makes a mark.
  public init(_ text: String, meaning: String) {
    self.text = text
    self.meaning = meaning
  }

  /// `:`, not available.
  public static let notAvailable = MissingMark(":", meaning: "not available")
  /// `c`, confidential.
  public static let confidential = MissingMark("c", meaning: "confidential")
  /// `x`, not applicable.
  public static let notApplicable = MissingMark("x", meaning: "not applicable")
}
