internal import TimeSeries

/// Turns the figures of a text into statements about true levels, and adds what holds between the
/// levels.
struct StatementBuilder {
  /// The figures, in order.
  let figures: [ProseFigure]
  /// The topic of the text.
  let main: ProseScope
  /// The reporter's code.
  let reporterCode: String
  /// The words of the parts.
  let partNames: [Int32: String]
  /// The statements so far.
  private(set) var statements: [FigureStatement] = []
  /// The quantities that a statement speaks of, each once, in order.
  private(set) var quantities: [Quantity] = []
  private var known = Set<Quantity>()

  /// Whether the European Union or the euro area is a partner.
  private let hasEuropeanPartner: Bool
  /// Whether no partner but "other countries" is named.
  private let isOnlyElsewhere: Bool
  /// What sets the reading apart.
  private let readingName: String

  /// Prepares building.
  init(_ result: ProseReader.Result, name: String = "") {
    readingName = name
    figures = result.figures
    main = result.main
    reporterCode = result.reporter >= 0 ? ProsePlaces.codes[Int(result.reporter)] : ""
    partNames = result.partNames
    let european = [ProsePlaces.number(of: "EU"), ProsePlaces.number(of: "EA")]
    hasEuropeanPartner = result.figures.contains { european.contains($0.scope.partner) }
    let elsewhere = ProsePlaces.number(of: "ELSE")
    isOnlyElsewhere = result.figures.allSatisfy {
      $0.scope.partner < 0 || $0.scope.partner == elsewhere
    }
  }

  /// The id of a figure.
  private func name(ofFigure index: Int) -> String { "f\(index + 1)" }

  /// Makes all statements.
  mutating func build() -> Reading {
    for (index, figure) in figures.enumerated() {
      guard let statement = statement(of: figure, at: index) else { continue }
      statements.append(statement)
      for quantity in statement.quantities where known.insert(quantity).inserted {
        quantities.append(quantity)
      }
    }
    var printed = Set<Quantity>()
    for statement in statements where statement.kind == .level {
      for quantity in statement.quantities { printed.insert(quantity.of(nil as FigurePeriod?)) }
    }
    let identities =
      IdentityFinder(quantities: quantities, partNames: partNames, printed: printed).identities()
      + breakdowns()
    let redundancy = Redundancy(statements: statements, identities: identities)
    let (kept, tied) = redundancy.tied()
    return Reading(name: readingName, statements: kept, identities: tied)
  }

  /// The totals that the text says are made up of parts.
  private func breakdowns() -> [Identity] {
    guard figures.contains(where: { $0.breakdown > 0 }) else { return [] }
    var totals: [(figure: Int, quantity: Quantity)] = []
    var parts: [Int: [Quantity]] = [:]
    let levels = Dictionary(
      statements.filter { $0.kind == .level }.map { ($0.figure, $0.quantities) },
      uniquingKeysWith: { first, _ in first })
    for (index, figure) in figures.enumerated() where figure.breakdown > 0 {
      guard let quantity = levels[name(ofFigure: index)]?.first else { continue }
      if figure.isTotal {
        totals.append((index, quantity))
      } else {
        parts[figure.breakdown, default: []].append(quantity)
      }
    }
    return totals.compactMap { total in
      let number = figures[total.figure].breakdown
      let list = parts[number] ?? []
      guard list.count == figures.count(where: { $0.breakdown == number }) - 1, list.count >= 2,
        Set(list + [total.quantity]).count == list.count + 1
      else { return nil }
      return .sum(
        id: "parts: \(name(ofFigure: total.figure))",
        "\(total.quantity.name) is the sum of the parts that it is said to be made up of",
        total.quantity, of: list)
    }
  }

  // MARK: Quantities

  private static func unitCode(_ unit: ProseFigure.Unit, reporter: String) -> String {
    switch unit {
    case .money(let row): row >= 0 ? ProseCurrency.code(row, reporter: reporter) : ""
    case .tonnes: "tonnes"
    case .percent: "percent"
    case .points: "pp"
    case .multiple: "multiple"
    case .ratio: "ratio"
    }
  }

