/// Writes documents as GitHub Flavored Markdown.
///
/// A paragraph is one line, footnotes are `[^1]`, tables are pipe tables whose source is set in
/// columns too. A pipe table has one heading line: group, heading and unit are joined in it.
/// Totals are bold; rules between rows have no form there and are left out.
public struct MarkdownWriter: DocumentWriter, Hashable {
  /// Makes a writer.
  public init() {}

  /// Returns the document as Markdown, with a line feed at the end; an empty one as no text.
  public func write(_ document: Document) -> String {
    var notes = FootnoteRegister()
    var parts: [String] = []
    let offset = document.title == nil ? 0 : 1
    if let title = document.title { parts.append("# " + text(title, &notes)) }
    if let subtitle = document.subtitle {
      parts.append(MarkdownText.lineStart(text(subtitle, &notes)))
    }
    for block in document.blocks {
      let part = part(block, headingOffset: offset, &notes)
      if !part.isEmpty { parts.append(part) }
    }
    parts += footnotes(&notes)
    return parts.isEmpty ? "" : parts.joined(separator: "\n\n") + "\n"
  }

  /// Returns a table alone as Markdown, with its notes.
  public func write(_ table: Table) -> String { write(Document([.table(table)])) }

  private func part(
    _ block: Block, headingOffset: Int, _ notes: inout FootnoteRegister
  ) -> String {
    switch block {
    case .heading(let level, let prose):
      let marks = String(repeating: "#", count: min(6, max(1, level + headingOffset)))
      return marks + " " + text(prose, &notes)
    case .paragraph(let prose): return MarkdownText.lineStart(text(prose, &notes))
    case .list(let items, let numbered):
      return items.enumerated().map { index, item in
        (numbered ? "\(index + 1). " : "- ") + MarkdownText.lineStart(text(item, &notes))
      }.joined(separator: "\n")
    case .table(let table): return part(table, &notes)
    case .chart: return ""
    case .verbatim(let text):
      let fence = String(repeating: "`", count: max(3, MarkdownText.longestRun(text) + 1))
      return fence + "text\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
    case .notes(let remarks):
      return remarks.map {
        "- **" + MarkdownText.escaped($0.label) + ":** " + text($0.text, &notes)
      }.joined(separator: "\n")
    }
  }

  private func footnotes(_ notes: inout FootnoteRegister) -> [String] {
    var lines: [String] = []
    var index = 0
    // A footnote may refer to another one, so the register can grow on the way.
    while index < notes.notes.count {
      lines.append("[^\(index + 1)]: " + text(notes.notes[index].text, &notes))
      index += 1
    }
    return lines.isEmpty ? [] : [lines.joined(separator: "\n")]
  }

  // MARK: Text

  private func text(
    _ prose: Prose, inTable: Bool = false, _ notes: inout FootnoteRegister
  ) -> String {
    var result = ""
    for inline in prose.inlines {
      switch inline {
      case .text(let text): result += MarkdownText.escaped(text, inTable: inTable)
      case .quantity(let quantity):
        result += MarkdownText.escaped(quantity.text, inTable: inTable)
        result += marks(quantity.footnotes, &notes)
      case .highlight(let prose, _): result += text(prose, inTable: inTable, &notes)
      case .emphasis(let prose):
        let inner = text(prose, inTable: inTable, &notes)
        result += inner.isEmpty ? "" : "*\(inner)*"
      case .code(let code): result += MarkdownText.code(code, inTable: inTable)
      case .footnote(let note): result += marks([note], &notes)
      case .link(let prose, to: let address):
        // An exclamation mark before it would make an image of the link.
        if result.last == "!" { result = result.dropLast() + "\\!" }
        result += "[" + text(prose, inTable: inTable, &notes)
        result += "](" + MarkdownText.address(address) + ")"
      }
    }
    return result
  }

  private func marks(_ footnotes: [Footnote], _ notes: inout FootnoteRegister) -> String {
    notes.marks(footnotes) { "[^\($0)]" }
  }

  // MARK: Tables

