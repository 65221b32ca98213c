public import FoundationEssentials

/// The files of this repository, and the optional data beside it, as tests find them.
public enum RepositoryFiles {
  /// The folder that holds `Package.swift`.
  ///
  /// Links are resolved, so that a test that is compiled through a link finds the real folder.
  public static var root: URL {
    URL(filePath: #filePath).resolvingSymlinksInPath()  // …/Tests/TestSupport/<this file>
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The folder that the variable `TRADEWIND_SHARED_DATA` names, or `nil` when it is not set.
  ///
  ///     @Test(.enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
  public static var sharedData: URL? {
    ProcessInfo.processInfo.environment["TRADEWIND_SHARED_DATA"].flatMap { path in
      path.isEmpty ? nil : URL(filePath: path, directoryHint: .isDirectory)
    }
  }

  /// Returns where a file of the repository is.
  ///
  /// - Parameter path: A path relative to the root, such as `Datasets/reference/x.csv`.
  /// - Returns: The place of the file, whether it exists or not.
  public static func url(of path: String) -> URL { root.appending(path: path) }

  /// Returns the text of a file of the repository.
  ///
  /// - Parameter path: A path relative to the root, such as `Datasets/reference/x.csv`.
  /// - Returns: The whole text, line ends as they are.
  /// - Throws: What reading gives for a file that is not there or is not UTF-8.
  public static func text(at path: String) throws -> String {
    try String(contentsOf: url(of: path), encoding: .utf8)
  }

  /// Returns the bytes of a file of the repository.
  ///
  /// - Parameter path: A path relative to the root.
  /// - Returns: All bytes of the file.
  /// - Throws: What reading gives for a file that is not there.
  public static func bytes(at path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url(of: path)))
  }
}
