/// What a figure counts: a currency by its ISO 4217 code, percent, percentage points, or another
/// unit by its name.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
  /// The code as it stands in files.
  public let code: String

  /// Makes a unit from its code.
  public init(_ code: String) { self.code = code }

  /// Percent of a base.
  public static let percent = Unit("percent")
  /// Percentage points: the difference of two percentages.
  public static let percentagePoints = Unit("pp")
  /// A ratio or a pure number.
  public static let ratio = Unit("ratio")
  /// US dollars.
  public static let usDollar = Unit("USD")

  /// The code.
  public var description: String { code }

  /// Whether the code is three capital letters, as those of currencies are.
  public var isCurrency: Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { (65...90).contains($0) }
  }

  /// The sign before amounts: `US$`, `€`, `C$`; the code and a space where there is no usual one.
  public var prefix: String {
    switch code {
    case "USD": "US$"
    case "EUR": "€"
    case "GBP": "£"
    case "CAD": "C$"
    case "JPY": "¥"
    case "CNY": "CN¥"
    case "INR": "₹"
    default: isCurrency ? code + " " : ""
    }
  }

  /// The name in words, for tables: `US dollars`.
  public var name: String {
    switch code {
    case "USD": "US dollars"
    case "EUR": "euros"
    case "GBP": "pounds sterling"
    case "CAD": "Canadian dollars"
    case "JPY": "yen"
    case "CNY": "yuan renminbi"
    case "INR": "Indian rupees"
    case "pp": "percentage points"
    default: code
    }
  }
}
