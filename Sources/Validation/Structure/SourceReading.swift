public import Diagnostics

/// What a front end makes of one input: documents to check, what it assumed, what it could not
/// read.
///
/// A file holds several documents when it holds several vintages or publications: each is one
/// system, and between them figures are compared pairwise.
public struct SourceReading: Sendable {
  /// One document of the input.
  public struct Part: Sendable {
    /// What sets it apart from the other documents of the input: `2009-06`; empty for the only one.
    public let name: String
    /// When it was published, where that is known: a year, a month or a day.
    public let vintage: String
    /// Who published it, where that is known.
    public let source: String
    /// Its figures and what they say.
    public let document: CheckDocument
    /// All that its figures say, also where nothing ties them: what data are asked about.
    public let statements: [FigureStatement]

    /// Makes a part; without statements those of the first reading are all.
    public init(
      name: String = "", vintage: String = "", source: String = "", _ document: CheckDocument,
      statements: [FigureStatement]? = nil
    ) {
      self.statements = statements ?? document.readings[0].statements
      self.name = name
      self.vintage = vintage
      self.source = source
      self.document = document
    }
  }

  /// The name of the input in results.
  public let file: String
  /// The documents.
  public let parts: [Part]
  /// What was assumed; of several documents together.
  public let assumptions: [Assumption]
  /// What is wrong with the input or worth knowing.
  public let diagnostics: [Diagnostic]
  /// Whether quantities of different documents can be compared: the same key means the same level.
  public let isComparable: Bool
  /// The running texts the figures stand in, where there are some and they were asked for.
  public let prose: [ProseSource]

  /// Makes a reading.
  public init(
    file: String, parts: [Part], assumptions: [Assumption] = [], diagnostics: [Diagnostic] = [],
    isComparable: Bool = true, prose: [ProseSource] = []
  ) {
    self.prose = prose
    self.file = file
    self.parts = parts
    self.assumptions = assumptions
    self.diagnostics = diagnostics
    self.isComparable = isComparable
  }
}
