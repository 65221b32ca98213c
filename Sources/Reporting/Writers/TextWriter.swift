/// Writes documents as plain text for terminals, mails and files.
///
/// Headings are underlined, paragraphs wrapped, tables fitted to the width; footnotes, marked
/// `[1]`, stand at the end. A table that is too wide wraps its labels and headings first and is
/// then cut into parts by groups of columns; digits are never cut.
public struct TextWriter: DocumentWriter, Hashable {
  /// The columns of a line.
  public let width: Int

  /// Makes a writer.
  ///
  /// - Precondition: The width is 20 or more.
  public init(width: Int = 80) {
    precondition(width >= 20, "a page has 20 columns or more, not \(width)")
    self.width = width
  }

  /// Returns the document as text, with a line feed at the end; an empty one as no text.
  public func write(_ document: Document) -> String {
    var notes = FootnoteRegister()
    var parts: [[String]] = []
    let offset = document.title == nil ? 0 : 1
    var top = document.title.map { underlined(words(of: $0, &notes), level: 1) } ?? []
    if let subtitle = document.subtitle { top += wrap(subtitle, &notes) }
    parts.append(top)
    for block in document.blocks {
      parts.append(lines(of: block, headingOffset: offset, &notes))
    }
    parts.append(footnotes(&notes))
    let text = parts.filter { !$0.isEmpty }
      .map { $0.map(\.withoutTrailingSpaces).joined(separator: "\n") }
      .joined(separator: "\n\n")
    return text.isEmpty ? "" : text + "\n"
  }

  /// Returns a table alone as text, with its notes.
  public func write(_ table: Table) -> String { write(Document([.table(table)])) }

  private func lines(
    of block: Block, headingOffset: Int, _ notes: inout FootnoteRegister
  ) -> [String] {
    switch block {
    case .heading(let level, let prose):
      return underlined(words(of: prose, &notes), level: level + headingOffset)
    case .paragraph(let prose): return wrap(prose, &notes)
    case .list(let items, let numbered): return list(items, numbered: numbered, &notes)
    case .table(let table): return lines(of: table, &notes)
    case .chart: return []
    case .verbatim(let text):
      return text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    case .notes(let remarks):
      var lines: [String] = []
      for remark in remarks {
        lines += wrap(Prose("\(remark.label): ") + remark.text, rest: "  ", &notes)
      }
      return lines
    }
  }

  // MARK: Text

  private func wrap(
    _ prose: Prose, first: String = "", rest: String = "", _ notes: inout FootnoteRegister
  ) -> [String] {
    WordWrap.lines(words(of: prose, &notes), width: width, first: first, rest: rest)
  }

  private func underlined(_ words: [String], level: Int) -> [String] {
    let lines = WordWrap.lines(words, width: width)
    let size = lines.map { DisplayWidth.of($0) }.max() ?? 0
    let rule = level <= 1 ? "=" : level == 2 ? "-" : level == 3 ? "~" : ""
    return rule.isEmpty || size == 0 ? lines : lines + [String(repeating: rule, count: size)]
  }

  private func list(
    _ items: [Prose], numbered: Bool, _ notes: inout FootnoteRegister
  ) -> [String] {
    let size = String(items.count).count
    var lines: [String] = []
    for (index, item) in items.enumerated() {
      let bullet = numbered ? String(index + 1).rightAligned(to: size) + ". " : "- "
      let rest = String(repeating: " ", count: bullet.count)
      lines += wrap(item, first: bullet, rest: rest, &notes)
    }
    return lines
  }

  private func footnotes(_ notes: inout FootnoteRegister) -> [String] {
    if notes.notes.isEmpty { return [] }
    var lines = [String(repeating: "-", count: 20)]
    var index = 0
    // A footnote may refer to another one, so the register can grow on the way.
    while index < notes.notes.count {
      let mark = "[\(index + 1)] "
      let rest = String(repeating: " ", count: mark.count)
      lines += wrap(notes.notes[index].text, first: mark, rest: rest, &notes)
      index += 1
    }
    return lines
  }

  private func words(of prose: Prose, _ notes: inout FootnoteRegister) -> [String] {
    var list = WordList()
    add(prose, to: &list, &notes)
    list.endWord()
    return list.words
  }

  private func add(_ prose: Prose, to list: inout WordList, _ notes: inout FootnoteRegister) {
    for inline in prose.inlines {
      switch inline {
      case .text(let text): list.add(text)
      case .quantity(let quantity):
        list.addUnbroken(quantity.printed?.text ?? quantity.text)
        if let range = quantity.rangeText { list.add(" " + range) }
        list.addUnbroken(marks(quantity.footnotes, &notes))
      case .emphasis(let prose), .highlight(let prose, _): add(prose, to: &list, &notes)
      case .code(let code): list.add("`\(code)`")
      case .footnote(let note): list.addUnbroken(marks([note], &notes))
      case .link(let prose, to: let address):
        add(prose, to: &list, &notes)
        if prose.plainText != address { list.add(" (\(address))") }
      }
    }
  }

  private func marks(_ footnotes: [Footnote], _ notes: inout FootnoteRegister) -> String {
    notes.marks(footnotes) { "[\($0)]" }
  }

  // MARK: Tables

  private func lines(of table: Table, _ notes: inout FootnoteRegister) -> [String] {
    let caption = table.caption.map { words(of: $0, &notes) } ?? []
    // Numbers of footnotes follow the reading order, so the texts are made row by row, once.
    let layout = TextTable(
      caption: caption,
      stub: words(of: table.stub, &notes),
      columns: table.columns.map { column in
        TextTable.Heading(
          words: words(of: column.header, &notes),
          group: column.group.map { words(of: $0, &notes) }, unit: column.unit,
          alignment: column.alignment)
      },
      rows: table.rows.map { row in
        TextTable.Row(
          kind: row.kind, label: words(of: row.label, &notes), indentation: row.indentation,
          cells: row.cells.map { cell($0, &notes) })
      })
    var lines = layout.lines(width: width)
    let marks = table.missingMarks.map { "\($0.text) = \($0.meaning)" }
    if !marks.isEmpty {
      lines += wrap(Prose(marks.joined(separator: "; ") + "."), &notes)
    }
    for note in table.notes { lines += wrap(note, &notes) }
    return lines
  }

  private func cell(_ cell: TableCell, _ notes: inout FootnoteRegister) -> WrittenCell {
    switch cell {
    case .quantity(let quantity):
      let range = quantity.rangeText.map { " " + $0 } ?? ""
      let content: WrittenCell.Content =
        if let printed = quantity.printed {
          .figure(head: printed.head, tail: printed.tail + range)
        } else {
          .figure(head: quantity.text, tail: "")
        }
      return WrittenCell(content: content, marks: marks(quantity.footnotes, &notes))
    case .text(let prose): return WrittenCell(content: .words(words(of: prose, &notes)))
    case .empty: return WrittenCell(content: .words([]))
    case .missing(let mark): return WrittenCell(content: .figure(head: mark.text, tail: ""))
    }
  }
}
