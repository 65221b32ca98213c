internal import DelimitedText

/// A delimited file in parts that end with a record, the first part with its header.
struct PanelLines {
  private var source: any ByteSource
  private let file: String
  private let blockSize: Int
  private var rest: [UInt8] = []
  private var isFirst = true
  private var linesRead = 0
  /// The lines before the part that was given last.
  private(set) var linesBefore = 0
  /// Whether all parts were given.
  private(set) var isAtEnd = false

  init(_ source: any ByteSource, file: String, blockSize: Int) {
    self.source = source
    self.file = file
    self.blockSize = blockSize
  }

  /// The next part; `nil` at the end.
  mutating func next() throws -> DelimitedTable? {
    guard !isAtEnd else { return nil }
    var bytes = rest
    rest = []
    var scanned = 0
    var isQuoted = false
    var cut: Int?
    while cut == nil {
      let start = bytes.count
      bytes += [UInt8](repeating: 0, count: blockSize)
      let count = try source.read(into: &bytes, range: start..<bytes.count)
      bytes.removeLast(blockSize - count)
      // The last line end outside of quotes; quotes come in pairs, doubled ones too.
      for index in scanned..<bytes.count {
        if bytes[index] == UInt8(ascii: "\"") {
          isQuoted.toggle()
        } else if bytes[index] == UInt8(ascii: "\n"), !isQuoted {
          cut = index + 1
        }
      }
      scanned = bytes.count
      if count == 0 {
        isAtEnd = true
        cut = bytes.count
      }
    }
    let end = cut ?? bytes.count
    rest = Array(bytes[end...])
    let part = Array(bytes[..<end])
    if part.isEmpty { return nil }
    linesBefore = linesRead
    linesRead += part.count { $0 == UInt8(ascii: "\n") }
    let table = DelimitedReader(header: isFirst ? .firstRecord : .none).read(part, file: file)
    isFirst = false
    return table
  }
}
