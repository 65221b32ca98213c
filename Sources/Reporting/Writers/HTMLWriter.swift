/// Writes documents as one HTML page that needs no other file: style and charts are in it.
///
/// Headings keep their levels below the title, tables have scopes, captions and groups of columns,
/// decimal points stand in line, footnotes are linked in both directions. The page is set for
/// screens, dark ones too, and for paper.
public struct HTMLWriter: DocumentWriter, Hashable {
  /// Makes a writer.
  public init() {}

  /// Returns the document as a page, with a line feed at the end.
  public func write(_ document: Document) -> String {
    let body = body(of: document)
    let title = document.title?.plainText ?? "Tradewind"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(title))</title>
      <style>
      \(HTMLStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      \(body)
      </main>
      </body>
      </html>

      """
  }

  /// Returns the contents of the page alone, for a page of one's own.
  public func body(of document: Document) -> String {
    var page = Page(headingOffset: document.title == nil ? 0 : 1)
    var parts: [String] = []
    if document.title != nil || document.subtitle != nil {
      var lines = ["<header>"]
      if let title = document.title { lines.append("<h1>\(page.text(title))</h1>") }
      if let subtitle = document.subtitle {
        lines.append("<p class=\"subtitle\">\(page.text(subtitle))</p>")
      }
      parts.append((lines + ["</header>"]).joined(separator: "\n"))
    }
    parts += document.blocks.map { page.part($0) }
    parts += page.footnotes()
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension HTMLWriter {
  /// What is known while a page is written.
  struct Page {
    /// What is added to the level of a heading.
    let headingOffset: Int
    private var notes = FootnoteRegister()
    /// Marks so far of each footnote, so that it can lead back to each.
    private var backLinks: [Int: Int] = [:]
    private var charts = 0

    init(headingOffset: Int) { self.headingOffset = headingOffset }

    mutating func part(_ block: Block) -> String {
      switch block {
      case .heading(let level, let prose):
        let name = "h\(min(6, max(1, level + headingOffset)))"
        return "<\(name)>\(text(prose))</\(name)>"
      case .paragraph(let prose): return "<p>\(text(prose))</p>"
      case .list(let items, let numbered):
        let name = numbered ? "ol" : "ul"
        let lines = items.map { "<li>\(text($0))</li>" }
        return (["<\(name)>"] + lines + ["</\(name)>"]).joined(separator: "\n")
      case .table(let table): return part(table)
      case .chart(let chart):
        guard chart.isWorthDrawing else { return "" }
        charts += 1
        let caption = text(chart.caption)
        return """
          <figure class="chart">
          <figcaption>\(caption)</figcaption>
          \(SVGChart(chart, number: charts).lines().joined(separator: "\n"))
          </figure>
          """
      case .verbatim(let text): return "<pre>\(HTMLText.verbatim(text))</pre>"
      case .notes(let remarks):
        let lines = remarks.flatMap {
          ["<dt>\(HTMLText.escaped($0.label))</dt>", "<dd>\(text($0.text))</dd>"]
        }
        return (["<dl class=\"notes\">"] + lines + ["</dl>"]).joined(separator: "\n")
      }
    }

    mutating func footnotes() -> [String] {
      var lines: [String] = []
      var index = 0
      // A footnote may refer to another one, so the register can grow on the way.
      while index < notes.notes.count {
        let number = index + 1
        let text = text(notes.notes[index].text)
        let back = "<a href=\"#mark-\(number)-1\" aria-label=\"back to the text\">↩</a>"
        lines.append("<li id=\"note-\(number)\">\(text) \(back)</li>")
        index += 1
      }
      guard !lines.isEmpty else { return [] }
      return [
        (["<footer class=\"footnotes\">", "<ol>"] + lines + ["</ol>", "</footer>"])
          .joined(separator: "\n")
      ]
    }

    // MARK: Text

    mutating func text(_ prose: Prose) -> String {
      var result = ""
      for inline in prose.inlines {
        switch inline {
        case .text(let text): result += HTMLText.escaped(text)
        case .quantity(let quantity):
          result += "<span class=\"quantity\">\(HTMLText.escaped(quantity.text))</span>"
          result += marks(quantity.footnotes)
        case .emphasis(let prose): result += "<em>\(text(prose))</em>"
        case .code(let code): result += "<code>\(HTMLText.escaped(code))</code>"
        case .footnote(let note): result += marks([note])
        case .highlight(let prose, let highlight):
          let title =
            highlight.note.isEmpty ? "" : " title=\"\(HTMLText.escaped(highlight.note))\""
          result += "<mark class=\"\(highlight.kind.rawValue)\"\(title)>\(text(prose))</mark>"
        case .link(let prose, to: let address):
          result += "<a href=\"\(HTMLText.address(address))\">\(text(prose))</a>"
        }
      }
      return result
    }

    /// The marks of footnotes, each leading to its note.
    mutating func marks(_ footnotes: [Footnote]) -> String {
      var result = ""
      for footnote in footnotes {
        let number = notes.number(of: footnote)
        let count = backLinks[number, default: 0] + 1
        backLinks[number] = count
        result += "<sup class=\"mark\" id=\"mark-\(number)-\(count)\">"
        result += "<a href=\"#note-\(number)\">\(number)</a></sup>"
      }
      return result
    }
  }
}
