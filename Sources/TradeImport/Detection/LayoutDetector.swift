internal import DelimitedText

/// Finds preamble, header, units row, data and footer of a table.
///
/// The columns that hold numbers further down show where data begin and end: a row of data has
/// numbers there, or words for missing ones. What stands before is header and preamble, what
/// stands behind is footer.
struct LayoutDetector {
  let rows: DelimitedRecords
  /// The number of fields of most rows.
  let width: Int
  /// What each column holds in the rows that look like data, by column.
  private(set) var profiles: [ColumnProfile] = []

  /// Counts of kinds of cells.
  struct ColumnProfile {
    var numbers = 0
    var missing = 0
    var periods = 0
    var plainYears = 0
    var texts = 0
    var empty = 0
    /// Whether a number is written as `1,00,000`.
    var hasIndianGroups = false

    /// Whether the column holds numbers, years among them.
    var isNumeric: Bool {
      let values = numbers + plainYears
      return values > 0 && (texts + periods - plainYears) * 3 <= values + missing
    }
    /// Whether nearly all cells are periods.
    var isPeriod: Bool { periods > 0 && periods * 10 >= 9 * (periods + numbers + texts + missing) }
    /// Whether no cell has content.
    var isEmpty: Bool { numbers + missing + periods + texts == 0 }

    mutating func add(_ text: String) {
      switch CellKind(text) {
      case .empty: empty += 1
      case .number:
        numbers += 1
        if !hasIndianGroups, CellKind.isIndian(text) { hasIndianGroups = true }
      case .missing: missing += 1
      case .period:
        periods += 1
        if CellKind.isPlainNumber(text) { plainYears += 1 }
      case .text: texts += 1
      }
    }
  }

  init(_ rows: DelimitedRecords, width: Int) {
    self.rows = rows
    self.width = width
    var profiles = Array(repeating: ColumnProfile(), count: width)
    for index in bodySample() {
      let row = rows[index]
      for column in 0..<min(width, row.count) { profiles[column].add(row.text(in: column) ?? "") }
    }
    self.profiles = profiles
  }

  /// Whether a number of the table is written as `1,00,000`.
  var hasIndianGroups: Bool { profiles.contains { $0.hasIndianGroups } }

  /// At most 300 rows of the usual length from the second half, where no header stands.
  private func bodySample() -> [Int] {
    let start = rows.count / 2
    let matching = (start..<rows.count).filter { abs(rows[$0].count - width) <= 1 }
    let step = max(1, matching.count / 300)
    return stride(from: 0, to: matching.count, by: step).map { matching[$0] }
  }

  /// The layout; `nil` for a file without rows.
  func layout() -> TableLayout? {
    guard !rows.isEmpty else { return nil }
    let last = (max(0, rows.count - 60)..<rows.count).last { isData($0) || isAllMissing($0) }
    guard let first = (0..<min(rows.count, 200)).first(where: isData), let last, last >= first
    else {
      // No row has numbers: the first of full length is the header.
      let header = (0..<rows.count).first { rows[$0].count >= width } ?? 0
      return TableLayout(
        header: header..<header + 1, units: nil, data: header + 1..<rows.count, count: rows.count)
    }
    var (start, end) = (first, last + 1)
    // A row whose figure cannot be read is a row of data all the same, and is reported there.
    while start > 0, hasKeys(start - 1) { start -= 1 }
    while end < rows.count, hasKeys(end) { end += 1 }
    let header = header(before: start)
    return TableLayout(
      header: header, units: units(header.upperBound..<start), data: start..<end,
      count: rows.count)
  }

  // MARK: Data

  /// Whether a row has numbers where the columns have them.
  private func isData(_ index: Int) -> Bool {
    let row = rows[index]
    guard row.count >= width - 1 else { return false }
    let numeric = profiles.indices.filter { profiles[$0].isNumeric }
    guard !numeric.isEmpty else { return index > 0 && row.count == width }
    var (values, texts, labels, words, content) = (0, 0, 0, 0, 0)
    for column in numeric {
      let text = row.text(in: column) ?? ""
      switch CellKind(text) {
      case .empty: continue
      case .number, .missing: values += 1
      case .period:
        if CellKind.isPlainNumber(text) { values += 1 } else { texts += 1 }
        if !profiles[column].isPeriod { labels += 1 }
      case .text:
        texts += 1
        words += 1
      }
      content += 1
    }
    // A row of years and names over columns that hold none is a header.
    if labels > 0, labels + words == content { return false }
    return values > 0 && texts * 3 <= content
  }

