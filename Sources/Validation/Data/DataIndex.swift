internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The figures of a dataset by what they are about, each with all its vintages.
struct DataIndex: Sendable {
  /// What one vintage says.
  struct Value: Sendable {
    let vintage: Vintage?
    /// What its digits stand for, in base units or in percent.
    let interval: ExactInterval

    /// The vintage, for readers.
    var name: String { vintage?.description ?? "undated" }
  }

  private struct Key: Hashable {
    let reporter: String
    let partner: String
    let flow: Flow
    let product: String
    let period: Period
    let unit: String
  }

  private var values: [Key: [Value]] = [:]
  /// The products by their words, those left out whose words another one has too.
  private var products: [String: String] = [:]
  private var reporters: Set<String> = []
  private var partners: Set<String> = []

  init(_ dataset: Dataset) {
    for observation in dataset.used where observation.key.measure == .value {
      guard let interval = Self.interval(observation) else { continue }
      let key = observation.key
      reporters.insert(key.reporter)
      partners.insert(key.partner)
      values[
        Key(
          reporter: key.reporter, partner: key.partner, flow: key.flow, product: key.product,
          period: observation.period, unit: key.unit.code), default: []
      ].append(Value(vintage: observation.vintage, interval: interval))
    }
    let names = Dictionary(grouping: Set(values.keys.map(\.product))) { Self.plain($0) }
    products = names.compactMapValues { $0.count == 1 ? $0[0] : nil }
    for key in values.keys {
      values[key]?.sort { ($0.vintage?.description ?? "") < ($1.vintage?.description ?? "") }
    }
  }

  /// The digits as printed, or the value with what it can be off, exactly as it is stored.
  private static func interval(_ observation: TradeObservation) -> ExactInterval? {
    if let figure = observation.figure {
      return PrintedNumber(
        significand: figure.significand, decimals: figure.decimals, scale: figure.scale
      ).interval(under: .unknown)
    }
    guard let value = observation.observation.value, let middle = Rational(decimal: "\(value)"),
      let half = Rational(decimal: "\(observation.halfUnit)")
    else { return nil }
    return ExactInterval(middle - half, middle + half)
  }

  /// What the vintages say of a level, the oldest first.
  func levels(_ quantity: Quantity) -> [Value] {
    guard let period = span(quantity.period), let flow = flow(quantity) else { return [] }
    let areas = areas(quantity)
    guard let reporter = areas.reporter, let partner = areas.partner,
      let product = product(quantity)
    else { return [] }
    let units = quantity.unit.isEmpty ? Set(values.keys.map(\.unit)).sorted() : [quantity.unit]
    return units.lazy.compactMap { unit in
      values[
        Key(
          reporter: reporter, partner: partner, flow: flow, product: product, period: period,
          unit: unit)]
    }.first ?? []
  }

  /// What the vintages say of a change in percent: each that has the level, on the base it has
  /// or on the latest one before it.
  func changes(_ now: Quantity, _ base: Quantity) -> [Value] {
    let bases = levels(base)
    return levels(now).compactMap { value in
      let own =
        bases.last { $0.vintage == value.vintage } ?? bases.last {
          isEarlier($0.vintage, value.vintage)
        } ?? bases.first
      return own.flatMap { GrowthRange.growth(of: value.interval, on: $0.interval) }
        .map { Value(vintage: value.vintage, interval: $0) }
    }
  }

  private func isEarlier(_ a: Vintage?, _ b: Vintage?) -> Bool {
    guard let a, let b else { return false }
    return a <= b
  }

  private func span(_ period: FigurePeriod?) -> Period? {
    switch period {
    case .span(let span): span
    case .stock(let month): .month(month)
    case .days, nil: nil
    }
  }

