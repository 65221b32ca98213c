internal import TimeSeries

/// Reads one cell, scalar by scalar.
struct NumberScan {
  private typealias Scalars = ArraySlice<Unicode.Scalar>

  private let format: NumberFormat
  private let text: String
  private var rest: Scalars
  /// Whether the text is only tried, to make a hint.
  private let isTrial: Bool

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2007, 0x2009, 0x202F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    // Hyphen-minus, minus sign, en dash, full-width hyphen-minus.
    scalar == "-" || scalar.value == 0x2212 || scalar.value == 0x2013 || scalar.value == 0xFF0D
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  init(_ text: some StringProtocol, _ format: NumberFormat, isTrial: Bool = false) {
    self.format = format
    self.isTrial = isTrial
    var scalars = Array(text.unicodeScalars)[...]
    while let first = scalars.first, Self.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, Self.isSpace(last) { scalars.removeLast() }
    rest = scalars
    self.text = String(String.UnicodeScalarView(scalars))
  }

  mutating func read() -> CellReading {
    if rest.isEmpty { return .empty }
    if let word = word(text, flags: "") { return word }
    // A colon with flags, as Eurostat writes ':c' and ': u'.
    if rest.first == ":", let flags = format.flags {
      let letters = String(String.UnicodeScalarView(rest.dropFirst().drop(while: Self.isSpace)))
      if let status = flags.status(of: letters), case .missing(let kind) = meaning(":") {
        let reasons = status.intersection(.missing)
        return .missing(
          MissingCell(word: text, status: reasons.isEmpty ? kind.union(status) : status))
      }
    }
    return number()
  }

  private func meaning(_ text: String) -> MissingWords.Meaning? {
    format.missingWords.meaning(of: text)
  }

  private func word(_ text: String, flags: String) -> CellReading? {
    switch meaning(text) {
    case .missing(let status): .missing(MissingCell(word: text, status: status))
    case .zero:
      .number(
        CellNumber(
          digits: "", exponent: 0, value: 0, isPercent: false, flags: "", status: .normal,
          groupingMark: nil, hasDecimalMark: false))
    case nil: nil
    }
  }

