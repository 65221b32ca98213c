internal import Glibc

/// The files of the machine, as commands may use them.
package struct FileSystem: Sendable {
  /// The folder below which files may be written; `nil` for anywhere.
  package let outputFolder: String?

  /// Files of the machine, written below a folder only when it is given.
  package init(outputFolder: String? = nil) { self.outputFolder = outputFolder }

  /// The name of standard input in messages.
  static let standardInputName = "<stdin>"

  /// The bytes of a file; of standard input for `-`.
  package func read(_ path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try readAll(STDIN_FILENO, Self.standardInputName) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.error(path, .reading, errno) }
    defer { close(descriptor) }
    if isDirectory(path) { throw FileError(path: path, reason: .isDirectory) }
    return try readAll(descriptor, path)
  }

  /// Whether a path leads to a folder.
  func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether two paths lead to the same file.
  func isSame(_ a: String, _ b: String) -> Bool {
    var first = stat()
    var second = stat()
    guard unsafe stat(a, &first) == 0, unsafe stat(b, &second) == 0 else { return false }
    return first.st_dev == second.st_dev && first.st_ino == second.st_ino
  }

  /// Whether a path leads to anything.
  func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// The `dataset.json` in the folder of a file that is called `data.csv`; `nil` when the file is
  /// called otherwise, or when there is none.
  func manifest(beside path: String) -> String? {
    let name = "data.csv"
    guard path == name || path.hasSuffix("/" + name) else { return nil }
    let manifest = path.dropLast(name.count) + "dataset.json"
    return exists(String(manifest)) ? String(manifest) : nil
  }

  /// The names in a folder, sorted, without hidden ones; empty when it cannot be read.
  func names(in folder: String) -> [String] {
    guard let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Writes a file whole or not at all; see ``FileReplacement``.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let file = try FileReplacement(path, in: self)
    do throws(FileError) {
      try file.append(bytes)
    } catch {
      file.discard()
      throw error
    }
    try file.finish()
  }

  /// The streams of the process that are written.
  enum Stream: Int32 {
    case standardOutput = 1
    case standardError = 2
  }

  /// Writes text to a stream of the process; that its reader has gone away is no error.
  static func write(_ text: String, to stream: Stream) throws(FileError) {
    let name = stream == .standardOutput ? "<stdout>" : "<stderr>"
    do throws(FileError) {
      try writeAll(Array(text.utf8), stream.rawValue, name)
    } catch {
      if error.reason != .closedPipe { throw error }
    }
  }

  /// Makes writing to a pipe without reader an error that can be handled, not a signal.
  static func survivesClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  private func readAll(_ descriptor: Int32, _ path: String) throws(FileError) -> [UInt8] {
    var content: [UInt8] = []
    var status = stat()
    if unsafe fstat(descriptor, &status) == 0, status.st_size > 0, status.st_size < 1 << 40 {
      content.reserveCapacity(Int(status.st_size))
    }
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.error(path, .reading, errno) }
      if count == 0 { return content }
      content += block[..<count]
    }
  }

  static func writeAll(
    _ bytes: [UInt8], _ descriptor: Int32, _ path: String
  ) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Self.error(path, .writing, errno) }
      start += count
    }
  }

  /// What was tried with a file.
  package enum Operation: Sendable {
    case reading, writing
  }

  /// The error for a number of the system.
  package static func error(
    _ path: String, _ operation: Operation, _ number: Int32
  ) -> FileError {
    let reason: FileError.Reason =
      switch number {
      case ENOENT where operation == .reading: .notFound
      case EISDIR: .isDirectory
      case EACCES, EPERM: .noPermission
      case EPIPE: .closedPipe
      default:
        .system(
          operation: operation == .reading ? "read" : "written",
          message: unsafe String(cString: strerror(number)).lowercased())
      }
    return FileError(path: path, reason: reason)
  }

  /// Whether a path stays below a folder, both as written: no step up, no absolute path elsewhere.
  package static func isBelow(_ path: String, _ folder: String) -> Bool {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let base = folder.split(separator: "/").filter { $0 != "." }
    return path.hasPrefix("/") == folder.hasPrefix("/") && !parts.contains("..")
      && parts.count > base.count && Array(parts.prefix(base.count)) == Array(base)
  }
}
