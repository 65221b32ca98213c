/// A measure of the size of a matrix.
public enum MatrixNorm: Sendable, Hashable, CaseIterable {
  /// The root of the sum of squares of all elements.
  case frobenius
  /// The largest sum of magnitudes in a column.
  case one
  /// The largest sum of magnitudes in a row.
  case infinity
  /// The largest magnitude; it is not consistent with products, as the others are.
  case maximum
}

extension Matrix {
  /// Returns the size of the matrix.
  ///
  ///     Matrix(fromRows: [[3, -4], [0, 1]]).norm(.infinity)  // 7.0
  ///
  /// - Parameter norm: Which measure.
  /// - Returns: Zero for a matrix without elements; NaN when an element is NaN.
  /// - Complexity: O(*rows*·*columns*).
  public func norm(_ norm: MatrixNorm) -> Double {
    switch norm {
    case .frobenius:
      return storage.euclideanNorm()
    case .maximum:
      return largest(of: storage.lazy.map(\.magnitude))
    case .one:
      return largest(of: (0..<columns).map { column($0).reduce(0) { $0 + $1.magnitude } })
    case .infinity:
      var sums = [Double](repeating: 0, count: rows)
      for j in 0..<columns {
        for i in 0..<rows { sums[i] += storage[i + j * rows].magnitude }
      }
      return largest(of: sums)
    }
  }
}

extension Collection where Element == Double {
  /// Returns the root of the sum of squares, without overflow or underflow on the way.
  ///
  ///     [3e180, 4e180].euclideanNorm()  // 5e180
  ///
  /// - Returns: Zero when empty; infinity when an element is infinite or the norm is above the
  ///   largest double; NaN when an element is NaN.
  /// - Complexity: O(*n*), two passes. Method: the elements are scaled by the power of two next
  ///   to the largest magnitude, which rounds nothing.
  public func euclideanNorm() -> Double {
    let top = largest(of: lazy.map(\.magnitude))
    guard top > 0, top.isFinite else { return top }
    let exponent = top.exponent
    // Two factors, since one power of two cannot bring the smallest doubles near one.
    let half = Double(sign: .plus, exponent: -(exponent / 2), significand: 1)
    let rest = Double(sign: .plus, exponent: -(exponent - exponent / 2), significand: 1)
    var sum = CompensatedSum()
    for value in self {
      let scaled = value * half * rest
      sum.add(scaled * scaled)
    }
    return sum.value.squareRoot() / rest / half
  }
}

/// Returns the largest of some magnitudes, zero when there are none; a NaN wins.
private func largest(of magnitudes: some Sequence<Double>) -> Double {
  var top = 0.0
  for value in magnitudes where !(value <= top) {
    if value.isNaN { return value }
    top = value
  }
  return top
}
