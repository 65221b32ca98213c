/// Levels in a row that add up to the one before or behind them: parts listed with their total.
///
///     "Investment of 200.5 trillion: domestic 95.6 trillion, foreign 104.9 trillion"
///
/// A list may leave parts out, so only lists that add up are taken for one.
struct ListedSums {
  /// What was read.
  let result: ProseReader.Result
  /// The longest list.
  private static let longest = 12

  init(_ result: ProseReader.Result) { self.result = result }

  /// A reading with the sums that were found and nothing else.
  ///
  /// - Complexity: linear in the figures; each looks at the 12 before and behind it.
  func reading() -> Reading {
    var statements: [FigureStatement] = []
    var identities: [Identity] = []
    var used = Set<Int>()
    for total in result.figures.indices
    where isLevel(total, isTotal: true) {
      guard let parts = parts(of: total), used.isDisjoint(with: parts + [total]) else { continue }
      used.formUnion(parts + [total])
      let quantities = ([total] + parts).map(quantity)
      for (index, quantity) in zip([total] + parts, quantities) {
        statements.append(.level("f\(index + 1)", of: quantity))
      }
      identities.append(
        .sum(
          id: "listed: f\(total + 1)", "a total is the sum of the parts listed with it",
          quantities[0], of: Array(quantities.dropFirst())))
    }
    return Reading(
      name: "parts listed beside a total add up to it", statements: statements,
      identities: identities)
  }

  /// A total may be told roughly: its digits still have to be the sum.
  private func isLevel(_ index: Int, isTotal: Bool = false) -> Bool {
    let figure = result.figures[index]
    return figure.unit.isAmount && !figure.isFragment && figure.role == .level
      && figure.hedge <= (isTotal ? 1 : 0)
      && !figure.isPerUnit
      && figure.scope.basis != 20
  }

  private func quantity(_ index: Int) -> Quantity {
    let figure = result.figures[index]
    return Quantity(
      figure.measure.figureMeasure, product: "f\(index + 1)",
      period: figure.period?.period, unit: figure.unit == .tonnes ? "tonnes" : "money")
  }

  /// The levels that follow a total, or go before it, of its unit and time, and add up to it.
  private func parts(of total: Int) -> [Int]? {
    let last = result.figures.count - 1
    let behind = total < last ? Array(total + 1...last).prefix(Self.longest * 2) : []
    return run(of: total, in: Array(behind))
      ?? run(of: total, in: Array((max(0, total - Self.longest * 2)..<total).reversed()))
  }

  private func run(of total: Int, in others: [Int]) -> [Int]? {
    let whole = result.figures[total]
    var (sum, slack, parts) = (0.0, half(whole), [Int]())
    for index in others where isLevel(index) {
      let part = result.figures[index]
      guard part.unit == whole.unit, part.period == whole.period, part.size < whole.size,
        abs(part.sentence - whole.sentence) <= 1, parts.count < Self.longest
      else { break }
      parts.append(index)
      sum += part.size
      slack += half(part)
      if parts.count >= 2, abs(sum - whole.size) <= slack * (1 + 1e-9) { return parts.sorted() }
      if sum > whole.size + slack { return nil }
    }
    return nil
  }

  /// Half a unit of the last printed digit.
  private func half(_ figure: ProseFigure) -> Double {
    var unit = 0.5
    for _ in 0..<figure.exponent { unit *= 10 }
    for _ in 0..<figure.numeral.decimals { unit /= 10 }
    return unit
  }
}
