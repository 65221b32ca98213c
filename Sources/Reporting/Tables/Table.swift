/// A table of figures as releases print it: caption, headings, units, rows, notes.
public struct Table: Sendable, Hashable {
  /// The text above the table.
  public let caption: Prose?
  /// The heading of the row labels.
  public let stub: Prose
  /// The columns of figures, from left to right.
  public let columns: [TableColumn]
  /// The rows from top to bottom.
  public let rows: [TableRow]
  /// The notes under the table.
  public let notes: [Prose]

  /// Makes a table.
  ///
  /// - Precondition: Every row but a separator has one cell for each column.
  public init(
    caption: Prose? = nil, stub: Prose = "", columns: [TableColumn], rows: [TableRow],
    notes: [Prose] = []
  ) {
    for row in rows where row.kind != .separator {
      precondition(
        row.cells.count == columns.count,
        "row '\(row.label.plainText)' has \(row.cells.count) cells for \(columns.count) columns")
    }
    self.caption = caption
    self.stub = stub
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// The same table with more notes under it.
  public func adding(notes more: [Prose]) -> Table {
    Table(caption: caption, stub: stub, columns: columns, rows: rows, notes: notes + more)
  }

  /// The marks of missing values that the table uses, in order of appearance, without repeats.
  public var missingMarks: [MissingMark] {
    var marks: [MissingMark] = []
    for cell in rows.flatMap(\.cells) {
      if let mark = cell.missingMark, !marks.contains(mark) { marks.append(mark) }
    }
    return marks
  }

  /// Returns the totals of a row that a reader does not get by adding the printed parts.
  ///
  /// - Parameters:
  ///   - total: The row of the total, counted from 0.
  ///   - parts: The rows that add to it.
  ///   - columns: The columns whose figures add, counted from 0: levels, not rates.
  /// - Returns: One gap for each column with one, named by the label of the total. Columns
  ///   where a figure is missing say nothing.
  public func roundingGaps(total: Int, parts: [Int], columns: [Int]) -> [RoundingGap] {
    columns.compactMap { column in
      guard let whole = rows[total].cells[column].quantity else { return nil }
      let addends = parts.compactMap { rows[$0].cells[column].quantity }
      guard addends.count == parts.count else { return nil }
      return RoundingGap(rows[total].label.plainText, parts: addends, total: whole)
    }
  }
}

/// A column of a table: heading, unit and alignment.
public struct TableColumn: Sendable, Hashable {
  /// The heading.
  public let header: Prose
  /// The heading above; neighbours with the same one share it.
  public let group: Prose?
  /// The unit of the figures, printed in a row of its own.
  public let unit: String
  /// Where the contents stand in the column.
  public let alignment: ColumnAlignment

  /// Makes a column.
  public init(
    _ header: Prose, group: Prose? = nil, unit: String = "",
    alignment: ColumnAlignment = .automatic
  ) {
    self.header = header
    self.group = group
    self.unit = unit
    self.alignment = alignment
  }
}

/// Where the contents of a column stand.
public enum ColumnAlignment: String, Sendable, Hashable, CaseIterable {
  /// Figures at the decimal point; a column of texts at the left.
  case automatic
  /// Figures at the decimal point, texts at the right.
  case decimal
  /// At the left.
  case leading
  /// At the right.
  case trailing
}

/// A row of a table.
public struct TableRow: Sendable, Hashable {
  /// What a row is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A row of figures.
    case body
    /// A total, set off from the rows above.
    case total
    /// A rule across the table.
    case separator
  }

  /// What the row is.
  public let kind: Kind
  /// The label.
  public let label: Prose
  /// How far the label is indented, in steps.
  public let indentation: Int
  /// One cell for each column.
  public let cells: [TableCell]

  private init(kind: Kind, label: Prose, indentation: Int, cells: [TableCell]) {
    self.kind = kind
    self.label = label
    self.indentation = indentation
    self.cells = cells
  }

  /// A row of figures.
  ///
  /// - Precondition: `indentation` is 0 or more.
  public static func body(
    _ label: Prose, indentation: Int = 0, _ cells: [TableCell]
  ) -> TableRow {
    precondition(indentation >= 0, "a label is indented by 0 steps or more, not \(indentation)")
    return TableRow(kind: .body, label: label, indentation: indentation, cells: cells)
  }

  /// A row of totals.
  public static func total(_ label: Prose, _ cells: [TableCell]) -> TableRow {
    TableRow(kind: .total, label: label, indentation: 0, cells: cells)
  }

  /// A rule.
  public static let separator = TableRow(kind: .separator, label: "", indentation: 0, cells: [])
}

/// What stands in one place of a table.
public enum TableCell: Sendable, Hashable {
  /// A figure, or the mark of a missing one.
  case quantity(StyledQuantity)
  /// Words.
  case text(Prose)
  /// Nothing, where a figure makes no sense: the growth of a balance.
  case empty
  /// A value that should be there and is not.
  case missing(MissingMark)

  /// A figure; writes shorter than the case.
  public static func number(_ value: Double?, _ style: NumberStyle) -> TableCell {
    .quantity(StyledQuantity(value, style))
  }

  /// The figure, if the cell has one.
  public var quantity: StyledQuantity? {
    if case .quantity(let quantity) = self { quantity } else { nil }
  }

  /// The mark that stands for a missing value, if one does.
  public var missingMark: MissingMark? {
    switch self {
    case .missing(let mark): mark
    case .quantity(let quantity) where quantity.value == nil: quantity.missing
    default: nil
    }
  }
}
