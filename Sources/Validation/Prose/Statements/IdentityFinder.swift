internal import TimeSeries

/// Finds what must hold between the levels that a text speaks of: totals, balances, periods.
struct IdentityFinder {
  /// The quantities, in order.
  let quantities: [Quantity]
  /// The words of the parts.
  let partNames: [Int32: String]
  /// The quantities that are printed as levels, without their times.
  let printed: Set<Quantity>

  /// The quantities as a set.
  private let set: Set<Quantity>
  /// The quantities that differ in their times only, by the key without one.
  private let byKey: [Quantity: [Quantity]]
  /// The quantities of one time that differ in their parts only, by the key without one.
  private let byPart: [Quantity: [Quantity]]
  /// Whether re-exports are named at all.
  private let hasReexports: Bool

  /// Prepares the search.
  init(quantities: [Quantity], partNames: [Int32: String], printed: Set<Quantity>) {
    (self.quantities, self.partNames, self.printed) = (quantities, partNames, printed)
    set = Set(quantities)
    byKey = Dictionary(grouping: quantities) { $0.of(nil as FigurePeriod?) }
    byPart = Dictionary(grouping: quantities) { Self.withoutPart($0) }
    hasReexports = partNames.values.contains(ProseParts.reexports)
  }

  private static func withoutPart(_ quantity: Quantity) -> Quantity {
    var key = quantity
    key.product = ""
    return key
  }

  /// The identities, in the order of the quantities.
  func identities() -> [Identity] {
    var found: [Identity] = []
    var known = Set(quantities)
    var done = Set<String>()
    func add(_ identity: Identity, _ all: [Quantity]) {
      guard done.insert(identity.id).inserted else { return }
      found.append(identity)
      known.formUnion(all)
    }
    let relations = quantities.map { (sums: sums(of: $0), balance: balance(of: $0)) }
    // Two rounds: a total that the first introduces can be part of the second.
    for _ in 0..<2 {
      for (sums, balance) in relations {
        for sum in sums {
          let (total, parts, name) = (sum.total, sum.parts, sum.name)
          let all = [total] + parts
          guard all.count(where: { known.contains($0) }) >= all.count - 1, isPrinted(all) else {
            continue
          }
          add(
            .sum(
              id: "sum: \(Self.label(total)), \(name)",
              "\(total.name) is \(name)", total, of: parts), all)
        }
        if let (balance, exports, imports) = balance {
          let all = [balance, exports, imports]
          guard all.count(where: { known.contains($0) }) >= 2, isPrinted(all) else { continue }
          add(
            .balance(
              id: "balance: \(Self.label(balance))", "\(balance.name) is exports less imports",
              balance, exports: exports, imports: imports), all)
        }
      }
    }
    for quantity in quantities {
      if let parts = periods(of: quantity) {
        add(
          .sum(
            id: "periods: \(Self.label(quantity)) of \(parts.count)",
            "\(quantity.name) is the sum of its periods", quantity, of: parts, kind: .periods),
          [quantity])
      }
    }
    return found
  }

  /// Whether one of some quantities is printed at some time; rates alone are not related.
  private func isPrinted(_ all: [Quantity]) -> Bool {
    all.contains { printed.contains($0.of(nil as FigurePeriod?)) }
  }

  private static func label(_ quantity: Quantity) -> String {
    [
      quantity.measure.rawValue, quantity.subject, quantity.partner, quantity.product,
      quantity.period?.description ?? "", quantity.unit, quantity.basis,
    ].joined(separator: "/")
  }

  private func with(_ quantity: Quantity, _ measure: FigureMeasure, product: String? = nil)
    -> Quantity
  {
    var other = quantity.of(measure)
    if let product { other.product = product }
    return other
  }

  // MARK: Sums

  /// A total, its parts and what they are called together.
  private struct Sum {
    let total: Quantity
    let parts: [Quantity]
    let name: String
  }

  /// The sums that a quantity can be the total of.
  private func sums(of quantity: Quantity) -> [Sum] {
    var sums: [Sum] = []
    // Trade of exports and imports.
    switch quantity.measure {
    case .totalTrade, .exports, .imports:
      var flows = [with(quantity, .exports), with(quantity, .imports)]
      if let again = reexports(beside: flows[0]) { flows.append(again) }
      sums.append(
        Sum(
          total: with(quantity, .totalTrade), parts: flows,
          name: flows.count > 2 ? "exports, imports and re-exports" : "exports and imports"))
    case .servicesTotal, .servicesExports, .servicesImports:
      sums.append(
        Sum(
          total: with(quantity, .servicesTotal),
          parts: [with(quantity, .servicesExports), with(quantity, .servicesImports)],
          name: "exports and imports"))
    default: break
    }
    // Goods and services.
    if quantity.product == "p1" || quantity.product == "p2" {
      let flow = Self.goods(quantity.measure)
      if let flow {
        sums.append(
          Sum(
            total: with(quantity, flow, product: ""),
            parts: [
              with(quantity, flow, product: "p1"),
              with(quantity, Self.services(flow), product: "p2"),
            ],
            name: "goods and services"))
      }
    }
    // Partners that make up all others.
    for (whole, first, second) in Self.partnerPairs where quantity.partner == first {
      var (total, one, two) = (quantity, quantity, quantity)
      (total.partner, one.partner, two.partner) = (whole, first, second)
      if set.contains(two) {
        sums.append(Sum(total: total, parts: [one, two], name: "its partners"))
      }
    }
    if name(quantity.product) != nil,
      let other = byPart[Self.withoutPart(quantity)]?.prefix(40).first(where: {
        isComplement($0, of: quantity)
      }), isWhole(quantity, other)
    {
      var total = quantity
      total.product = ""
      sums.append(Sum(total: total, parts: [quantity, other], name: "its two parts"))
    }
    return sums
  }

