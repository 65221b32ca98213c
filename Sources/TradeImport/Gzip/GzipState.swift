internal import CZlib

/// The state of zlib between two calls.
///
/// A class, because zlib keeps the address of its `z_stream`; no address leaves it, and it is used
/// by one owner at a time.
@safe final class GzipState {
  /// What one call did.
  struct Step {
    let status: Int32
    let taken: Int
    let given: Int
    let message: String
  }

  private let stream: UnsafeMutablePointer<z_stream>
  private var isOpen = false

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
  }

  deinit {
    if isOpen { unsafe inflateEnd(stream) }
    unsafe stream.deallocate()
  }

  /// Gets ready for the start of a member; `false` when there is no memory.
  func reset() -> Bool {
    if isOpen { return unsafe inflateReset(stream) == Z_OK }
    isOpen = unsafe czlib_inflate_init_gzip(stream) == Z_OK
    return isOpen
  }

  /// Unpacks from a range of one array into a range of another.
  func inflate(
    _ input: [UInt8], _ taken: Range<Int>, into output: inout [UInt8], _ given: Range<Int>
  ) -> Step {
    precondition(isOpen, "a member is started first")
    precondition(taken.upperBound <= input.count && given.upperBound <= output.count)
    let room = min(given.count, 1 << 30)
    let status = unsafe input.withUnsafeBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target -> Int32 in
        guard let from = source.baseAddress, let to = target.baseAddress else {
          return Z_BUF_ERROR
        }
        unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: from + taken.lowerBound)
        unsafe stream.pointee.avail_in = UInt32(taken.count)
        unsafe stream.pointee.next_out = to + given.lowerBound
        unsafe stream.pointee.avail_out = UInt32(room)
        return unsafe CZlib.inflate(stream, Z_NO_FLUSH)
      }
    }
    let message =
      unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib status \(status)"
    return Step(
      status: status, taken: taken.count - Int(unsafe stream.pointee.avail_in),
      given: room - Int(unsafe stream.pointee.avail_out), message: message)
  }
}
