internal import TimeSeries
internal import TradeModel

/// What the dimensions of a series are for, by the names that offices give them.
///
/// Each dimension goes somewhere, so that two series never share a key: what is not an area, a
/// flow, a product, a unit or an adjustment becomes a part of the product's name for figures
/// that are no trade flows, and a token of the basis for those that are.
struct SeriesDimensions {
  /// Whose statistics.
  static let reporter = [
    "REF_AREA", "REPORTER", "DECLARANT", "GEO", "LOCATION", "COUNTRY", "REPORTING_COUNTRY",
    "JURISDICTION",
  ]
  /// With whom.
  static let partner = [
    "COUNTERPART_AREA", "PARTNER", "COUNTERPART_COUNTRY", "VIS_A_VIS_AREA", "PAR",
    "COUNTERPART", "COUNT_AREA",
  ]
  /// What crosses the border.
  static let flow = [
    "FLOW", "TRADE_FLOW", "STK_FLOW", "FLOWS", "TRADEFLOW", "FLOW_TYPE", "TRD_FLOW",
  ]
  /// The product.
  static let product = [
    "PRODUCT", "COMMODITY", "COMMODITY_CODE", "SITC06", "SITC", "SITC_REV3", "CPA", "CN", "HS",
    "BCLAS_BEC", "PRODUCT_NC", "BEC", "TRD_PRODUCT",
  ]
  /// Which number.
  static let indicator = ["INDICATORS", "INDIC_ET", "INDICATOR", "MEASURE", "INDIC"]
  /// The unit.
  static let unit = ["UNIT_MEASURE", "UNIT", "CURRENCY"]
  /// What must not be mixed: adjustment, prices, valuation.
  static let basis = [
    "S_ADJ", "ADJUSTMENT", "SEASONAL_ADJUST", "PRICE_BASE", "VALUATION", "TRANSFORMATION",
    "SEASONAL_ADJUSTMENT",
  ]
  /// How often.
  static let frequency = ["FREQ", "FREQUENCY"]

  /// Codes that stand for all of a breakdown or for none.
  static let neutral: Set<String> = ["", "_Z", "_T", "TOTAL", "TOT", "ALL", "W0", "_A"]
  /// Codes that stand for all in one dimension only: the ECB's total of products, and values in
  /// place of volumes and prices.
  static let ownNeutral: [String: String] = ["TRD_PRODUCT": "TTT", "TRD_SUFFIX": "VAL"]

  /// Whether the code of a dimension stands for all of it or for none.
  static func isNeutral(_ name: String, _ code: String) -> Bool {
    neutral.contains(code) || ownNeutral[name] == code
  }

  /// The dimensions of one series: names and codes in the order of the file.
  let pairs: [(name: String, code: String)]

  init(_ pairs: [(name: String, code: String)]) {
    self.pairs = pairs.map { ($0.name.uppercased(), $0.code) }
  }

  /// The code of the first dimension with one of these names.
  func code(_ names: [String]) -> String {
    for name in names {
      if let pair = pairs.first(where: { $0.name == name }) { return pair.code }
    }
    return ""
  }

  /// What a series is, before areas are looked up.
  struct Reading {
    let reporter: String
    let partner: String
    let flow: Flow
    let product: String
    let measure: Measure
    let basis: String
    /// The unit; empty when nothing says it.
    let unit: String
    /// The power of ten that the unit's code holds, as 6 for `MIO_EUR`.
    let exponent: Int
  }

  /// A dimension whose code is none, or is probably a damaged one; with what is expected there.
  func fault() -> (index: Int, expected: String)? {
    for (index, pair) in pairs.enumerated() {
      if !CodeSyntax.isCode(pair.code) { return (index, "a code of letters and digits") }
      if Self.indicator.contains(pair.name), let likely = IndicatorCode.likely(pair.code) {
        return (index, "a known indicator such as \(likely)")
      }
    }
    return nil
  }

  /// A known name of a dimension or attribute that differs from another one in a single letter.
  static func likelyName(_ name: String, among names: [String]) -> String? {
    let wanted = name.uppercased()
    let known =
      reporter + partner + flow + product + indicator + unit + basis + frequency + [
        "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "OBS_FLAG", "UNIT_MULT", "DECIMALS", "DATAFLOW",
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "CONF_STATUS",
      ]
    guard !known.contains(wanted) else { return nil }
    return known.first { candidate in
      let isNear =
        candidate.count == wanted.count
        ? candidate.count > 2 && zip(candidate, wanted).count { $0 != $1 } == 1
        : candidate.count > 6 && isOneLetterMore(candidate, wanted)
      return isNear && !names.contains { $0.uppercased() == candidate }
    }
  }

  /// Whether one of two texts is the other one with a letter more.
  private static func isOneLetterMore(_ a: String, _ b: String) -> Bool {
    let (long, short) = a.count > b.count ? (Array(a), Array(b)) : (Array(b), Array(a))
    guard long.count == short.count + 1 else { return false }
    return long.indices.contains { long[..<$0] + long[($0 + 1)...] == short[...] }
  }

  /// Reads the dimensions.
  func read() -> Reading {
    let indicator = IndicatorCode(code(Self.indicator))
    let stated = FlowCode.flow(code(Self.flow))
    let entry = FlowCode.flow(account: code(["INT_ACC_ITEM"]), code(["ACCOUNTING_ENTRY"]))
    let flow = stated ?? entry ?? indicator.flow ?? .other
    let unitCode = code(Self.unit)
    let unit = UnitCode(unitCode)
    var used = Self.reporter + Self.partner + Self.unit + Self.frequency
    if stated != nil { used += Self.flow }
    if stated == nil, entry != nil { used += ["INT_ACC_ITEM", "ACCOUNTING_ENTRY"] }
    // An indicator that is understood is told by flow, measure and unit.
    if indicator.isUnderstood { used += Self.indicator }
    let basis = pairs.filter { Self.basis.contains($0.name) && !Self.isNeutral($0.name, $0.code) }
    let products = Self.product.contains { name in pairs.contains { $0.name == name } }
    var rest = pairs.filter { pair in
      !used.contains(pair.name) && !Self.basis.contains(pair.name)
        && !Self.isNeutral(pair.name, pair.code)
    }
    // A second dimension of units, as a currency beside a measure, stays apart.
    rest += pairs.filter {
      $0.name == "CURRENCY" && $0.code != unitCode && !Self.neutral.contains($0.code)
    }
    var tokens = [indicator.basis] + basis.map(\.code)
    var product = ""
    if flow == .other {
      product = rest.map(\.code).joined(separator: ".")
    } else {
      if products {
        product = rest.first { Self.product.contains($0.name) }?.code ?? ""
        rest.removeAll { Self.product.contains($0.name) }
      }
      tokens += rest.map(\.code)
    }
    return Reading(
      reporter: code(Self.reporter), partner: code(Self.partner), flow: flow, product: product,
      measure: indicator.measure,
      basis: tokens.filter { !$0.isEmpty }.joined(separator: "+"),
      unit: indicator.unit.isEmpty ? unit.unit : indicator.unit,
      exponent: indicator.unit.isEmpty ? unit.exponent : indicator.exponent)
  }
}
