/// A sum of quantities with exact factors, and a constant.
///
///     let trade = LinearForm(exports) + LinearForm(imports)
public struct LinearForm: Sendable, Hashable {
  /// One quantity with its factor.
  public struct Term: Sendable, Hashable {
    /// The unknown level.
    public let quantity: Quantity
    /// Its factor, not zero.
    public let factor: Rational

    /// Makes a term.
    public init(_ quantity: Quantity, times factor: Rational = .one) {
      self.quantity = quantity
      self.factor = factor
    }
  }

  /// The terms, each quantity once, in the order in which they came.
  public let terms: [Term]
  /// What is added to them.
  public let constant: Rational

  /// One quantity.
  public init(_ quantity: Quantity) {
    terms = [Term(quantity)]
    constant = .zero
  }

  /// A number without a quantity.
  public init(constant: Rational) {
    terms = []
    self.constant = constant
  }

  /// Terms and a constant; terms of one quantity are added.
  public init(_ terms: [Term], constant: Rational = .zero) {
    if terms.count < 2 {
      self.terms = terms.filter { !$0.factor.isZero }
    } else {
      var (merged, places) = ([Term](), [Quantity: Int]())
      let isShort = terms.count <= 6
      for term in terms {
        let known =
          isShort
          ? merged.firstIndex { $0.quantity == term.quantity } : places[term.quantity]
        if let place = known {
          merged[place] = Term(term.quantity, times: merged[place].factor + term.factor)
        } else {
          if !isShort { places[term.quantity] = merged.count }
          merged.append(term)
        }
      }
      self.terms = merged.filter { !$0.factor.isZero }
    }
    self.constant = constant
  }

  /// The sum of quantities.
  public static func sum(_ quantities: [Quantity]) -> LinearForm {
    LinearForm(quantities.map { Term($0) })
  }

  /// The sum.
  public static func + (lhs: LinearForm, rhs: LinearForm) -> LinearForm {
    LinearForm(lhs.terms + rhs.terms, constant: lhs.constant + rhs.constant)
  }

  /// The difference.
  public static func - (lhs: LinearForm, rhs: LinearForm) -> LinearForm { lhs + rhs * -1 }

  /// The form times a factor.
  public static func * (form: LinearForm, factor: Rational) -> LinearForm {
    LinearForm(
      form.terms.map { Term($0.quantity, times: $0.factor * factor) },
      constant: form.constant * factor)
  }

  /// The quantities of the terms.
  public var quantities: [Quantity] { terms.map(\.quantity) }
}
