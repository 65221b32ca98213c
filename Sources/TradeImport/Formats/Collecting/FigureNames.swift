internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// Numbers for texts and periods, so that figures are told apart by numbers.
///
/// Two figures have the same name exactly when their series, period, vintage and source are equal.
struct FigureNames {
  /// What names a figure.
  struct Name: Hashable {
    fileprivate let areas: UInt64
    fileprivate let product: UInt64
    fileprivate let rest: UInt64
    fileprivate let flow: Flow
    fileprivate let measure: Measure

    /// The flow and the measure are left to the comparison: their hashes are those of texts.
    func hash(into hasher: inout Hasher) {
      hasher.combine(areas)
      hasher.combine(product)
      hasher.combine(rest ^ (flow == .exports ? 1 << 62 : flow == .imports ? 1 << 63 : 0))
    }
  }

  private var coder = KeyCoder()
  private var reporters = Numbering<String>()
  private var partners = Numbering<String>()
  private var periods = Numbering<Period>()
  private var others = Numbering<Others>()

  private struct Others: Hashable {
    let basis: Basis
    let unit: Unit
    let vintage: Vintage?
    let source: String
  }

  /// The name of a figure.
  ///
  /// - Complexity: O(*n*) in the length of the product's code.
  mutating func name(
    of key: borrowing SeriesKey, _ period: Period, vintage: Vintage?, source: String
  ) -> Name {
    let reporter = reporters.number(of: key.reporter)
    let partner = partners.number(of: key.partner)
    let other = others.number(
      of: Others(basis: key.basis, unit: key.unit, vintage: vintage, source: source))
    let product = key.product
    return Name(
      areas: reporter << 32 | partner, product: coder.word(for: product.utf8Span.span),
      rest: periods.number(of: period) << 24 | other, flow: key.flow, measure: key.measure)
  }

  /// Numbers in the order of the first use; neighbours are often equal.
  private struct Numbering<Value: Hashable> {
    private var known: [Value: UInt64] = [:]
    private var last: (value: Value, number: UInt64)?

    mutating func number(of value: Value) -> UInt64 {
      if let last, last.value == value { return last.number }
      let next = UInt64(known.count)
      let number = known[value, default: next]
      if number == next { known[value] = next }
      last = (value, number)
      return number
    }
  }
}
