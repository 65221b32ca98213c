internal import NumericCore

/// Linear equations between the rows of a hierarchy, factored for a covariance of their errors.
///
/// The nearest values that meet them are `y − W·Cᵀ·(C·W·Cᵀ)⁻¹·(C·y − r)`.
struct ConstraintSystem: Sendable {
  /// One row of `C`, without its zeros.
  typealias Equation = [(row: Int, coefficient: Double)]

  private let equations: [Equation]
  private let covariance: ErrorCovariance
  /// `Fᵀ·Cᵀ`, one column for each equation.
  private let projected: Matrix?
  /// What brings the diagonal of `C·W·Cᵀ` to one.
  private let scales: [Double]
  private let scaled: Matrix
  private let factorization: PivotedCholeskyFactorization

  /// Factors `C·W·Cᵀ`.
  ///
  /// - Complexity: O(*m*²·(*m* + *T*)) for *m* equations and *T* factors of the covariance, and
  ///   O(*T*) for each coefficient.
  init(_ equations: [Equation], _ covariance: ErrorCovariance) throws(NumericError) {
    self.equations = equations
    self.covariance = covariance
    var system = Self.diagonalPart(equations, covariance.diagonal)
    if let factors = covariance.factors {
      let projected = Self.projection(equations, factors)
      let common = try projected.gram(of: .columns)
      system = Matrix(
        rows: system.rows, columns: system.columns,
        byColumn: zip(system.storage, common.storage).map { $0 + $1 })
      self.projected = projected
    } else {
      projected = nil
    }
    let order = equations.count
    let scales = (0..<order).map { system[$0, $0] > 0 ? 1 / system[$0, $0].squareRoot() : 1 }
    for j in 0..<order {
      for i in 0..<order { system[i, j] *= scales[i] * scales[j] }
    }
    self.scales = scales
    scaled = system
    factorization = try PivotedCholeskyFactorization(of: system)
  }

  /// `C·diag(d)·Cᵀ`, gathered row by row, since few equations share a row.
  private static func diagonalPart(_ equations: [Equation], _ diagonal: [Double]) -> Matrix {
    var uses = [[(equation: Int, coefficient: Double)]](repeating: [], count: diagonal.count)
    for (index, equation) in equations.enumerated() {
      for term in equation { uses[term.row].append((index, term.coefficient)) }
    }
    let order = equations.count
    var values = [Double](repeating: 0, count: order * order)
    for (row, list) in uses.enumerated() {
      for a in list {
        let weighted = a.coefficient * diagonal[row]
        for b in list { values[b.equation + a.equation * order] += weighted * b.coefficient }
      }
    }
    return Matrix(rows: order, columns: order, byColumn: values)
  }

  private static func projection(_ equations: [Equation], _ factors: Matrix) -> Matrix {
    let length = factors.rows
    var values = [Double](repeating: 0, count: length * equations.count)
    for (index, equation) in equations.enumerated() {
      let start = index * length
      for term in equation {
        for (offset, value) in factors.column(term.row).enumerated() {
          values[start + offset] += term.coefficient * value
        }
      }
    }
    return Matrix(rows: length, columns: equations.count, byColumn: values)
  }

