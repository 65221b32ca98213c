internal import Glibc

/// A file that is written in parts and takes its place at the end, whole or not at all.
///
/// A temporary file beside it, flushed to the disk, takes its place with the permissions of what stood
/// there. Folders on the way are made. A link stays, and the file it leads to is written; what is no
/// file, such as `/dev/stdout`, is written to directly.
struct FileReplacement: Sendable {
  private let path: String
  private let target: String
  /// `nil` for what is written to directly.
  private let temporary: String?
  private let descriptor: Int32

  /// Starts a file; what stands there stays until ``finish()``.
  init(_ path: String, in files: FileSystem) throws(FileError) {
    if let folder = files.outputFolder, !FileSystem.isBelow(path, folder) {
      throw FileError(path: path, reason: .outsideOutputFolder(folder))
    }
    self.path = path
    var old = stat()
    let exists = unsafe stat(path, &old) == 0
    let type = old.st_mode & S_IFMT
    if exists, type == S_IFDIR { throw FileError(path: path, reason: .isDirectory) }
    if exists, type != S_IFREG {
      target = path
      temporary = nil
      descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileSystem.error(path, .writing, errno) }
      return
    }
    // Below an output folder a link is replaced: it could lead out of the folder.
    target = exists && files.outputFolder == nil ? Self.target(of: path) : path
    Self.makeFolders(above: target)
    let name = "\(target).\(getpid()).tmp"
    temporary = name
    descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileSystem.error(path, .writing, errno) }
    if exists { fchmod(descriptor, old.st_mode & 0o7777) }
  }

  /// Adds to the file.
  func append(_ bytes: [UInt8]) throws(FileError) {
    try FileSystem.writeAll(bytes, descriptor, path)
  }

  /// Puts the file in its place.
  func finish() throws(FileError) {
    guard let temporary else {
      close(descriptor)
      return
    }
    guard fsync(descriptor) == 0 else {
      let failure = FileSystem.error(path, .writing, errno)
      discard()
      throw failure
    }
    guard close(descriptor) == 0, unsafe rename(temporary, target) == 0 else {
      let failure = FileSystem.error(path, .writing, errno)
      unsafe unlink(temporary)
      throw failure
    }
  }

  /// Leaves what stood there, instead of ``finish()``.
  func discard() {
    close(descriptor)
    if let temporary { unsafe unlink(temporary) }
  }

  /// Where a path leads when all links are followed.
  private static func target(of path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Makes the folders that a path needs; what fails shows when the file is opened.
  private static func makeFolders(above path: String) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      let folder = String(path[..<slash])
      if !folder.isEmpty { unsafe mkdir(folder, 0o777) }
      end = path.index(after: slash)
    }
  }
}
