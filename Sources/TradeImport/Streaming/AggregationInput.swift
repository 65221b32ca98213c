internal import DelimitedText
internal import Diagnostics
internal import Synchronization

/// The one reader that all workers take their blocks from, in the order of the file.
///
/// Where blocks end depends on the bytes and the size of a block alone, not on who asks.
final class AggregationInput: Sendable {
  private struct State {
    var source: any ByteSource
    var rest: [UInt8] = []
    var offset = 0
    var line = 1
    var isEnded = false
  }

  private let state: Mutex<State>
  private let scanner: BlockScanner
  private let blockSize: Int
  private let recordLimit: Int
  private let file: String

  init(
    _ source: sending any ByteSource, dialect: Dialect, blockSize: Int, recordLimit: Int,
    file: String
  ) {
    state = Mutex(State(source: source))
    scanner = BlockScanner(dialect: dialect)
    self.blockSize = blockSize
    self.recordLimit = max(recordLimit, blockSize)
    self.file = file
  }

  /// Fills a block with the next whole records.
  ///
  /// - Returns: `false` at the end of the input, and when another worker has stopped the work.
  /// - Throws: What the source throws; `DiagnosticError` for a record without an end.
  func next(into block: inout TextBlock) throws -> Bool {
    try state.withLock { state in
      guard !state.isEnded else { return false }
      do {
        return try fill(&block, &state)
      } catch {
        state.isEnded = true
        throw error
      }
    }
  }

  /// Lets all workers stop at their next block.
  func stop() { state.withLock { $0.isEnded = true } }

  private func fill(_ block: inout TextBlock, _ state: inout State) throws -> Bool {
    block.restart(offset: state.offset, line: state.line)
    block.append(state.rest[...])
    var limit = blockSize
    while limit <= block.count { limit *= 2 }
    while true {
      block.grow(to: limit)
      let goesOn = try block.fill(to: limit) { bytes, range in
        try state.source.read(into: &bytes, range: range)
      }
      scanner.findRecords(in: &block, isLast: !goesOn)
      if !goesOn { state.isEnded = true }
      if block.recordsEnd > 0 || !goesOn { break }
      guard limit < recordLimit else { throw endlessRecord(line: state.line) }
      limit = min(limit * 2, recordLimit)
    }
    state.rest = Array(block.rest)
    state.offset += block.recordsEnd
    state.line += block.lineCount
    return block.count > 0
  }

  private func endlessRecord(line: Int) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        "aggregate.record-length", .error,
        at: InputLocation(file: file, line: line, column: 1),
        "the record is longer than \(recordLimit) bytes, expected its end",
        hint: "a quote may not be closed, or the file is not delimited text"))
  }
}
