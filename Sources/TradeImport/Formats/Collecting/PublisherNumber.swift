internal import TradeModel

/// A number as one publisher prints it: the marks are known, so nothing is guessed.
///
///     PublisherNumber("61,707.95", thousands: ",", scale: .million)?.value  // 61_707_950_000
///     PublisherNumber("11,30", decimal: ",")?.value                         // 11.3
struct PublisherNumber {
  /// The number in base units, the nearest `Double` of the printed digits and their scale.
  let value: Double
  /// The digits with `.` as their mark; `nil` for more digits than a figure can have.
  let figure: PublishedFigure?
  /// Whether digits beyond the fifteenth were taken for an artefact of binary storage.
  let isArtefact: Bool

  /// Reads a text as a number; `nil` when it is none.
  ///
  /// - Parameters:
  ///   - text: Digits with an optional sign (`-`, `+`, U+2212) and an optional exponent.
  ///   - decimal: The mark before the decimals.
  ///   - thousands: The mark between groups of digits; groups must be complete.
  ///   - scale: What the digits are counted in.
  ///   - roundsArtefacts: Whether sixteen and more digits are rounded to fifteen, which gives
  ///     back a decimal number that was stored in binary: `154824.80000000002` is 154824.8.
  init?(
    _ text: String, decimal: Character = ".", thousands: Character? = nil,
    scale: DecimalScale = .one, roundsArtefacts: Bool = false
  ) {
    var body = text[...]
    var sign = ""
    if let first = body.first, first == "-" || first == "+" || first == "\u{2212}" {
      sign = first == "+" ? "" : "-"
      body = body.dropFirst()
    }
    let parts = body.split(
      maxSplits: 1, omittingEmptySubsequences: false, whereSeparator: { $0 == "e" || $0 == "E" })
    var exponent = 0
    if parts.count == 2 {
      guard let number = Int(parts[1]), abs(number) <= 300 else { return nil }
      exponent = number
    }
    let halves = parts[0].split(
      separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = Self.digits(of: halves[0], thousands: thousands) else { return nil }
    let decimals = halves.count == 2 ? String(halves[1]) : ""
    guard Self.areDigits(decimals), !(whole.isEmpty && decimals.isEmpty) else { return nil }
    var plain = halves.count == 2 ? "\(whole).\(decimals)" : whole
    isArtefact = roundsArtefacts && Self.significantDigits(plain) > 15
    if isArtefact { plain = Self.rounded(whole: whole, decimals: decimals) }
    let power = exponent + scale.exponent
    let figure =
      (-18...18).contains(power)
      ? PublishedFigure(printed: sign + plain, scale: DecimalScale(exponent: power)) : nil
    guard let value = figure?.value ?? Double("\(sign)\(plain)e\(power)"), value.isFinite else {
      return nil
    }
    self.figure = figure
    self.value = value
  }

  /// The digits without the marks of thousands; `nil` when the marks stand in wrong places.
  private static func digits(of text: Substring, thousands: Character?) -> String? {
    guard let thousands, text.contains(thousands) else {
      return areDigits(String(text)) ? String(text) : nil
    }
    let groups = text.split(separator: thousands, omittingEmptySubsequences: false)
    // Groups of two before the last three are those of lakhs and crores.
    guard let first = groups.first, let last = groups.last, last.count == 3,
      (1...3).contains(first.count),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 || $0.count == 2 })
    else { return nil }
    let joined = groups.joined()
    return areDigits(joined) ? joined : nil
  }

  private static func areDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  private static func significantDigits(_ text: String) -> Int {
    text.filter { $0 != "." }.drop { $0 == "0" }.count
  }

  /// The number with fifteen significant digits, half away from zero, without zeros behind.
  private static func rounded(whole: String, decimals: String) -> String {
    var digits = Array((whole + decimals).utf8.map { $0 - UInt8(ascii: "0") })
    let leading = digits.prefix { $0 == 0 }.count
    let cut = leading + 15
    let goesUp = digits[cut] >= 5
    for position in cut..<digits.count { digits[position] = 0 }
    var position = cut
    var carries = goesUp
    while carries, position > 0 {
      position -= 1
      digits[position] = digits[position] == 9 ? 0 : digits[position] + 1
      carries = digits[position] == 0
    }
    if carries { digits.insert(1, at: 0) }
    let pointAt = digits.count - decimals.utf8.count
    let text = digits.map(String.init).joined()
    var tail = text.dropFirst(pointAt)
    while tail.last == "0" { tail = tail.dropLast() }
    return tail.isEmpty ? String(text.prefix(pointAt)) : "\(text.prefix(pointAt)).\(tail)"
  }
}
