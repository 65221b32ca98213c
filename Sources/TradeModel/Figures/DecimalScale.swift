/// A power of ten that printed digits are counted in: 10⁹ for billions.
public struct DecimalScale: Sendable, Hashable, CustomStringConvertible {
  /// The exponent of ten.
  public let exponent: Int

  /// Makes a scale from its exponent.
  ///
  /// - Precondition: `exponent` is in -18...18.
  public init(exponent: Int) {
    precondition((-18...18).contains(exponent), "scale 1e\(exponent): expected 1e-18 to 1e18")
    self.exponent = exponent
  }

  /// Reads `1e9`, `1000000000` or `1`; `nil` for anything but a power of ten.
  public init?(parsing text: some StringProtocol) {
    let lowered = text.lowercased()
    if lowered.hasPrefix("1e"), let exponent = Int(lowered.dropFirst(2)) {
      guard (-18...18).contains(exponent) else { return nil }
      self.init(exponent: exponent)
      return
    }
    guard text.first == "1", text.dropFirst().allSatisfy({ $0 == "0" }), text.count <= 19 else {
      return nil
    }
    self.init(exponent: text.count - 1)
  }

  /// Single units.
  public static let one = DecimalScale(exponent: 0)
  /// Thousands.
  public static let thousand = DecimalScale(exponent: 3)
  /// Millions.
  public static let million = DecimalScale(exponent: 6)
  /// Billions, 10⁹.
  public static let billion = DecimalScale(exponent: 9)

  /// The power as a number.
  public var factor: Double { Double("1e\(exponent)") ?? 1 }

  /// `1` or `1e9`.
  public var description: String { exponent == 0 ? "1" : "1e\(exponent)" }

  /// The word in tables and sentences: `billion`; empty for one, `10^8` where there is no word.
  public var name: String {
    switch exponent {
    case 0: ""
    case 3: "thousand"
    case 6: "million"
    case 9: "billion"
    case 12: "trillion"
    default: "10^\(exponent)"
    }
  }

  /// The short form over columns of tables: `bn`, `mn`; empty for one.
  public var symbol: String {
    switch exponent {
    case 3: "thsd"
    case 6: "mn"
    case 9: "bn"
    case 12: "trn"
    default: name
    }
  }
}
