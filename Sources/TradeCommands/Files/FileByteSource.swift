internal import Glibc
internal import TradeImport

/// A file that is read in parts, from its start to its end.
final class FileByteSource: ByteSource {
  private let descriptor: Int32
  private let path: String
  private let isOwned: Bool

  /// Opens a file; standard input for `-`.
  ///
  /// - Throws: `FileError` when the path leads to no file that can be read.
  init(_ path: String) throws(FileError) {
    if path == "-" {
      descriptor = STDIN_FILENO
      self.path = FileSystem.standardInputName
      isOwned = false
      return
    }
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    isOwned = true
    guard descriptor >= 0 else { throw Self.error(path) }
    if FileSystem().isDirectory(path) { throw FileError(path: path, reason: .isDirectory) }
    // What has been read is not needed again soon, what comes next is.
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit {
    if isOwned, descriptor >= 0 { close(descriptor) }
  }

  func read(into bytes: inout [UInt8], range: Range<Int>) throws -> Int {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count, "the range has room")
    while true {
      let count = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: range.lowerBound), range.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw Self.error(path) }
    }
  }

  private static func error(_ path: String) -> FileError {
    let number = errno
    let reason: FileError.Reason =
      switch number {
      case ENOENT: .notFound
      case EISDIR: .isDirectory
      case EACCES, EPERM: .noPermission
      default:
        .system(
          operation: "read", message: unsafe String(cString: strerror(number)).lowercased())
      }
    return FileError(path: path, reason: reason)
  }

  /// How many processors are used unless the user says otherwise: all of them, at most 8.
  static var workers: Int { min(8, processorCount) }

  /// How many processors there are to work on.
  static var processorCount: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
