internal import Glibc

/// The files of the machine, as commands may use them.
struct FileSystem: Sendable {
  /// The folder below which files may be written; `nil` for anywhere.
  let outputFolder: String?

  init(outputFolder: String? = nil) { self.outputFolder = outputFolder }

  /// The name of standard input in messages.
  static let standardInputName = "<stdin>"

  /// The bytes of a file; of standard input for `-`.
  func read(_ path: String) throws(FileError) -> [UInt8] {
    if path == "-" { return try readAll(STDIN_FILENO, Self.standardInputName) }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw error(path, "read") }
    defer { close(descriptor) }
    if isDirectory(path) { throw FileError(path: path, reason: .isDirectory) }
    return try readAll(descriptor, path)
  }

  /// Whether a path leads to a folder.
  func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
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
  /// A temporary file beside it, flushed to the disk, takes its place at the end. Folders on the
  /// way are made.
  func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    if let outputFolder, !Self.isBelow(path, outputFolder) {
      throw FileError(path: path, reason: .outsideOutputFolder(outputFolder))
    }
    if isDirectory(path) { throw FileError(path: path, reason: .isDirectory) }
    makeFolders(above: path)
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw error(path, "written") }
    do throws(FileError) {
      try writeAll(bytes, descriptor, path)
    } catch {
      close(descriptor)
      unsafe unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0, unsafe rename(temporary, path) == 0 else {
      let failure = error(path, "written")
      unsafe unlink(temporary)
      throw failure
    }
  }

  /// Writes text to an open descriptor, such as standard output; `false` when nobody reads it.
  static func write(_ text: String, toDescriptor descriptor: Int32) -> Bool {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  private func readAll(_ descriptor: Int32, _ path: String) throws(FileError) -> [UInt8] {
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe Glibc.read(descriptor, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error(path, "read") }
      if count == 0 { return content }
      content += block[..<count]
    }
  }

  private func writeAll(
    _ bytes: [UInt8], _ descriptor: Int32, _ path: String
  ) throws(FileError) {
    var start = 0
    while start < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw error(path, "written") }
      start += count
    }
    guard fsync(descriptor) == 0 else { throw error(path, "written") }
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

  /// The last error of the system for a path.
  private func error(_ path: String, _ operation: String) -> FileError {
    let number = errno
    let reason: FileError.Reason =
      switch number {
      case ENOENT where operation == "read": .notFound
      case EISDIR: .isDirectory
      case EACCES, EPERM: .noPermission
      default:
        .system(
          operation: operation, message: unsafe String(cString: strerror(number)).lowercased())
      }
    return FileError(path: path, reason: reason)
  }

  /// Whether a path stays below a folder, both as written: no step up, no absolute path elsewhere.
  static func isBelow(_ path: String, _ folder: String) -> Bool {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let base = folder.split(separator: "/").filter { $0 != "." }
    return path.hasPrefix("/") == folder.hasPrefix("/") && !parts.contains("..")
      && parts.count > base.count && Array(parts.prefix(base.count)) == Array(base)
  }
}
