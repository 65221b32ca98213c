internal import DelimitedText

/// Sums of decimal numbers by index, as integers of 128 bits that count 10^-18, and of everything
/// else in an ``ExactSum`` beside them.
///
/// No order of adding and no division of the work among threads can change a sum.
struct WideSums: Sendable {
  /// What a few sums need besides an integer of 128 bits.
  struct Spill: Sendable {
    /// How often 2^126 was taken out of the integer, less how often it was put in.
    var turns = 0
    var sum = ExactSum()
  }

  /// For each index the low and the high half.
  private var halves: [UInt64] = []
  private var spills: [Int: Spill] = [:]

  /// The unit of the integers is 10^-18.
  static let decimals = 18
  static let powersOfTen: [Int64] = (0...18).map { exponent in
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }
  private static let turn = Int128(1) << 126

  /// How many sums there is room for.
  var room: Int { halves.count / 2 }

  /// Makes room for more sums, which are zero.
  mutating func grow(to room: Int) {
    if room > self.room { halves += [UInt64](repeating: 0, count: 2 * room - halves.count) }
  }

  /// The integer of a sum.
  subscript(index: Int) -> Int128 {
    Int128(truncatingIfNeeded: Int64(bitPattern: halves[2 * index + 1])) << 64
      | Int128(truncatingIfNeeded: halves[2 * index])
  }

  /// Adds a number to a sum: a count of 10^-18 below 2^126 in size.
  mutating func add(units: Int128, at index: Int) {
    var sum = self[index] + units
    if sum.magnitude >= WideSums.turn.magnitude {
      // A part of the range is taken out, and counted.
      spills[index, default: Spill()].turns += sum < 0 ? -1 : 1
      sum += sum < 0 ? WideSums.turn : -WideSums.turn
    }
    halves[2 * index] = UInt64(truncatingIfNeeded: sum)
    halves[2 * index + 1] = UInt64(truncatingIfNeeded: sum >> 64)
  }

  /// Adds the decimals of rows; other numbers are passed over.
  mutating func add(
    _ numbers: [FieldNumber], _ keys: borrowing KeyBlock, to groups: [Int32]
  ) {
    var turning: [Int] = []
    // The array is taken out, so that it is checked to be our own once and not at every row.
    var own: [UInt64] = []
    swap(&own, &halves)
    var halves = own.mutableSpan
    let table = WideSums.powersOfTen
    let scales = table.span
    let numbers = numbers.span
    let rows = keys.rows.span
    let groups = groups.span
    for index in 0..<keys.rowCount {
      let number = numbers[Int(rows[index])]
      guard number.isDecimal else { continue }
      let product = number.significand.multipliedFullWidth(
        by: scales[WideSums.decimals &- number.decimals])
      let at = 2 &* Int(groups[index])
      let (low, carry) = halves[at].addingReportingOverflow(product.low)
      // Below 2^62 in size the high half cannot leave its range in one step.
      let high = Int64(bitPattern: halves[at &+ 1]) &+ product.high &+ (carry ? 1 : 0)
      if high.magnitude >= 1 << 62 {
        turning.append(index)
        continue
      }
      halves[at] = low
      halves[at &+ 1] = UInt64(bitPattern: high)
    }
    swap(&own, &self.halves)
    for index in turning {
      let number = numbers[Int(rows[index])]
      let scale = WideSums.powersOfTen[WideSums.decimals - number.decimals]
      add(units: Int128(number.significand) * Int128(scale), at: Int(groups[index]))
    }
  }

  /// Adds a number that is not a decimal.
  mutating func add(_ value: Double, at index: Int) {
    spills[index, default: Spill()].sum.add(value)
  }

  /// Adds a sum of others.
  mutating func add(_ other: WideSums, from source: Int, at index: Int) {
    add(units: other[source], at: index)
    guard let spill = other.spills[source] else { return }
    spills[index, default: Spill()].turns += spill.turns
    spills[index, default: Spill()].sum.add(spill.sum)
  }

  /// The nearest double to a sum and some units more, which are below 2^126 in size.
  ///
  /// An infinity when the sum is beyond the range of `Double`. Where only decimals were added and
  /// their sum fits into 128 bits, the result is rounded once.
  func value(at index: Int, with more: Int128 = 0) -> Double {
    WideSums.value(self[index] + more, spills[index])
  }

  private static func value(_ units: Int128, _ spill: Spill?) -> Double {
    guard let spill else { return value(ofUnits: units) }
    // The same total has the same parts, whatever way led to it.
    let low = units & (turn - 1)
    let turns = spill.turns + Int((units - low) >> 126)
    if spill.sum.isZero, (-2...1).contains(turns) {
      return value(ofUnits: Int128(turns) << 126 + low)
    }
    let small = Int(truncatingIfNeeded: low & 0x1F_FFFF_FFFF_FFFF)
    let middle = Int(truncatingIfNeeded: low >> 53 & 0x1F_FFFF_FFFF_FFFF)
    let large = Int(truncatingIfNeeded: low >> 106)
    let sum =
      DoubleDouble(Double(turns) * 0x1p126) + DoubleDouble(Double(large) * 0x1p106)
      + DoubleDouble(Double(middle) * 0x1p53) + DoubleDouble(Double(small))
    return (sum / 1e18 + spill.sum.value).rounded
  }

  /// The nearest double to a count of 10^-18.
  static func value(ofUnits units: Int128) -> Double {
    let (magnitude, unit) = (units.magnitude, UInt64(1_000_000_000_000))
    let (high, low) = (UInt64(magnitude >> 64), UInt64(truncatingIfNeeded: magnitude))
    if high < unit {
      let (quotient, rest) = unit.dividingFullWidth((high, low))
      // An integer below 2^53 divided by an exact power of ten rounds once.
      if rest == 0, quotient < 1 << 53 {
        let value = Double(quotient) / 1e6
        return units < 0 ? -value : value
      }
    }
    return Double("\(units)e-18") ?? 0
  }

  /// Moves sums to other indices; the others are zero.
  mutating func move(room: Int, _ target: (Int) -> Int) {
    guard !halves.isEmpty else { return }
    var moved = [UInt64](repeating: 0, count: 2 * room)
    for index in 0..<self.room where halves[2 * index] | halves[2 * index + 1] != 0 {
      moved[2 * target(index)] = halves[2 * index]
      moved[2 * target(index) + 1] = halves[2 * index + 1]
    }
    halves = moved
    spills = Dictionary(uniqueKeysWithValues: spills.map { (target($0.key), $0.value) })
  }
}
