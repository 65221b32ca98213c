public import TimeSeries
public import TradeModel

/// What a report is to be about.
public struct TradeReportRequest: Sendable, Hashable {
  /// Whose trade; `nil` for the only reporter in the data.
  public var reporter: String?
  /// With whom, in the order of the report; empty for all partners in the data.
  public var partners: [String]
  /// The quarter, or any other span of months.
  public var period: Period
  /// The unit, where the data hold several.
  public var unit: Unit?
  /// Tokens of the basis, where the data hold several.
  public var basis: Basis?
  /// The product; `nil` where the data hold one.
  public var product: String?
  /// The newest vintage to use; `nil` for the newest in the data.
  public var vintage: Vintage?

  /// Makes a request.
  public init(
    reporter: String? = nil, partners: [String] = [], period: Period, unit: Unit? = nil,
    basis: Basis? = nil, product: String? = nil, vintage: Vintage? = nil
  ) {
    self.reporter = reporter
    self.partners = partners
    self.period = period
    self.unit = unit
    self.basis = basis
    self.product = product
    self.vintage = vintage
  }
}

/// What a report was made from and by, for its last section.
public struct Provenance: Sendable, Hashable {
  /// An input file with its checksum.
  public struct Input: Sendable, Hashable {
    /// The path the user gave.
    public let path: String
    /// The SHA-256 of its bytes in hexadecimal digits.
    public let sha256: String

    /// Makes an input.
    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  /// The version of the program.
  public let version: String
  /// The input files.
  public let inputs: [Input]

  /// Makes a provenance.
  public init(version: String, inputs: [Input]) {
    self.version = version
    self.inputs = inputs
  }
}