  /// Returns the nearest values that meet the equations.
  ///
  /// - Parameters:
  ///   - values: One column for each step, one row for each series.
  ///   - right: `r`, one for each equation.
  /// - Returns: The values; `λ` of `y − W·Cᵀ·λ`, one row for each equation; and for each step
  ///   whether the equations contradict each other there, as the first one that does not hold.
  /// - Throws: `NumericError` when values leave the range of doubles.
  func nearest(
    to values: Matrix, right: [Double]
  ) throws(NumericError) -> (values: Matrix, multipliers: Matrix, broken: [Int?]) {
    let (count, steps, order) = (values.rows, values.columns, equations.count)
    var multipliers: [Double] = []
    var broken: [Int?] = []
    multipliers.reserveCapacity(order * steps)
    for step in 0..<steps {
      let column = values.storage[step * count..<(step + 1) * count]
      var gap = [Double](repeating: 0, count: order)
      var size = 0.0
      for (index, equation) in equations.enumerated() {
        var sum = CompensatedSum(-right[index])
        for term in equation {
          let value = term.coefficient * column[column.startIndex + term.row]
          sum.add(value)
          size = max(size, value.magnitude * scales[index])
        }
        gap[index] = sum.value * scales[index]
      }
      let solution = try factorization.solve(gap)
      broken.append(firstBroken(solution, gap, size: size))
      for (index, value) in solution.enumerated() { multipliers.append(value * scales[index]) }
    }
    let lambda = Matrix(rows: order, columns: steps, byColumn: multipliers)
    var result = values.storage
    for step in 0..<steps {
      for (index, equation) in equations.enumerated() {
        let multiplier = lambda[index, step]
        for term in equation {
          result[step * count + term.row] -=
            covariance.diagonal[term.row] * term.coefficient * multiplier
        }
      }
    }
    if let projected, let factors = covariance.factors {
      let common = try factors.multiplied(
        by: try projected.multiplied(by: lambda), transposing: .left)
      for (index, value) in common.storage.enumerated() { result[index] -= value }
    }
    return (Matrix(rows: count, columns: steps, byColumn: result), lambda, broken)
  }

  /// The variances that errors of a covariance `V` have once values meet the equations: the diagonal
  /// of `M·V·Mᵀ` with `M = I − W·Cᵀ·(C·W·Cᵀ)⁻¹·C`.
  ///
  /// - Complexity: O(*n*·*m*·(*m* + *T*)) for *n* series, *m* equations and *T* factors.
  func variances(of errors: ErrorCovariance) throws(NumericError) -> [Double] {
    let order = equations.count
    let own = try cross(covariance)
    let other = try cross(errors)
    // C·V·Cᵀ, one column for each equation.
    var gaps = [Double](repeating: 0, count: order * order)
    for (index, equation) in equations.enumerated() {
      for term in equation {
        for (k, value) in other.column(term.row).enumerated() {
          gaps[index * order + k] += term.coefficient * value
        }
      }
    }
    var result = errors.variances
    for row in result.indices {
      let scaledColumn = zip(own.column(row), scales).map { $0 * $1 }
      let gain = zip(try factorization.solve(scaledColumn), scales).map { $0 * $1 }
      for (k, value) in other.column(row).enumerated() { result[row] -= 2 * gain[k] * value }
      for l in 0..<order where gain[l] != 0 {
        var sum = 0.0
        for k in 0..<order { sum += gain[k] * gaps[l * order + k] }
        result[row] += gain[l] * sum
      }
    }
    return result
  }

  /// `C·W`, one column for each series.
  private func cross(_ covariance: ErrorCovariance) throws(NumericError) -> Matrix {
    let (order, count) = (equations.count, covariance.diagonal.count)
    var values = [Double](repeating: 0, count: order * count)
    if let factors = covariance.factors {
      values = try Self.projection(equations, factors).multiplied(
        by: factors, transposing: .left
      ).storage
    }
    for (index, equation) in equations.enumerated() {
      for term in equation {
        values[term.row * order + index] += term.coefficient * covariance.diagonal[term.row]
      }
    }
    return Matrix(rows: order, columns: count, byColumn: values)
  }

  /// The first equation that the solution does not meet; only dependent ones can be.
  private func firstBroken(_ solution: [Double], _ gap: [Double], size: Double) -> Int? {
    guard factorization.rank < equations.count else { return nil }
    return equations.indices.first { index in
      var left = CompensatedSum(-gap[index])
      for (other, value) in solution.enumerated() { left.add(scaled[index, other] * value) }
      return left.value.magnitude > 1e-9 * size
    }
  }
}
