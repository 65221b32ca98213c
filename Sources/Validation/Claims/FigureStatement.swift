/// What one printed figure says of the true levels: `value / base` lies in the figure's range.
///
///     FigureStatement.level("f1", of: exports)
///     FigureStatement.growth("f2", of: exports, on: exportsOfLastYear)
///
/// Value and base are linear in the levels and the base is positive, so that the figure is two
/// linear inequalities; there is no other form. Where signs are not known (the change of a
/// deficit) a statement has several cases, of which one holds. A figure may have several
/// statements; all of them hold or the figure is wrong.
public struct FigureStatement: Sendable, Hashable {
  /// What kind of statement it is, which decides the words of explanations.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A level.
    case level
    /// A difference of two levels of one time: exports less imports.
    case difference
    /// A sum of levels.
    case sum
    /// A change in percent.
    case growth
    /// A change in money.
    case change
    /// A change in percent of the size of a balance.
    case sizeGrowth = "size_growth"
    /// A change in money of the size of a balance.
    case sizeChange = "size_change"
    /// A part of a whole.
    case share
    /// A part of a change, in points of the whole's base.
    case contribution
    /// A quotient: a multiple, a cover ratio.
    case ratio
    /// An order.
    case rank
  }

  /// One way in which the statement can hold.
  public struct Case: Sendable, Hashable {
    /// What is measured.
    public let value: LinearForm
    /// What it is measured in; `nil` is one.
    public let base: LinearForm?
    /// What must not be negative for the case to apply.
    public let conditions: [LinearForm]

    /// Makes a case.
    public init(value: LinearForm, base: LinearForm? = nil, conditions: [LinearForm] = []) {
      self.value = value
      self.base = base
      self.conditions = conditions
    }
  }

  /// The id of the figure.
  public let figure: String
  /// What kind of statement it is.
  public let kind: Kind
  /// The ways in which it can hold; at least one.
  public let cases: [Case]

  /// Makes a statement.
  ///
  /// - Precondition: There is a case.
  public init(figure: String, kind: Kind, cases: [Case]) {
    precondition(!cases.isEmpty, "a statement needs a case")
    self.figure = figure
    self.kind = kind
    self.cases = cases
  }

  /// The quantities of all cases, each once, in order.
  public var quantities: [Quantity] {
    // A few are compared faster than they are hashed.
    let isShort = cases.allSatisfy { $0.value.terms.count + ($0.base?.terms.count ?? 0) <= 6 }
    var (seen, all) = (Set<Quantity>(), [Quantity]())
    func add(_ form: LinearForm) {
      for term in form.terms
      where isShort ? !all.contains(term.quantity) : seen.insert(term.quantity).inserted {
        all.append(term.quantity)
      }
    }
    for each in cases {
      add(each.value)
      if let base = each.base { add(base) }
    }
    return all
  }
}