  private func flow(_ quantity: Quantity) -> Flow? {
    switch quantity.measure {
    case .exports: .exports
    case .imports: .imports
    case .totalTrade: .totalTrade
    case .balance: .balance
    case .servicesExports: .servicesExports
    case .servicesImports: .servicesImports
    case .servicesTotal: .servicesTotal
    case .fdiFlow: quantity.subject.hasSuffix("received") ? .fdiFlowIn : .fdiFlowOut
    case .fdiStock: quantity.subject.hasSuffix("received") ? .fdiStockIn : .fdiStockOut
    case .other: nil
    }
  }

  /// The series nearest to a quantity in which a printed range would be true, for readers: another
  /// period, then another flow, then another partner.
  ///
  /// - Complexity: linear in the series of the data.
  func nearest(to quantity: Quantity, allowing printed: ExactInterval) -> String? {
    let areas = areas(quantity)
    guard let reporter = areas.reporter, let partner = areas.partner, let flow = flow(quantity),
      let period = span(quantity.period), let product = product(quantity)
    else { return nil }
    var best: (rank: (Int, Int, String), text: String)?
    for (key, list) in values
    where key.reporter == reporter && key.product == product
      && (quantity.unit.isEmpty || key.unit == quantity.unit)
    {
      guard let value = list.last, value.interval.overlaps(printed) else { continue }
      let isOther = [key.period != period, key.flow != flow, key.partner != partner]
      guard isOther.count(where: { $0 }) == 1, let kind = isOther.firstIndex(of: true) else {
        continue
      }
      let distance = abs(period.last.distance(to: key.period.last)) * 100 + key.period.count
      let names = ["\(key.period)", "\(key.flow.rawValue)", key.partner]
      let rank = (kind, distance, names[kind])
      if let old = best, old.rank <= rank { continue }
      best = (rank, names[kind])
    }
    return best.map { "this is the value of \($0.text)" }
  }

  /// The product of the data that a key names by its code or by its words; for goods in flows of goods
  /// and services in flows of services all of them.
  private func product(_ quantity: Quantity) -> String? {
    guard !quantity.product.isEmpty else { return "" }
    if let known = products[Self.plain(quantity.product)] { return known }
    let isServices =
      [.servicesExports, .servicesImports, .servicesTotal].contains(quantity.measure)
    return quantity.product == (isServices ? "services" : "goods") ? "" : nil
  }

  /// Words in small letters without marks, "and" and the ending of the plural.
  private static func plain(_ name: String) -> String {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }
    return words.filter { $0 != "and" }
      .map { $0.count > 3 && $0.hasSuffix("s") && !$0.hasSuffix("ss") ? $0.dropLast() : $0 }
      .joined(separator: " ")
  }

  /// The reporter and partner that a key names; where it names none, the only ones of the data.
  ///
  /// A code is that of the reporter, as running text and columns of reporters tell it. The name of
  /// a row may be that of a partner of the only reporter.
  private func areas(_ quantity: Quantity) -> (reporter: String?, partner: String?) {
    var words = [quantity.subject, quantity.partner].filter { !$0.isEmpty }
    if quantity.measure == .fdiFlow || quantity.measure == .fdiStock, let first = words.first {
      words[0] = first.split(separator: " ").dropLast().joined(separator: " ")
    }
    if words.count == 1, quantity.partner.isEmpty {
      let pair = words[0].split { $0 == "-" || $0 == "–" }.map(String.init)
      if pair.count == 2, Area(code: words[0]) == nil { words = pair }
    }
    let codes = words.filter { !$0.isEmpty }.map { Area(code: $0)?.code }
    // A word that is no area names something the data are not about.
    if codes.contains(nil) { return (nil, nil) }
    let known = codes.compactMap { $0 }
    let only = reporters.count == 1 ? reporters.first : nil
    let onlyPartner = partners.count == 1 ? partners.first : partners.contains("WLD") ? "WLD" : nil
    switch known.count {
    case 0: return (only, onlyPartner)
    case 1:
      guard quantity.partner.isEmpty else { return (only, known[0]) }
      if reporters.contains(known[0]) { return (known[0], onlyPartner) }
      return quantity.subject == known[0] ? (nil, nil) : (only, known[0])
    default: return (known[0], known[1])
    }
  }
}