  private func part(_ table: Table, _ notes: inout FootnoteRegister) -> String {
    var parts: [String] = []
    if let caption = table.caption { parts.append("**" + text(caption, &notes) + "**") }
    let headings =
      [text(table.stub, inTable: true, &notes)] + table.columns.map { heading($0, &notes) }
    let rows = table.rows.filter { $0.kind != .separator }
    // Numbers of footnotes follow the reading order, so the cells are made row by row.
    var labels: [String] = []
    var cells: [[WrittenCell]] = []
    for row in rows {
      let label = text(row.label, inTable: true, &notes)
      let indent = String(repeating: "&nbsp;", count: 2 * row.indentation)
      labels.append(row.kind == .total && !label.isEmpty ? "**\(label)**" : indent + label)
      cells.append(row.cells.map { cell($0, isTotal: row.kind == .total, &notes) })
    }
    parts.append(lines(table, headings, labels, cells).joined(separator: "\n"))
    let marks = table.missingMarks.map { "`\($0.text)` = \(MarkdownText.escaped($0.meaning))" }
    if !marks.isEmpty { parts.append(marks.joined(separator: "; ") + ".") }
    for note in table.notes { parts.append(MarkdownText.lineStart(text(note, &notes))) }
    return parts.joined(separator: "\n\n")
  }

  private func lines(
    _ table: Table, _ headings: [String], _ labels: [String], _ cells: [[WrittenCell]]
  ) -> [String] {
    let size = ([headings[0]] + labels).map { DisplayWidth.of($0) }.max() ?? 0
    let labelWidth = max(3, size)
    var lines = ["| " + headings[0].padded(to: labelWidth)]
    var rule = "| " + String(repeating: "-", count: labelWidth)
    var body = labels.map { "| " + $0.padded(to: labelWidth) }
    for (index, column) in table.columns.enumerated() {
      let contents = cells.map { $0[index] }
      let isRight = column.isRightAligned(contents)
      let figures = FigureColumn(
        column.alignment == .trailing || !isRight ? contents.map(\.unaligned) : contents)
      let header = headings[index + 1]
      let width = max(4, figures.width, DisplayWidth.of(header) - figures.marks)
      let full = width + figures.marks
      lines[0] += " | " + (isRight ? header.rightAligned(to: full) : header.padded(to: full))
      rule += " | " + String(repeating: "-", count: full - 1) + (isRight ? ":" : "-")
      for (place, cell) in contents.enumerated() {
        let placed = column.alignment == .trailing ? cell.unaligned : cell
        body[place] +=
          " | "
          + (isRight
            ? figures.set(placed, width: width) : (cell.text + cell.marks).padded(to: full))
      }
    }
    return (lines + [rule] + body).map { $0 + " |" }
  }

  private func heading(_ column: TableColumn, _ notes: inout FootnoteRegister) -> String {
    var parts: [String] = []
    for prose in [column.group, column.header] {
      if let prose, !prose.isEmpty { parts.append(text(prose, inTable: true, &notes)) }
    }
    let unit = MarkdownText.escaped(column.unit, inTable: true)
    return parts.joined(separator: ", ")
      + (unit.isEmpty ? "" : parts.isEmpty ? unit : " (\(unit))")
  }

  private func cell(
    _ cell: TableCell, isTotal: Bool, _ notes: inout FootnoteRegister
  ) -> WrittenCell {
    let bold = isTotal ? "**" : ""
    func escaped(_ text: String) -> String { MarkdownText.escaped(text, inTable: true) }
    switch cell {
    case .quantity(let quantity):
      let range = quantity.rangeText.map { " " + $0 } ?? ""
      let content: WrittenCell.Content =
        if let printed = quantity.printed {
          .figure(head: bold + escaped(printed.head), tail: escaped(printed.tail + range) + bold)
        } else {
          .figure(head: escaped(quantity.text), tail: "")
        }
      return WrittenCell(content: content, marks: marks(quantity.footnotes, &notes))
    case .text(let prose):
      let text = text(prose, inTable: true, &notes)
      return WrittenCell(content: .words(text.isEmpty ? [] : [bold + text + bold]))
    case .empty: return WrittenCell(content: .words([]))
    case .missing(let mark):
      return WrittenCell(content: .figure(head: escaped(mark.text), tail: ""))
    }
  }
}
