internal import Diagnostics
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// What the columns of a table hold.
struct TableSurvey {
  /// What a column is for.
  enum Use: Sendable {
    /// It names something of the figures in its row.
    case dimension(TableDimension)
    /// It names the rows.
    case stub
    /// It holds figures.
    case figures(TableLabel)
    /// It holds places in an order.
    case places(TableLabel)
    /// It holds nothing for a check.
    case ignored
  }

  let table: PrintedTable
  let reader: PeriodText
  private(set) var uses: [Use] = []
  /// The contents of the columns of figures, by column and row.
  private(set) var contents: [[CellText]] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ table: PrintedTable, _ reader: PeriodText) {
    self.table = table
    self.reader = reader
    for column in 0..<table.width {
      contents.append(
        table.rows.map { row in
          column < row.count ? CellText(row[column].text, table.format) : .empty
        })
      uses.append(.ignored)
      uses[column] = use(of: column)
    }
    // Figures stand beside names: when every column holds numbers the first one names the rows.
    if !uses.contains(where: { if case .figures = $0 { false } else { true } }), uses.count > 1 {
      uses[0] = .stub
    }
  }

  private struct Counts {
    var (figures, texts, periods) = (0, 0, 0)
  }

  private func counts(_ column: Int) -> Counts {
    var counts = Counts()
    for (row, content) in contents[column].enumerated() {
      guard let cell = table.cell(row, column), !cell.isEmpty else { continue }
      switch content {
      case .figure, .roundsToZero: counts.figures += 1
      case .text: counts.texts += 1
      case .missing, .empty: break
      }
      if reader.read(cell.text) != nil { counts.periods += 1 }
    }
    return counts
  }

  private mutating func use(of column: Int) -> Use {
    let heading = table.heading(of: column)
    let counts = counts(column)
    if let dimension = TableDimension(heading: heading) {
      if dimension == .ignored { return holdsExtremes(column) ? .places(TableLabel("")) : .ignored }
      return .dimension(dimension)
    }
    let label = TableLabel(heading, reader)
    if label.role == .rank { return .places(label) }
    if heading.isEmpty, column == 0, counts.texts == 0, counts.periods == counts.figures,
      counts.periods > 0
    {
      return .dimension(.period)
    }
    guard counts.figures > 0 else {
      // A column of periods without a heading, as in many printed tables.
      return counts.periods > 0 && counts.periods >= counts.texts
        ? .dimension(.period) : counts.texts > 0 ? .stub : .ignored
    }
    if counts.texts > 0 {
      let share = Double(counts.texts) / Double(counts.texts + counts.figures)
      if share >= 0.8, column == 0 || label.periods.isEmpty && label.unit == nil { return .stub }
      if share >= 0.3, column > 0 || label.unit != nil {
        note(halfText: column, heading, counts)
      } else if share >= 0.3 {
        return .stub
      } else {
        noteTexts(column)
      }
    }
    return .figures(label)
  }

  /// Whether a cell says that its row has the largest or the smallest value.
  private func holdsExtremes(_ column: Int) -> Bool {
    table.rows.indices.contains { row in
      table.cell(row, column).map { PlaceInOrder($0.text)?.isWord ?? false } ?? false
    }
  }

  // MARK: Findings

  private mutating func note(halfText column: Int, _ heading: String, _ counts: Counts) {
    let cell = firstText(column)
    diagnostics.append(
      Diagnostic(
        "check.half-text", .error, at: place(cell),
        "column \(heading.quoted) is partly text, found \((cell?.text ?? "").quoted)"
          + (counts.texts > 1 ? " and \(counts.texts - 1) more" : "")
          + ", expected a number as in \(counts.figures) other cells",
        hint: "cells without a number take no part; leave them empty, or give words a column of "
          + "their own"))
  }

  private mutating func noteTexts(_ column: Int) {
    for (row, content) in contents[column].enumerated() where content == .text {
      guard let cell = table.cell(row, column) else { continue }
      diagnostics.append(
        Diagnostic(
          "check.not-a-number", .warning, at: place(cell),
          "the cell is no number, found \(cell.text.quoted), expected one as in the other cells",
          hint: "it takes no part in the check"))
    }
  }

  private func firstText(_ column: Int) -> PrintedCell? {
    contents[column].firstIndex(of: .text).flatMap { table.cell($0, column) }
  }

  private func place(_ cell: PrintedCell?) -> InputLocation {
    InputLocation(file: table.file, line: cell?.line, column: cell?.column)
  }
}
