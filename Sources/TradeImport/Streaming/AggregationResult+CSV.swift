internal import DelimitedText
internal import Dispatch
internal import Synchronization

extension AggregationResult {
  /// The result as delimited text: the keys in the order of the plan, the measure, and the change
  /// in percent when the plan asks for it.
  ///
  /// Numbers have the fewest digits that are read as the same `Double`, without an exponent. What
  /// is missing is empty.
  ///
  /// - Parameter workers: How many threads may share the work; the text does not depend on it.
  /// - Returns: The text, with a header line.
  /// - Complexity: O(*n*).
  /// - Precondition: There is at least one worker.
  public func csv(workers: Int = 1) -> String {
    precondition(workers > 0, "work needs a worker")
    let writer = DelimitedWriter()
    var bytes: [UInt8] = []
    writer.append(plan.resultColumns, to: &bytes)
    let fields = texts.map { column in column.map { AggregationResult.field($0, writer) } }
    let partCount = rowCount < 4096 ? 1 : workers
    let parts = Mutex([[UInt8]](repeating: [], count: partCount))
    let body: @Sendable (Int) -> Void = { part in
      let range = rowCount * part / partCount..<rowCount * (part + 1) / partCount
      let lines = self.lines(range, fields)
      parts.withLock { $0[part] = lines }
    }
    if partCount == 1 {
      body(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: partCount, execute: body)
    }
    let lines = parts.withLock { $0 }
    bytes.reserveCapacity(lines.reduce(bytes.count) { $0 + $1.count })
    for part in lines { bytes += part }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lines(_ rows: Range<Int>, _ fields: [[[UInt8]]]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * (16 * keys.count + 32))
    for row in rows {
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
    return bytes
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
