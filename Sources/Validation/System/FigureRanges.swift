internal import TradeModel

/// What the rest of a component allows its figures.
struct FigureRanges {
  let reading: CompiledReading
  let component: Component
  /// One decider for each system of the component.
  let deciders: [SystemDecider]

  /// The range of a figure that the rows outside a set of figures allow, in the figure's own
  /// scale; `nil` when nothing was decided.
  ///
  /// The set must hold the figure itself. With several cases the range covers all of them.
  func range(of figure: Int, without removed: Set<Int>) -> ExactInterval? {
    var whole = ExactInterval.all
    for statement in reading.statements[figure] {
      var covered: ExactInterval?
      for each in statement.cases {
        for decider in deciders {
          guard let range = range(of: each, decider, without: removed) else { continue }
          covered = covered.map { $0.covering(range) } ?? range
        }
      }
      guard let covered else { return nil }
      // The unknowns are counted in the component's unit; quotients are not.
      let unit = Rational(significand: 1, exponent: component.exponent)
      let hasUnit = statement.cases[0].base == nil
      whole = whole.intersection(hasUnit ? covered.scaled(by: unit) : covered)
    }
    return whole.isEmpty ? nil : whole.scaled(by: reading.ownFactor(figure))
  }

  private func range(
    of each: FigureStatement.Case, _ decider: SystemDecider, without removed: Set<Int>
  ) -> ExactInterval? {
    var more: [LinearConstraint] = []
    if let base = each.base {
      var row = row(base)
      row.relation = .above
      more.append(row)
    }
    more += each.conditions.map(row)
    switch decider.range(
      of: row(each.value), over: each.base.map(row), given: more, without: removed)
    {
    case .range(let range): return range
    case .empty: return nil
    case .undecided: break
    }
    var system = decider.system.without(removed)
    system.rows += more
    return outerRange(of: each, in: system)
  }

  /// Where the exact range takes too much work: a range that is certainly not too narrow.
  private func outerRange(
    of each: FigureStatement.Case, in system: LinearSystem
  ) -> ExactInterval? {
    let propagation = BoundPropagation(system, rounds: 3)
    guard propagation.clash == nil else { return nil }
    let quantities = each.value.quantities + (each.base?.quantities ?? [])
    var box = IntervalBox(quantities: quantities) { quantity in
      guard let number = reading.number[quantity], let local = component.local[number] else {
        return .all
      }
      return propagation.range(local)
    }
    let unit = Rational(significand: 1, exponent: -component.exponent)
    let value = LinearForm(each.value.terms, constant: each.value.constant * unit)
    let base = each.base.map { LinearForm($0.terms, constant: $0.constant * unit) }
    return box.range(of: FigureStatement.Case(value: value, base: base)) ?? .all
  }

  private func row(_ form: LinearForm) -> LinearConstraint {
    let unit = Rational(significand: 1, exponent: -component.exponent)
    return LinearConstraint(
      indices: form.terms.map { term in
        let number = reading.number[term.quantity] ?? 0
        return component.local[number] ?? 0
      },
      factors: form.terms.map(\.factor), relation: .atLeast, bound: -form.constant * unit,
      source: .sign, part: .structure)
  }
}

extension FigureRanges {
  /// The ranges of a component that is asked about once.
  init(reading: CompiledReading, component: Component, work: WorkBudget) {
    self.init(
      reading: reading, component: component,
      deciders: component.systems.map { SystemDecider($0, work: work) })
  }
}

extension CompiledReading {
  /// What turns `value / base` in base units into the figure's own scale.
  func ownFactor(_ figure: Int) -> Rational {
    figures[figure].isPercentage
      ? 100 : Rational(significand: 1, exponent: -figures[figure].number.scale.exponent)
  }

  /// What the digits of a figure stand for, in its own scale.
  func ownPrinted(_ figure: Int) -> ExactInterval { demand(figure).scaled(by: ownFactor(figure)) }
}

extension ExactInterval {
  /// The smallest interval that holds both.
  func covering(_ other: ExactInterval) -> ExactInterval {
    ExactInterval(
      from: ExactInterval.outer(lower, other.lower, isLower: true),
      to: ExactInterval.outer(upper, other.upper, isLower: false))
  }

  private static func outer(_ first: End?, _ second: End?, isLower: Bool) -> End? {
    guard let first, let second else { return nil }
    if first.value == second.value { return first.isIncluded ? first : second }
    return (first.value < second.value) == isLower ? first : second
  }
}