  /// Whether a row has the keys of a row of data: a period where the columns have one, else figures
  /// in at least half of its cells for them.
  private func hasKeys(_ index: Int) -> Bool {
    let row = rows[index]
    guard abs(row.count - width) <= 1 else { return false }
    let periods = profiles.indices.filter { profiles[$0].isPeriod }
    if !periods.isEmpty {
      return periods.allSatisfy { CellKind(row.text(in: $0) ?? "") == .period }
    }
    var (values, others) = (0, 0)
    for column in profiles.indices where profiles[column].isNumeric {
      switch CellKind(row.text(in: column) ?? "") {
      case .empty: continue
      case .number, .missing: values += 1
      case .period, .text: others += 1
      }
    }
    return values > 0 && values >= others
  }

  /// Whether a row has its keys and no value at all.
  private func isAllMissing(_ index: Int) -> Bool {
    let row = rows[index]
    guard row.count >= width - 1 else { return false }
    var (keys, filled) = (0, 0)
    for column in profiles.indices {
      let isEmpty = row.field(in: column)?.isEmpty ?? true
      if profiles[column].isNumeric {
        if !isEmpty, CellKind(row.text(in: column) ?? "") == .text { return false }
      } else if !profiles[column].isEmpty {
        keys += 1
        if !isEmpty { filled += 1 }
      }
    }
    return keys > 1 && filled * 2 >= keys && filled > 1
  }

  // MARK: Header

  private func filled(_ index: Int) -> Int {
    rows[index].count { !$0.text.allSatisfy(\.isWhitespace) }
  }

  private func header(before first: Int) -> Range<Int> {
    let candidates = max(0, first - 12)..<first
    var best: (index: Int, filled: Int)?
    for index in candidates {
      let filled = filled(index)
      if filled > 0, filled > best?.filled ?? 0 { best = (index, filled) }
    }
    guard let best, best.filled > 1 || width == 1 else { return first..<first }
    // Rows above with several cells, some of them over more than one column.
    var start = best.index
    while start > 0, best.index - start < 3, isOver(start - 1, rows[start]) { start -= 1 }
    var end = best.index + 1
    while end < first, end - start < 4, isUnder(end, best.index) { end += 1 }
    return start..<end
  }

  /// Whether a row stands over the row behind it: with fewer cells than columns, but several.
  private func isOver(_ index: Int, _ next: DelimitedRecord) -> Bool {
    let count = filled(index)
    return rows[index].count >= width - 1 && count > 1 && !isTitle(rows[index])
      && count < next.count { !$0.text.allSatisfy(\.isWhitespace) }
      && rows[index].line + 1 == next.line
  }

  /// Whether a row is a title, with the unit of the table at its right.
  private func isTitle(_ row: DelimitedRecord) -> Bool {
    let texts = row.map(\.text.trimmedCell).filter { !$0.isEmpty }
    guard texts.count == 2, !(row.text(in: 0) ?? "").isEmpty else { return false }
    return TableTitle.isUnit(texts[1])
  }

  /// Whether a row says more about columns of figures of the row above it, and nothing about others.
  private func isUnder(_ index: Int, _ header: Int) -> Bool {
    let row = rows[index]
    guard row.count >= width - 1, filled(index) > 1, units(index..<index + 1) == nil else {
      return false
    }
    return row.indices.allSatisfy { column in
      let text = (row.text(in: column) ?? "").trimmedCell
      if text.isEmpty { return true }
      guard column < width, profiles[column].isNumeric else { return false }
      switch CellKind(text) {
      case .text, .period: return true
      case .empty, .number, .missing: return false
      }
    } && rows[header].contains { $0.isEmpty }
  }

  private func units(_ candidates: Range<Int>) -> Int? {
    candidates.first { index in
      let row = rows[index]
      let cells = profiles.indices.filter { profiles[$0].isNumeric }
        .map { row.text(in: $0) ?? "" }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.count { UnitWords.isUnit($0) } * 2 > cells.count
    }
  }
}
