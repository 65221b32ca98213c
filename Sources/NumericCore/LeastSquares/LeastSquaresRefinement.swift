/// Corrects the coefficients and residuals of a fit until rounding in the factors is gone.
///
/// Both are the solution of one system, `r + X·b = y` and `Xᵀ·r = 0`. What a solution leaves of the
/// two equations is computed with twice the digits, and the factors that are there already turn
/// it into a correction. Each step gains as many digits as the factors have right.
///
/// Method: Å. Björck, "Iterative refinement of linear least squares solutions I", BIT 7 (1967)
/// 257-278, doi 10.1007/BF01939321; N. J. Higham, "Accuracy and Stability of Numerical
/// Algorithms", 2nd ed., SIAM 2002, section 20.5.
struct LeastSquaresRefinement {
  /// `X`, its columns of similar length.
  let design: Matrix
  /// `y`.
  let target: [Double]
  /// The factors of `X`.
  let factors: QRFactorization

  /// Returns coefficients and residuals that start from coefficients of fewer digits.
  func refined(from start: [Double]) -> (coefficients: [Double], residuals: [Double]) {
    var b = start
    var r = [Double](repeating: 0, count: design.rows)
    r = remainder(r, b)
    var lastSize = Double.infinity
    for _ in 0..<10 {
      let (rStep, bStep) = correction(remainder(r, b), projection(r))
      let size = bStep.euclideanNorm()
      // Below half the last step the steps converge; otherwise the digits are used up.
      guard size <= lastSize / 2 else { break }
      lastSize = size
      for i in r.indices { r[i] += rStep[i] }
      for j in b.indices { b[j] += bStep[j] }
      if size <= .ulpOfOne / 4 * b.euclideanNorm() { break }
    }
    return (b, r)
  }

  /// Solves `r + X·b = f`, `Xᵀ·r = g` with the factors.
  private func correction(_ f: [Double], _ g: [Double]) -> (r: [Double], b: [Double]) {
    let h = factors.solved(g, by: .transposed)
    var d = factors.rotated(f, by: .transposed)
    let b = factors.solved(zip(d, h).map { $0 - $1 }, by: .plain)
    d.replaceSubrange(..<h.count, with: h)
    return (factors.rotated(d, by: .plain), b)
  }

  /// Returns `y − r − X·b`, rounded once.
  private func remainder(_ r: [Double], _ b: [Double]) -> [Double] {
    var sums = [PairSum](repeating: PairSum(), count: design.rows)
    for i in sums.indices {
      sums[i].add(target[i])
      sums[i].add(-r[i])
    }
    for j in b.indices {
      let column = design.column(j)
      let factor = -b[j]
      for (i, value) in zip(sums.indices, column) { sums[i].add(value, times: factor) }
    }
    return sums.map(\.value)
  }

  /// Returns `−Xᵀ·r`, rounded once.
  private func projection(_ r: [Double]) -> [Double] {
    (0..<design.columns).map { j in
      var sum = PairSum()
      for (value, residual) in zip(design.column(j), r) { sum.add(value, times: -residual) }
      return sum.value
    }
  }
}

/// A sum of products as if computed with twice the digits and then rounded.
///
/// Method: T. Ogita, S. M. Rump, S. Oishi, "Accurate sum and dot product", SIAM Journal on
/// Scientific Computing 26 (2005) 1955-1988, doi 10.1137/030601818, algorithm Dot2.
private struct PairSum {
  private var sum = CompensatedSum()
  private var errors = 0.0

  mutating func add(_ term: Double) { sum.add(term) }

  mutating func add(_ value: Double, times factor: Double) {
    let product = value * factor
    errors += (-product).addingProduct(value, factor)  // what rounding took from the product
    sum.add(product)
  }

  var value: Double {
    var total = sum
    total.add(errors)
    return total.value
  }
}
