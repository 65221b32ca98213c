internal import Diagnostics

/// The content of files that may be packed with gzip, told by their first bytes.
public enum PackedFile {
  /// How many bytes a file may have when it is unpacked, because all of them are kept.
  public static let limit = 2 << 30

  /// Returns the bytes of a file, unpacked where they are gzip members.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: Its name for messages.
  ///   - limit: How many bytes there may be.
  /// - Returns: The content.
  /// - Throws: `DiagnosticError` when the file is cut off or damaged, or has more bytes than the
  ///   limit allows.
  /// - Complexity: O(*n*) for *n* unpacked bytes.
  public static func content(
    _ bytes: [UInt8], file: String, limit: Int = PackedFile.limit
  ) throws -> [UInt8] {
    guard bytes.starts(with: GzipSource.signature) else { return bytes }
    var source = GzipSource(MemorySource(bytes), file: file)
    var content: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = try source.read(into: &block, range: 0..<block.count)
      if count == 0 { return content }
      guard content.count + count <= limit else {
        throw DiagnosticError(
          Diagnostic(
            "gzip.too-large", .error, at: InputLocation(file: file),
            "the unpacked file has more than \(limit) bytes, expected at most that many",
            hint: "'tradewind aggregate' reads files of any length"))
      }
      content += block[..<count]
    }
  }
}