  private func quantity(
    _ measure: ProseMeasure, _ scope: ProseScope, _ period: ProsePeriod?, unit: String,
    base: String = ""
  ) -> Quantity {
    let isNet = measure == .netPosition
    var scope = scope
    if scope.partner >= 0, isOnlyElsewhere, ProsePlaces.codes[Int(scope.partner)] == "ELSE" {
      // "purchases from other countries" where no country is told apart are all.
      scope.partner = -1
    }
    if scope.partner >= 0, ProsePlaces.codes[Int(scope.partner)] == "NONEU",
      scope.reporter < 0 && !hasEuropeanPartner
        || scope.reporter >= 0 && ProsePlaces.codes[Int(scope.reporter)] == "EU"
    {
      // What the EU trades with others is its trade.
      scope.partner = -1
    }
    return Quantity(
      measure.figureMeasure,
      subject: scope.reporter >= 0 ? ProsePlaces.codes[Int(scope.reporter)] : "",
      partner: scope.partner >= 0 ? ProsePlaces.codes[Int(scope.partner)] : "",
      product: isNet ? "net" : scope.part > 0 ? "p\(scope.part)" : "", period: period?.period,
      unit: unit, basis: scope.basis > 0 ? "b\(scope.basis)\(base)" : base)
  }

  /// The unit in which a rate holds: that of the nearest level of the same thing.
  private func unit(ofRate figure: ProseFigure, at index: Int) -> String {
    if let terms = figure.terms { return Self.unitCode(.money(terms), reporter: reporterCode) }
    if figure.scope.basis == 5 { return "tonnes" }
    var best: (distance: Int, figure: Int)?
    let near = near(index)
    for other in near
    where figures[other].unit.isAmount && figures[other].role != .change
      && figures[other].measure == figure.measure && figures[other].scope == figure.scope
      && figures[other].period == figure.period
    {
      let isBeside = figures[other].sentence == figure.sentence
      let distance = abs(other - index) * 2 + (isBeside ? 0 : 50)
      if distance < best?.distance ?? Int.max { best = (distance, other) }
    }
    if let best { return Self.unitCode(figures[best.figure].unit, reporter: reporterCode) }
    for distance in 0...Self.nearest {
      for other in [index - distance, index + distance]
      where near.contains(other) && figures[other].unit.isMoney {
        return Self.unitCode(figures[other].unit, reporter: reporterCode)
      }
    }
    return ""
  }

  /// The figures near one: those that can lend it a unit or a sign.
  private func near(_ index: Int) -> Range<Int> {
    max(0, index - Self.nearest)..<min(figures.count, index + Self.nearest + 1)
  }

  /// How many figures on each side are near.
  private static let nearest = 40

  // MARK: Statements

  private func statement(of figure: ProseFigure, at index: Int) -> FigureStatement? {
    guard figure.measure != .none, !figure.isPerUnit, !figure.isFragment else { return nil }
    let id = name(ofFigure: index)
    switch figure.role {
    case .level, .balance:
      if figure.measure == .other {
        // Earnings, investment and the like: only what the clause names itself.
        guard figure.unit.isMoney, !figure.rules.contains(.inheritedTopic),
          !figure.rules.contains(.topicBehind)
        else { return nil }
      }
      guard figure.unit.isAmount else { return nil }
      let unit = Self.unitCode(figure.unit, reporter: reporterCode)
      let suffix = figure.period == nil && figure.isBase ? "@base" : ""
      let quantity = quantity(figure.measure, figure.scope, figure.period, unit: unit, base: suffix)
      guard figure.isLoose else { return .level(id, of: quantity) }
      // "a gap of 48 billion": of either sign.
      let form = LinearForm(quantity)
      return FigureStatement(
        figure: id, kind: .level, cases: [.init(value: form), .init(value: form * Rational(-1))])
    case .share: return share(figure, id, index)
    case .change: return change(figure, id, index)
    }
  }

  private func share(_ figure: ProseFigure, _ id: String, _ index: Int) -> FigureStatement? {
    let period = figure.period
    if figure.measure == .coverage {
      var scope = figure.scope
      scope.basis = 0
      let isServices = scope.part == ProseParts.services
      let unit = unit(ofFlow: isServices ? .servicesExports : .exports, index, period)
      return .share(
        id, of: quantity(isServices ? .servicesExports : .exports, scope, period, unit: unit),
        in: quantity(isServices ? .servicesImports : .imports, scope, period, unit: unit))
    }
    var (wholeMeasure, wholeScope) = (figure.measure, main)
    if figure.scope.partner >= 0, figure.scope.partner != main.partner { wholeScope.partner = -1 }
    if figure.scope.basis == 5 { wholeScope.basis = 5 }
    if let name = partNames[figure.scope.part], name.hasPrefix("another ") { return nil }
    if let whole = figure.whole {
      guard whole.measure != .other else { return nil }
      (wholeMeasure, wholeScope) = (whole.measure, whole.scope)
    }
    var partScope = figure.scope
    if partScope == wholeScope, wholeMeasure == figure.measure {
      // "the share of exports" in a text about one country is their share of its trade.
      guard figure.measure.flow == .exports || figure.measure.flow == .imports, figure.whole == nil
      else { return nil }
      wholeMeasure = figure.measure.isServices ? .servicesTrade : .trade
    }
    partScope.basis = wholeScope.basis
    if wholeScope.part > 2, partScope.part == 0 { partScope.part = wholeScope.part }
    if wholeMeasure.isBalance || wholeMeasure == .coverage { return nil }
    let unit = unit(ofRate: figure, at: index)
    if figure.measure == .balance, figure.whole != nil {
      guard let sign = sign(of: figure, at: index) else { return nil }
      let size = LinearForm(quantity(.balance, partScope, period, unit: unit))
      return FigureStatement(
        figure: id, kind: .share,
        cases: [
          .init(
            value: size * Rational(sign.rawValue),
            base: LinearForm(quantity(wholeMeasure, wholeScope, period, unit: unit)))
        ])
    }
    let part = quantity(figure.measure, partScope, period, unit: unit)
    let whole = quantity(wholeMeasure, wholeScope, period, unit: unit)
    // What is not told apart from its whole is no share of it.
    return part == whole ? nil : .share(id, of: part, in: whole)
  }

