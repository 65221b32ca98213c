internal import DelimitedText
internal import Diagnostics
internal import Dispatch
internal import Synchronization

/// Runs an ``AggregationPlan`` on an input of any length, in one pass.
///
///     let plan = AggregationPlan(keys: ["period", "partner"])
///     let source = MemorySource(Array("period,partner,value\n2024,DE,1.5\n2024,DE,2\n".utf8))
///     let result = try AggregationEngine().run(plan, on: source, file: "trade.csv")
///     result.csv()  // "period,partner,value\n2024,DE,3.5\n"
///
/// The input is read in blocks of fixed size that end where a record ends, and several workers add
/// them up. Sums are exact and are rounded once, so that they are the same for any number of
/// workers, any size of block and any order of rows. What is kept grows with the number of groups,
/// not with the length of the input. Documentation/Methods/aggregate.md has the details.
public struct AggregationEngine: Sendable {
  /// How many workers share the work; the result does not depend on it.
  public let workers: Int
  /// How many bytes a block has, unless a record needs more.
  public let blockSize: Int

  /// Makes an engine.
  ///
  /// - Precondition: There is at least one worker, and a byte in a block.
  public init(workers: Int = 1, blockSize: Int = 1 << 18) {
    precondition(workers > 0, "work needs a worker")
    precondition(blockSize > 0 && blockSize < 1 << 30, "a block has 1 to 2^30 bytes")
    self.workers = workers
    self.blockSize = blockSize
  }

  /// Adds up an input.
  ///
  /// - Parameters:
  ///   - plan: What to do.
  ///   - source: The input, as text or as gzip members, told by its first bytes.
  ///   - file: The name of the input for messages.
  /// - Returns: The sums with an account of the rows. Rows that cannot be read are in no sum; they
  ///   are among the findings.
  /// - Throws: `DiagnosticError` when the input is no text, has no header or not the columns of
  ///   the plan, when it is cut off or damaged, or when there are more groups than the limits
  ///   allow; what the source throws.
  /// - Complexity: O(*n*) time for *n* bytes; memory for the groups and a few blocks a worker.
  public func run(
    _ plan: AggregationPlan, on source: sending any ByteSource, file: String
  ) throws -> AggregationResult {
    let start = try HeaderedInput(
      source, dialect: plan.dialect, blockSize: blockSize, recordLimit: plan.limits.recordBytes,
      file: file)
    let layout = try AggregationLayout(plan, start)
    let total = try work(
      plan, layout, start.input, first: start.block, headerEnd: start.headerEnd, file: file)
    return try AggregationSummary(plan, layout, total, start.findings, file: file).result()
  }

  /// Lets the workers take blocks until there are none, and adds up what they have.
  private func work(
    _ plan: AggregationPlan, _ layout: AggregationLayout, _ input: AggregationInput,
    first: TextBlock, headerEnd: Int, file: String
  ) throws -> AggregationWorker {
    let firstBlock = Mutex<TextBlock?>(first)
    let finished = Mutex<[Result<AggregationWorker, any Error>]>([])
    let blockSize = blockSize
    let body: @Sendable (Int) -> Void = { _ in
      let result = Result {
        var worker = AggregationWorker(plan, layout, file: file)
        var block: TextBlock
        let taken = firstBlock.withLock { block in
          defer { block = nil }
          return block
        }
        if let taken {
          block = taken
          worker.add(block, from: headerEnd)
        } else {
          block = TextBlock(capacity: blockSize)
        }
        while try input.next(into: &block) {
          worker.add(block, from: 0)
          try worker.check(plan.limits)
        }
        return worker
      }
      if case .failure = result { input.stop() }
      finished.withLock { $0.append(result) }
    }
    if workers == 1 {
      body(0)
    } else {
      DispatchQueue.concurrentPerform(iterations: workers, execute: body)
    }
    var parts = try finished.withLock { results in
      defer { results = [] }
      return try AggregationEngine.parts(results)
    }
    var total = parts.removeLast()
    while let part = parts.popLast() { total.add(part) }
    try total.check(plan.limits)
    return total
  }

  /// What the workers have, when none of them failed; a failure to read comes before a limit.
  private static func parts(
    _ results: [Result<AggregationWorker, any Error>]
  ) throws -> [AggregationWorker] {
    var limit: DiagnosticError?
    for result in results {
      guard case .failure(let error) = result else { continue }
      guard let error = error as? DiagnosticError, error.isLimit else { throw error }
      limit = error
    }
    if let limit { throw limit }
    return try results.map { try $0.get() }
  }
}
