import Foundation
import Testing
import TradeCommands

@Suite("Files") struct FileSystemTests {
  let folder: TemporaryFolder
  let files = FileSystem()

  init() throws { folder = try TemporaryFolder() }

  private func reason(_ work: () throws(FileError) -> Void) -> FileError.Reason? {
    do throws(FileError) {
      try work()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test("What is written is read back, and nothing else is left") func roundTrip() throws {
    let bytes = [UInt8](0...255)
    try files.write(bytes, to: folder("a"))
    #expect(try files.read(folder("a")) == bytes)
    try files.write([], to: folder("a"))
    #expect(try files.read(folder("a")).isEmpty)
    #expect(folder.names == ["a"])
  }

  @Test("Folders on the way are made") func makesFolders() throws {
    try files.write(Array("x".utf8), to: folder("deep/er/file.txt"))
    #expect(folder.text(of: "deep/er/file.txt") == "x")
    #expect(folder.names == ["deep"])
  }

  @Test("A file that cannot be replaced stays as it was, without a temporary file beside it")
  func keepsOld() throws {
    try folder.write("old", to: "file")
    // The name of the temporary file is as long as the file system allows, and longer.
    let long = String(repeating: "n", count: 254)
    try folder.write("old", to: long)
    #expect(reason { () throws(FileError) in try files.write([1], to: folder(long)) } != nil)
    #expect(folder.text(of: long) == "old")
    // A part of the path is a file.
    #expect(
      reason { () throws(FileError) in try files.write([1], to: folder("file/below")) }
        == .system(operation: "written", message: "not a directory"))
    #expect(folder.text(of: "file") == "old")
    #expect(folder.names == ["file", long])
  }

  @Test("A full disk is an error, and what stands there is unchanged") func fullDisk() throws {
    // The device behaves as a file on a disk without space (Linux manual, full(4)).
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    #expect(
      reason { () throws(FileError) in try files.write([1], to: "/dev/full") }
        == .system(operation: "written", message: "no space left on device"))
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/full")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test("A folder is neither read nor written") func directory() throws {
    #expect(
      reason { () throws(FileError) in _ = try files.read(folder.path) } == .isDirectory)
    #expect(
      reason { () throws(FileError) in try files.write([1], to: folder.path) } == .isDirectory)
  }

  @Test("A file that is not there") func missing() {
    let path = folder("none")
    #expect(reason { () throws(FileError) in _ = try files.read(path) } == .notFound)
    #expect(
      FileError(path: "none", reason: .notFound).description
        == "none: error: there is no such file [file.not-found]")
  }

  @Test("A link stays, and the file behind it is written") func link() throws {
    try folder.write("old", to: "real")
    try FileManager.default.createSymbolicLink(
      atPath: folder("link"), withDestinationPath: "real")
    try files.write(Array("new".utf8), to: folder("link"))
    #expect(folder.text(of: "real") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder("link")) == "real")
  }

  @Test("Below an output folder a link is replaced, since it may lead out") func leadingOut()
    throws
  {
    try folder.write("old", to: "outside")
    try folder.write("", to: "out/first")
    try FileManager.default.createSymbolicLink(
      atPath: folder("out/link"), withDestinationPath: "../outside")
    let bounded = FileSystem(outputFolder: folder("out"))
    try bounded.write(Array("new".utf8), to: folder("out/link"))
    #expect(folder.text(of: "outside") == "old")
    #expect(folder.text(of: "out/link") == "new")
  }

  @Test("The permissions of a replaced file are kept") func permissions() throws {
    try folder.write("old", to: "file")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder("file"))
    try files.write(Array("new".utf8), to: folder("file"))
    let attributes = try FileManager.default.attributesOfItem(atPath: folder("file"))
    #expect(attributes[.posixPermissions] as? Int == 0o640)
  }

  @Test("Outside the output folder nothing is written") func outside() {
    let bounded = FileSystem(outputFolder: folder("out"))
    let path = folder("elsewhere.txt")
    #expect(
      reason { () throws(FileError) in try bounded.write([1], to: path) }
        == .outsideOutputFolder(folder("out")))
    #expect(folder.names == [])
  }

  @Test(
    "What is below a folder",
    arguments: [
      ("out/a", "out", true), ("out/a/b", "out", true), ("./out/a", "out", true),
      ("out//a", "out/", true), ("out", "out", false), ("output/a", "out", false),
      ("out/../a", "out", false), ("out/a/../../b", "out", false), ("/out/a", "out", false),
      ("/out/a", "/out", true), ("out/a", "/out", false), ("a", ".", true), ("../a", ".", false),
      ("", "out", false),
    ])
  func below(_ path: String, _ folder: String, _ expected: Bool) {
    #expect(FileSystem.isBelow(path, folder) == expected)
  }

  /// Numbers of errno(3).
  @Test("Errors of the system have a meaning") func errors() {
    let reading: [(Int32, FileError.Reason)] = [
      (ENOENT, .notFound), (EISDIR, .isDirectory), (EACCES, .noPermission),
      (EPERM, .noPermission), (EPIPE, .closedPipe),
      (EIO, .system(operation: "read", message: "input/output error")),
    ]
    for (number, expected) in reading {
      #expect(FileSystem.error("f", .reading, number).reason == expected)
    }
    #expect(
      FileSystem.error("f", .writing, ENOSPC).description == """
        f: error: the file cannot be written: no space left on device [file.system]
          hint: what stood there before is unchanged
        """)
    #expect(
      FileSystem.error("f", .writing, EROFS).reason
        == .system(operation: "written", message: "read-only file system"))
  }
}
