/// A certificate as a chain of sentences that a reader can follow with a pencil.
///
/// Each row of the certificate gives the bound of one unknown once the bounds of its others are
/// known; the row left over is the one that is broken. Bounds are those of the certificate, so
/// the chain is no longer than it.
struct Derivation {
  let reading: CompiledReading
  let component: Component
  let system: LinearSystem
  let certificate: Certificate

  private struct Row {
    let indices: [Int]
    let factors: [Rational]
    let bound: Rational
    let source: LinearConstraint.Source
    let part: LinearConstraint.Part
  }

  /// The sentences, told so that the goal comes last.
  func sentences(goal: Int) -> String {
    let rows: [Row] = certificate.entries.map { entry in
      let row = system.rows[entry.row]
      let isTurned = entry.multiplier.signum < 0
      return Row(
        indices: row.indices, factors: isTurned ? row.factors.map { -$0 } : row.factors,
        bound: isTurned ? -row.bound : row.bound, source: row.source, part: row.part)
    }
    let quantities = Set(rows.flatMap(\.indices)).sorted().map(quantity)
    let figures = rows.compactMap(\.source.figure)
    let names = FigureNames(reading, quantities, figures: component.figures)
    let last = figures.contains(goal) ? goal : figures.max() ?? goal
    var (low, high) = ([Int: Rational](), [Int: Rational]())
    var left = rows.filter { $0.source.figure != last }
    // Levels first: they need nothing.
    left.sort { ($0.indices.count, place($0)) < ($1.indices.count, place($1)) }
    left += rows.filter { $0.source.figure == last }
    var steps: [String] = []
    while !left.isEmpty {
      guard let next = left.firstIndex(where: { missing($0, low, high).count <= 1 }) else {
        return together(names, rows)
      }
      let row = left.remove(at: next)
      guard let unknown = missing(row, low, high).first else {
        steps.append(broken(row, low, high, names))
        return steps.joined(separator: "; ")
      }
      steps.append(step(row, unknown, &low, &high, names))
    }
    return together(names, rows)
  }

  private func quantity(_ local: Int) -> Quantity { reading.quantities[component.unknowns[local]] }

  private func place(_ row: Row) -> Int {
    row.source.figure ?? Int.max
  }

  /// The unknowns of a row whose needed bound is not known: a row `sum >= bound` needs the upper
  /// bounds of what raises it.
  private func missing(_ row: Row, _ low: [Int: Rational], _ high: [Int: Rational]) -> [Int] {
    row.indices.indices.compactMap { position in
      let index = row.indices[position]
      let known = row.factors[position].signum > 0 ? high[index] : low[index]
      return known == nil ? index : nil
    }
  }

  private func reach(
    _ row: Row, except skipped: Int?, _ low: [Int: Rational], _ high: [Int: Rational]
  ) -> Rational {
    var total = Rational.zero
    for (position, index) in row.indices.enumerated() where index != skipped {
      let factor = row.factors[position]
      if let value = factor.signum > 0 ? high[index] : low[index] { total += factor * value }
    }
    return total
  }

  private func step(
    _ row: Row, _ unknown: Int, _ low: inout [Int: Rational], _ high: inout [Int: Rational],
    _ names: FigureNames
  ) -> String {
    guard let position = row.indices.firstIndex(of: unknown) else { return "" }
    let factor = row.factors[position]
    let value = (row.bound - reach(row, except: unknown, low, high)) / factor
    let isLower = factor.signum > 0
    if isLower { low[unknown] = value } else { high[unknown] = value }
    let quantity = quantity(unknown)
    let text = names.text(baseUnits(value), unit: quantity.unit, isLower: isLower)
    let fact =
      "\(names.name(quantity)) \(names.verb(quantity)) at \(isLower ? "least" : "most") \(text)"
    switch row.source {
    case .sign: return fact
    case .identity: return "so \(fact)"
    case .figure(let figure):
      if row.indices.count == 1, row.part != .base { return fact }
      return "\(rate(figure, row)), so \(fact)"
    }
  }

