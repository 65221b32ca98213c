public import Diagnostics

/// Columns of a file in memory, each in the type that was asked for.
public struct TypedTable: Sendable {
  /// The columns by their names.
  public let columns: [String: TypedColumn]
  /// How many rows each column has.
  public let rowCount: Int
  /// How many rows were left out, because something is wrong with them; each has a finding.
  public let refusedCount: Int
  /// What is wrong or worth knowing: the first twenty findings about rows and how many more there
  /// are of each kind, then what is about the whole file.
  public let diagnostics: [Diagnostic]

  /// Whether there is an error among the findings.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
