extension NumberStyle {
  /// Returns the number as printed, text and value.
  ///
  ///     NumberStyle(decimals: 1).print(-0.04).text  // "0.0"
  ///
  /// - Precondition: The value is finite; what is missing is `nil`.
  public func print(_ value: Double) -> FormattedNumber {
    let scaled = scaledDigits(of: value)
    let digits = scaled.rounded(toDecimals: decimals, by: rounding)
    let plain = digits.wholePart
    let fraction = decimals > 0 ? "." + digits.fraction(decimals: decimals) : ""
    let signText =
      switch sign {
      case .automatic: digits.isNegative ? minus.rawValue : ""
      case .always: digits.isNegative ? minus.rawValue : digits.digits.isEmpty ? "" : "+"
      case .never: ""
      }
    let whole = grouped(plain)
    // Cutting the largest numbers to 15 digits may go up beyond what a Double holds.
    let magnitude = min(Double(plain + fraction) ?? .infinity, .greatestFiniteMagnitude)
    let lastPlaces = Int128((digits.isNegative ? "-" : "") + plain + fraction.dropFirst())
    return FormattedNumber(
      head: signText + prefix + whole, tail: fraction + suffix,
      number: signText + whole + fraction,
      value: digits.isNegative ? -magnitude : magnitude, decimals: decimals,
      lastPlaces: lastPlaces)
  }

  /// Returns the text of a number, or the text for missing values.
  public func text(_ value: Double?) -> String {
    value.map { print($0).text } ?? missing
  }

  /// Returns the number that is printed, in printed units and with its sign.
  ///
  ///     NumberStyle(decimals: 2, divisor: 1e9).rounded(29_705_000_000)  // 29.71
  public func rounded(_ value: Double) -> Double { print(value).value }

  /// Returns the value in printed units with all its digits, for files that others compute with.
  ///
  ///     NumberStyle(decimals: 2, divisor: 1e9).fullPrecision(29_705_123_000)  // "29.705123"
  ///
  /// The point is the decimal mark; there is no unit, no separator and no exponent.
  public func fullPrecision(_ value: Double) -> String {
    let digits = scaledDigits(of: value)
    let fraction = digits.fraction(decimals: max(0, digits.digits.count - digits.point))
    return (digits.isNegative ? "-" : "") + digits.wholePart
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The digits in printed units; a power of ten moves the point only and loses nothing.
  private func scaledDigits(of value: Double) -> DecimalDigits {
    if let power = DecimalDigits(divisor).powerOfTen {
      return DecimalDigits(value).divided(byPowerOfTen: power)
    }
    return DecimalDigits(value / divisor)
  }

  private func grouped(_ digits: String) -> String {
    if grouping == .none || digits.utf8.count <= 3 { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { result += grouping.separator }
      result.append(digit)
    }
    return result
  }
}
