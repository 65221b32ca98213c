internal import TradeModel

/// What a computed series is about: a key without its flow, so that exports to a partner and
/// imports from it meet.
struct SubjectKey: Hashable, Sendable {
  let reporter: String
  let partner: String
  let product: String
  let basis: Basis

  init(_ key: SeriesKey) {
    reporter = key.reporter
    partner = key.partner
    product = key.product
    basis = key.basis
  }

  /// The dimensions that may stand after `by`.
  static let dimensions = ["partner", "product", "reporter"]

  /// The value in a dimension; `nil` for a word that is none.
  func value(in dimension: String) -> String? {
    switch dimension {
    case "partner": partner
    case "product": product
    case "reporter": reporter
    default: nil
    }
  }

  /// Whether the key is the published total of a dimension.
  func isTotal(of dimension: String) -> Bool {
    switch dimension {
    case "partner": partner == "WLD"
    case "product": product.isEmpty || product == "TOTAL"
    default: false
    }
  }
}
