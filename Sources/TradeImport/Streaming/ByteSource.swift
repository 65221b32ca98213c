/// Where the bytes of an input come from, one part after the other.
public protocol ByteSource {
  /// Puts the next bytes into a range of an array.
  ///
  /// - Parameters:
  ///   - bytes: The array; outside the range nothing is changed.
  ///   - range: Where there is room, for at least one byte.
  /// - Returns: How many bytes were put at the start of the range; zero at the end of the input,
  ///   and never before it.
  /// - Throws: `DiagnosticError` or what the outside world gives, when the input cannot be read.
  mutating func read(into bytes: inout [UInt8], range: Range<Int>) throws -> Int
}

/// Bytes in memory as a source.
public struct MemorySource: ByteSource, Sendable {
  private let bytes: [UInt8]
  private var position = 0
  private let step: Int

  /// Makes a source.
  ///
  /// - Parameters:
  ///   - bytes: The whole input.
  ///   - step: How many bytes are given at most at a time, as a pipe may do.
  /// - Precondition: The step is positive.
  public init(_ bytes: [UInt8], step: Int = .max) {
    precondition(step > 0, "a source gives at least one byte at a time")
    self.bytes = bytes
    self.step = step
  }

  /// Puts the next bytes into a range of an array.
  public mutating func read(into target: inout [UInt8], range: Range<Int>) -> Int {
    let count = min(range.count, bytes.count - position, step)
    let end = range.lowerBound + count
    target.replaceSubrange(range.lowerBound..<end, with: bytes[position..<position + count])
    position += count
    return count
  }
}

/// A source that gives some bytes again before it goes on with another.
public struct PrefixedSource: ByteSource {
  private var prefix: MemorySource
  private var rest: any ByteSource

  /// Makes a source of some bytes and what follows them.
  public init(_ prefix: [UInt8], _ rest: any ByteSource) {
    self.prefix = MemorySource(prefix)
    self.rest = rest
  }

  /// Puts the next bytes into a range of an array.
  public mutating func read(into bytes: inout [UInt8], range: Range<Int>) throws -> Int {
    let count = prefix.read(into: &bytes, range: range)
    return count > 0 ? count : try rest.read(into: &bytes, range: range)
  }
}
