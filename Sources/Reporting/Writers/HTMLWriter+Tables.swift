extension HTMLWriter.Page {
  /// A table in a frame that scrolls where the screen is narrow, with its notes.
  mutating func part(_ table: Table) -> String {
    var lines = ["<figure class=\"table\">", "<div class=\"scroll\">", "<table>"]
    if let caption = table.caption { lines.append("<caption>\(text(caption))</caption>") }
    let rows = table.rows.filter { $0.kind != .separator }
    let columns = table.columns.indices.map { index in
      HTMLColumn(table.columns[index], rows.map { $0.cells[index] })
    }
    lines += headings(of: table, columns)
    lines.append("<tbody>")
    var isRuled = false
    for row in table.rows {
      guard row.kind != .separator else {
        isRuled = true
        continue
      }
      var classes: [String] = row.kind == .total ? ["total"] : []
      if isRuled { classes.append("ruled") }
      isRuled = false
      let name = classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\""
      lines.append("<tr\(name)>")
      let indent = row.indentation > 0 ? " style=\"--indent: \(row.indentation)\"" : ""
      lines.append("<th scope=\"row\"\(indent)>\(text(row.label))</th>")
      for (cell, column) in zip(row.cells, columns) {
        lines.append("<td\(column.classText)>\(contents(cell, column))</td>")
      }
      lines.append("</tr>")
    }
    lines += ["</tbody>", "</table>", "</div>"]
    let marks = table.missingMarks.map {
      "<code>\(HTMLText.escaped($0.text))</code> = \(HTMLText.escaped($0.meaning))"
    }
    if !marks.isEmpty { lines.append("<p class=\"note\">\(marks.joined(separator: "; ")).</p>") }
    for note in table.notes { lines.append("<p class=\"note\">\(text(note))</p>") }
    return (lines + ["</figure>"]).joined(separator: "\n")
  }

  /// The rows of groups, headings and units; those that say nothing are left out.
  private mutating func headings(of table: Table, _ columns: [HTMLColumn]) -> [String] {
    let hasGroups = table.columns.contains { $0.group != nil }
    let hasUnits = table.columns.contains { !$0.unit.isEmpty }
    var lines = ["<thead>"]
    if hasGroups {
      lines += ["<tr>", "<td></td>"]
      var place = 0
      while place < table.columns.count {
        let group = table.columns[place].group
        var end = place + 1
        while end < table.columns.count, group != nil, table.columns[end].group == group {
          end += 1
        }
        let content = group.map { text($0) } ?? ""
        lines.append(
          content.isEmpty
            ? "<td></td>"
            : "<th scope=\"colgroup\" colspan=\"\(end - place)\" class=\"group\">\(content)</th>")
        place = end
      }
      lines.append("</tr>")
    }
    lines += ["<tr>", "<th scope=\"col\">\(text(table.stub))</th>"]
    for (column, set) in zip(table.columns, columns) {
      lines.append("<th scope=\"col\"\(set.classText)>\(text(column.header))</th>")
    }
    lines.append("</tr>")
    if hasUnits {
      lines += ["<tr class=\"units\">", "<td></td>"]
      for (column, set) in zip(table.columns, columns) {
        lines.append("<td\(set.classText)>\(HTMLText.escaped(column.unit))</td>")
      }
      lines.append("</tr>")
    }
    return lines + ["</thead>"]
  }

  private mutating func contents(_ cell: TableCell, _ column: HTMLColumn) -> String {
    switch cell {
    case .quantity(let quantity):
      let text = HTMLText.escaped(quantity.text)
      return text + column.padding(of: quantity) + marks(quantity.footnotes)
    case .text(let prose): return text(prose)
    case .empty: return ""
    case .missing(let mark): return HTMLText.escaped(mark.text) + column.padding
    }
  }
}

/// How the cells of a column are set.
struct HTMLColumn {
  /// Whether they stand at the right.
  let isRight: Bool
  /// The columns behind the decimal point that bring points in line; 0 when they are not.
  private let tail: Int

  init(_ column: TableColumn, _ cells: [TableCell]) {
    let figures = cells.compactMap(\.quantity)
    isRight =
      switch column.alignment {
      case .leading: false
      case .decimal, .trailing: true
      case .automatic:
        cells.contains {
          switch $0 {
          case .quantity, .missing: true
          case .text, .empty: false
          }
        }
      }
    // A range behind one figure would push all others away.
    let isAligned =
      isRight && column.alignment != .trailing && figures.allSatisfy { $0.rangeText == nil }
    tail = isAligned ? figures.compactMap(\.printed).map { $0.tail.count }.max() ?? 0 : 0
  }

  /// What a cell of the column has in its tag.
  var classText: String { isRight ? " class=\"figure\"" : "" }

  /// What stands behind a figure with fewer decimals than others.
  func padding(of quantity: StyledQuantity) -> String {
    guard let printed = quantity.printed else { return padding }
    return blanks(tail - printed.tail.count, hasPoint: !printed.tail.isEmpty)
  }

  /// What stands behind a mark that is no figure.
  var padding: String { blanks(tail, hasPoint: false) }

  /// Blanks as wide as a point and digits.
  private func blanks(_ count: Int, hasPoint: Bool) -> String {
    guard count > 0 else { return "" }
    let point = hasPoint ? "" : "\u{2008}"
    return "<span aria-hidden=\"true\">" + point
      + String(repeating: "\u{2007}", count: count - (hasPoint ? 0 : 1)) + "</span>"
  }
}
