internal import NumericCore

/// A lower triangular band matrix `P` that turns errors into independent ones of equal variance:
/// their covariance is `V = P⁻¹·P⁻ᵀ`, which is never written out.
struct Whitening: Sendable {
  /// The diagonal and the two bands below it, each indexed by row.
  let bands: [[Double]]

  /// `P = I`.
  static func identity(_ count: Int) -> Whitening {
    Whitening(bands: [.init(repeating: 1, count: count)])
  }

  /// Differences of order 0, 1 or 2, the first rows tied to zero.
  static func differences(_ order: Int, count: Int) -> Whitening {
    (0..<order).reduce(identity(count)) { product, _ in product.followed(by: -1) }
  }

  /// Errors `u(t) = ρ·u(t − 1) + e(t)`, stationary from the start.
  ///
  /// With `isCorrelation` `V` is the correlation matrix, so that its diagonal is one.
  static func autoregressive(_ rho: Double, count: Int, isCorrelation: Bool) -> Whitening {
    let root = (1 - rho * rho).squareRoot()
    var diagonal = [Double](repeating: 1, count: count)
    var below = [Double](repeating: -rho, count: count)
    if count > 0 { (diagonal[0], below[0]) = (root, 0) }
    let scale = isCorrelation ? 1 / root : 1
    return Whitening(bands: [diagonal.map { $0 * scale }, below.map { $0 * scale }])
  }

  /// A random walk from zero whose steps are an autoregression from zero.
  static func integrated(_ rho: Double, count: Int) -> Whitening {
    let walk = differences(1, count: count)
    return rho == 0 ? walk : walk.followed(by: -rho)
  }

  /// `H·P`, `H` having ones on the diagonal and one number below.
  private func followed(by below: Double) -> Whitening {
    let count = bands[0].count
    var result = bands + [[Double](repeating: 0, count: count)]
    for band in bands.indices {
      for row in 1..<max(1, count) { result[band + 1][row] += below * bands[band][row - 1] }
    }
    return Whitening(bands: result)
  }

  /// The columns scaled by `1 / p`, which makes the differences those of ratios to `p`.
  func relative(to indicator: [Double]) -> Whitening {
    Whitening(
      bands: bands.enumerated().map { band, values in
        values.indices.map { row in
          row >= band ? values[row] / indicator[row - band] : 0
        }
      })
  }

  /// `P⁻¹·v`.
  func solved(_ vector: [Double]) -> [Double] {
    var result = vector
    for row in result.indices {
      var sum = vector[row]
      for band in 1..<max(1, bands.count) where row >= band {
        sum -= bands[band][row] * result[row - band]
      }
      result[row] = sum / bands[0][row]
    }
    return result
  }

  /// `P⁻ᵀ·v`.
  func transposedSolved(_ vector: [Double]) -> [Double] {
    var result = vector
    for row in result.indices.reversed() {
      let value = result[row] / bands[0][row]
      result[row] = value
      for band in 1..<max(1, bands.count) where row >= band {
        result[row - band] -= bands[band][row] * value
      }
    }
    return result
  }
}
