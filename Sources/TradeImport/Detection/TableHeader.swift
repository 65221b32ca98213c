internal import DelimitedText

/// The names over the columns of a table, from one or two header rows.
struct TableHeader {
  /// The name of each column.
  let names: [String]
  /// Of two header rows the part that is no period; empty with one row.
  let groups: [String]
  /// The label that may be a period, of each column.
  let labels: [String]

  /// Reads the header rows; a cell of the upper row counts for the empty ones on its right.
  init(_ rows: [DelimitedRecord], width: Int) {
    func cells(_ row: DelimitedRecord) -> [String] {
      (0..<width).map { (row.text(in: $0) ?? "").trimmedCell }
    }
    guard let last = rows.last else {
      names = (0..<width).map { "column \($0 + 1)" }
      (groups, labels) = (Array(repeating: "", count: width), Array(repeating: "", count: width))
      return
    }
    let lower = cells(last)
    guard rows.count > 1, let first = rows.first else {
      names = lower.enumerated().map { $1.isEmpty ? "column \($0 + 1)" : $1 }
      (groups, labels) = (Array(repeating: "", count: width), lower)
      return
    }
    var upper = cells(first)
    for column in upper.indices.dropFirst() where upper[column].isEmpty && !lower[column].isEmpty {
      upper[column] = upper[column - 1]
    }
    names = zip(upper, lower).enumerated().map { index, pair in
      let parts = [pair.0, pair.1].filter { !$0.isEmpty }
      return parts.isEmpty ? "column \(index + 1)" : parts.joined(separator: " ")
    }
    let upperIsPeriod = upper.indices.map { PeriodLabel.read(upper[$0]) != nil }
    labels = upper.indices.map { upperIsPeriod[$0] ? upper[$0] : lower[$0] }
    groups = upper.indices.map { upperIsPeriod[$0] ? lower[$0] : upper[$0] }
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
