/// What a command printed and how it ended.
public struct CellResult: Sendable, Hashable {
  /// What it wrote to standard output.
  public let standardOutput: String
  /// What it wrote to standard error.
  public let standardError: String
  /// The exit status, 0 for success.
  public let exitStatus: Int

  /// Makes a result.
  public init(standardOutput: String, standardError: String = "", exitStatus: Int = 0) {
    self.standardOutput = standardOutput
    self.standardError = standardError
    self.exitStatus = exitStatus
  }
}
