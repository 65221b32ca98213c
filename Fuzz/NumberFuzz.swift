// Any bytes as a number: what the scanner reads is what `strtod` reads, bit by bit, and what it
// refuses does not have the form of a number.
import DelimitedText
import Glibc

/// Sign, digits with at most one point, an exponent: written for clarity.
private func isNumber(_ bytes: [UInt8]) -> Bool {
  var rest = bytes[...]
  func sign() { if let first = rest.first, first == 0x2B || first == 0x2D { rest.removeFirst() } }
  func digits() -> Int {
    let count = rest.prefix { (0x30...0x39).contains($0) }.count
    rest = rest.dropFirst(count)
    return count
  }
  sign()
  var count = digits()
  if rest.first == UInt8(ascii: ".") {
    rest.removeFirst()
    count += digits()
  }
  guard count > 0 else { return false }
  if rest.isEmpty { return true }
  guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return false }
  rest.removeFirst()
  sign()
  return digits() > 0 && rest.isEmpty
}

/// Compares what is read of an input; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let value = NumberScanner.double(bytes.span) else {
    precondition(!isNumber(bytes), "a number is read")
    return 0
  }
  precondition(isNumber(bytes), "what is no number is refused")
  let text = bytes.map { CChar(bitPattern: $0) } + [0]
  let expected = strtod(text, nil)
  precondition(value.bitPattern == expected.bitPattern, "\(value) is not \(expected)")
  let field = FieldNumber(reading: bytes[...])
  if field.isDecimal {
    let decimal = strtod("\(field.significand)e-\(field.decimals)", nil)
    precondition(decimal == expected, "the decimal is the number")
  } else {
    precondition(field.kind == (value.isFinite ? .wide : .tooLarge), "the kind is known")
  }
  return 0
}
