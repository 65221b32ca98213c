internal import TimeSeries
internal import TradeImport

/// The parts of a table: words over it, rows of headings, rows of figures.
///
/// The first row with a number that is no period begins the figures; the rows of several cells
/// before it are headings, those of one cell are words over the table.
struct TableParts {
  private(set) var caption = ""
  private(set) var headings: [[PrintedCell]] = []
  private(set) var rows: [[PrintedCell]] = []

  /// Divides the rows of a table, of which some may be known to be headings.
  init(_ records: [[PrintedCell]], headingRows: Int = 0) {
    let first = records.indices.first { $0 >= headingRows && Self.holdsFigures(records[$0]) }
    // Without any figure the first row is the heading, so that messages can name columns.
    let body = first ?? min(max(headingRows, 1), records.count)
    var words: [String] = []
    for (index, record) in records[..<body].enumerated() {
      let filled = record.count { !$0.isEmpty }
      if index < headingRows || filled > 1 || (filled == 1 && record.count == 1 && body == 1) {
        headings.append(record)
      } else if filled == 1 {
        // A single word right over the figures is the first section of the rows.
        if index + 1 == body, !headings.isEmpty, record.first?.isEmpty == false {
          rows.append(record)
        } else {
          words += record.filter { !$0.isEmpty }.map(\.text)
        }
      }
    }
    rows += records[body...].filter { $0.contains { !$0.isEmpty } }
    caption = words.joined(separator: " ")
  }

  private static let formats = [NumberFormat(), NumberFormat(decimalMark: .comma)]

  /// Whether a row holds a number that is no year.
  private static func holdsFigures(_ record: [PrintedCell]) -> Bool {
    record.contains { cell in
      guard cell.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
      if PeriodText.read(cell.text) != nil { return false }
      return formats.contains { format in
        if case .figure = CellText(cell.text, format) { return true }
        return false
      }
    }
  }
}
