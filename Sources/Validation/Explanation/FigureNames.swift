internal import TradeModel

/// The words of explanations: names of quantities that say no more than sets them apart, and
/// numbers in the scale of the figures.
struct FigureNames {
  private let reading: CompiledReading
  private let variesIn: (period: Bool, subject: Bool, partner: Bool, product: Bool, measure: Bool)
  private let exponents: [String: Int]
  private let decimals: [String: Int]

  /// Takes the quantities that an explanation speaks of.
  init(_ reading: CompiledReading, _ quantities: [Quantity], figures: [Int]) {
    self.reading = reading
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
    if variesIn.subject { details.append(quantity.subject) }
    if variesIn.partner { details.append(quantity.partner) }
    if variesIn.product { details.append(quantity.product) }
    if variesIn.period { details.append(quantity.period?.description ?? "") }
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
  func text(_ value: Rational, unit: String, isLower: Bool) -> String {
    let scaled = value * Rational(significand: 1, exponent: -(exponents[unit] ?? 0))
    return FigureNames.text(scaled, decimals: decimals[unit] ?? 0, isLower: isLower)
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
