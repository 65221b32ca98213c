/// Why rows and their definitions do not make a hierarchy.
public enum HierarchyError: Error, Sendable, Hashable {
  /// The number of definitions is not that of the names.
  case countMismatch(names: Int, definitions: Int)
  /// A definition names a row that is not there.
  case unknownRow(name: String, row: Int)
  /// A row is defined by itself, directly or through others.
  case circular(name: String)
  /// The summing matrix has no row that holds this leaf alone.
  case noLeafRow(leaf: Int)
  /// A coefficient of the summing matrix is not a whole number.
  case notWhole(name: String, coefficient: Double)
}

extension HierarchyError: CustomStringConvertible {
  /// What is wrong, found and expected.
  public var description: String {
    switch self {
    case .countMismatch(let names, let definitions):
      "a hierarchy has one definition for each row, found \(definitions) definitions "
        + "for \(names) rows"
    case .unknownRow(let name, let row):
      "the definition of '\(name)' names row \(row), which the hierarchy does not have"
    case .circular(let name):
      "'\(name)' is defined by itself, expected definitions that end at rows without one"
    case .noLeafRow(let leaf):
      "the summing matrix has no row for its column \(leaf) alone, expected one for each column"
    case .notWhole(let name, let coefficient):
      "'\(name)' has the coefficient \(coefficient), expected a whole number"
    }
  }
}
