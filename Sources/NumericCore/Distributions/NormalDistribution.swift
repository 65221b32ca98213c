internal import Glibc

/// The normal (Gaussian) distribution.
///
///     NormalDistribution.standard.quantile(0.8)      // 0.8416212335729144
///     NormalDistribution.standard.cumulative(1.96)  // 0.9750021048517795
public struct NormalDistribution: Sendable, Hashable {
  /// The mean.
  public let mean: Double
  /// The standard deviation, above zero.
  public let standardDeviation: Double

  /// The distribution with mean 0 and standard deviation 1.
  public static let standard = NormalDistribution(mean: 0, standardDeviation: 1)

  /// Makes a distribution.
  ///
  /// - Parameters:
  ///   - mean: Any finite number.
  ///   - standardDeviation: A finite number above zero, in the unit of the mean.
  /// - Precondition: Both are finite and the standard deviation is above zero.
  public init(mean: Double, standardDeviation: Double) {
    precondition(mean.isFinite, "the mean of a normal distribution is finite, found \(mean)")
    precondition(
      standardDeviation > 0 && standardDeviation.isFinite,
      "a standard deviation is above zero and finite, found \(standardDeviation)")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// Returns the probability of a value at or below a bound.
  ///
  /// Definition: `erfc(−z/√2) / 2` with `z = (x − mean) / standardDeviation`.
  ///
  /// - Parameter bound: `x`; infinities give 0 and 1.
  /// - Returns: A probability from 0 to 1; in the lower tail correct to 13 digits relative to
  ///   itself, down to 10⁻³⁰⁷.
  /// - Precondition: The bound is not NaN.
  public func cumulative(_ bound: Double) -> Double {
    precondition(!bound.isNaN, "a probability is asked for a number, found NaN")
    return 0.5 * erfc(-(bound - mean) / standardDeviation * 0.5.squareRoot())
  }

  /// Returns the value that is not exceeded with a probability.
  ///
  /// - Parameter probability: A number between 0 and 1, both excluded.
  /// - Returns: For the standard distribution correct to 15 digits.
  /// - Precondition: The probability is between 0 and 1.
  ///
  /// Method: rational approximation, M. J. Wichura, "Algorithm AS 241: The percentage points of the
  /// normal distribution", Applied Statistics 37 (1988) 477-484, doi 10.2307/2347330.
  public func quantile(_ probability: Double) -> Double {
    precondition(
      probability > 0 && probability < 1,
      "a quantile is asked for a probability between 0 and 1, found \(probability)")
    return mean + standardDeviation * Self.standardQuantile(probability)
  }

  private static func standardQuantile(_ probability: Double) -> Double {
    let fromMiddle = probability - 0.5
    if fromMiddle.magnitude <= 0.425 {
      let r = 0.180625 - fromMiddle * fromMiddle
      return fromMiddle * ratio(at: r, middle)
    }
    let r = (-log(min(probability, 1 - probability))).squareRoot()
    let size = r <= 5 ? ratio(at: r - 1.6, tail) : ratio(at: r - 5, farTail)
    return fromMiddle < 0 ? -size : size
  }

  /// Coefficients of numerator and denominator, lowest power first.
  private typealias Approximation = (numerator: [Double], denominator: [Double])

  private static func ratio(at r: Double, _ coefficients: Approximation) -> Double {
    coefficients.numerator.reversed().reduce(0) { $0 * r + $1 }
      / coefficients.denominator.reversed().reduce(0) { $0 * r + $1 }
  }

  /// For probabilities from 0.075 to 0.925.
  private static let middle: Approximation = (
    [
      3.387_132_872_796_366_6080, 1.331_416_678_917_843_7745e2, 1.971_590_950_306_551_4427e3,
      1.373_169_376_550_946_1125e4, 4.592_195_393_154_987_1457e4, 6.726_577_092_700_870_0853e4,
      3.343_057_558_358_812_8105e4, 2.509_080_928_730_122_6727e3,
    ],
    [
      1, 4.231_333_070_160_091_1252e1, 6.871_870_074_920_579_0830e2, 5.394_196_021_424_751_1077e3,
      2.121_379_430_158_659_5867e4, 3.930_789_580_009_271_0610e4, 2.872_908_573_572_194_2674e4,
      5.226_495_278_852_854_5610e3,
    ]
  )

  /// For smaller tails down to e⁻²⁵.
  private static let tail: Approximation = (
    [
      1.423_437_110_749_683_577_34, 4.630_337_846_156_545_295_90, 5.769_497_221_460_691_405_50,
      3.647_848_324_763_204_605_04, 1.270_458_252_452_368_382_58, 2.417_807_251_774_506_117_70e-1,
      2.272_384_498_926_918_458_33e-2, 7.745_450_142_783_414_076_40e-4,
    ],
    [
      1, 2.053_191_626_637_758_821_87, 1.676_384_830_183_803_849_40,
      6.897_673_349_851_000_045_50e-1, 1.481_039_764_274_800_745_90e-1,
      1.519_866_656_361_645_719_66e-2, 5.475_938_084_995_344_946_00e-4,
      1.050_750_071_644_416_843_24e-9,
    ]
  )

  /// For tails below e⁻²⁵.
  private static let farTail: Approximation = (
    [
      6.657_904_643_501_103_777_20, 5.463_784_911_164_114_369_90, 1.784_826_539_917_291_335_80,
      2.965_605_718_285_048_912_30e-1, 2.653_218_952_657_612_309_30e-2,
      1.242_660_947_388_078_438_60e-3, 2.711_555_568_743_487_578_15e-5,
      2.010_334_399_292_288_132_65e-7,
    ],
    [
      1, 5.998_322_065_558_879_376_90e-1, 1.369_298_809_227_358_053_10e-1,
      1.487_536_129_085_061_485_25e-2, 7.868_691_311_456_132_591_00e-4,
      1.846_318_317_510_054_681_80e-5, 1.421_511_758_316_445_888_70e-7,
      2.044_263_103_389_939_785_64e-15,
    ]
  )
}