  /// `the change of exports is at most 3.15 %`.
  private func rate(_ figure: Int, _ row: Row) -> String {
    let printed = reading.ownPrinted(figure)
    let checked = reading.figures[figure]
    let isLowerEnd = row.part == .lowerEnd
    guard let end = isLowerEnd ? printed.lower : printed.upper,
      let statement = reading.statements[figure].first(where: { $0.kind != .level })
        ?? reading.statements[figure].first
    else { return "by the figure \(checked.text)" }
    let text = FigureNames.text(
      end.value, decimals: checked.number.decimals, isLower: isLowerEnd)
    let subject =
      statement.kind == .level || statement.kind == .sum
      ? checked.measure.name : "\(Explanation.noun(statement, checked)) of \(checked.measure.name)"
    return "\(subject) is at \(isLowerEnd ? "least" : "most") \(text)\(Explanation.suffix(checked))"
  }

  /// The row that its unknowns' bounds break.
  private func broken(
    _ row: Row, _ low: [Int: Rational], _ high: [Int: Rational], _ names: FigureNames
  ) -> String {
    switch row.source {
    case .figure(let figure):
      let isLow = row.part == .upperEnd
      let checked = reading.figures[figure]
      let reached = reachedValue(figure, row, low, high)
      guard let value = reached else { return Explanation.printed(reading, figure, isLow: isLow) }
      let text = FigureNames.text(
        value * reading.ownFactor(figure), decimals: checked.number.decimals, isLower: isLow)
      let noun = reading.statements[figure].first.map { Explanation.noun($0, checked) } ?? "it"
      if row.indices.count == 1 { return Explanation.printed(reading, figure, isLow: isLow) }
      return "so \(noun) is at \(isLow ? "least" : "most") \(text)\(Explanation.suffix(checked)); "
        + Explanation.printed(reading, figure, isLow: isLow)
    case .identity(let index):
      return "which contradicts: \(reading.identities[index].sentence)"
    case .sign: return "which cannot be below zero"
    }
  }

  /// The value of the figure's statement where the unknowns are at their bounds.
  private func reachedValue(
    _ figure: Int, _ row: Row, _ low: [Int: Rational], _ high: [Int: Rational]
  ) -> Rational? {
    var point: [Quantity: Rational] = [:]
    for (position, index) in row.indices.enumerated() {
      let value = row.factors[position].signum > 0 ? high[index] : low[index]
      guard let value else { return nil }
      point[quantity(index)] = baseUnits(value)
    }
    func value(_ form: LinearForm) -> Rational? {
      var total = form.constant
      for term in form.terms {
        guard let value = point[term.quantity] else { return nil }
        total += term.factor * value
      }
      return total
    }
    for statement in reading.statements[figure] {
      for each in statement.cases {
        guard Set(each.value.quantities + (each.base?.quantities ?? [])) == Set(point.keys),
          let top = value(each.value)
        else { continue }
        guard let base = each.base else { return top }
        if let bottom = value(base), bottom.signum > 0 { return top / bottom }
      }
    }
    return nil
  }

  private func baseUnits(_ value: Rational) -> Rational {
    value * Rational(significand: 1, exponent: component.exponent)
  }

  /// Where no chain leads through the rows one by one: the figures are named together.
  private func together(_ names: FigureNames, _ rows: [Row]) -> String {
    let figures = Set(rows.compactMap(\.source.figure)).sorted()
    let texts = figures.map { index in
      "\(reading.figures[index].text) (\(reading.figures[index].id))"
    }
    let identities = rows.compactMap { row -> String? in
      guard case .identity(let index) = row.source else { return nil }
      return reading.identities[index].sentence
    }
    let because = identities.isEmpty ? "" : ", given that " + Explanation.list(identities)
    return "\(Explanation.list(texts)) cannot hold together\(because)"
  }
}
