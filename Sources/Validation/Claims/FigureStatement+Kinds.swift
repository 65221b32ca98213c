extension FigureStatement {
  private init(_ figure: String, _ kind: Kind, _ value: LinearForm, _ base: LinearForm? = nil) {
    self.init(figure: figure, kind: kind, cases: [Case(value: value, base: base)])
  }

  /// The figure is the level.
  public static func level(_ figure: String, of quantity: Quantity) -> FigureStatement {
    FigureStatement(figure, .level, LinearForm(quantity))
  }

  /// The figure is exports less imports, or any other difference of two levels of one time.
  public static func difference(
    _ figure: String, of minuend: Quantity, less subtrahend: Quantity
  ) -> FigureStatement {
    FigureStatement(figure, .difference, LinearForm(minuend) - LinearForm(subtrahend))
  }

  /// The figure is the sum of levels: a total, or a year to date as the sum of its months.
  public static func sum(_ figure: String, of quantities: [Quantity]) -> FigureStatement {
    FigureStatement(figure, .sum, .sum(quantities))
  }

  /// The figure is the change of a level in percent of its base, which is positive.
  public static func growth(
    _ figure: String, of current: Quantity, on base: Quantity
  ) -> FigureStatement {
    growth(figure, of: LinearForm(current), on: LinearForm(base))
  }

  /// The figure is the change of a sum of levels in percent of its base, which is positive.
  public static func growth(
    _ figure: String, of current: LinearForm, on base: LinearForm
  ) -> FigureStatement {
    FigureStatement(figure, .growth, current - base, base)
  }

  /// The figure is the change of a level in money.
  public static func change(
    _ figure: String, of current: Quantity, on base: Quantity
  ) -> FigureStatement {
    FigureStatement(figure, .change, LinearForm(current) - LinearForm(base))
  }

  /// Whether a balance is above or below zero, where a document says it.
  public enum BalanceSign: Int, Sendable, Hashable {
    /// Exports are larger.
    case surplus = 1
    /// Imports are larger.
    case deficit = -1
  }

  /// The figure is the change in percent of the size of a balance; signs that are `nil` are not
  /// known, and every case is tried.
  public static func sizeGrowth(
    _ figure: String, of current: Quantity, on base: Quantity, sign: BalanceSign? = nil,
    baseSign: BalanceSign? = nil
  ) -> FigureStatement {
    sized(figure, .sizeGrowth, current, base, sign, baseSign)
  }

  /// The figure is the change in money of the size of a balance: `the deficit fell by 3.2`.
  public static func sizeChange(
    _ figure: String, of current: Quantity, on base: Quantity, sign: BalanceSign? = nil,
    baseSign: BalanceSign? = nil
  ) -> FigureStatement {
    sized(figure, .sizeChange, current, base, sign, baseSign)
  }

  /// The figure is a part in percent of the whole, which is positive.
  public static func share(
    _ figure: String, of part: Quantity, in whole: Quantity
  ) -> FigureStatement {
    FigureStatement(figure, .share, LinearForm(part), LinearForm(whole))
  }

  /// The figure is the change of a part in points of the whole's base, which is positive.
  public static func contribution(
    _ figure: String, of part: Quantity, on partBase: Quantity, to wholeBase: Quantity
  ) -> FigureStatement {
    FigureStatement(
      figure, .contribution, LinearForm(part) - LinearForm(partBase), LinearForm(wholeBase))
  }

  /// The figure is a quotient of two levels, the second positive: `1.9 times`.
  public static func ratio(
    _ figure: String, of numerator: Quantity, to denominator: Quantity
  ) -> FigureStatement {
    FigureStatement(figure, .ratio, LinearForm(numerator), LinearForm(denominator))
  }

  /// The first level is not below the second; give the figure the ``CheckedFigure/range``
  /// `ExactInterval(0, nil)`.
  public static func rank(
    _ figure: String, _ larger: Quantity, notBelow smaller: Quantity
  ) -> FigureStatement {
    FigureStatement(figure, .rank, LinearForm(larger) - LinearForm(smaller))
  }

  private static func sized(
    _ figure: String, _ kind: Kind, _ current: Quantity, _ base: Quantity, _ sign: BalanceSign?,
    _ baseSign: BalanceSign?
  ) -> FigureStatement {
    let signs: [BalanceSign] = sign.map { [$0] } ?? [.surplus, .deficit]
    let baseSigns: [BalanceSign] = baseSign.map { [$0] } ?? [.surplus, .deficit]
    var cases: [Case] = []
    for now in signs {
      for before in baseSigns {
        let size = LinearForm(current) * Rational(now.rawValue)
        let baseSize = LinearForm(base) * Rational(before.rawValue)
        cases.append(
          Case(
            value: size - baseSize, base: kind == .sizeGrowth ? baseSize : nil,
            conditions: [size, baseSize]))
      }
    }
    return FigureStatement(figure: figure, kind: kind, cases: cases)
  }
}
