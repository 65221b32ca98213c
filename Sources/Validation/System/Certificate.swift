/// A proof that rows cannot hold together: added up with these multipliers, the unknowns cancel
/// and a number that is not positive would have to be above zero.
struct Certificate: Sendable {
  /// One row with its multiplier, positive unless the row is an equality.
  struct Entry: Sendable {
    let row: Int
    let multiplier: Rational
  }

  let entries: [Entry]

  /// Whether the proof holds for a system, in exact arithmetic.
  func proves(_ system: LinearSystem) -> Bool {
    var factors: [Int: Rational] = [:]
    var (bound, isStrict) = (Rational.zero, false)
    for entry in entries {
      let row = system.rows[entry.row]
      if entry.multiplier.isZero { continue }
      if row.relation != .exactly, entry.multiplier.signum < 0 { return false }
      if row.relation == .above { isStrict = true }
      for (place, index) in row.indices.enumerated() {
        factors[index, default: .zero] += row.factors[place] * entry.multiplier
      }
      bound += row.bound * entry.multiplier
    }
    // 0 = sum of factors >= bound (or > bound).
    guard factors.values.allSatisfy(\.isZero) else { return false }
    return bound.signum > 0 || isStrict && bound.isZero
  }
}
