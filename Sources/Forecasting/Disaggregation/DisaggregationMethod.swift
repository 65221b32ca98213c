/// How the path within the long periods is chosen.
public enum DisaggregationMethod: Sendable, Hashable {
  /// The same value in each short period of a long one.
  case uniform
  /// Movement preservation (Denton): the path is near to that of one indicator.
  case denton(Denton)
  /// Regression on indicators with errors of one kind, summed to the long periods.
  case regression(Errors, autocorrelation: Autocorrelation)

  /// What Denton's method keeps.
  public struct Denton: Sendable, Hashable {
    /// Whether ratios to the indicator or differences from it are kept.
    public enum Criterion: Sendable, Hashable { case proportional, additive }
    /// How the first periods are treated.
    public enum Start: Sendable, Hashable {
      /// They are tied to the indicator, as in the original paper.
      case tied
      /// They are free (Cholette), which avoids a jump at the start.
      case free
    }
    /// What is kept.
    public let criterion: Criterion
    /// The order of the differences that are made small: 0, 1 or 2.
    public let differences: Int
    /// How the first periods are treated.
    public let start: Start

    /// Makes a criterion; the default is what manuals of national accounts advise.
    ///
    /// - Precondition: `differences` is 0, 1 or 2.
    public init(
      _ criterion: Criterion = .proportional, differences: Int = 1, start: Start = .free
    ) {
      precondition((0...2).contains(differences), "differences of order \(differences): 0 to 2")
      self.criterion = criterion
      self.differences = differences
      self.start = start
    }
  }

  /// The errors of a regression at the short periods.
  public enum Errors: Sendable, Hashable {
    /// Independent (ordinary least squares).
    case independent
    /// An autoregression of order one (Chow and Lin).
    case autoregressive
    /// A random walk whose steps are an autoregression of order one (Litterman); with an
    /// autocorrelation of zero this is Fernández's method.
    case integrated
  }

  /// How the autocorrelation of the errors is found.
  public enum Autocorrelation: Sendable, Hashable {
    /// A given number between −1 and 1.
    case fixed(Double)
    /// The one with the largest likelihood; a negative one is replaced by zero on request.
    case mostLikely(truncated: Bool)
    /// The one with the smallest weighted sum of squares, errors of equal variance compared.
    case leastSquares
    /// The one with the smallest weighted sum of squares, innovations of equal variance compared
    /// (Quilis). Near one the errors of an autoregression then weigh less, so that it is often the
    /// bound.
    case leastInnovations
  }

  /// Chow and Lin's method by maximum likelihood, the usual default.
  public static let chowLin = regression(
    .autoregressive, autocorrelation: .mostLikely(truncated: true))
  /// Litterman's method by maximum likelihood.
  public static let litterman = regression(
    .integrated, autocorrelation: .mostLikely(truncated: true))
  /// Fernández's method.
  public static let fernandez = regression(.integrated, autocorrelation: .fixed(0))
  /// Ordinary least squares on the totals, residuals spread evenly.
  public static let ordinary = regression(.independent, autocorrelation: .fixed(0))

  /// The name in messages.
  public var name: String {
    switch self {
    case .uniform: "uniform splitting"
    case .denton(let denton) where denton.start == .free: "Denton-Cholette"
    case .denton: "Denton"
    case .regression(.independent, _): "ordinary least squares"
    case .regression(.autoregressive, _): "Chow-Lin"
    case .regression(.integrated, .fixed(0)): "Fernández"
    case .regression(.integrated, _): "Litterman"
    }
  }
}
