/// One block of a Markdown text.
public enum MarkdownBlock: Sendable, Hashable {
  /// A heading.
  case heading(Heading)
  /// A paragraph.
  case paragraph(Paragraph)
  /// A fenced or indented block of code.
  case code(CodeBlock)
  /// A table.
  case table(Table)
  /// A list with its items.
  case list(List)
  /// A block quote with what is in it.
  case quote(Quote)
  /// A line across the page.
  case thematicBreak(ThematicBreak)
  /// Raw HTML, comments included.
  case html(HTML)

  /// The lines of the source the block stands on, without blank lines at its end.
  public var lines: ClosedRange<Int> {
    switch self {
    case .heading(let block): block.lines
    case .paragraph(let block): block.lines
    case .code(let block): block.lines
    case .table(let block): block.lines
    case .list(let block): block.lines
    case .quote(let block): block.lines
    case .thematicBreak(let block): block.lines
    case .html(let block): block.lines
    }
  }

  /// The blocks directly in this one: of a quote, or of all items of a list.
  public var children: [MarkdownBlock] {
    switch self {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let quote): quote.blocks
    case .heading, .paragraph, .code, .table, .thematicBreak, .html: []
    }
  }

  /// All blocks in this one, in the order of the text.
  public var descendants: [MarkdownBlock] { children.flatMap { [$0] + $0.descendants } }
}

extension MarkdownBlock {
  /// A heading, `# so` or underlined.
  public struct Heading: Sendable, Hashable {
    /// From 1, the title, to 6.
    public let level: Int
    /// The text without marks; a line end inside it is a space.
    public let text: String
    /// The lines of the source.
    public let lines: ClosedRange<Int>
    /// The column of the first byte.
    public let column: Int
  }

  /// A paragraph of running text.
  public struct Paragraph: Sendable, Hashable {
    /// The text without marks, tags and link targets; each line end of the source is a line feed.
    public let text: String
    /// The source from the first byte, lines joined by line feeds.
    ///
    /// The second and later lines are whole, with the marks of a quote or list they stand in.
    public let source: String
    /// The lines of the source.
    public let lines: ClosedRange<Int>
    /// The column of the first byte.
    public let column: Int
  }

  /// A list.
  public struct List: Sendable, Hashable {
    /// The number of the first item; `nil` for a list with bullets.
    public let start: Int?
    /// The items, in order.
    public let items: [Item]
    /// The lines of the source.
    public let lines: ClosedRange<Int>
  }

  /// An item of a list.
  public struct Item: Sendable, Hashable {
    /// What is in the item; nothing in an empty one.
    public let blocks: [MarkdownBlock]
    /// The lines of the source.
    public let lines: ClosedRange<Int>
    /// The column of the bullet or number.
    public let column: Int
  }

  /// A block quote.
  public struct Quote: Sendable, Hashable {
    /// What is in the quote.
    public let blocks: [MarkdownBlock]
    /// The lines of the source.
    public let lines: ClosedRange<Int>
  }

  /// A line across the page.
  public struct ThematicBreak: Sendable, Hashable {
    /// The line of the source.
    public let lines: ClosedRange<Int>
  }

  /// Raw HTML.
  public struct HTML: Sendable, Hashable {
    /// The HTML as it stands, lines ended with line feeds.
    public let content: String
    /// The lines of the source.
    public let lines: ClosedRange<Int>
  }
}
