/// What is checked before each C call: C would not survive it, or would answer with NaN.
enum OperandChecks {
  /// Returns a size as the integer of the C interface.
  static func count(_ size: Int, in operation: String) throws(NumericError) -> CInt {
    guard let count = CInt(exactly: size) else {
      throw .tooLarge(operation: operation, size: size, limit: Int(CInt.max))
    }
    return count
  }

  /// Returns the distance between columns, which C wants to be at least 1.
  static func stride(_ rows: Int, in operation: String) throws(NumericError) -> CInt {
    try count(max(1, rows), in: operation)
  }

  /// Refuses NaN and infinities in an operand.
  static func requireFinite(
    _ values: [Double], as operand: String, in operation: String
  ) throws(NumericError) {
    if values.areFinite { return }
    throw .nonFinite(
      operation: operation, operand: operand,
      index: values.firstIndex { !$0.isFinite } ?? values.endIndex)
  }

  /// Refuses results that have left the range of doubles.
  static func requireInRange(_ values: [Double], in operation: String) throws(NumericError) {
    if !values.areFinite { throw .overflow(operation: operation) }
  }
}

extension [Double] {
  /// Whether no value is infinite or NaN.
  ///
  /// Has no early exit and no branch, so that the compiler can use vectors: adding one to the
  /// exponent carries into the sign bit when all its bits are set, as they are in what is not
  /// finite.
  package var areFinite: Bool {
    var carried: UInt64 = 0
    for value in self {
      carried |= (value.bitPattern & 0x7FF0_0000_0000_0000) &+ 0x0010_0000_0000_0000
    }
    return carried >> 63 == 0
  }
}
