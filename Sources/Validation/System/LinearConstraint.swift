/// One row of a system: a sum of unknowns with factors, compared with a bound.
struct LinearConstraint: Sendable {
  /// How the sum compares with the bound.
  enum Relation: Sendable {
    case atLeast
    case above
    case exactly
  }

  /// Where a row comes from.
  enum Source: Sendable, Hashable {
    /// The figure at this place of the document.
    case figure(Int)
    /// The identity at this place of the reading.
    case identity(Int)
    /// A level that cannot be negative.
    case sign

    var figure: Int? {
      if case .figure(let index) = self { return index }
      return nil
    }
  }

  /// What the row says of its figure.
  enum Part: Sendable, Hashable {
    /// The value is not below the lower end.
    case lowerEnd
    /// The value is not above the upper end.
    case upperEnd
    /// The base is positive.
    case base
    /// The case applies.
    case condition
    /// The row of an identity or of a sign.
    case structure
  }

  var indices: [Int]
  var factors: [Rational]
  var relation: Relation
  var bound: Rational
  let source: Source
  let part: Part

  /// Whether the row belongs to a printed end, so that "above" and "at least" are matters of
  /// rounding and not of sense.
  var isPrintedEnd: Bool { part == .lowerEnd || part == .upperEnd }

  /// The sum and the bound with the other sign, for the other end of a range.
  var turned: LinearConstraint {
    var copy = self
    copy.factors = factors.map { -$0 }
    copy.bound = -bound
    return copy
  }

  /// The value of the sum at a point.
  func sum(at point: [Rational]) -> Rational {
    var total = Rational.zero
    for (place, index) in indices.enumerated() { total += factors[place] * point[index] }
    return total
  }

  /// Whether a point fulfils the row, without a printed end if these are left out.
  func holds(at point: [Rational], leavingEnds: Bool = false) -> Bool {
    let value = sum(at: point)
    switch relation {
    case .atLeast: return leavingEnds && isPrintedEnd ? value > bound : value >= bound
    case .above: return value > bound
    case .exactly: return value == bound
    }
  }
}

extension LinearConstraint {
  /// The row that `value - times × base`, or its opposite, compares with zero; without a base it is
  /// one.
  init(
    _ value: LinearConstraint, less base: LinearConstraint?, times bound: Rational, isTurned: Bool,
    relation: Relation, part: Part
  ) {
    var (indices, factors) = (value.indices, value.factors)
    var rest = value.bound + (base == nil ? bound : .zero)
    if let base, !bound.isZero {
      rest -= base.bound * bound
      for (position, index) in base.indices.enumerated() {
        let factor = base.factors[position] * bound
        if let own = indices.firstIndex(of: index) {
          factors[own] -= factor
        } else {
          indices.append(index)
          factors.append(-factor)
        }
      }
      if factors.contains(where: \.isZero) {
        let kept = factors.indices.filter { !factors[$0].isZero }
        (indices, factors) = (kept.map { indices[$0] }, kept.map { factors[$0] })
      }
    }
    self.init(
      indices: indices, factors: isTurned ? factors.map { -$0 } : factors, relation: relation,
      bound: isTurned ? -rest : rest, source: value.source, part: part)
  }
}

/// Rows over numbered unknowns, all of which are free.
struct LinearSystem: Sendable {
  /// How many unknowns there are.
  var count: Int
  /// The rows.
  var rows: [LinearConstraint]

  /// Whether a point fulfils every row; the proof that a system can be fulfilled.
  func holds(at point: [Rational]) -> Bool { rows.allSatisfy { $0.holds(at: point) } }

  /// Whether a point fulfils every row of the system ``opened``.
  func holdsInside(at point: [Rational]) -> Bool {
    rows.allSatisfy { $0.holds(at: point, leavingEnds: true) }
  }

  /// The rows that do not come from the figures named.
  func without(_ figures: Set<Int>) -> LinearSystem {
    if figures.isEmpty { return self }
    return LinearSystem(
      count: count,
      rows: rows.filter { row in row.source.figure.map { !figures.contains($0) } ?? true })
  }

  /// The system with every printed end left out of its interval.
  var opened: LinearSystem {
    var copy = self
    for index in copy.rows.indices
    where copy.rows[index].isPrintedEnd && copy.rows[index].relation == .atLeast {
      copy.rows[index].relation = .above
    }
    return copy
  }

  /// The rows at some places, over the unknowns they use, numbered anew.
  func part(_ places: [Int]) -> (system: LinearSystem, unknowns: [Int]) {
    var (numbers, unknowns) = ([Int: Int](), [Int]())
    var kept: [LinearConstraint] = []
    for place in places {
      var row = rows[place]
      for position in row.indices.indices {
        let old = row.indices[position]
        if let number = numbers[old] {
          row.indices[position] = number
        } else {
          numbers[old] = unknowns.count
          row.indices[position] = unknowns.count
          unknowns.append(old)
        }
      }
      kept.append(row)
    }
    return (LinearSystem(count: unknowns.count, rows: kept), unknowns)
  }
}