  /// Whether two complements leave nothing out: "oil and gas" and "non-oil" beside a third part may.
  private func isWhole(_ first: Quantity, _ second: Quantity) -> Bool {
    let (one, two) = (name(first.product) ?? "", name(second.product) ?? "")
    if one == "non " + two || two == "non " + one { return true }
    return !(byPart[Self.withoutPart(first)] ?? []).prefix(40).contains {
      $0.product != first.product && $0.product != second.product && name($0.product) != nil
    }
  }

  /// Re-exports that the text tells beside exports of its own.
  private func reexports(beside exports: Quantity) -> Quantity? {
    guard hasReexports, set.contains(exports) else { return nil }
    return byPart[Self.withoutPart(exports)]?.prefix(40).first {
      name($0.product) == ProseParts.reexports
    }
  }

  private static let partnerPairs: [(String, String, String)] = [
    ("", "EU", "NONEU"), ("EU", "EA", "NONEA"), ("", "USA", "ELSE"),
  ]

  private static func goods(_ measure: FigureMeasure) -> FigureMeasure? {
    switch measure {
    case .exports, .servicesExports: .exports
    case .imports, .servicesImports: .imports
    case .totalTrade, .servicesTotal: .totalTrade
    case .balance: .balance
    default: nil
    }
  }

  private static func services(_ measure: FigureMeasure) -> FigureMeasure {
    switch measure {
    case .exports: .servicesExports
    case .imports: .servicesImports
    case .totalTrade: .servicesTotal
    default: measure
    }
  }

  /// Whether two parts are told apart as one and not that one, domestic and foreign, new and old.
  private func isComplement(_ other: Quantity, of quantity: Quantity) -> Bool {
    guard other.product != quantity.product, other.measure == quantity.measure,
      other.period == quantity.period, other.unit == quantity.unit, other.basis == quantity.basis,
      other.partner == quantity.partner, other.subject == quantity.subject
    else { return false }
    guard let first = name(quantity.product), let second = name(other.product) else { return false }
    return Self.areComplements(first, second)
  }

  private func name(_ product: String) -> String? {
    guard product.first == "p", let number = Int32(product.dropFirst()), number > 2 else {
      return nil
    }
    return partNames[number]
  }

  /// Whether words name two parts that leave nothing out.
  static func areComplements(_ first: String, _ second: String) -> Bool {
    let (one, two) = (first.split(separator: " "), second.split(separator: " "))
    if two.first == "non", Array(two.dropFirst().filter { $0 != "non" }) == one { return true }
    func has(_ words: [Substring], _ list: [String]) -> Bool {
      words.contains { list.contains(String($0)) }
    }
    let pairs: [([String], [String])] = [
      (["domestic"], ["foreign", "invested", "fdi"]),
      (["new", "newly"], ["existing", "additional", "added"]),
      (["public"], ["private"]), (["oil"], ["non"]), (["energy"], ["non"]), (["urban"], ["rural"]),
    ]
    for (left, right) in pairs {
      if has(one, left), !has(one, right), has(two, right), !has(two, left) || right == ["non"] {
        return true
      }
    }
    return false
  }

  // MARK: Balances

  private func balance(of quantity: Quantity) -> (Quantity, Quantity, Quantity)? {
    switch quantity.measure {
    case .balance, .exports, .imports, .servicesExports, .servicesImports:
      let isServices =
        quantity.product == "p2"
        || quantity.measure == .servicesExports || quantity.measure == .servicesImports
      return (
        with(quantity, .balance), with(quantity, isServices ? .servicesExports : .exports),
        with(quantity, isServices ? .servicesImports : .imports)
      )
    case .fdiStock, .fdiFlow:
      if quantity.measure == .fdiFlow, name(quantity.product) == "net" {
        // Net inflows are inflows less outflows.
        let out = (byPart[Self.withoutPart(quantity)] ?? []).first {
          name($0.product) == "outward"
        }
        guard let out else { return nil }
        return (quantity, with(quantity, .fdiFlow, product: ""), out)
      }
      guard quantity.product == "net" else { return nil }
      func part(_ words: String) -> Quantity? {
        (byPart[Self.withoutPart(quantity)] ?? []).first {
          $0.measure == quantity.measure && $0.period == quantity.period && $0.unit == quantity.unit
            && $0.partner == quantity.partner && name($0.product) == words
        }
      }
      guard let out = part("outward"), let back = part("inward") else { return nil }
      return (quantity, out, back)
    default: return nil
    }
  }

  // MARK: Periods

  /// The periods that tile a longer one, all of them spoken of.
  private func periods(of quantity: Quantity) -> [Quantity]? {
    guard case .span(let whole)? = quantity.period, whole.count > 1, quantity.basis.isEmpty,
      quantity.measure != .fdiStock
    else { return nil }
    var spans: [Month: [Period]] = [:]
    for other in byKey[quantity.of(nil as FigurePeriod?)] ?? [] {
      guard case .span(let span)? = other.period, span != whole, whole.contains(span) else {
        continue
      }
      spans[span.first, default: []].append(span)
    }
    var parts: [Quantity] = []
    var next = whole.first
    while next <= whole.last {
      guard let span = spans[next]?.max(by: { $0.count < $1.count }) else { return nil }
      parts.append(quantity.of(.span(span)))
      next = span.last.advanced(by: 1)
    }
    return parts.count >= 2 ? parts : nil
  }
}
