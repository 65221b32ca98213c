// Any bytes as delimited text: the block scanner, in all its instructions and for a size of block
// taken from the input, against the slow reader of the tests. The records, their lines and their
// fields must be the same.
import DelimitedText

/// Compares the readers on an input; libFuzzer calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  guard input.count > 3 else { return 0 }
  let blockSize = Int(input[0]) + 1
  let fieldCount = Int(input[1] % 5) + 1
  let dialects: [Dialect] = [
    .commas, .semicolons, .tabs, Dialect(delimiter: UInt8(ascii: ","), quote: nil),
  ]
  let dialect = dialects[Int(input[2] % 4)]
  let bytes = Array(input[3...])
  // The block scanner leaves a byte order mark to its caller.
  guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return 0 }
  let expected = BlockRecord.expected(bytes, fieldCount: fieldCount, dialect: dialect)
  for level in InstructionLevel.allCases {
    let found = BlockRecord.read(
      bytes, blockSize: blockSize, fieldCount: fieldCount, dialect: dialect, level: level)
    precondition(found == expected, "\(level), blocks of \(blockSize): \(found), not \(expected)")
  }
  return 0
}
