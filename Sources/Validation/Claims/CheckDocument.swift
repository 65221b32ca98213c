/// One way to understand a document: what its figures say, and what holds between the levels.
public struct Reading: Sendable, Hashable {
  /// What sets this reading apart, for readers: `growth on the month before`; empty for the only
  /// one.
  public let name: String
  /// What the figures say.
  public let statements: [FigureStatement]
  /// What holds between the levels.
  public let identities: [Identity]
  /// Claims to list beside those that are derived.
  public let claims: [Claim]

  /// Makes a reading.
  public init(
    name: String = "", statements: [FigureStatement], identities: [Identity] = [],
    claims: [Claim] = []
  ) {
    self.name = name
    self.statements = statements
    self.identities = identities
    self.claims = claims
  }
}

/// The figures of one document and the readings it allows; what a check takes.
///
/// The document is inconsistent only if every reading is.
public struct CheckDocument: Sendable, Hashable {
  /// The name of the file in results.
  public let file: String
  /// The figures in the order of the document, each with its own id.
  public let figures: [CheckedFigure]
  /// The readings, the most plausible first; at least one.
  public let readings: [Reading]
  /// What readers call the codes in the keys of its levels: `GBR` is the United Kingdom.
  public let words: [String: String]

  /// Makes a document.
  ///
  /// - Precondition: There is a reading.
  public init(
    file: String, figures: [CheckedFigure], readings: [Reading], words: [String: String] = [:]
  ) {
    precondition(!readings.isEmpty, "a document needs a reading")
    self.words = words
    self.file = file
    self.figures = figures
    self.readings = readings
  }
}
