internal import DelimitedText

/// Writes the figures of a table as CSV, for programs rather than readers.
///
/// One record of headings, one for each row; rules, captions, notes and footnotes are left out.
/// Figures stand in the unit of their heading, with full precision and without separators, so
/// rounding is left to whoever reads them. A missing value is an empty field.
public struct TableCSVWriter: Sendable, Hashable {
  /// Makes a writer.
  public init() {}

  /// Returns the table as CSV with commas and line feeds.
  ///
  /// A heading joins group, heading and unit: `Exports, value (US$ bn)`. Ranges are left out.
  public func write(_ table: Table) -> String {
    var records = [[table.stub.plainText] + table.columns.map(heading)]
    for row in table.rows where row.kind != .separator {
      records.append([row.label.plainText] + row.cells.map(field))
    }
    return DelimitedWriter(dialect: .commas, lineEnd: .lf).text(of: records)
  }

  private func heading(_ column: TableColumn) -> String {
    let parts = [column.group?.plainText ?? "", column.header.plainText]
    let name = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    if column.unit.isEmpty { return name }
    return name.isEmpty ? column.unit : "\(name) (\(column.unit))"
  }

  private func field(_ cell: TableCell) -> String {
    switch cell {
    case .quantity(let quantity): quantity.value.map(quantity.style.fullPrecision) ?? ""
    case .text(let prose): prose.plainText
    case .empty, .missing: ""
    }
  }
}
