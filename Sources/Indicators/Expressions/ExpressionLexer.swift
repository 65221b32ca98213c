internal import Diagnostics
internal import TimeSeries

/// A word, number, sign or quoted text of an expression.
struct ExpressionToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Double)
    case name(String)
    case period(Period)
    case sign(Expression.Operator)
    case open
    case close
    case comma
    case end
  }

  let kind: Kind
  let range: Range<Int>

  /// What it is called in a message.
  var text: String {
    switch kind {
    case .number(let value): Expression(form: .number(value), range: range).description
    case .name(let name): name.quoted
    case .period(let period): "'\(period)'"
    case .sign(let sign): "'\(sign.rawValue)'"
    case .open: "'('"
    case .close: "')'"
    case .comma: "','"
    case .end: "the end"
    }
  }
}

/// Cuts the text of an expression into tokens.
struct ExpressionLexer {
  private let bytes: [UInt8]
  private var position = 0

  /// The tokens, the last of them the end.
  static func tokens(
    of text: String, atMost limit: Int
  ) throws(DiagnosticError) -> [ExpressionToken] {
    var lexer = ExpressionLexer(bytes: Array(text.utf8))
    var tokens: [ExpressionToken] = []
    repeat {
      let token = try lexer.next()
      tokens.append(token)
      if token.kind != .end, tokens.count > limit {
        throw ExpressionFinding.tooLong(limit).error(at: token.range.lowerBound)
      }
    } while tokens.last?.kind != .end
    return tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func next() throws(DiagnosticError) -> ExpressionToken {
    skip { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
    let start = position
    guard start < bytes.count else {
      return ExpressionToken(kind: .end, range: start..<start)
    }
    if Self.isDigit(bytes[start]) || bytes[start] == UInt8(ascii: ".") { return try number() }
    if Self.isLetter(bytes[start]) {
      skip { Self.isLetter($0) || Self.isDigit($0) }
      return token(.name(text(start..<position)), from: start)
    }
    position += 1
    switch bytes[start] {
    case UInt8(ascii: "+"): return token(.sign(.plus), from: start)
    case UInt8(ascii: "-"): return token(.sign(.minus), from: start)
    case UInt8(ascii: "*"): return token(.sign(.times), from: start)
    case UInt8(ascii: "/"): return token(.sign(.over), from: start)
    case UInt8(ascii: "("): return token(.open, from: start)
    case UInt8(ascii: ")"): return token(.close, from: start)
    case UInt8(ascii: ","): return token(.comma, from: start)
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return try quoted(from: start)
    default: throw ExpressionFinding.unknownCharacter(character(at: start)).error(at: start)
    }
  }

  private mutating func number() throws(DiagnosticError) -> ExpressionToken {
    let start = position
    skip { Self.isDigit($0) || Self.isLetter($0) || $0 == UInt8(ascii: ".") }
    // The sign of an exponent belongs to the number: 1e-3.
    if bytes[position - 1] | 0x20 == UInt8(ascii: "e"), position < bytes.count,
      bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+")
    {
      position += 1
      skip { Self.isDigit($0) }
    }
    let digits = text(start..<position)
    if let period = barePeriod(after: digits) {
      throw ExpressionFinding.barePeriod(period).error(at: start)
    }
    let isDecimal = digits.utf8.allSatisfy {
      Self.isDigit($0) || ".eE+-".utf8.contains($0)
    }
    guard isDecimal, let value = Double(digits), value.isFinite else {
      throw ExpressionFinding.malformedNumber(digits).error(at: start)
    }
    return token(.number(value), from: start)
  }

  /// The text of a period such as 2024-Q1 that was written without quotes.
  private func barePeriod(after year: String) -> String? {
    let rest = bytes[position...].prefix(4)
    guard year.utf8.count == 4, year.utf8.allSatisfy(Self.isDigit), rest.count >= 3,
      rest.first == UInt8(ascii: "-"), let letter = rest.dropFirst().first,
      "qhmsaQHMSA".utf8.contains(letter)
    else { return nil }
    let digits = rest.dropFirst(2).prefix(while: Self.isDigit)
    guard !digits.isEmpty else { return nil }
    return year + text(position..<(position + 2 + digits.count))
  }

  private mutating func quoted(from start: Int) throws(DiagnosticError) -> ExpressionToken {
    let quote = bytes[start]
    skip { $0 != quote }
    guard position < bytes.count else { throw ExpressionFinding.unclosedQuote.error(at: start) }
    let content = text((start + 1)..<position)
    position += 1
    do {
      return token(.period(try PeriodParser().parse(content)), from: start)
    } catch {
      throw ExpressionFinding.period(error).error(at: start)
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < bytes.count, condition(bytes[position]) { position += 1 }
  }

  private func token(_ kind: ExpressionToken.Kind, from start: Int) -> ExpressionToken {
    ExpressionToken(kind: kind, range: start..<position)
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func character(at start: Int) -> Character {
    String(decoding: bytes[start...].prefix(32), as: UTF8.self).first ?? " "
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Letters of ASCII, the underscore, and whatever is beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}
