import Tradewind

/// A table of partners made from true levels: exports, imports, trade and balance of two years,
/// the growth of each and the shares, with a row of totals.
///
/// Levels are whole numbers of millionths of a unit, so that rounding is exact.
struct SimulatedTable {
  static let unit = 1_000_000

  let partners: Int
  /// True levels by year, partner and flow (0 exports, 1 imports); partner 0 is the total.
  let levels: [[[Int]]]

  init(partners: Int, level: Int, using generator: inout some RandomNumberGenerator) {
    self.partners = partners
    var before: [[Int]] = [[0, 0]]
    var now: [[Int]] = [[0, 0]]
    for _ in 0..<partners {
      var (base, current) = ([Int](), [Int]())
      for _ in 0..<2 {
        // Between a half and one and a half of the level; growth between -20 and 25 %.
        let value =
          level * SimulatedTable.unit / 2
          + Int.random(in: 0...(level * SimulatedTable.unit), using: &generator)
        base.append(value)
        current.append(
          value / 1000 * Int.random(in: 800...1250, using: &generator)
            + Int.random(in: 0..<1000, using: &generator))
      }
      before.append(base)
      now.append(current)
    }
    for flow in 0..<2 {
      before[0][flow] = before.reduce(0) { $0 + $1[flow] }
      now[0][flow] = now.reduce(0) { $0 + $1[flow] }
    }
    levels = [before, now]
  }

  /// Digits of `numerator / denominator` under a convention.
  static func digits(_ numerator: Int, _ denominator: Int, _ convention: RoundingConvention) -> Int
  {
    let (top, bottom) = (Int128(numerator), Int128(denominator))
    let size = top.magnitude
    let whole: Int128
    switch convention {
    case .truncation: whole = Int128(size) / bottom
    default: whole = (2 * Int128(size) + bottom) / (2 * bottom)
    }
    return top < 0 ? -Int(whole) : Int(whole)
  }

  /// The document that prints the table with one decimal everywhere.
  func document(_ convention: RoundingConvention) -> CheckDocument {
    var builder = Builder(convention: convention)
    for partner in 0...partners {
      let name = partner == 0 ? "World" : "P\(partner)"
      for year in 0..<2 {
        let (exports, imports) = (levels[year][partner][0], levels[year][partner][1])
        for (measure, value) in [
          (FigureMeasure.exports, exports), (.imports, imports), (.totalTrade, exports + imports),
          (.balance, exports - imports),
        ] { builder.level(measure, name, year, value) }
      }
      for (flow, measure) in [FigureMeasure.exports, .imports].enumerated() {
        builder.growth(measure, name, levels[1][partner][flow], levels[0][partner][flow])
      }
      let (now, before) = (levels[1][partner], levels[0][partner])
      builder.growth(.totalTrade, name, now[0] + now[1], before[0] + before[1])
      if partner > 0 {
        for (flow, measure) in [FigureMeasure.exports, .imports].enumerated() {
          builder.share(measure, name, now[flow], levels[1][0][flow])
        }
      }
    }
    for year in 0..<2 {
      for measure in [FigureMeasure.exports, .imports] {
        builder.identities.append(
          .sum(
            id: "sum-\(measure)-\(year)", "the world is the sum of its parts",
            builder.quantity(measure, "World", year),
            of: (1...partners).map { builder.quantity(measure, "P\($0)", year) }))
      }
    }
    return builder.document
  }

  struct Builder {
    let convention: RoundingConvention
    var figures: [CheckedFigure] = []
    var statements: [FigureStatement] = []
    var identities: [Identity] = []

    init(convention: RoundingConvention) { self.convention = convention }

    func quantity(_ measure: FigureMeasure, _ name: String, _ year: Int) -> Quantity {
      Quantity(measure, subject: name, period: .span(.year(2023 + year)), unit: "USD")
    }

    private mutating func add(
      _ digits: Int, _ role: FigureRole, _ measure: FigureMeasure, _ name: String, _ year: Int,
      _ unit: String
    ) -> String {
      let id = "f\(figures.count + 1)"
      let number = PrintedNumber(significand: digits, decimals: 1)
      figures.append(
        CheckedFigure(
          id: id, text: number.digits, number: number, role: role, measure: measure, subject: name,
          period: .span(.year(2023 + year)), unit: unit))
      return id
    }

    mutating func level(_ measure: FigureMeasure, _ name: String, _ year: Int, _ value: Int) {
      let digits = SimulatedTable.digits(value * 10, SimulatedTable.unit, convention)
      let id = add(
        digits, measure == .balance ? .balance : .level, measure, name, year, "USD")
      let own = quantity(measure, name, year)
      statements.append(.level(id, of: own))
      let (exports, imports) = (own.of(.exports), own.of(.imports))
      if measure == .totalTrade {
        identities.append(
          .sum(
            id: "trade-\(name)-\(year)", "trade is exports plus imports", own,
            of: [exports, imports]))
      } else if measure == .balance {
        identities.append(
          .balance(
            id: "balance-\(name)-\(year)", "the balance is exports less imports", own,
            exports: exports, imports: imports))
      }
    }

    mutating func growth(_ measure: FigureMeasure, _ name: String, _ now: Int, _ before: Int) {
      let digits = SimulatedTable.digits((now - before) * 1000, before, convention)
      let id = add(digits, .change, measure, name, 1, "percent")
      statements.append(
        .growth(id, of: quantity(measure, name, 1), on: quantity(measure, name, 0)))
    }

    mutating func share(_ measure: FigureMeasure, _ name: String, _ part: Int, _ whole: Int) {
      let digits = SimulatedTable.digits(part * 1000, whole, convention)
      let id = add(digits, .share, measure, name, 1, "percent")
      statements.append(
        .share(id, of: quantity(measure, name, 1), in: quantity(measure, "World", 1)))
    }

    var document: CheckDocument {
      CheckDocument(
        file: "simulated", figures: figures,
        readings: [Reading(statements: statements, identities: identities)])
    }
  }
}
