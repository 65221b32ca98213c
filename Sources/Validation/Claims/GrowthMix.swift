/// The growth of a whole that the levels and the growth of its parts allow.
///
/// With levels now nᵢ and growth gᵢ the whole grows by Σ nᵢ / Σ nᵢ/(1 + gᵢ) − 1. For the largest
/// value every gᵢ is at its upper end and every nᵢ at one of its ends: at the upper one where the
/// part grows faster than the whole, which is found part by part, the fastest first.
///
/// Complexity: O(*n* log *n*) for *n* parts.
struct GrowthMix {
  /// A part of the whole.
  struct Part {
    /// Its level now.
    let now: ExactInterval
    /// Its growth, 0.031 for 3.1 %.
    let growth: ExactInterval
  }

  /// An end of the growth of the whole.
  struct End {
    let growth: Rational
    /// The sums of the parts now and before; `nil` where one part without a level decides alone.
    let sums: (now: Rational, before: Rational)?
  }

  let lower: End
  let upper: End

  /// `nil` when a part can have been zero or grown from nothing.
  init?(_ parts: [Part]) {
    guard let lower = Self.end(parts, isUpper: false), let upper = Self.end(parts, isUpper: true)
    else { return nil }
    (self.lower, self.upper) = (lower, upper)
  }

  /// The growth of the whole.
  var range: ExactInterval { ExactInterval(lower.growth, upper.growth) }

  /// With more parts than this 1/(1 + g) is rounded outwards: exact sums of so many fractions have
  /// thousands of digits.
  private static var exactParts: Int { 64 }

  private static func end(_ parts: [Part], isUpper: Bool) -> End? {
    let isExact = parts.count <= exactParts
    var weighted: [(low: Rational, high: Rational?, weight: Rational)] = []
    for part in parts {
      guard let least = part.growth.lower, least.value > -1, let most = part.growth.upper else {
        return nil
      }
      let low = max(.zero, part.now.lower?.value ?? .zero)
      weighted.append(
        (
          low, part.now.upper?.value,
          weight(isUpper ? most.value : least.value, isUpper, isExact: isExact)
        ))
    }
    weighted.sort { isUpper ? $0.weight < $1.weight : $0.weight > $1.weight }
    var (now, before) = (Rational.zero, Rational.zero)
    for part in weighted {
      now += part.low
      before += part.low * part.weight
    }
    for part in weighted {
      let own = part.weight * now
      guard now.isZero || (isUpper ? own < before : own > before) else { break }
      guard let high = part.high else {
        // Without a level it can outweigh the others.
        return End(growth: part.weight.reciprocal - 1, sums: nil)
      }
      now += high - part.low
      before += (high - part.low) * part.weight
    }
    guard before.signum > 0 else { return nil }
    return End(growth: now / before - 1, sums: (now, before))
  }

  /// 1/(1 + g), exactly or to eighteen decimals, rounded so that the range is never too narrow.
  private static func weight(_ growth: Rational, _ isUpper: Bool, isExact: Bool) -> Rational {
    let exact = (growth + 1).reciprocal
    if isExact { return exact }
    let shifted = exact * Rational(significand: 1, exponent: 18)
    return (isUpper ? shifted.roundedDown : shifted.roundedUp)
      * Rational(significand: 1, exponent: -18)
  }
}
