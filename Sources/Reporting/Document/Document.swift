/// A report as a tree: what it says, not how it looks.
///
/// Writers make text, Markdown and more of it.
public struct Document: Sendable, Hashable {
  /// The title, which carries the main figure in a release.
  public let title: Prose?
  /// The line under the title.
  public let subtitle: Prose?
  /// The parts in reading order.
  public let blocks: [Block]

  /// Makes a document.
  public init(title: Prose? = nil, subtitle: Prose? = nil, _ blocks: [Block]) {
    self.title = title
    self.subtitle = subtitle
    self.blocks = blocks
  }
}

/// A part of a document that stands on its own lines.
public enum Block: Sendable, Hashable {
  /// A heading; level 1 is the highest below the title.
  case heading(level: Int, Prose)
  /// A paragraph.
  case paragraph(Prose)
  /// A list of short texts with bullets or numbers.
  case list([Prose], numbered: Bool)
  /// A table.
  case table(Table)
  /// A drawing; writers of text leave it out.
  case chart(Chart)
  /// Text whose lines and spaces are kept, such as a chart of characters.
  case verbatim(String)
  /// Sources, definitions and the like: a label and what it says.
  case notes([Note])

  /// A list with bullets.
  public static func list(_ items: [Prose]) -> Block { .list(items, numbered: false) }
}

/// A labelled remark, such as a source or a definition.
public struct Note: Sendable, Hashable {
  /// What it is about, without a colon: `Source`.
  public let label: String
  /// What it says.
  public let text: Prose

  /// Makes a note.
  public init(_ label: String, _ text: Prose) {
    self.label = label
    self.text = text
  }
}

/// Makes one output format of documents.
///
/// A writer walks the tree from start to end. Escaping, widths and numbers of footnotes are its
/// business alone, and the same document gives the same text, byte for byte.
public protocol DocumentWriter: Sendable {
  /// Returns the document in the format, with a line feed at the end.
  func write(_ document: Document) -> String
}
