internal import DelimitedText
internal import TimeSeries

/// The names over the columns of a table, from one or more header rows.
struct TableHeader {
  /// The name of each column.
  let names: [String]
  /// What the texts over each column say about its figures.
  let headings: [ColumnHeading]

  /// Reads the header rows; a cell counts for the empty ones on its right that have one below, as
  /// far as the cells above it reach.
  init(
    _ rows: [DelimitedRecord], width: Int, forms: PeriodForms = PeriodForms()
  ) {
    var cells = rows.map { row in (0..<width).map { (row.text(in: $0) ?? "").trimmedCell } }
    for level in cells.indices.dropLast() {
      for column in 0..<width where column > 0 && cells[level][column].isEmpty {
        let isOver = cells[(level + 1)...].contains { !$0[column].isEmpty }
        let isUnder = level == 0 || cells[level - 1][column] == cells[level - 1][column - 1]
        if isOver, isUnder { cells[level][column] = cells[level][column - 1] }
      }
    }
    let texts = (0..<width).map { column in cells.map { $0[column] }.filter { !$0.isEmpty } }
    names = texts.enumerated().map {
      $1.isEmpty ? "column \($0 + 1)" : $1.joined(separator: " ")
    }
    headings = texts.map { ColumnHeading($0, forms) }
  }
}

extension String {
  /// Without white space, no-break spaces among it, at both ends.
  var trimmedCell: String {
    // Most cells begin and end with a visible sign of ASCII.
    if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last {
      return self
    }
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, NumberScan.isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, NumberScan.isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
