internal import Diagnostics
internal import Markdown
public import TradeImport

/// Makes documents to check of an input, whatever its form: the one place where front ends are
/// chosen.
///
///     let reading = SourceReader().read(bytes, file: "release.csv")
///     reading.parts.map(\.document.figures.count)
public struct SourceReader: Sendable {
  /// Makes documents of running text and what stands before it as settings; offsets are those of
  /// the text.
  public typealias ProseFrontEnd =
    @Sendable (_ text: String, _ file: String, _ frontMatter: String) -> SourceReading

  /// The ids of assumptions that do not count.
  public let without: Set<String>
  /// The first month of fiscal years.
  public let fiscalStart: Int?
  /// The front end for running text; `nil` when there is none.
  public let prose: ProseFrontEnd?
  /// The front end for the running text of pages.
  public let pages: (@Sendable (_ page: HTMLPage, _ file: String) -> SourceReading)?

  /// Makes a reader.
  public init(
    without: Set<String> = [], fiscalStart: Int? = nil, prose: ProseFrontEnd? = nil,
    pages: (@Sendable (_ page: HTMLPage, _ file: String) -> SourceReading)? = nil
  ) {
    self.without = without
    self.fiscalStart = fiscalStart
    self.prose = prose
    self.pages = pages
  }

  /// Reads an input.
  ///
  /// - Parameters:
  ///   - bytes: The bytes of the file.
  ///   - file: Its name in results.
  ///   - form: What it is; without it that is told by its name, or else by its content.
  /// - Returns: The documents with everything that is wrong with the input.
  public func read(_ bytes: [UInt8], file: String, as form: InputForm? = nil) -> SourceReading {
    let decoded = DecodedText(bytes)
    let text = String(decoding: decoded.bytes, as: UTF8.self)
    switch form ?? InputForm(file: file, text: text) {
    case .table: return table(decoded, file: file)
    case .text: return running(text, file: file)
    case .markdown: return markdown(text, file: file)
    case .html: return page(decoded, file: file)
    }
  }

  private var tables: TableFrontEnd { TableFrontEnd(without: without, fiscalStart: fiscalStart) }

  private func table(_ text: DecodedText, file: String) -> SourceReading {
    let read = TableReader().delimited(text, file: file)
    // A text whose delimiters make no rows may have its columns set with blanks.
    if read.tables.allSatisfy({ $0.width < 2 }) || !read.diagnostics.isEmpty {
      let columns = TableReader().columns(String(decoding: text.bytes, as: UTF8.self), file: file)
      if !columns.tables.isEmpty {
        return tables.documents(columns.tables, file: file, diagnostics: columns.diagnostics)
      }
    }
    return tables.documents(read.tables, file: file, diagnostics: read.diagnostics)
  }

  private func running(_ text: String, file: String) -> SourceReading {
    if let prose { return prose(text, file, "") }
    return SourceReading(
      file: file, parts: [],
      diagnostics: [
        Diagnostic(
          "check.prose", .error, at: InputLocation(file: file),
          "the file is running text, expected a table",
          hint: "figures in sentences are not read yet; --as table reads the file as a table")
      ])
  }

  private func markdown(_ text: String, file: String) -> SourceReading {
    let read = TableReader().markdown(text, file: file)
    let document = MarkdownDocument(text)
    let hasProse = document.allBlocks.contains { block in
      if case .paragraph = block { return true }
      return false
    }
    guard hasProse, let prose else {
      return tables.documents(read.tables, file: file, diagnostics: read.diagnostics)
    }
    let sentences = prose(
      ProseMask.runningText(of: document), file, document.frontMatter?.text ?? "")
    guard !read.tables.isEmpty else { return sentences }
    let figures = tables.documents(read.tables, file: file, diagnostics: read.diagnostics)
    return SourceReading(joining: sentences, figures)
  }

  private func page(_ text: DecodedText, file: String) -> SourceReading {
    let read = TableReader().page(text, file: file)
    if let pages {
      let sentences = pages(HTMLPage(text.bytes), file)
      if read.tables.isEmpty { return sentences }
      if sentences.parts.contains(where: { !$0.document.figures.isEmpty }) {
        return SourceReading(
          joining: sentences,
          tables.documents(read.tables, file: file, diagnostics: read.diagnostics))
      }
    }
    return tables.documents(read.tables, file: file, diagnostics: read.diagnostics)
  }
}
