public import Diagnostics

/// The blocks of a Markdown text, each with the lines of the source it stands on.
///
///     let document = MarkdownDocument("# Trade\n\nExports rose.\n")
///     document.blocks.map(\.lines)  // [1...1, 3...3]
///
/// Read as CommonMark with tables, struck-out text and bare links (GitHub Flavored Markdown), by
/// libcmark-gfm. Front matter is found first and not read as Markdown. Lines and columns count
/// from 1, columns in UTF-8 bytes.
public struct MarkdownDocument: Sendable, Hashable {
  /// The largest text that is read, in bytes; beyond it the parser's own limits come near.
  public static let maximumSize = 1 << 29

  /// All lines of the source, front matter included.
  public let lines: [SourceLine]
  /// The block at the top between `---` lines, if there is one.
  public let frontMatter: FrontMatter?
  /// The blocks that stand in no other block, in order.
  public let blocks: [MarkdownBlock]

  /// Reads a text; every text is Markdown, so this cannot fail.
  ///
  /// Quotes and lists nested more than 100 deep are replaced by what is in them.
  ///
  /// - Precondition: The text has at most ``maximumSize`` bytes.
  /// - Complexity: O(*n*) for *n* bytes. One text is read at a time, because the parser keeps
  ///   state for the whole process; other callers wait.
  public init(_ text: String) {
    precondition(
      text.utf8.count <= Self.maximumSize,
      "a Markdown text has at most \(Self.maximumSize) bytes, this one \(text.utf8.count)")
    lines = SourceLine.lines(of: text)
    frontMatter = FrontMatter(in: lines)
    let skipped = frontMatter?.lines.upperBound ?? 0
    let body = skipped == 0 ? text : lines[skipped...].joinedText
    let builder = BlockBuilder(lines: lines, skippedLines: skipped)
    blocks = builder.blocks(of: SyntaxNode.parse(body), before: lines.count + 1)
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8, with or without a byte order mark.
  ///   - file: The file's name for messages.
  /// - Throws: A ``DiagnosticError`` with `markdown.encoding` at the first line that is not
  ///   UTF-8, or `markdown.size`.
  public init(utf8 bytes: [UInt8], file: String) throws(DiagnosticError) {
    guard bytes.count <= Self.maximumSize else {
      throw DiagnosticError(
        Diagnostic(
          "markdown.size", .error, at: InputLocation(file: file),
          "the text has \(bytes.count) bytes, expected at most \(Self.maximumSize)"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DiagnosticError(
        Diagnostic(
          "markdown.encoding", .error,
          at: InputLocation(file: file, line: lineOfInvalidByte(in: bytes)),
          "the line is not UTF-8", hint: "save the file as UTF-8"))
    }
    self.init(text)
  }

  /// The source, byte for byte.
  public var text: String { lines.joinedText }

  /// All blocks, those inside quotes and lists after the block they stand in.
  public var allBlocks: [MarkdownBlock] { blocks.flatMap { [$0] + $0.descendants } }

  /// Returns the source of some lines, joined by line feeds, without a final one.
  ///
  /// - Precondition: The lines exist.
  public func source(of lines: ClosedRange<Int>) -> String {
    self.lines[(lines.lowerBound - 1)...(lines.upperBound - 1)].map(\.text)
      .joined(separator: "\n")
  }
}

/// Returns the first line, ended by a line feed or not, whose bytes are not UTF-8.
private func lineOfInvalidByte(in bytes: [UInt8]) -> Int {
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
  return (index ?? 0) + 1
}
