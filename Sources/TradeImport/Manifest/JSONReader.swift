internal import Diagnostics

/// Reads JSON with the place of every key and value.
///
/// The decoder of FoundationEssentials gives no place for a text that is not JSON, and none for a
/// value of the wrong type; a person who edits a manifest needs both.
///
/// Source of the grammar: RFC 8259.
struct JSONReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (position, lineStart) = (3, 3) }
  }

  /// Reads a whole text.
  static func read(_ bytes: [UInt8]) throws(JSONProblem) -> JSONNode {
    var reader = JSONReader(bytes)
    reader.skipSpace()
    let node = try reader.value()
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.problem("the end of the file") }
    return node
  }

  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }
  private var place: JSONPlace { JSONPlace(line: line, column: position - lineStart + 1) }

  private mutating func skipSpace() {
    while let byte {
      switch byte {
      case UInt8(ascii: "\n"):
        position += 1
        (line, lineStart) = (line + 1, position)
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONProblem) -> JSONNode {
    let start = place
    let content: JSONNode.Content
    switch byte {
    case UInt8(ascii: "{"): content = .object(try members())
    case UInt8(ascii: "["): content = .array(try elements())
    case UInt8(ascii: "\""): content = .string(try text())
    case .some(let byte) where "-0123456789".utf8.contains(byte): content = .number(try number())
    default:
      if take("true") {
        content = .bool(true)
      } else if take("false") {
        content = .bool(false)
      } else if take("null") {
        content = .null
      } else {
        throw problem("a value")
      }
    }
    return JSONNode(content: content, place: start)
  }

  private mutating func take(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  private mutating func members() throws(JSONProblem) -> [JSONMember] {
    var members: [JSONMember] = []
    try open()
    if close("}") { return members }
    while true {
      let start = place
      guard byte == UInt8(ascii: "\"") else { throw problem("a key in double quotes") }
      let key = try text()
      skipSpace()
      guard take(":") else { throw problem("':'") }
      skipSpace()
      members.append(JSONMember(key: key, place: start, value: try value()))
      skipSpace()
      if close("}") { return members }
      guard take(",") else { throw problem("',' or '}'") }
      skipSpace()
    }
  }

  private mutating func elements() throws(JSONProblem) -> [JSONNode] {
    var elements: [JSONNode] = []
    try open()
    if close("]") { return elements }
    while true {
      elements.append(try value())
      skipSpace()
      if close("]") { return elements }
      guard take(",") else { throw problem("',' or ']'") }
      skipSpace()
    }
  }

  private mutating func open() throws(JSONProblem) {
    guard depth < 100 else { throw problem("at most 100 levels of brackets") }
    depth += 1
    position += 1
    skipSpace()
  }

  private mutating func close(_ bracket: String) -> Bool {
    guard take(bracket) else { return false }
    depth -= 1
    return true
  }

  private mutating func number() throws(JSONProblem) -> Double {
    let start = position
    let startPlace = place
    if byte == UInt8(ascii: "-") { position += 1 }
    let whole = try digits()
    if whole > 1, bytes[position - whole] == UInt8(ascii: "0") {
      throw JSONProblem(
        place: startPlace, message: "found a number that begins with 0, expected no leading zero",
        hint: nil)
    }
    if take(".") { _ = try digits() }
    if take("e") || take("E") {
      if !take("-") { _ = take("+") }
      _ = try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw JSONProblem(
        place: startPlace, message: "found the number \(text.quoted), expected a smaller one",
        hint: nil)
    }
    return number
  }

  private mutating func digits() throws(JSONProblem) -> Int {
    let start = position
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw problem("a digit") }
    return position - start
  }

  private mutating func text() throws(JSONProblem) -> String {
    let start = place
    position += 1
    var content: [UInt8] = []
    while let byte, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else {
        throw problem("'\"' at the end of the text that begins on line \(start.line)")
      }
      position += 1
      if byte == UInt8(ascii: "\\") { try escape(into: &content) } else { content.append(byte) }
    }
    guard take("\"") else {
      throw problem("'\"' at the end of the text that begins on line \(start.line)")
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw JSONProblem(
        place: start, message: "found a text that is not UTF-8, expected UTF-8", hint: nil)
    }
    return text
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONProblem) {
    let plain: [UInt8: UInt8] = [
      UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]
    if let byte, let meant = plain[byte] {
      position += 1
      content.append(meant)
      return
    }
    guard take("u") else { throw problem("one of \" \\ / b f n r t u behind '\\'") }
    var units = [try hexadecimal()]
    if (0xD800...0xDBFF).contains(units[0]), take("\\u") { units.append(try hexadecimal()) }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw problem("the second half of a character outside the basic plane")
    }
    content += text.utf8
  }

  private mutating func hexadecimal() throws(JSONProblem) -> UInt16 {
    var number: UInt16 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Character(UnicodeScalar(byte)).hexDigitValue else {
        throw problem("four hexadecimal digits")
      }
      number = number << 4 | UInt16(digit)
      position += 1
    }
    return number
  }

  // MARK: Messages

  private func problem(_ expected: String) -> JSONProblem {
    JSONProblem(
      place: place, message: "found \(found), expected \(expected)", hint: hint(expected))
  }

  private var found: String {
    guard let byte else { return "the end of the file" }
    if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return "the end of the line" }
    let rest = String(decoding: bytes[position...].prefix(16), as: UTF8.self)
    let word = rest.prefix { $0.isLetter || $0.isNumber }
    return (word.isEmpty ? String(rest.prefix(1)) : String(word)).quoted
  }

  private func hint(_ expected: String) -> String? {
    guard let byte else {
      return depth > 0 ? "a bracket or a quote is not closed" : nil
    }
    if byte == UInt8(ascii: "'") { return "write texts in double quotes" }
    if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") { return "JSON has no comments" }
    let before = bytes[..<position].last { !" \t\r\n".utf8.contains($0) }
    if "}]".utf8.contains(byte), before == UInt8(ascii: ",") {
      return "remove the comma before the bracket"
    }
    if expected.hasPrefix("','"), "\"{[".utf8.contains(byte) {
      return "a comma is missing before it"
    }
    return nil
  }
}
