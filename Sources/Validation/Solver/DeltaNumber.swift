/// A number and a multiple of something positive that is smaller than every number, so that
/// "above 3" is "at least 3 + d".
struct DeltaNumber: Sendable, Equatable {
  var number: Rational
  var delta: Rational

  init(_ number: Rational, delta: Rational = .zero) {
    self.number = number
    self.delta = delta
  }

  static let zero = DeltaNumber(.zero)

  static func + (lhs: DeltaNumber, rhs: DeltaNumber) -> DeltaNumber {
    DeltaNumber(
      lhs.number + rhs.number,
      delta: rhs.delta.isZero ? lhs.delta : lhs.delta.isZero ? rhs.delta : lhs.delta + rhs.delta)
  }

  static func - (lhs: DeltaNumber, rhs: DeltaNumber) -> DeltaNumber { lhs + -rhs }

  static prefix func - (value: DeltaNumber) -> DeltaNumber {
    DeltaNumber(-value.number, delta: value.delta.isZero ? .zero : -value.delta)
  }

  func times(_ factor: Rational) -> DeltaNumber {
    DeltaNumber(number * factor, delta: delta.isZero ? .zero : delta * factor)
  }

  static func < (lhs: DeltaNumber, rhs: DeltaNumber) -> Bool {
    lhs.number == rhs.number ? lhs.delta < rhs.delta : lhs.number < rhs.number
  }

  static func <= (lhs: DeltaNumber, rhs: DeltaNumber) -> Bool { !(rhs < lhs) }

  static func > (lhs: DeltaNumber, rhs: DeltaNumber) -> Bool { rhs < lhs }
}
