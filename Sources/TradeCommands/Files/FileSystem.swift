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

  /// Writes a file whole or not at all.
  ///
  /// A temporary file beside it, flushed to the disk, takes its place at the end, with the
  /// permissions of what stood there. Folders on the way are made. A link stays, and the file it
  /// leads to is written; what is no file, such as `/dev/stdout`, is written to directly.
  package func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let outputFolder, !Self.isBelow(path, outputFolder) {
      throw FileError(path: path, reason: .outsideOutputFolder(outputFolder))
    }
    var old = stat()
    let exists = unsafe stat(path, &old) == 0
    let type = old.st_mode & S_IFMT
    if exists, type == S_IFDIR { throw FileError(path: path, reason: .isDirectory) }
    if exists, type != S_IFREG {
      let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw Self.error(path, .writing, errno) }
      defer { close(descriptor) }
      return try Self.writeAll(bytes, descriptor, path)
    }
    // Below an output folder a link is replaced: it could lead out of the folder.
    let target = exists && outputFolder == nil ? Self.target(of: path) : path
    makeFolders(above: target)
    let temporary = "\(target).\(getpid()).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.error(path, .writing, errno) }
    do throws(FileError) {
      if exists { fchmod(descriptor, old.st_mode & 0o7777) }
      try Self.writeAll(bytes, descriptor, path)
      guard fsync(descriptor) == 0 else { throw Self.error(path, .writing, errno) }
    } catch {
      close(descriptor)
      unsafe unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, unsafe rename(temporary, target) == 0 else {
      let failure = Self.error(path, .writing, errno)
      unsafe unlink(temporary)
      throw failure
    }
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

  private static func writeAll(
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

  /// Where a path leads when all links are followed.
  private static func target(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes the folders that a path needs; what fails shows when the file is opened.
  private func makeFolders(above path: String) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      if !folder.isEmpty { unsafe mkdir(folder, 0o777) }
      end = path.index(after: slash)
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
