// Any bytes as delimited text: the tokenizer of blocks, in all its instructions and for a size of
// block taken from the input, against the tokenizer. All fields, flags, records, lines and counts
// must be the same. The tokenizer itself is compared with the slow reader by the tests.
@testable import DelimitedText

/// Compares both ways on an input; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 2 else { return 0 }
  let blockSize = Int(input[0]) + 1
  let dialects: [Dialect] = [
    .commas, .semicolons, .tabs, Dialect(delimiter: UInt8(ascii: ","), quote: nil),
  ]
  let dialect = dialects[Int(input[1] % 4)]
  let bytes = Array(input[2...])
  var expected = TokenizedText()
  var tokenizer = Tokenizer(dialect: dialect)
  _ = tokenizer.read(bytes.span, from: 0, into: &expected)
  for level in InstructionLevel.allCases {
    var found = TokenizedText()
    var blocks = BlockTokenizer(dialect: dialect, level: level, blockSize: blockSize)
    blocks.read(bytes, from: 0, into: &found)
    precondition(found == expected, "\(level), blocks of \(blockSize)")
  }
  return 0
}
