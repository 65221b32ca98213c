/// A reading as rows over numbered unknowns.
struct CompiledReading {
  let figures: [CheckedFigure]
  let reading: Reading
  /// What readers call the codes in the keys.
  let words: [String: String]
  let rounding: RoundingConvention
  /// The identities that count, in the order of the reading, told in the words of readers.
  let identities: [Identity]
  /// The unknowns by number.
  let quantities: [Quantity]
  let number: [Quantity: Int]
  /// The statements of each figure, by the figure's place.
  let statements: [[FigureStatement]]
  /// The unknowns of each of these statements.
  let unknownsOfStatement: [[[Int]]]
  /// The unknowns of each identity, in the order of its terms.
  let unknownsOfIdentity: [[Int]]
  /// The place of a figure by its id.
  let place: [String: Int]
  /// What the digits of each figure demand, for those with a statement.
  private let demands: [ExactInterval?]

  init(
    _ figures: [CheckedFigure], _ reading: Reading, rounding: RoundingConvention,
    switchedOff: Set<String>, words: [String: String] = [:]
  ) {
    self.words = words
    self.figures = figures
    self.reading = reading
    self.rounding = rounding
    identities = Self.told(
      reading.identities.filter { !switchedOff.contains($0.id) }, words)
    var place: [String: Int] = [:]
    for (index, figure) in figures.enumerated() where place[figure.id] == nil {
      place[figure.id] = index
    }
    self.place = place
    var statements = [[FigureStatement]](repeating: [], count: figures.count)
    var (number, quantities) = ([Quantity: Int](), [Quantity]())
    func add(_ form: LinearForm) -> [Int] {
      form.terms.map { term in
        if let known = number[term.quantity] { return known }
        number[term.quantity] = quantities.count
        quantities.append(term.quantity)
        return quantities.count - 1
      }
    }
    var unknownsOfStatement = [[[Int]]](repeating: [], count: figures.count)
    for statement in reading.statements {
      guard let index = place[statement.figure] else { continue }
      statements[index].append(statement)
      var unknowns: [Int] = []
      for each in statement.cases {
        unknowns += add(each.value)
        if let base = each.base { unknowns += add(base) }
      }
      unknownsOfStatement[index].append(unknowns)
    }
    unknownsOfIdentity = identities.map { add($0.form) }
    demands = figures.indices.map {
      statements[$0].isEmpty ? nil : Self.demand(figures[$0], rounding)
    }
    self.unknownsOfStatement = unknownsOfStatement
    self.statements = statements
    self.number = number
    self.quantities = quantities
  }

  /// The range a figure's digits demand of `value / base`.
  func demand(_ figure: Int) -> ExactInterval {
    demands[figure] ?? Self.demand(figures[figure], rounding)
  }

  private static func demand(
    _ figure: CheckedFigure, _ rounding: RoundingConvention
  ) -> ExactInterval {
    let printed = figure.interval(under: rounding)
    return figure.isPercentage ? printed.scaled(by: Rational(1, 100)) : printed
  }

  /// The rows of one case of a statement.
  func rows(_ each: FigureStatement.Case, of figure: Int) -> [LinearConstraint] {
    let range = demand(figure)
    let source = LinearConstraint.Source.figure(figure)
    var rows: [LinearConstraint] = []
    let value = row(each.value, .atLeast, source, .lowerEnd)
    let base = each.base.map { row($0, .above, source, .base) }
    if let lower = range.lower {
      rows.append(
        LinearConstraint(
          value, less: base, times: lower.value, isTurned: false,
          relation: lower.isIncluded ? .atLeast : .above, part: .lowerEnd))
    }
    if let upper = range.upper {
      rows.append(
        LinearConstraint(
          value, less: base, times: upper.value, isTurned: true,
          relation: upper.isIncluded ? .atLeast : .above, part: .upperEnd))
    }
    if let base { rows.append(base) }
    for condition in each.conditions { rows.append(row(condition, .atLeast, source, .condition)) }
    return rows
  }

  /// The rows of an identity.
  func row(ofIdentity index: Int) -> LinearConstraint {
    let identity = identities[index]
    return row(
      identity.form, identity.relation == .zero ? .exactly : .atLeast, .identity(index), .structure)
  }

  /// The row that a level is not negative.
  func row(ofSign unknown: Int) -> LinearConstraint {
    LinearConstraint(
      indices: [unknown], factors: [.one], relation: .atLeast, bound: .zero, source: .sign,
      part: .structure)
  }

  private func row(
    _ form: LinearForm, _ relation: LinearConstraint.Relation, _ source: LinearConstraint.Source,
    _ part: LinearConstraint.Part
  ) -> LinearConstraint {
    LinearConstraint(
      indices: form.terms.map { number[$0.quantity] ?? 0 }, factors: form.terms.map(\.factor),
      relation: relation, bound: -form.constant, source: source, part: part)
  }
}
