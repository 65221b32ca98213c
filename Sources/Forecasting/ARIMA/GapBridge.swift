internal import Glibc
internal import NumericCore

/// The least-squares fit of standardized errors on what impulses in the gaps become.
struct GapBridge: Sendable {
  /// How much of each impulse there is.
  let corrections: [Double]
  /// `½·log|XᵀX|`.
  let logRoot: Double

  /// Solves the normal equations; `nil` when a gap cannot be told from others.
  init?(_ errors: [Double], _ impulses: [[Double]]) {
    if impulses.isEmpty {
      (corrections, logRoot) = ([], 0)
      return
    }
    let x = Matrix(fromColumns: impulses)
    guard let gram = try? x.gram(of: .columns),
      let cholesky = try? CholeskyFactorization(of: gram),
      let products = try? x.transposedMultiplied(by: errors),
      let solution = try? cholesky.solve(products)
    else { return nil }
    corrections = solution
    logRoot = impulses.indices.reduce(0) { $0 + log(cholesky.factor[$1, $1]) }
  }

  /// Values less their corrections, each times its impulse.
  func less(_ values: [Double], _ impulses: [[Double]]) -> [Double] {
    var result = values
    for (impulse, correction) in zip(impulses, corrections) {
      for t in result.indices { result[t] -= correction * impulse[t] }
    }
    return result
  }
}
