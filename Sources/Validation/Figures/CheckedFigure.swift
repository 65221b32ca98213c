/// A figure of a document: its place, its digits and what it says.
public struct CheckedFigure: Sendable, Hashable, Identifiable {
  /// The name in results: `f1`, `f2`, … in the order of the document.
  public var id: String
  /// The text as printed: `US$29.71 billion`.
  public var text: String
  /// The file it stands in, where a document has several; empty for the document's own.
  public var file: String
  /// Where the text starts, in UTF-8 bytes from the start of the file.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in UTF-8 bytes.
  public var column: Int
  /// The printed digits, signed: a decrease and a deficit are negative.
  public var number: PrintedNumber
  /// What kind of number it is.
  public var role: FigureRole
  /// What it measures.
  public var measure: FigureMeasure
  /// Whose it is, for readers: `China-Belgium`, `Germany`.
  public var subject: String
  /// The time it speaks of; `nil` when not stated.
  public var period: FigurePeriod?
  /// Its unit: a currency code, or `percent`, `pp`, `count`, `multiple` and the like.
  public var unit: String
  /// What a change is compared with.
  public var comparison: FigureComparison?
  /// The time a change is compared with.
  public var base: FigurePeriod?
  /// The word beside it.
  public var hedge: FigureHedge
  /// The range the words mean where the digits do not say it, for `doubled` or `two thirds`, in
  /// base units; `nil` means that the range follows from ``number`` and ``hedge``.
  public var range: ExactInterval?

  /// Makes a figure; what is left out has the plainest value.
  public init(
    id: String, text: String, number: PrintedNumber, role: FigureRole, measure: FigureMeasure,
    subject: String = "", period: FigurePeriod? = nil, unit: String = "",
    comparison: FigureComparison? = nil, base: FigurePeriod? = nil, hedge: FigureHedge = .exact,
    range: ExactInterval? = nil, file: String = "", start: Int = 0, end: Int = 0, line: Int = 1,
    column: Int = 1
  ) {
    self.id = id
    self.text = text
    self.file = file
    self.start = start
    self.end = end
    self.line = line
    self.column = column
    self.number = number
    self.role = role
    self.measure = measure
    self.subject = subject
    self.period = period
    self.unit = unit
    self.comparison = comparison
    self.base = base
    self.hedge = hedge
    self.range = range
  }

  /// Where it stands, for readers: `line 97:37`, or `quarters.csv:97:37` where a document has
  /// several files.
  public var place: String { file.isEmpty ? "line \(line):\(column)" : "\(file):\(line):\(column)" }

  /// Whether the unit is percent or percentage points, so that 3.1 stands for 0.031.
  public var isPercentage: Bool { unit == "percent" || unit == "pp" }

  /// The true values it can stand for under a convention, in base units; percentages stay as
  /// printed, so 3.1 percent is 3.05 to 3.15.
  public func interval(under convention: RoundingConvention) -> ExactInterval {
    range ?? number.interval(under: convention, hedge: hedge)
  }
}
