/// The digits of a number as they are printed, and how they can be read.
struct Numeral: Sendable, Hashable {
  /// All digits as one number.
  var significand: Int
  /// How many stand behind the decimal sign.
  var decimals: Int

  /// The value.
  var value: Double {
    var power = 1.0
    for _ in 0..<decimals { power *= 10 }
    return Double(significand) / power
  }
}

/// What a text's numbers show about its decimal sign.
struct NumeralConvention: Sendable, Hashable {
  /// A number such as `5,1` or `12,45` occurs, in which the comma must be the decimal sign.
  var hasDecimalComma = false
  /// A number such as `5.1` or `1,234.5` occurs, in which the point must be.
  var hasDecimalPoint = false

  /// Looks at one number.
  mutating func learn(from bytes: [UInt8], _ range: Range<Int>) {
    var (commas, points, afterLast, last) = (0, 0, 0, UInt8(0))
    for position in range {
      switch bytes[position] {
      case 0x2C:
        commas += 1
        (afterLast, last) = (0, 0x2C)
      case 0x2E:
        points += 1
        (afterLast, last) = (0, 0x2E)
      default: afterLast += 1
      }
    }
    if last == 0x2C, commas == 1, afterLast != 3 { hasDecimalComma = true }
    if last == 0x2E, points == 1, afterLast != 3 || commas > 0 { hasDecimalPoint = true }
  }
}

extension Numeral {
  /// Reads digits with separators; `nil` for more than 18 digits.
  ///
  /// A separator that occurs once with other than three digits behind it is the decimal sign, and
  /// so is the last of two kinds. Where one separator stands before exactly three digits the
  /// convention of the text decides: a comma groups and a point is the decimal sign unless the
  /// text has decimal commas and no decimal points.
  init?(_ bytes: [UInt8], _ range: Range<Int>, _ convention: NumeralConvention) {
    var (commas, points, others) = (0, 0, 0)
    var (lastComma, lastPoint) = (-1, -1)
    for position in range {
      switch bytes[position] {
      case 0x2C: (commas, lastComma) = (commas + 1, position)
      case 0x2E: (points, lastPoint) = (points + 1, position)
      case 0x27: others += 1
      default: break
      }
    }
    let isContinental = convention.hasDecimalComma && !convention.hasDecimalPoint
    var decimalSign = -1
    if commas > 0, points > 0 {
      decimalSign = max(lastComma, lastPoint)
      if decimalSign == lastComma, commas > 1 { decimalSign = -1 }
    } else if commas == 1 {
      let digits = range.upperBound - lastComma - 1
      if digits != 3 || isContinental { decimalSign = lastComma }
      if digits == 3, bytes[range.lowerBound] == 0x30 { decimalSign = lastComma }
    } else if points == 1 {
      let digits = range.upperBound - lastPoint - 1
      let isLeadingZero = bytes[range.lowerBound] == 0x30
      if digits != 3 || !isContinental || isLeadingZero { decimalSign = lastPoint }
    } else if points > 1 {
      // "11.722.44": the last group is too short for a group of three.
      if range.upperBound - lastPoint - 1 != 3 { decimalSign = lastPoint }
    }
    var (value, count, decimals) = (0, 0, 0)
    for position in range {
      let byte = bytes[position]
      guard byte >= 0x30, byte <= 0x39 else { continue }
      if value > 0 || byte != 0x30 { count += 1 }
      guard count <= 18 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      if decimalSign >= 0, position > decimalSign { decimals += 1 }
    }
    guard decimals <= 15 else { return nil }
    self.init(significand: value, decimals: decimals)
  }
}