  private mutating func take(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    guard let first = rest.first, isWanted(first) else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipSpaces() { while take(Self.isSpace) {} }

  private mutating func number() -> CellReading {
    var isNegative = false
    var signs = 0
    let hasBracket = take { $0 == "(" }
    if hasBracket { skipSpaces() }
    if take(Self.isMinus) {
      (isNegative, signs) = (true, 1)
      skipSpaces()
    } else if take({ $0 == "+" }) {
      signs = 1
      skipSpaces()
    }
    let core: NumberCore
    switch digits() {
    case .success(let read): core = read
    case .failure(let problem): return .notANumber(problem)
    }
    if take(Self.isMinus) {
      signs += 1
      isNegative = true
    }
    var isPercent = percent()
    if hasBracket {
      guard take({ $0 == ")" }) else { return problem(.sign) }
      signs += 1
      isNegative = true
    }
    guard signs < 2 else { return problem(.sign) }
    if !isPercent { isPercent = percent() }
    skipSpaces()
    let letters = String(String.UnicodeScalarView(rest))
    var status = ObservationStatus.normal
    if !letters.isEmpty {
      guard let meaning = format.flags?.status(of: letters) else { return trailing(letters) }
      status = meaning
    }
    let sign = isNegative ? "-" : ""
    let literal = sign + core.digits + (core.exponent == 0 ? "" : "e\(core.exponent)")
    guard let value = Double(literal), value.isFinite else { return problem(.tooLarge) }
    return .number(
      CellNumber(
        digits: sign + core.digits, exponent: core.exponent, value: value, isPercent: isPercent,
        flags: letters, status: status, groupingMark: core.mark,
        hasDecimalMark: core.hasDecimalMark))
  }

  private mutating func percent() -> Bool {
    let before = rest
    skipSpaces()
    if take({ $0 == "%" || $0.value == 0xFF05 }) { return true }
    rest = before
    return false
  }

  // MARK: Digits

  private struct NumberCore {
    var digits = ""
    var exponent = 0
    var mark: NumberFormat.GroupingMark?
    var hasDecimalMark = false
  }

  private enum Digits {
    case success(NumberCore)
    case failure(NotANumber)
  }

  private mutating func run() -> String {
    var digits = ""
    while let first = rest.first, Self.isDigit(first) {
      digits.unicodeScalars.append(first)
      rest.removeFirst()
    }
    return digits
  }

  private func digitFollows() -> Bool { rest.dropFirst().first.map(Self.isDigit) ?? false }

  private mutating func digits() -> Digits {
    var core = NumberCore()
    var groups = [run()]
    while let next = rest.first, let mark = NumberFormat.GroupingMark(next),
      format.groupingMarks.contains(mark), !groups[0].isEmpty, digitFollows()
    {
      if let used = core.mark, used != mark { return .failure(made(.marks)) }
      core.mark = mark
      rest.removeFirst()
      groups.append(run())
    }
    if groups.count > 1, !isGrouped(groups) { return .failure(made(.grouping)) }
    core.digits = groups.joined()
    let decimal = format.decimalMark.character.unicodeScalars.first
    if take({ $0 == decimal }) {
      let decimals = run()
      guard !core.digits.isEmpty || !decimals.isEmpty else { return .failure(made(.noDigits)) }
      core.hasDecimalMark = true
      if !decimals.isEmpty { core.digits += "." + decimals }
      if let next = rest.first, ".,'".unicodeScalars.contains(next), digitFollows() {
        return .failure(made(.marks))
      }
    } else if let next = rest.first, ".,'".unicodeScalars.contains(next), digitFollows() {
      return .failure(made(.marks))
    }
    guard !core.digits.isEmpty else { return .failure(made(.noDigits)) }
    readExponent(into: &core)
    return .success(core)
  }

  private func isGrouped(_ groups: [String]) -> Bool {
    guard let first = groups.first, let last = groups.last else { return false }
    // A number that begins with zero has no thousands: '0,123' is a decimal.
    guard !first.hasPrefix("0"), last.count == 3 else { return false }
    let inner = groups.dropFirst().dropLast()
    switch format.grouping {
    case .threes: return first.count <= 3 && inner.allSatisfy { $0.count == 3 }
    case .indian:
      return inner.isEmpty
        ? first.count <= 2 : first.count <= 2 && inner.allSatisfy { $0.count == 2 }
    }
  }

  private mutating func readExponent(into core: inout NumberCore) {
    let before = rest
    guard take({ $0 == "e" || $0 == "E" }) else { return }
    let isNegative = take { $0 == "-" }
    if !isNegative { _ = take { $0 == "+" } }
    let digits = run()
    guard !digits.isEmpty, digits.count <= 3, let exponent = Int(digits) else {
      rest = before
      return
    }
    core.exponent = isNegative ? -exponent : exponent
  }

  // MARK: Messages

  private func problem(_ reason: NotANumber.Reason) -> CellReading { .notANumber(made(reason)) }

  private func trailing(_ letters: String) -> CellReading {
    let digits = text.map { $0 == "O" || $0 == "o" ? "0" : $0 == "l" || $0 == "I" ? "1" : $0 }
    let meant = String(digits)
    if meant != text, meant.contains(where: \.isNumber),
      meant.allSatisfy({ "+-., 0123456789".contains($0) })
    {
      return problem(.letterForDigit(meant))
    }
    return problem(.flags(letters))
  }

  private func made(_ reason: NotANumber.Reason) -> NotANumber {
    let example = format.decimalMark == .point ? "1741.9" : "1741,9"
    let other = format.decimalMark == .point ? "comma" : "point"
    let hint: String?
    switch reason {
    case .grouping, .marks:
      let swapped = format.with(decimalMark: format.decimalMark == .point ? .comma : .point)
      var scan = NumberScan(text, swapped, isTrial: true)
      hint =
        !isTrial && scan.number().number != nil
        ? "with a decimal \(other) it is a number; say so with --decimal-\(other)"
        : "groups have three digits"
    case .sign: hint = "one sign, or brackets for a negative number"
    case .flags(let letters):
      hint =
        format.flags.map { "'\(letters.prefix(20))' is no flag of the table '\($0.id)'" }
        ?? "nothing may stand behind the number"
    case .letterForDigit(let meant):
      hint = "a letter stands where a digit is expected: '\(meant)'?"
    case .noDigits: hint = nil
    case .tooLarge: hint = "the number is too large"
    }
    return NotANumber(reason: reason, expected: "a number such as \(example)", hint: hint)
  }
}

extension NumberFormat {
  /// Reads a cell.
  ///
  /// - Complexity: O(*n*).
  public func read(_ text: some StringProtocol) -> CellReading {
    var scan = NumberScan(text, self)
    return scan.read()
  }

  /// Reads a cell; most of them are digits and a decimal mark alone, which need no closer look.
  ///
  /// - Complexity: O(*n*).
  public func read(_ text: String) -> CellReading {
    if let number = plainNumber(text) { return .number(number) }
    var scan = NumberScan(text, self)
    return scan.read()
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  /// Reads an optional minus, digits and at most one decimal mark between them, fifteen digits in
  /// all; `nil` for any other text.
  private func plainNumber(_ text: String) -> CellNumber? {
    guard !missingWords.haveNumbers else { return nil }
    let mark = decimalMark == .point ? UInt8(ascii: ".") : UInt8(ascii: ",")
    let bytes = text.utf8Span.span
    guard !bytes.isEmpty, bytes.count <= 17 else { return nil }
    let start = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    var (significand, digits, decimals): (Int64, Int, Int) = (0, 0, -1)
    for index in start..<bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit <= 9 {
        significand = significand * 10 + Int64(digit)
        digits += 1
        if decimals >= 0 { decimals += 1 }
      } else if bytes[index] == mark, decimals < 0, digits > 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard 1...15 ~= digits, decimals != 0 else { return nil }
    // Both are doubles themselves, so that the division rounds once.
    let magnitude = Double(significand) / Self.powersOfTen[max(decimals, 0)]
    return CellNumber(
      digits: decimalMark == .point || decimals < 0
        ? text
        : String(decoding: text.utf8.map { $0 == mark ? UInt8(ascii: ".") : $0 }, as: UTF8.self),
      exponent: 0, value: start == 1 ? -magnitude : magnitude, isPercent: false, flags: "",
      status: .normal, groupingMark: nil, hasDecimalMark: decimals >= 0)
  }
}
