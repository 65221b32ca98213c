internal import DelimitedText

extension AggregationResult {
  /// The result as delimited text: the keys in the order of the plan, the measure, and the change
  /// in percent when the plan asks for it.
  ///
  /// Numbers have the fewest digits that are read as the same `Double`, without an exponent. What
  /// is missing is empty.
  /// - Complexity: O(*n*).
  public func csv() -> String {
    let writer = DelimitedWriter()
    var bytes: [UInt8] = []
    writer.append(plan.resultColumns, to: &bytes)
    let fields = texts.map { column in column.map { AggregationResult.field($0, writer) } }
    bytes.reserveCapacity(bytes.count + rowCount * (16 * keys.count + 32))
    for row in 0..<rowCount {
      for (column, texts) in fields.enumerated() {
        bytes += texts[Int(keys[column][row])]
      }
      if let value = values[row] { DecimalDigits.append(value, to: &bytes) }
      if !changes.isEmpty {
        bytes.append(UInt8(ascii: ","))
        if let change = changes[row] { DecimalDigits.append(change, to: &bytes) }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A key as it is written, with the comma behind it.
  private static func field(_ text: [UInt8], _ writer: DelimitedWriter) -> [UInt8] {
    guard !text.isEmpty else { return [UInt8(ascii: ",")] }
    var bytes: [UInt8] = []
    writer.append(contents: [text], to: &bytes)
    bytes[bytes.count - 1] = UInt8(ascii: ",")
    return bytes
  }
}

/// Writes numbers with the fewest digits that are read as the same `Double`.
enum DecimalDigits {
  /// Appends a number without an exponent.
  static func append(_ value: Double, to bytes: inout [UInt8]) {
    let scaled = (value * 1e6).rounded()
    // Of fifteen digits or fewer no two decimals are the same double, so none has fewer digits.
    if scaled.magnitude < 1e15, scaled / 1e6 == value {
      append(millionths: Int64(scaled), to: &bytes)
    } else {
      let start = bytes.count
      bytes += value.description.utf8
      if bytes[start...].contains(UInt8(ascii: "e")) {
        bytes.removeSubrange(start...)
        bytes += PlainNumber.digits(of: value).utf8
      } else if bytes[bytes.count - 2] == UInt8(ascii: "."), bytes.last == UInt8(ascii: "0") {
        bytes.removeLast(2)
      }
    }
  }

  private static func append(millionths: Int64, to bytes: inout [UInt8]) {
    if millionths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = millionths.magnitude.quotientAndRemainder(dividingBy: 1_000_000)
    let start = bytes.count
    var rest = whole
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    guard part > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var decimals = part
    var unit: UInt64 = 100_000
    while decimals > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: decimals / unit))
      decimals %= unit
      unit /= 10
    }
  }
}
