public import NumericCore

extension Hierarchy {
  /// For each row, the leaves it is made of with their coefficients, leaves in ascending order.
  ///
  /// - Returns: A leaf is made of itself. A leaf whose coefficients cancel is left out.
  /// - Complexity: O(*a*·*l*) at most, for *a* defined rows and *l* leaves.
  public func leafTerms() -> [[Term]] {
    var terms = [[Term]](repeating: [], count: count)
    for leaf in leaves { terms[leaf] = [Term(leaf)] }
    var sums = [Int](repeating: 0, count: count)
    for row in aggregates {
      var touched: [Int] = []
      for part in definitions[row] {
        for term in terms[part.row] {
          if sums[term.row] == 0 { touched.append(term.row) }
          sums[term.row] += part.coefficient * term.coefficient
        }
      }
      // A row can be touched twice when its sum was zero in between.
      touched.sort()
      var found: [Term] = []
      for leaf in touched where sums[leaf] != 0 {
        found.append(Term(leaf, times: sums[leaf]))
        sums[leaf] = 0
      }
      terms[row] = found
    }
    return terms
  }

  /// Returns the matrix `S` of `y = S·leaves`, one row for each series, one column for each leaf.
  ///
  /// - Complexity: O(*n*·*l*) for *n* rows and *l* leaves, dense; for small hierarchies and tests.
  public func summingMatrix() -> Matrix {
    var matrix = Matrix(repeating: 0, rows: count, columns: leaves.count)
    var place = [Int](repeating: 0, count: count)
    for (column, leaf) in leaves.enumerated() { place[leaf] = column }
    for (row, terms) in leafTerms().enumerated() {
      for term in terms { matrix[row, place[term.row]] = Double(term.coefficient) }
    }
    return matrix
  }

  /// Returns how far each defined row is from the sum of its parts.
  ///
  /// - Parameter values: One for each row.
  /// - Returns: For each row of ``aggregates``, in that order, its value less the sum, which is
  ///   compensated for rounding. All are zero when the values add up.
  /// - Precondition: There is a value for each row.
  public func gaps(_ values: [Double]) -> [Double] {
    precondition(values.count == count, "\(values.count) values for \(count) rows")
    return aggregates.map { row in
      var sum = CompensatedSum(values[row])
      for term in definitions[row] { sum.add(-Double(term.coefficient) * values[term.row]) }
      return sum.value
    }
  }
}
