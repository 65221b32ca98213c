/// A table in fixed-width text: measures columns, fits them to a width, sets the lines.
///
/// Each column has a width it would like and one it needs. When the likes do not fit, the widest
/// column gives way first; when the needs do not fit, the table is cut between columns.
struct TextTable {
  struct Heading {
    var words: [String]
    var group: [String]?
    var unit: String
    var alignment: ColumnAlignment
  }

  struct Row {
    var kind: TableRow.Kind
    var label: [String]
    var indentation: Int
    var cells: [WrittenCell]

    /// The spaces before the label.
    var indent: String { String(repeating: "  ", count: indentation) }
  }

  /// A column with its measures.
  private struct Column {
    var heading: Heading
    var figures: FigureColumn
    var isFigures: Bool
    /// The width that looks best and the width below which something would be cut.
    var liked: Int
    var needed: Int
    /// Columns of footnote marks behind the figures.
    var marks: Int { isFigures ? figures.marks : 0 }

    /// A figure in its place, with its marks.
    func set(_ cell: WrittenCell, width: Int) -> String {
      figures.set(heading.alignment == .trailing ? cell.unaligned : cell, width: width)
    }
  }

  let caption: [String]
  let rows: [Row]
  private let stub: [String]
  private let columns: [Column]
  private let labelLiked: Int
  private let labelNeeded: Int

  /// The columns between two columns.
  private static let gap = 2
  /// A heading up to this width stays on one line.
  private static let headingWidth = 10

  init(caption: [String], stub: [String], columns headings: [Heading], rows: [Row]) {
    self.caption = caption
    self.stub = stub
    self.rows = rows
    columns = headings.enumerated().map { index, heading in
      Self.measured(heading, rows.filter { $0.kind != .separator }.map { $0.cells[index] })
    }
    let labels = rows.map { (words: $0.label, indent: 2 * $0.indentation) }
    labelLiked = labels.map { WordWrap.width($0.words) + $0.indent }.max() ?? 0
    // A label that wraps is indented by two more on its second line.
    labelNeeded =
      labels.map {
        WordWrap.longest($0.words) + $0.indent + ($0.words.count > 1 ? 2 : 0)
      }.max() ?? 0
  }

