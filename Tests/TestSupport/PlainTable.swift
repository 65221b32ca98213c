/// A comma-separated table without quotes, as the reference files are; for tests only.
public struct PlainTable: Sendable {
  /// The names in the first line.
  public let header: [String]
  /// The fields of each further line, spaces around them removed.
  public let rows: [[String]]

  /// Splits a text at commas and line ends.
  public init(_ text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map { field in
        String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
    }
    header = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// The fields of a column; empty where the table does not have it.
  public func column(_ name: String) -> [String] {
    guard let index = header.firstIndex(of: name) else { return [] }
    return rows.map { $0.indices.contains(index) ? $0[index] : "" }
  }

  /// The numbers of a column, `nil` where a field is none.
  public func numbers(_ name: String) -> [Double?] { column(name).map { Double($0) } }
}
