public import Diagnostics
public import Markdown

/// A Markdown text whose cells hold commands, with the output of each cell in the block after it.
///
///     let notebook = Notebook(text, file: "01-first-look.md")
///     let run = try notebook.plan().run { arguments in … }
///     run.text        // the text with all output blocks up to date
///     run.findings    // where the text is not up to date
///
/// The stages are types of their own: ``Notebook`` (parse), ``NotebookPlan`` (plan and run) and
/// ``NotebookRun`` (compare and render). The format is described in
/// `Documentation/Methods/notebooks.md`.
public struct Notebook: Sendable, Hashable {
  /// The first word of the info string of a cell.
  public static let cellLanguage = "tradewind"
  /// The info string of an output block.
  public static let outputLanguage = "output"

  /// The file's name for messages.
  public let file: String
  /// The blocks of the text.
  public let document: MarkdownDocument
  /// The cells, in order; those with mistakes hold the commands that could be read.
  public let cells: [NotebookCell]
  /// What is wrong with the text, in the order of the lines; all of it keeps it from being run.
  ///
  /// Identifiers: `notebook.syntax`, `notebook.orphan-output`, `notebook.no-cells`.
  public let diagnostics: [Diagnostic]

  /// Finds the cells of a text; mistakes are collected in ``diagnostics``.
  ///
  /// - Parameters:
  ///   - text: The Markdown text.
  ///   - file: The file's name for messages.
  public init(_ text: String, file: String) {
    self.init(MarkdownDocument(text), file: file)
  }

  /// Finds the cells of the bytes of a file.
  ///
  /// - Throws: What ``MarkdownDocument/init(utf8:file:)`` throws: `markdown.encoding` at the first
  ///   line that is not UTF-8, or `markdown.size`.
  public init(utf8 bytes: [UInt8], file: String) throws(DiagnosticError) {
    self.init(try MarkdownDocument(utf8: bytes, file: file), file: file)
  }

  /// Finds the cells of a text that was read already.
  public init(_ document: MarkdownDocument, file: String) {
    var parser = NotebookParser(document: document, file: file)
    parser.parse()
    self.file = file
    self.document = document
    cells = parser.cells
    diagnostics = parser.diagnostics.sorted {
      ($0.location?.line ?? 0, $0.location?.column ?? 0)
        < ($1.location?.line ?? 0, $1.location?.column ?? 0)
    }
  }
}
