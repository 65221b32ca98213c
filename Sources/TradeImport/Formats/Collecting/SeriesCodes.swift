internal import Diagnostics
internal import TradeModel

/// The syntax of codes.
enum CodeSyntax {
  /// Whether a text can be a code of SDMX: ASCII letters, digits, `_`, `-`, `@`, `$`.
  ///
  /// Source: SDMX 3.0 Technical Notes, IDType.
  static func isCode(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x40, 0x24: true
      default: false
      }
    }
  }
}

/// Flows by the codes of offices.
enum FlowCode {
  /// The flow of a dimension for flows; `nil` for a code that is not known.
  ///
  /// Sources: Eurostat, Comext code list FLOW (1 imports, 2 exports) and STK_FLOW; SDMX global
  /// code lists.
  static func flow(_ code: String) -> Flow? {
    switch code.uppercased() {
    case "1", "M", "I", "IMP", "IMPORT", "IMPORTS": .imports
    case "2", "X", "E", "EXP", "EXPORT", "EXPORTS": .exports
    case "BAL", "BALANCE", "NET", "NTRADE": .balance
    case "RX", "REX": .reExports
    case "RM", "RIM": .reImports
    default: nil
    }
  }

  /// The flow of an account item and its side in a balance of payments: `G` goods, `S` services,
  /// credit or debit; `nil` for others.
  ///
  /// Source: SDMX global data structure for balance of payments, CL_ACCOUNTS_ITEM and
  /// CL_ACCOUNT_ENTRY.
  static func flow(account: String, _ entry: String) -> Flow? {
    switch (account, entry) {
    case ("G", "C"): .exports
    case ("G", "D"): .imports
    case ("S", "C"): .servicesExports
    case ("S", "D"): .servicesImports
    default: nil
    }
  }
}

/// What an indicator's code says of flow, measure and unit.
struct IndicatorCode {
  let flow: Flow?
  let measure: Measure
  let basis: String
  /// The unit; empty when the code does not say it.
  let unit: String
  let exponent: Int
  /// Whether flow, measure and unit say all that the code says.
  let isUnderstood: Bool

  /// Reads a code of Eurostat's INDICATORS and INDIC_ET, or of the IMF's trade indicators.
  init(_ code: String) {
    func made(
      _ flow: Flow?, _ measure: Measure, _ basis: String, _ unit: String, _ exponent: Int = 0,
      isUnderstood: Bool = true
    ) -> Self {
      Self(
        flow: flow, measure: measure, basis: basis, unit: unit, exponent: exponent,
        isUnderstood: isUnderstood)
    }
    self =
      switch code {
      case "VALUE_IN_EUROS", "VALUE_EUR", "VALUE_IN_EUR": made(nil, .value, "", "EUR")
      case "QUANTITY_IN_100KG", "QUANTITY_100KG": made(nil, .weight, "", "kg", 2)
      case "QUANTITY_KG", "QUANTITY_IN_KG": made(nil, .weight, "", "kg")
      case "SUPPLEMENTARY_QUANTITY", "SUP_QUANTITY":
        made(nil, .quantity, "", "supplementary unit")
      case "MIO_EXP_VAL": made(.exports, .value, "", "EUR", 6)
      case "MIO_IMP_VAL": made(.imports, .value, "", "EUR", 6)
      case "MIO_BAL_VAL": made(.balance, .value, "", "EUR", 6)
      case "TXG_FOB_USD", "XG_FOB_USD": made(.exports, .value, "FOB", "USD")
      case "TMG_CIF_USD", "MG_CIF_USD": made(.imports, .value, "CIF", "USD")
      case "TMG_FOB_USD", "MG_FOB_USD": made(.imports, .value, "FOB", "USD")
      case "TBG_USD": made(.balance, .value, "", "USD")
      default:
        made(
          nil, .value, "", code.hasPrefix("CONT_") || code.hasPrefix("PC_") ? "percent" : "",
          isUnderstood: false)
      }
  }

  private static let known = [
    "VALUE_IN_EUROS", "VALUE_EUR", "QUANTITY_IN_100KG", "QUANTITY_KG", "SUPPLEMENTARY_QUANTITY",
    "MIO_EXP_VAL", "MIO_IMP_VAL", "MIO_BAL_VAL", "CONT_EXP_EU", "CONT_IMP_EU", "TXG_FOB_USD",
    "TMG_CIF_USD", "TMG_FOB_USD", "XG_FOB_USD", "MG_CIF_USD", "MG_FOB_USD", "TBG_USD",
  ]

  /// A code whose unit is known and that differs from an unknown one by at most two letters.
  static func likely(_ code: String) -> String? {
    guard code.count > 5, !known.contains(code), !IndicatorCode(code).isUnderstood,
      let near = known.nearest(to: code), abs(near.count - code.count) <= 1
    else { return nil }
    return near
  }

  private init(
    flow: Flow?, measure: Measure, basis: String, unit: String, exponent: Int, isUnderstood: Bool
  ) {
    self.flow = flow
    self.measure = measure
    self.basis = basis
    self.unit = unit
    self.exponent = exponent
    self.isUnderstood = isUnderstood
  }
}

/// A unit and the power of ten in its code: `MIO_EUR` is EUR and 6.
struct UnitCode {
  let unit: String
  let exponent: Int

  init(_ code: String) {
    let scales = [
      ("MIO_", 6), ("MLN_", 6), ("MN_", 6), ("BLN_", 9), ("BN_", 9), ("THS_", 3), ("TH_", 3),
    ]
    if let scale = scales.first(where: { code.hasPrefix($0.0) }) {
      unit = String(code.dropFirst(scale.0.count))
      exponent = scale.1
    } else {
      unit = code == "PC" || code == "PT" || code.hasPrefix("PC_") ? "percent" : code
      exponent = 0
    }
  }
}
