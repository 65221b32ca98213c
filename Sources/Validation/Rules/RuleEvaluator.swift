internal import TimeSeries
internal import TradeModel

/// Computes the sides of rules at one place: one time, partner, product and subject.
struct RuleEvaluator {
  /// What an expression gives.
  struct Value {
    var interval: ExactInterval
    /// The figures it is made of.
    var figures: [String] = []
    /// The levels as a linear form; `nil` for percentages and products.
    var form: LinearForm?
    /// Whether it is a number of the rule, which counts in the unit of the table.
    var isNumber = false
    /// The power of ten the table counts in; `nil` for numbers and percentages.
    var scale: Int?
  }

  let facts: RuleFacts
  let names: RuleNames
  let definitions: [String: RuleExpression]
  let nulls: Rule.Nulls
  /// The flow of the printed changes that are named without one.
  let flow: FigureMeasure?
  /// The dimensions that names of the rule fill.
  let open: OpenDimensions

  /// The dimensions that the names of a rule fill, so that a place does not fix them.
  struct OpenDimensions: Hashable {
    var measure = false
    var partner = false
    var product = false
    var subject = false

    /// The place of a level: its key without the open dimensions.
    func place(of quantity: Quantity) -> Quantity {
      var place = measure ? quantity.of(.other) : quantity
      if measure { place.isNonNegative = false }
      if partner { place.partner = "" }
      if product { place.product = "" }
      if subject { place.subject = "" }
      return place
    }
  }

  // MARK: Values

  /// The value of an expression at a place; `nil` when a figure is missing.
  func value(_ expression: RuleExpression, at place: Quantity) -> Value? {
    switch expression {
    case .number(let number):
      return Value(
        interval: ExactInterval(exactly: number), form: LinearForm(constant: number), isNumber: true
      )
    case .name(let name, _):
      if let definition = definitions[name] { return value(definition, at: place) }
      if case .change(let onYear)? = names.meaning(name) {
        return change(of: flow.map { place.of($0) } ?? place, onYear: onYear)
      }
      return level(quantity(name, at: place))
    case .call(let function, let arguments, _): return call(function, arguments, place)
    case .sum(let left, let right, let isSubtracted):
      guard let a = value(left, at: place), let b = value(right, at: place) else { return nil }
      return sum(a, b, sign: isSubtracted ? -1 : 1)
    case .product(let left, let right, let isDivided):
      guard let a = value(left, at: place), let b = value(right, at: place) else { return nil }
      return product(a, b, isDivided)
    }
  }

  /// The key of a name at a place.
  func quantity(_ name: String, at place: Quantity) -> Quantity? {
    var key = place
    switch names.meaning(name) {
    case .flow(let measure): key = key.of(measure)
    case .partner(let partner): key.partner = partner
    case .product(let product): key.product = product
    case .subject(let subject): key.subject = subject
    case .change, .definition, nil: return nil
    }
    // The sign of a level belongs to its key.
    return facts.levels[key] != nil
      ? key : facts.quantities.first { $0.isSameLevel(as: key) } ?? key
  }

  func level(_ quantity: Quantity?) -> Value? {
    guard let quantity else { return nil }
    if let entry = facts.levels[quantity] {
      return Value(
        interval: entry.interval, figures: [entry.figure.id], form: LinearForm(quantity),
        scale: entry.figure.number.scale.exponent)
    }
    return nulls.isZero
      ? Value(interval: ExactInterval(exactly: .zero), form: LinearForm(constant: .zero)) : nil
  }

  private func change(of quantity: Quantity, onYear: Bool) -> Value? {
    let key = facts.quantities.first { $0.isSameLevel(as: quantity) } ?? quantity
    guard let entry = facts.change(of: key, onYear: onYear) else { return nil }
    return Value(interval: entry.interval, figures: [entry.figure.id])
  }

  private func sum(_ a: Value, _ b: Value, sign: Rational) -> Value {
    // Numbers beside levels count in the unit of the table.
    let (a, b) = (scaled(a, like: b), scaled(b, like: a))
    var form: LinearForm?
    if let first = a.form, let second = b.form { form = first + second * sign }
    return Value(
      interval: a.interval + b.interval.scaled(by: sign), figures: a.figures + b.figures,
      form: form, isNumber: a.isNumber && b.isNumber, scale: a.scale ?? b.scale)
  }

  /// A number in the unit of the levels beside it.
  func scaled(_ value: Value, like other: Value) -> Value {
    guard value.isNumber, let exponent = other.scale else { return value }
    let factor = Rational(significand: 1, exponent: exponent)
    return Value(
      interval: value.interval.scaled(by: factor), form: value.form.map { $0 * factor },
      scale: exponent)
  }

  private func product(_ a: Value, _ b: Value, _ isDivided: Bool) -> Value? {
    guard let interval = isDivided ? a.interval / b.interval : a.interval * b.interval else {
      return nil
    }
    var form: LinearForm?
    if b.isNumber, let factor = b.interval.lower?.value, !isDivided || !factor.isZero {
      form = a.form.map { $0 * (isDivided ? factor.reciprocal : factor) }
    } else if a.isNumber, !isDivided, let factor = a.interval.lower?.value {
      form = b.form.map { $0 * factor }
    }
    return Value(
      interval: interval, figures: a.figures + b.figures, form: form,
      isNumber: a.isNumber && b.isNumber, scale: isDivided && !b.isNumber ? nil : a.scale ?? b.scale
    )
  }
}

extension Quantity {
  /// Whether two keys differ in nothing but what is known about the sign.
  func isSameLevel(as other: Quantity) -> Bool {
    measure == other.measure && subject == other.subject && partner == other.partner
      && product == other.product && period == other.period && unit == other.unit
      && basis == other.basis
  }
}
