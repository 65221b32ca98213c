internal import CZlib
internal import Diagnostics

/// The content of gzip members, one after the other, as they are unpacked.
///
/// A file may have several members; their contents follow each other (RFC 1952, section 2.2). The
/// check sum and the length at the end of each member are compared. Zero bytes behind the last
/// member are padding; anything else there is an error, as is a file that is cut off.
///
/// The file is read in parts, and nothing is kept but one of them and the state of zlib.
struct GzipSource: ByteSource {
  private var packed: any ByteSource
  private let file: String
  private var input = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0
  private var state = GzipState()
  /// How many bytes of the file were taken before those in `input`.
  private var offset = 0
  private var phase = Phase.betweenMembers

  private enum Phase { case betweenMembers, inMember, ended }

  /// The bytes at the start of a member.
  static let signature: [UInt8] = [0x1F, 0x8B]

  init(_ packed: any ByteSource, file: String) {
    self.packed = packed
    self.file = file
  }

  mutating func read(into bytes: inout [UInt8], range: Range<Int>) throws -> Int {
    while phase != .ended {
      if phase == .betweenMembers, try !startMember() { break }
      if start == end, try !refill() { throw cutOff() }
      let step = inflate(into: &bytes, range: range)
      start += step.taken
      switch step.status {
      case Z_OK, Z_BUF_ERROR:
        if step.given == 0, step.taken == 0, start < end { throw corrupt(step.message) }
      case Z_STREAM_END:
        phase = .betweenMembers
      default:
        throw corrupt(step.message)
      }
      if step.given > 0 { return step.given }
    }
    return 0
  }

  /// Gets ready for the next member; `false` at the end of the file.
  private mutating func startMember() throws -> Bool {
    let isFirst = offset + start == 0
    while true {
      if start == end, try !refill() {
        phase = .ended
        if isFirst { throw cutOff() }
        return false
      }
      // Tapes are filled up with zeros.
      guard !isFirst, input[start] == 0 else { break }
      start += 1
    }
    guard input[start] == GzipSource.signature[0] else {
      throw problem(
        "gzip.trailing",
        "there are bytes behind the compressed data, found 0x"
          + String(input[start], radix: 16, uppercase: true)
          + " at byte \(offset + start) of the file, expected the end or another gzip member")
    }
    guard state.reset() else { throw corrupt("zlib has no memory") }
    phase = .inMember
    return true
  }

  /// Reads more of the file; `false` at its end.
  private mutating func refill() throws -> Bool {
    offset += end
    start = 0
    end = 0
    end = try packed.read(into: &input, range: 0..<input.count)
    return end > 0
  }

  private mutating func inflate(into bytes: inout [UInt8], range: Range<Int>) -> GzipState.Step {
    state.inflate(input, start..<end, into: &bytes, range)
  }

  private func cutOff() -> DiagnosticError {
    problem(
      "gzip.truncated",
      "the compressed file is cut off, found its end at byte \(offset + end), "
        + "expected more compressed data", hint: "fetch the file again")
  }

  private func corrupt(_ message: String) -> DiagnosticError {
    problem(
      "gzip.corrupt",
      "the compressed data are damaged before byte \(offset + start) of the file: \(message)",
      hint: "fetch the file again")
  }

  private func problem(_ id: String, _ message: String, hint: String? = nil) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(id, .error, at: InputLocation(file: file), message, hint: hint))
  }
}
