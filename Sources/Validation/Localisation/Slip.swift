/// A usual mistake that turns a right figure into the printed one.
public struct Slip: Sendable, Hashable {
  /// The kinds of mistake, in the order in which they are tried.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// The sign was left out or turned.
    case sign
    /// Thousands for millions, crore for lakh, billions for millions.
    case scale
    /// The decimal point stands elsewhere.
    case decimalPoint
    /// Two digits next to each other are exchanged.
    case digitsExchanged
    /// One digit is another one.
    case wrongDigit
    /// One digit is missing or twice there.
    case missingDigit
    /// The figure of another column or row stands here.
    case otherCell
    /// The figure of the period before stands here.
    case previousPeriod
    /// Percent were printed where points were meant, or the other way round.
    case percentForPoints
    /// The change was divided by the new level.
    case newLevelAsBase
    /// The change is on another period than it says.
    case wrongBasePeriod
    /// A month and a year to date were taken for each other.
    case monthForYearToDate

    /// The name in results.
    public var name: String {
      switch self {
      case .sign: "sign"
      case .scale: "unit or scale"
      case .decimalPoint: "decimal point"
      case .digitsExchanged: "digits exchanged"
      case .wrongDigit: "one digit wrong"
      case .missingDigit: "one digit missing"
      case .otherCell: "value of another cell"
      case .previousPeriod: "value of the previous period"
      case .percentForPoints: "percent for points"
      case .newLevelAsBase: "change divided by the new level"
      case .wrongBasePeriod: "wrong base period"
      case .monthForYearToDate: "month for year to date"
      }
    }
  }

  /// What kind of mistake it is.
  public let kind: Kind
  /// What the figure should have been; `nil` where the kind does not tell.
  public let corrected: PrintedNumber?
  /// The id of the figure whose value stands here by mistake; `nil` for slips of the digits.
  public let source: String?

  /// Makes a slip.
  public init(_ kind: Kind, corrected: PrintedNumber? = nil, source: String? = nil) {
    self.kind = kind
    self.corrected = corrected
    self.source = source
  }
}
