public import TradeModel

/// A file as a format sees it: its name and its text as UTF-8.
public struct SourceText: Sendable {
  /// The name for messages.
  public let file: String
  /// The text with its encoding and the way back to the bytes of the file.
  public let decoded: DecodedText

  /// Makes a source.
  public init(file: String, decoded: DecodedText) {
    self.file = file
    self.decoded = decoded
  }
}

/// What speaks for a file being in a format.
public struct Recognition: Sendable, Hashable {
  /// The id of the format.
  public let format: String
  /// How sure it is, from 0 to 1.
  public let score: Double
  /// What was seen.
  public let evidence: [Evidence]

  /// Makes a recognition.
  public init(format: String, score: Double, evidence: [Evidence]) {
    self.format = format
    self.score = score
    self.evidence = evidence
  }
}

/// What the user says about a file where the file does not.
public struct ImportOptions: Sendable, Hashable {
  /// Whose statistics, by area code.
  public var reporter: String?
  /// With whom, by area code.
  public var partner: String?
  /// What the values are.
  public var flow: Flow?
  /// The unit of the values.
  public var unit: Unit?
  /// What the printed digits are counted in.
  public var scale: DecimalScale?
  /// The first month of fiscal years, 1 to 12.
  public var fiscalStart: Int?

  /// Makes options.
  public init(
    reporter: String? = nil, partner: String? = nil, flow: Flow? = nil, unit: Unit? = nil,
    scale: DecimalScale? = nil, fiscalStart: Int? = nil
  ) {
    self.reporter = reporter
    self.partner = partner
    self.flow = flow
    self.unit = unit
    self.scale = scale
    self.fiscalStart = fiscalStart
  }
}

/// The layout of one publisher's files: recognised by content, read completely.
protocol SourceFormat: Sendable {
  /// A stable name such as `comtrade-legacy`.
  var id: String { get }
  /// The name for people.
  var name: String { get }

  /// What speaks for a file being in this format; `nil` when nothing does.
  func recognise(_ source: SourceText) -> Recognition?

  /// Reads a file in this format.
  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult
}
