internal import TradeModel

/// Units and scales as they stand in tables.
enum UnitWords {
  private static let units: [String: String] = [
    "usd": "USD", "us$": "USD", "us dollar": "USD", "us dollars": "USD", "dollars": "USD",
    "eur": "EUR", "euro": "EUR", "euros": "EUR", "ecu": "EUR", "gbp": "GBP", "£": "GBP", "€": "EUR",
    "$": "USD", "jpy": "JPY", "yen": "JPY", "¥": "JPY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY",
    "inr": "INR", "rs": "INR", "rupees": "INR", "chf": "CHF", "cad": "CAD", "percent": "percent",
    "%": "percent", "per cent": "percent", "% p.a": "percent", "kg": "kg", "tonnes": "t",
    "tons": "t", "t": "t", "pounds sterling": "GBP", "index": "index",
  ]
  private static let scales: [String: Int] = [
    "thousand": 3, "thousands": 3, "'000": 3, "000": 3, "tsd": 3, "million": 6, "millions": 6,
    "mn": 6, "mio": 6, "mil": 6, "m": 6, "billion": 9, "billions": 9, "bn": 9, "mrd": 9,
    "trillion": 12, "trillions": 12, "crore": 7, "lakh": 5,
  ]

  /// A unit with its scale.
  struct Reading: Hashable {
    let unit: String?
    let scale: Int?
  }

  /// Reads `USD million`, `Mio EUR`, `million US$`, `%`; `nil` when a word is no unit.
  static func read(_ text: String) -> Reading? {
    let words = text.lowercased().filter { !"()[],;:".contains($0) }
      .split(whereSeparator: \.isWhitespace)
      .map { word in word.last == "." ? String(word.dropLast()) : String(word) }
      .filter { !["of", "in", "current", "the"].contains($0) }
    guard !words.isEmpty, words.count <= 4 else { return nil }
    var scale: Int?
    var rest: [String] = []
    for word in words {
      if scale == nil, let exponent = scales[word] { scale = exponent } else { rest.append(word) }
    }
    if rest.isEmpty { return scale.map { Reading(unit: nil, scale: $0) } }
    guard let unit = units[rest.joined(separator: " ")] else { return nil }
    return Reading(unit: unit, scale: scale)
  }

  /// Whether a text is a unit.
  static func isUnit(_ text: String) -> Bool { read(text) != nil }
}
