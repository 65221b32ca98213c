/// A proof of contradiction told as a sum: every row as a sentence with the number it is multiplied
/// with, and what is left when all are added.
///
/// It is what a reader can follow where no chain of single rows leads to the end, because the
/// rows only say something together.
struct AddedRows {
  let reading: CompiledReading
  let component: Component
  let system: LinearSystem
  let certificate: Certificate

  /// `(1) exports are at least 24.845; (2) …; 2 times (1) and (2) added, all levels cancel and 0
  /// would have to be at least 0.035`.
  func sentences(_ names: FigureNames) -> String {
    // Whole numbers where they are small: a proof may be multiplied with anything.
    let scale = wholeFactor
    let entries = certificate.entries.filter { !$0.multiplier.isZero }.map { entry in
      (row: system.rows[entry.row], factor: entry.multiplier * scale)
    }.sorted { order($0.row) < order($1.row) }
    var (facts, terms, bound) = ([String](), [String](), Rational.zero)
    for (index, entry) in entries.enumerated() {
      facts.append("(\(index + 1)) " + fact(entry.row, names))
      let factor = entry.factor.magnitude
      terms.append(factor == 1 ? "(\(index + 1))" : "\(number(factor)) times (\(index + 1))")
      bound += entry.row.bound * entry.factor
    }
    let isStrict = entries.contains { $0.row.relation == .above }
    let unit = entries.lazy.flatMap { $0.row.indices }.first.map { quantity($0).unit } ?? ""
    let rest = baseUnits(bound)
    let left = rest.isZero ? "0" : names.text(rest, unit: unit, isLower: true)
    return facts.joined(separator: "; ")
      + "; added, \(Explanation.list(terms)): all levels cancel, "
      + "and 0 would have to be \(isStrict && rest.isZero ? "above" : "at least") \(left)"
  }

  private func order(_ row: LinearConstraint) -> (Int, Int) {
    switch row.source {
    case .figure(let figure): (row.indices.count == 1 ? 0 : 1, figure)
    case .identity(let identity): (2, identity)
    case .sign: (3, row.indices.first ?? 0)
    }
  }

  /// What makes all multipliers whole, when that is a small number.
  private var wholeFactor: Rational {
    guard let least = certificate.entries.map(\.multiplier.magnitude).filter({ !$0.isZero }).min()
    else { return .one }
    let base = least.reciprocal
    for factor in 1...40 {
      let scale = base * Rational(factor)
      if certificate.entries.allSatisfy({ ($0.multiplier * scale).isWhole }) { return scale }
    }
    return base
  }

  private func number(_ value: Rational) -> String {
    value.exactText(limit: 6) ?? "about " + value.text(decimals: 6)
  }

  private func quantity(_ local: Int) -> Quantity { reading.quantities[component.unknowns[local]] }

  private func baseUnits(_ value: Rational) -> Rational {
    value * Rational(significand: 1, exponent: component.exponent)
  }

  /// A row in words: `total trade (2024) is at most 1.031 times total trade (2023)`.
  private func fact(_ row: LinearConstraint, _ names: FigureNames) -> String {
    if case .identity(let index) = row.source, row.relation == .exactly {
      return equation(row, names) ?? reading.identities[index].sentence
    }
    var terms = row.indices.indices.map { (quantity(row.indices[$0]), row.factors[$0]) }
    var (isLower, bound) = (true, row.bound)
    // Told with the first level on the left and positive.
    if let lead = terms.first, lead.1.signum < 0 {
      terms = terms.map { ($0.0, -$0.1) }
      (isLower, bound) = (false, -bound)
    }
    guard let lead = terms.first else { return "" }
    let divisor = lead.1
    terms = terms.map { ($0.0, $0.1 / divisor) }
    bound = baseUnits(bound / divisor)
    let left = terms.filter { $0.1.signum > 0 }
    let right = terms.filter { $0.1.signum < 0 }.map { ($0.0, -$0.1) }
    var other = right.map { times($0.1, names.name($0.0)) }
    if !bound.isZero { other.append(names.text(bound, unit: lead.0.unit, isLower: isLower)) }
    let relation =
      row.relation == .above ? (isLower ? "above" : "below") : (isLower ? "at least" : "at most")
    let verb = left.count == 1 ? names.verb(lead.0) : "are together"
    return "\(Explanation.list(left.map { times($0.1, names.name($0.0)) })) \(verb) \(relation) "
      + (other.isEmpty ? "0" : other.joined(separator: " plus "))
  }

  /// `total trade (2024) is exports (2024) plus imports (2024)`; `nil` for long sums.
  private func equation(_ row: LinearConstraint, _ names: FigureNames) -> String? {
    guard (2...6).contains(row.indices.count), row.bound.isZero, let lead = row.factors.first else {
      return nil
    }
    var text = ""
    for place in row.indices.indices.dropFirst() {
      let factor = -(row.factors[place] / lead)
      let sign = factor.signum < 0 ? "less" : "plus"
      text += text.isEmpty ? (factor.signum < 0 ? "minus " : "") : " \(sign) "
      text += times(factor.magnitude, names.name(quantity(row.indices[place])))
    }
    let whole = quantity(row.indices[0])
    return "\(names.name(whole)) is \(text)"
  }

  private func times(_ factor: Rational, _ name: String) -> String {
    factor == 1 ? name : "\(number(factor)) times \(name)"
  }
}
