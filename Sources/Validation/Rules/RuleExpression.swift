/// One side of a rule: names, numbers and functions, as they were written.
indirect enum RuleExpression: Sendable, Hashable {
  /// A number.
  case number(Rational)
  /// A flow, a partner, a product, a printed change or a definition, with its place.
  case name(String, column: Int)
  /// A function of names, with its place.
  case call(RuleFunction, [String], column: Int)
  /// A sum, or a difference when the second one is subtracted.
  case sum(RuleExpression, RuleExpression, isSubtracted: Bool)
  /// A product, or a quotient.
  case product(RuleExpression, RuleExpression, isDivided: Bool)

  /// The names in it, with their places.
  var names: [(name: String, column: Int)] {
    switch self {
    case .number: []
    case .name(let name, let column): [(name, column)]
    case .call(let function, let arguments, let column):
      function == .sum ? [] : arguments.map { ($0, column) }
    case .sum(let left, let right, _), .product(let left, let right, _): left.names + right.names
    }
  }
}

/// The functions of rules: those of the claims.
enum RuleFunction: String, Sendable, Hashable, CaseIterable {
  /// The sum over a dimension: `sum(partner)`, `sum(product)`.
  case sum
  /// The change of a level on the year before in percent, from levels.
  case growth
  /// The change of a level on the year before in its unit, from levels.
  case change
  /// A part in percent of a whole.
  case share
  /// A quotient of two levels.
  case ratio
  /// The change of a part in points of the base of the whole.
  case contribution
  /// A period as the sum of its shorter periods.
  case parts
  /// The sum from January.
  case ytd
  /// The printed change on the year before.
  case yoy
  /// The printed change on the period before.
  case pop

  /// How many names it takes.
  var arguments: Int {
    switch self {
    case .share, .ratio, .contribution: 2
    case .sum, .growth, .change, .parts, .ytd, .yoy, .pop: 1
    }
  }
}

/// A rule: two sides with a comparison, or one side with a range.
struct Rule: Sendable, Hashable {
  /// How the sides compare.
  enum Comparison: String, Sendable, Hashable {
    case equal = "=="
    case atMost = "<="
    case atLeast = ">="
  }

  /// What happens to a place where a figure is missing: the modes of VTL.
  enum Nulls: String, Sendable, Hashable, CaseIterable {
    /// The rule counts where all figures are there.
    case nonNull = "non_null"
    /// Missing figures are zero; it counts where one at least is not zero.
    case nonZero = "non_zero"
    /// It counts where one figure at least is there, and is not decided where one is missing.
    case partialNull = "partial_null"
    /// Missing figures are zero; it counts where one figure at least is there.
    case partialZero = "partial_zero"
    /// It counts everywhere, and is not decided where one figure is missing.
    case alwaysNull = "always_null"
    /// Missing figures are zero; it counts everywhere.
    case alwaysZero = "always_zero"

    /// Whether missing figures are zero.
    var isZero: Bool { self == .nonZero || self == .partialZero || self == .alwaysZero }
  }

  let id: String
  let text: String
  let left: RuleExpression
  let comparison: Comparison
  let right: RuleExpression
  /// The only tolerance, in the unit of the sides.
  let within: Rational?
  /// The range of `in [a, b]`, in place of a right side.
  let range: ExactInterval?
  let severity: RuleSeverity
  let nulls: Nulls
  /// Where it stands in its file.
  let line: Int
  let column: Int
}

/// How much a broken rule matters.
enum RuleSeverity: String, Sendable, Hashable, CaseIterable {
  /// The document is inconsistent.
  case error
  /// It is reported, and the verdict stays.
  case warning
  /// It is only noted.
  case note
}