  /// Returns the lines of the table, in as many parts as the width asks for.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    for (index, part) in parts(width: width).enumerated() {
      let title = index == 0 || caption.isEmpty ? caption : caption + ["(continued)"]
      if index > 0 { lines.append("") }
      lines += WordWrap.lines(title, width: width)
      lines += set(part, width: width)
    }
    return lines
  }

  // MARK: Measuring

  private static func measured(_ heading: Heading, _ cells: [WrittenCell]) -> Column {
    let hasFigures = cells.contains {
      if case .figure = $0.content { true } else { false }
    }
    let isFigures =
      switch heading.alignment {
      case .automatic: hasFigures
      case .decimal, .trailing: true
      case .leading: false
      }
    let figures = FigureColumn(
      heading.alignment == .trailing ? cells.map(\.unaligned) : cells)
    let lines = WordWrap.lines(
      heading.words, width: max(headingWidth, WordWrap.longest(heading.words)))
    let title = max(WordWrap.longest(lines), DisplayWidth.of(heading.unit))
    let needed = max(WordWrap.longest(heading.words), DisplayWidth.of(heading.unit))
    if isFigures {
      return Column(
        heading: heading, figures: figures, isFigures: true,
        liked: max(figures.width, title), needed: max(figures.width, needed))
    }
    let words = cells.map(\.words)
    return Column(
      heading: heading, figures: figures, isFigures: false,
      liked: max(words.map { WordWrap.width($0) }.max() ?? 0, title),
      needed: max(words.map { WordWrap.longest($0) }.max() ?? 0, needed))
  }

  /// The widths of a part, labels first; wide group headings widen the last column below them.
  private func widths(
    of part: [Int], label: Int, _ width: (Column) -> Int, group: ([String]) -> Int
  ) -> [Int] {
    var widths = [label] + part.map { width(columns[$0]) }
    for span in spans(part) {
      guard let words = columns[part[span.lowerBound]].heading.group else { continue }
      let lack = group(words) - spanWidth(span, part, widths)
      if lack > 0 { widths[span.upperBound] += lack }
    }
    return widths
  }

  /// Neighbours of a part under one group heading, as places in the part; others stand alone.
  private func spans(_ part: [Int]) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    for place in part.indices {
      if let last = spans.last, let group = columns[part[place]].heading.group,
        columns[part[last.lowerBound]].heading.group == group
      {
        spans[spans.count - 1] = last.lowerBound..<(place + 1)
      } else {
        spans.append(place..<(place + 1))
      }
    }
    return spans
  }

  /// The columns under a group heading, without the marks at the right end.
  private func spanWidth(_ span: Range<Int>, _ part: [Int], _ widths: [Int]) -> Int {
    let last = span.upperBound - 1
    return span.reduce(Self.gap * (span.count - 1)) { sum, place in
      sum + widths[place + 1] + (place == last ? 0 : columns[part[place]].marks)
    }
  }

  private func total(_ widths: [Int], _ part: [Int]) -> Int {
    part.reduce(widths.reduce(0, +)) { $0 + gap(before: $1, in: part) + columns[$1].marks }
  }

  /// A table without labels has no gap at the left.
  private func gap(before column: Int, in part: [Int]) -> Int {
    labelWidths.liked == 0 && column == part.first ? 0 : Self.gap
  }

  private var labelWidths: (liked: Int, needed: Int) {
    let longest = WordWrap.longest(stub)
    return (
      max(labelLiked, WordWrap.width(stub)),
      max(labelNeeded, stub.count > 1 ? longest + 2 : longest)
    )
  }

  private func needed(_ part: [Int]) -> [Int] {
    widths(
      of: part, label: min(labelWidths.needed, labelWidths.liked), \.needed,
      group: WordWrap.longest)
  }

  /// Cuts the columns into parts that fit; the columns of a group stay together if they can.
  private func parts(width: Int) -> [[Int]] {
    func fits(_ part: [Int]) -> Bool { total(needed(part), part) <= width }
    let all = Array(columns.indices)
    if all.isEmpty || fits(all) { return [all] }
    var parts: [[Int]] = []
    for span in spans(all) {
      let group = Array(span)
      if let last = parts.last, fits(last + group) {
        parts[parts.count - 1] = last + group
      } else if fits(group) {
        parts.append(group)
      } else {
        for column in group {
          if let last = parts.last, column != group.first, fits(last + [column]) {
            parts[parts.count - 1] = last + [column]
          } else {
            parts.append([column])
          }
        }
      }
    }
    return parts
  }

  /// The widths a part gets: what it likes, the widest giving way until it fits.
  private func fitted(_ part: [Int], width: Int) -> [Int] {
    let needed = needed(part)
    var widths = widths(of: part, label: labelWidths.liked, \.liked, group: WordWrap.longest)
    var excess = total(widths, part) - width
    while excess > 0 {
      let loose = widths.indices.filter { widths[$0] > needed[$0] }
      guard let widest = loose.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  // MARK: Setting

  private func set(_ part: [Int], width: Int) -> [String] {
    let widths = fitted(part, width: width)
    let rule = String(repeating: "-", count: total(widths, part))
    var lines = [rule] + groupLines(part, widths)
    let headings = part.indices.map {
      WordWrap.lines(columns[part[$0]].heading.words, width: widths[$0 + 1])
    }
    let labels = WordWrap.lines(stub, width: widths[0], rest: "  ")
    let height = max(labels.count, headings.map(\.count).max() ?? 0)
    for index in 0..<height {
      func line(_ texts: [String]) -> String {
        let place = index - height + texts.count
        return place >= 0 ? texts[place] : ""
      }
      lines.append(header(line(labels), headings.map(line), part, widths))
    }
    let units = part.map { columns[$0].heading.unit }
    if units.contains(where: { !$0.isEmpty }) { lines.append(header("", units, part, widths)) }
    if lines.count > 1 { lines.append(rule) }
    for row in rows {
      if row.kind != .body, lines.last != rule { lines.append(rule) }
      if row.kind != .separator { lines += set(row, part, widths) }
    }
    return lines.last == rule ? lines : lines + [rule]
  }

  private func groupLines(_ part: [Int], _ widths: [Int]) -> [String] {
    let spans = spans(part)
    let texts = spans.map { span in
      columns[part[span.lowerBound]].heading.group.map {
        WordWrap.lines($0, width: spanWidth(span, part, widths))
      } ?? []
    }
    let height = texts.map(\.count).max() ?? 0
    if height == 0 { return [] }
    return (0...height).map { index in
      var line = String(repeating: " ", count: widths[0])
      for (span, text) in zip(spans, texts) {
        let size = spanWidth(span, part, widths)
        let place = index - height + text.count
        let content =
          index == height
          ? String(repeating: text.isEmpty ? " " : "-", count: size)
          : place >= 0 ? text[place].centered(to: size) : ""
        line += String(repeating: " ", count: gap(before: part[span.lowerBound], in: part))
        line += content.padded(to: size + columns[part[span.upperBound - 1]].marks)
      }
      return line
    }
  }

  private func header(
    _ label: String, _ texts: [String], _ part: [Int], _ widths: [Int]
  ) -> String {
    var line = label.padded(to: widths[0])
    for (place, text) in texts.enumerated() {
      let column = columns[part[place]]
      let size = widths[place + 1]
      line += String(repeating: " ", count: gap(before: part[place], in: part))
      line += column.isFigures ? text.rightAligned(to: size) : text.padded(to: size)
      line += String(repeating: " ", count: column.marks)
    }
    return line
  }

  /// The lines of a row: figures on the last line of the label, texts from the first on.
  private func set(_ row: Row, _ part: [Int], _ widths: [Int]) -> [String] {
    let label = WordWrap.lines(
      row.label, width: widths[0], first: row.indent, rest: row.indent + "  ")
    let texts = part.indices.map { place -> [String] in
      let cell = row.cells[part[place]]
      let column = columns[part[place]]
      if !column.isFigures { return WordWrap.lines(cell.words, width: widths[place + 1]) }
      if cell.isEmpty { return [] }
      let above = [String](repeating: "", count: max(0, label.count - 1))
      return above + [column.set(cell, width: widths[place + 1])]
    }
    let height = max(1, label.count, texts.map(\.count).max() ?? 0)
    return (0..<height).map { index in
      var line = (index < label.count ? label[index] : "").padded(to: widths[0])
      for (place, text) in texts.enumerated() {
        let column = columns[part[place]]
        line += String(repeating: " ", count: gap(before: part[place], in: part))
        line += (index < text.count ? text[index] : "")
          .padded(to: widths[place + 1] + column.marks)
      }
      return line
    }
  }
}
