/// A point near a centre, counted in whole parts of a unit.
struct GridPoint: Sendable {
  /// How far the unknowns are from the centre, in parts.
  var offsets: [Int]
  /// How many parts a unit has.
  let grid: Int
}

/// The rows of a system multiplied until they are whole, in one run of memory: a point is tested
/// against all of them in whole numbers, exactly and in one pass.
struct IntegerRows: Sendable {
  /// How many unknowns there are.
  let count: Int
  /// Where the entries of a row start, and where the last one ends.
  private(set) var starts: [Int] = [0]
  private(set) var indices: [Int] = []
  private(set) var factors: [Int] = []
  private(set) var bounds: [Int] = []
  private(set) var relations: [LinearConstraint.Relation] = []

  /// Numbers up to this size are exact in floating point too.
  private static var largest: Int { 1 << 53 }

  /// - Returns: `nil` when a row does not fit into words.
  init?(_ system: LinearSystem) {
    count = system.count
    starts.reserveCapacity(system.rows.count + 1)
    for row in system.rows {
      guard let scale = IntegerRows.scale(row), let bound = IntegerRows.whole(row.bound, scale)
      else { return nil }
      for (position, index) in row.indices.enumerated() {
        guard let factor = IntegerRows.whole(row.factors[position], scale) else { return nil }
        indices.append(index)
        factors.append(factor)
      }
      bounds.append(bound)
      relations.append(row.relation)
      starts.append(indices.count)
    }
  }

  /// How many rows there are.
  var rowCount: Int { bounds.count }

  /// The places of the entries of a row.
  func entries(_ row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// The sum of a row at a point, exactly.
  @inline(__always)
  func sum(_ row: Int, at point: [Int]) -> Int128 {
    var total: Int128 = 0
    for entry in entries(row) { total += Int128(factors[entry]) * Int128(point[indices[entry]]) }
    return total
  }

  /// Whether a point fulfils every row that counts.
  ///
  /// - Parameters:
  ///   - point: The distances of the unknowns from a centre.
  ///   - gaps: The bounds of the rows when unknowns are counted from that centre.
  ///   - isOff: The rows that do not count.
  ///   - isStrict: The rows whose bound must not be reached, whatever their relation.
  /// - Returns: Whether no row that counts is broken.
  func holds(
    at point: GridPoint, gaps: [Int128], isOff: [Bool], isStrict: (Int) -> Bool = { _ in false }
  ) -> Bool {
    for row in bounds.indices where !isOff[row] {
      let (value, bound) = (sum(row, at: point.offsets), gaps[row] * Int128(point.grid))
      switch relations[row] {
      case .atLeast where !isStrict(row): if value < bound { return false }
      case .atLeast, .above: if value <= bound { return false }
      case .exactly: if value != bound { return false }
      }
    }
    return true
  }

  /// The least number that makes a row whole.
  private static func scale(_ row: LinearConstraint) -> Int? {
    var scale = 1
    for number in row.factors + [row.bound] {
      guard let denominator = number.smallDenominator else { return nil }
      if denominator == 1 || scale % denominator == 0 { continue }
      let shared = Int(Rational.commonDivisor(scale.magnitude, denominator.magnitude))
      let (product, overflow) = scale.multipliedReportingOverflow(by: denominator / shared)
      if overflow || product > largest { return nil }
      scale = product
    }
    return scale
  }

  private static func whole(_ value: Rational, _ scale: Int) -> Int? {
    guard let pair = value.smallPair else { return nil }
    let (product, overflow) = pair.numerator.multipliedReportingOverflow(
      by: scale / pair.denominator)
    return overflow || abs(product) > largest ? nil : product
  }
}
