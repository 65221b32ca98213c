internal import TradeModel

/// The words of explanations: names of quantities that say no more than sets them apart, and
/// numbers in the scale of the figures.
struct FigureNames {
  private let reading: CompiledReading
  private let variesIn: (period: Bool, subject: Bool, partner: Bool, product: Bool, measure: Bool)
  private let exponents: [String: Int]
  private let decimals: [String: Int]
  /// The units whose figures are printed in several scales: every amount names its own then.
  private let mixed: Set<String>

  /// Takes the quantities that an explanation speaks of.
  ///
  /// - Parameters:
  ///   - reading: What the figures say.
  ///   - quantities: The levels that are spoken of.
  ///   - figures: The figures whose scale and decimals amounts are told in.
  ///   - told: Those that are spoken of; all of them without it.
  init(
    _ reading: CompiledReading, _ quantities: [Quantity], figures: [Int], told: Set<Int>? = nil
  ) {
    self.reading = reading
    var scales: [String: Set<Int>] = [:]
    for figure in (told.map { $0.sorted() } ?? figures).map({ reading.figures[$0] })
    where !figure.isPercentage && figure.range == nil {
      scales[figure.unit, default: []].insert(figure.number.scale.exponent)
    }
    mixed = Set(scales.filter { $0.value.count > 1 }.keys)
    func varies(_ values: [some Hashable]) -> Bool { Set(values).count > 1 }
    variesIn = (
      varies(quantities.map(\.period)), varies(quantities.map(\.subject)),
      varies(quantities.map(\.partner)), varies(quantities.map(\.product)),
      varies(quantities.map(\.measure))
    )
    var (exponents, decimals) = ([String: Int](), [String: Int]())
    for index in figures {
      let figure = reading.figures[index]
      guard !figure.isPercentage else { continue }
      exponents[figure.unit] = exponents[figure.unit] ?? figure.number.scale.exponent
      decimals[figure.unit] = max(decimals[figure.unit] ?? 0, figure.number.decimals)
    }
    self.exponents = exponents
    self.decimals = decimals
  }

  /// `exports`, or `exports (2023)` where the time sets quantities apart.
  func name(_ quantity: Quantity) -> String {
    var details: [String] = []
    if variesIn.subject { details.append(reading.word(quantity.subject)) }
    if variesIn.partner { details.append(reading.word(quantity.partner)) }
    if variesIn.product { details.append(reading.word(quantity.product)) }
    if variesIn.period {
      details.append(quantity.period.map { ProsePeriod(period: $0).told } ?? "")
    }
    details.removeAll(where: \.isEmpty)
    if !variesIn.measure, quantity.measure == .other, let first = details.first {
      let rest = details.dropFirst()
      return first + (rest.isEmpty ? "" : " (\(rest.joined(separator: ", ")))")
    }
    return quantity.measure.name + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }

  /// `are` for exports and imports, `is` for the rest.
  func verb(_ quantity: Quantity) -> String {
    switch quantity.measure {
    case .exports, .imports, .servicesExports, .servicesImports:
      name(quantity).hasPrefix(quantity.measure.name) ? "are" : "is"
    default: "is"
    }
  }

  /// A level in the scale of the figures of its unit.
  ///
  /// Where the figures have several scales an amount names its own.
  func text(_ value: Rational, unit: String, isLower: Bool) -> String {
    if mixed.contains(unit) {
      let exponent = AmountWords.exponent(of: value)
      let scaled = value * Rational(significand: 1, exponent: -exponent)
      return FigureNames.text(scaled, decimals: decimals[unit] ?? 0, isLower: isLower)
        + AmountWords.unit(unit, exponent: exponent)
    }
    let scaled = value * Rational(significand: 1, exponent: -(exponents[unit] ?? 0))
    return FigureNames.text(scaled, decimals: decimals[unit] ?? 0, isLower: isLower)
  }

  /// What stands behind the printed digits of a figure.
  func suffix(_ figure: CheckedFigure) -> String {
    mixed.contains(figure.unit) && figure.range == nil
      ? AmountWords.unit(figure.unit, exponent: figure.number.scale.exponent)
      : Explanation.suffix(figure)
  }

  /// A number with one decimal more than its figure has, or exactly where that takes few more,
  /// or rounded so that the statement stays true.
  static func text(_ value: Rational, decimals: Int, isLower: Bool) -> String {
    for extra in 1...3 {
      let shifted = value * Rational(significand: 1, exponent: decimals + extra)
      if shifted.isWhole { return value.text(decimals: decimals + extra) }
    }
    return value.text(decimals: decimals + 3, isLower ? .down : .up)
  }
}

extension CompiledReading {
  /// What readers call a code in a key.
  func word(_ code: String) -> String { words[code] ?? code }

  /// Identities with words for codes in their sentences.
  static func told(_ identities: [Identity], _ words: [String: String]) -> [Identity] {
    guard !words.isEmpty else { return identities }
    return identities.map { identity in
      guard let lead = identity.form.quantities.first, identity.sentence.hasPrefix(lead.name) else {
        return identity
      }
      var named = lead
      named.subject = words[lead.subject] ?? lead.subject
      named.partner = words[lead.partner] ?? lead.partner
      named.product = words[lead.product] ?? lead.product
      return Identity(
        id: identity.id, named.name + identity.sentence.dropFirst(lead.name.count),
        kind: identity.kind, form: identity.form, relation: identity.relation)
    }
  }
}
