/// Numbers as tidy CSV holds them.
public enum TidyNumber {
  /// Returns the shortest plain digits that are read back as the same number.
  ///
  ///     TidyNumber.text(6.39e10)  // "63900000000"
  ///     TidyNumber.text(0.1)      // "0.1"
  ///
  /// Without an exponent, a sign only below zero, a point only before digits.
  ///
  /// - Precondition: The value is finite.
  public static func text(_ value: Double) -> String {
    precondition(value.isFinite, "a number of tidy CSV is finite")
    return PlainNumber.digits(of: value)
  }

  /// Whether the digits of a number are certain to be the shortest that are read as it, and are
  /// written as ``text(_:)`` writes them.
  ///
  /// Of fifteen digits or fewer no two decimals are the same double, so that only zeros in front
  /// and at the end could be left out. `false` where that takes a closer look.
  static func isShortest(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty, bytes.count <= 15 else { return false }
    let (first, last) = (bytes[0], bytes[bytes.count - 1])
    guard first != UInt8(ascii: "-"), first != UInt8(ascii: "+"), first != UInt8(ascii: ".") else {
      return false
    }
    guard let point = bytes.indices.first(where: { bytes[$0] == UInt8(ascii: ".") }) else {
      return first != UInt8(ascii: "0") || bytes.count == 1
    }
    let isPlain = first != UInt8(ascii: "0") || point == 1
    return isPlain && last != UInt8(ascii: "0") && last != UInt8(ascii: ".")
  }
}