  private func unit(ofFlow measure: ProseMeasure, _ index: Int, _ period: ProsePeriod?) -> String {
    let levels = figures[near(index)].filter(\.unit.isMoney)
    let best = levels.first { $0.measure == measure && $0.period == period } ?? levels.first
    return best.map { Self.unitCode($0.unit, reporter: reporterCode) } ?? ""
  }

  private func change(_ figure: ProseFigure, _ id: String, _ index: Int) -> FigureStatement? {
    guard figure.unit != .points, figure.measure != .coverage, !figure.isOtherGap
    else { return nil }
    let unit =
      figure.unit.isAmount
      ? Self.unitCode(figure.unit, reporter: reporterCode) : unit(ofRate: figure, at: index)
    let now = quantity(figure.measure, figure.scope, figure.period, unit: unit)
    let before: Quantity
    if let base = figure.base {
      before = quantity(figure.measure, figure.scope, base, unit: unit)
    } else if figure.period == nil {
      before = quantity(figure.measure, figure.scope, nil, unit: unit, base: "@base")
    } else {
      return nil
    }
    guard now != before else { return nil }
    switch figure.unit {
    case .percent:
      guard figure.measure.isBalance else {
        return figure.isLoose ? ofEitherSign(id, now, before) : .growth(id, of: now, on: before)
      }
      let sign = sign(of: figure, at: index)
      return .sizeGrowth(id, of: now, on: before, sign: sign, baseSign: sign)
    case .multiple:
      guard figure.measure.isBalance, let sign = sign(of: figure, at: index) else {
        return .ratio(id, of: now, to: before)
      }
      let factor = Rational(sign.rawValue)
      return FigureStatement(
        figure: id, kind: .ratio,
        cases: [.init(value: LinearForm(now) * factor, base: LinearForm(before) * factor)])
    case .money, .tonnes:
      guard figure.measure.isBalance, let sign = sign(of: figure, at: index),
        !crossesZero(figure, index)
      else {
        return .change(id, of: now, on: before)
      }
      if figure.isJudged {
        let change = LinearForm(now) - LinearForm(before)
        return FigureStatement(
          figure: id, kind: .change, cases: [.init(value: change * Rational(sign.rawValue))])
      }
      return .sizeChange(id, of: now, on: before, sign: sign, baseSign: sign)
    case .points, .ratio: return nil
    }
  }

  /// A change whose direction no word tells.
  private func ofEitherSign(_ id: String, _ now: Quantity, _ before: Quantity) -> FigureStatement {
    let change = LinearForm(now) - LinearForm(before)
    return FigureStatement(
      figure: id, kind: .growth,
      cases: [change, change * Rational(-1)].map { .init(value: $0, base: LinearForm(before)) })
  }

  /// Whether a balance is a surplus or a deficit: by its words, else by the level printed beside.
  private func sign(of figure: ProseFigure, at index: Int) -> FigureStatement.BalanceSign? {
    if figure.balanceSign != 0 { return figure.balanceSign > 0 ? .surplus : .deficit }
    let level = near(index).first {
      figures[$0].role == .balance && figures[$0].measure == figure.measure
        && figures[$0].scope == figure.scope && figures[$0].period == figure.period
    }
    return level.map { figures[$0].sign > 0 ? .surplus : .deficit }
  }

  /// Whether the levels beside a change of a balance lie on both sides of zero.
  private func crossesZero(_ figure: ProseFigure, _ index: Int) -> Bool {
    var signs = Set<Int>()
    for level in figures[near(index)]
    where level.role == .balance && level.scope == figure.scope && level.measure == figure.measure
      && level.sentence == figure.sentence
      && (level.period == figure.period || level.period == figure.base)
    {
      signs.insert(level.sign)
    }
    return signs.count > 1
  }
}
