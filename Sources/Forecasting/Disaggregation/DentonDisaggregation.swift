internal import NumericCore

/// Denton's method: the path that keeps the movement of an indicator and gives the totals.
struct DentonDisaggregation {
  let rule: AggregationRule
  let denton: DisaggregationMethod.Denton
  /// `p`; above zero for the proportional criterion.
  let indicator: [Double]

  func values() throws(NumericError) -> [Double] {
    switch denton.start {
    case .tied: try tied()
    case .free: try free()
    }
  }

  /// `x = p + V·Cᵀ·(C·V·Cᵀ)⁻¹·(y − C·p)` with `V = (ΔᵀΔ)⁻¹`.
  private func tied() throws(NumericError) -> [Double] {
    var whitening = Whitening.differences(denton.differences, count: rule.count)
    if denton.criterion == .proportional { whitening = whitening.relative(to: indicator) }
    let projected = Matrix(
      fromColumns: rule.totals.indices.map { whitening.transposedSolved(rule.row($0)) })
    let gaps = zip(rule.totals, rule.aggregated(indicator)).map { $0 - $1 }
    let multipliers = try CholeskyFactorization(of: try projected.gram(of: .columns)).solve(gaps)
    let spread = whitening.solved(try projected.multiplied(by: multipliers))
    return zip(indicator, spread).map { $0 + $1 }
  }

  /// The bordered system of `min ‖Δ·(x − p)/s‖²` with `C·x = y`, `Δ` without its first rows and
  /// `s` being `p` or one.
  ///
  /// The unknowns are the ratios `(x − p)/s`, so that the system does not depend on the scale.
  private func free() throws(NumericError) -> [Double] {
    let (count, totals) = (rule.count, rule.totals.count)
    let scale =
      denton.criterion == .proportional ? indicator : [Double](repeating: 1, count: count)
    let coefficients: [Double] = [[1], [-1, 1], [1, -2, 1]][denton.differences]
    var system = Matrix(repeating: 0, rows: count + totals, columns: count + totals)
    for row in 0..<max(0, count - denton.differences) {
      for (i, a) in coefficients.enumerated() {
        for (j, b) in coefficients.enumerated() { system[row + i, row + j] += a * b }
      }
    }
    let size = scale.reduce(0) { max($0, $1.magnitude) }
    var right = [Double](repeating: 0, count: count + totals)
    for (index, gap) in zip(rule.totals, rule.aggregated(indicator)).map({ $0 - $1 }).enumerated() {
      for (offset, weight) in rule.weights.enumerated() {
        let place = rule.starts[index] + offset
        let value = weight * scale[place] / size
        system[count + index, place] = value
        system[place, count + index] = value
      }
      right[count + index] = gap / size
    }
    let solution = try system.symmetricSolution(for: right)
    return indicator.indices.map { indicator[$0] + scale[$0] * solution[$0] }
  }
}
