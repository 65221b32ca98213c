internal import DelimitedText
internal import Diagnostics

/// The columns of a tidy table by their names.
struct TidyColumns {
  /// A column of the tidy format.
  enum Name: String, CaseIterable {
    case series, period, reporter, partner, flow, product, measure, basis, value, unit, printed,
      scale, hedge, status, vintage, source

    /// The place among all columns.
    var index: Int {
      switch self {
      case .series: 0
      case .period: 1
      case .reporter: 2
      case .partner: 3
      case .flow: 4
      case .product: 5
      case .measure: 6
      case .basis: 7
      case .value: 8
      case .unit: 9
      case .printed: 10
      case .scale: 11
      case .hedge: 12
      case .status: 13
      case .vintage: 14
      case .source: 15
      }
    }
  }

  /// Where each column stands, by its place among all; looked up for every field.
  private var positions = [Int?](repeating: nil, count: Name.allCases.count)

  /// What the header lacks or holds too much.
  private(set) var diagnostics: [Diagnostic] = []

  init(_ table: DelimitedTable) {
    for name in Name.allCases { positions[name.index] = table.column(named: name.rawValue) }
    let known = Name.allCases.map(\.rawValue)
    let place = table.header?.location ?? InputLocation(file: table.file, line: 1)
    if let mark = Self.otherDelimiter(in: table.names) {
      diagnostics.append(
        Diagnostic(
          "tidy.delimiter", .error, at: place,
          "the columns are separated by \(mark), expected ','",
          hint: "write tidy CSV with commas, and a point for decimals"))
      return
    }
    for required in [Name.period, .value] where self[required] == nil {
      let nearest = table.names.filter { !known.contains($0) }.nearest(to: required.rawValue)
      diagnostics.append(
        Diagnostic(
          "tidy.missing-column", .error, at: place,
          "column '\(required.rawValue)' is missing, found \(Self.list(table.names))",
          hint: nearest.map { "rename column '\($0)' to '\(required.rawValue)'" }
            ?? "tidy CSV needs the columns period and value"))
    }
    let missing = Name.allCases.filter { positions[$0.index] == nil }.map(\.rawValue)
    for (index, name) in table.names.enumerated() where !known.contains(name) && !name.isEmpty {
      let nearest = missing.nearest(to: name)
      diagnostics.append(
        Diagnostic(
          "tidy.unknown-column", .warning, at: table.header?.location(in: index),
          "column \(name.quoted) is not known and is left out",
          hint: nearest.map { "did you mean '\($0)'?" }))
    }
  }

  /// Where a column stands; `nil` when the table has none.
  subscript(name: Name) -> Int? { positions[name.index] }

  /// The mark that divides a header which is read as one name, such as `period;value`.
  private static func otherDelimiter(in names: [String]) -> String? {
    guard names.count == 1, let name = names.first else { return nil }
    let known = Set(Name.allCases.map(\.rawValue))
    let marks: [(Character, String)] = [(";", "';'"), ("\t", "tabs"), ("|", "'|'")]
    return marks.first { mark, _ in
      let parts = name.split(separator: mark).map(String.init)
      return parts.count > 1 && parts.contains(where: known.contains)
    }?.1
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(8).map(\.quoted).joined(separator: ", ")
    return names.isEmpty ? "no columns" : names.count > 8 ? shown + ", …" : shown
  }
}
