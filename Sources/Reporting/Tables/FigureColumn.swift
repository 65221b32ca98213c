/// What a writer puts in one place of a table, with its footnote marks apart.
struct WrittenCell {
  enum Content {
    /// A figure, cut at its decimal point.
    case figure(head: String, tail: String)
    /// Words, which may be set in lines.
    case words([String])
  }

  var content: Content
  /// Footnote marks of a figure; those of words are part of the words.
  var marks = ""

  /// Whether there is nothing in it.
  var isEmpty: Bool {
    if case .words(let words) = content { words.isEmpty } else { false }
  }

  /// The words; a figure, with its marks, is one.
  var words: [String] {
    switch content {
    case .figure: [text + marks]
    case .words(let words): words
    }
  }

  /// The same cell for a column that is flush right, where points are not brought in line.
  var unaligned: WrittenCell { WrittenCell(content: .words([text]), marks: marks) }

  /// Everything but the marks on one line.
  var text: String {
    switch content {
    case .figure(let head, let tail): head + tail
    case .words(let words): words.joined(separator: " ")
    }
  }
}

/// The measures of a column that bring decimal points in line.
///
/// A footnote mark follows its figure at once and hangs out to the right, so that it moves
/// neither the figures nor the heading above them.
struct FigureColumn {
  /// Columns before the decimal point.
  private(set) var head = 0
  /// Columns from the decimal point on, without marks.
  private(set) var tail = 0
  /// Columns of the widest text among the figures.
  private(set) var text = 0
  /// Columns by which marks hang out.
  private(set) var marks = 0

  /// Measures the cells of a column.
  init(_ cells: some Sequence<WrittenCell>) {
    var (markedTail, markedText) = (0, 0)
    for cell in cells {
      let marks = DisplayWidth.of(cell.marks)
      switch cell.content {
      case .figure(let head, let tail):
        self.head = max(self.head, DisplayWidth.of(head))
        self.tail = max(self.tail, DisplayWidth.of(tail))
        markedTail = max(markedTail, DisplayWidth.of(tail) + marks)
      case .words:
        text = max(text, DisplayWidth.of(cell.text))
        markedText = max(markedText, marks)
      }
    }
    marks = max(markedTail - tail, markedText)
  }

  /// The columns that figures and texts need, without marks.
  var width: Int { max(head + tail, text) }

  /// Returns a cell set in a width for figures, and the zone of marks behind.
  func set(_ cell: WrittenCell, width: Int) -> String {
    switch cell.content {
    case .figure(let head, let tail):
      head.rightAligned(to: width - self.tail) + (tail + cell.marks).padded(to: self.tail + marks)
    case .words: cell.text.rightAligned(to: width) + cell.marks.padded(to: marks)
    }
  }
}

extension TableColumn {
  /// Whether the contents stand at the right: figures and what is asked to stand there.
  func isRightAligned(_ cells: [WrittenCell]) -> Bool {
    switch alignment {
    case .leading: false
    case .decimal, .trailing: true
    case .automatic:
      cells.contains {
        if case .figure = $0.content { true } else { false }
      }
    }
  }
}
