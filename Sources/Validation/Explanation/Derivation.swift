/// A contradiction as a chain of sentences that a reader can follow with a pencil.
///
/// The figures of the proof are propagated, the one that is told of left out: what they allow it
/// stands against what it prints. Where no chain of single rows leads there, the figures are
/// named together; the certificate remains the proof.
struct Derivation {
  let reading: CompiledReading
  let component: Component
  let system: LinearSystem
  let certificate: Certificate

  /// The sentences, told so that the goal, the place of a figure, comes last.
  func sentences(goal: Int) -> String {
    let figures = Set(certificate.entries.compactMap { system.rows[$0.row].source.figure })
    let others = Set(component.figures).subtracting(figures)
    let part = system.without(others).reachable
    let unknowns = Set(certificate.entries.flatMap { system.rows[$0.row].indices }).sorted()
    let names = FigureNames(
      reading, unknowns.map(quantity), figures: component.figures, told: figures)
    // The goal first, then the other figures that are no levels, the last one first.
    let goals =
      [goal]
      + figures.sorted(by: >).filter { index in
        index != goal && reading.statements[index].contains { $0.kind != .level }
      }
      + figures.sorted(by: >).filter { index in
        index != goal && reading.statements[index].allSatisfy { $0.kind == .level }
      }
    for figure in goals where figures.contains(figure) {
      let propagation = BoundPropagation(part) { $0.source != .figure(figure) }
      if let clash = propagation.clash {
        return told(propagation, [clash.0, clash.1], part, names).joined(separator: "; ")
      }
      if let text = against(figure, propagation, part, names) { return text }
    }
    return AddedRows(
      reading: reading, component: component, system: system, certificate: certificate
    )
    .sentences(names)
  }

  private func quantity(_ local: Int) -> Quantity { reading.quantities[component.unknowns[local]] }

  private func baseUnits(_ value: Rational) -> Rational {
    value * Rational(significand: 1, exponent: component.exponent)
  }

  /// What the bounds allow a figure, when that is not what it prints.
  private func against(
    _ figure: Int, _ propagation: BoundPropagation, _ part: LinearSystem, _ names: FigureNames
  ) -> String? {
    let checked = reading.figures[figure]
    let printed = reading.demand(figure)
    for statement in reading.statements[figure] where statement.cases.count == 1 {
      let each = statement.cases[0]
      var box = IntervalBox(quantities: statement.quantities) { quantity in
        guard let number = reading.number[quantity], let local = component.local[number] else {
          return .all
        }
        return propagation.range(local).scaled(
          by: Rational(significand: 1, exponent: component.exponent))
      }
      guard let range = box.range(of: each), !range.overlaps(printed) else { continue }
      let isLow =
        range.lower.map { low in printed.upper.map { $0.value <= low.value } ?? false }
        ?? false
      guard let end = isLow ? range.lower : range.upper else { continue }
      var ends: [Int] = []
      for quantity in statement.quantities {
        guard let rises = Explanation.rises(each, quantity, box),
          let number = reading.number[quantity], let local = component.local[number],
          let step = rises == isLow ? propagation.low[local] : propagation.high[local]
        else { continue }
        ends.append(step)
      }
      var sentences = told(propagation, ends, part, names)
      let isLevel = statement.kind == .level
      if !isLevel {
        let text =
          checked.isPercentage
          ? FigureNames.text(
            end.value * 100, decimals: checked.number.decimals, isLower: isLow)
          : names.text(end.value, unit: checked.unit, isLower: isLow)
        sentences.append(
          "so \(Explanation.noun(statement, checked)) of \(checked.measure.name) is at "
            + "\(isLow ? "least" : "most") \(text)\(Explanation.suffix(checked))")
      }
      sentences.append(Explanation.printed(reading, figure, names, isLow: isLow))
      return sentences.joined(separator: "; ")
    }
    return nil
  }

  /// The sentences of a chain.
  private func told(
    _ propagation: BoundPropagation, _ ends: [Int], _ part: LinearSystem, _ names: FigureNames
  ) -> [String] {
    propagation.chain(to: ends).map { place in
      let step = propagation.steps[place]
      let row = part.rows[step.row]
      let quantity = quantity(step.unknown)
      let text = names.text(
        baseUnits(step.value), unit: unit(quantity), isLower: step.isLower)
      let fact =
        "\(names.name(quantity)) \(names.verb(quantity)) at \(step.isLower ? "least" : "most") \(text)"
      switch row.source {
      case .sign: return fact
      case .identity: return "so \(fact)"
      case .figure(let figure):
        return row.indices.count == 1 ? fact : "\(rate(figure, row)), so \(fact)"
      }
    }
  }

  private func unit(_ quantity: Quantity) -> String { quantity.unit }

  /// `the change of exports is at most 3.15 %`.
  private func rate(_ figure: Int, _ row: LinearConstraint) -> String {
    let printed = reading.ownPrinted(figure)
    let checked = reading.figures[figure]
    let isLowerEnd = row.part == .lowerEnd
    guard let end = isLowerEnd ? printed.lower : printed.upper,
      let statement = reading.statements[figure].first(where: { $0.kind != .level })
        ?? reading.statements[figure].first
    else { return "by the figure \(checked.text)" }
    let text = FigureNames.text(end.value, decimals: checked.number.decimals, isLower: isLowerEnd)
    let noun = Explanation.noun(statement, checked)
    let subject = noun == checked.measure.name ? noun : "\(noun) of \(checked.measure.name)"
    return "\(subject) is at \(isLowerEnd ? "least" : "most") \(text)\(Explanation.suffix(checked))"
  }
}
