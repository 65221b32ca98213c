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
    reading(of: [pieces(bytes, file: file, as: form)], file: file)
  }

  /// Reads several files of one release as one document: their tables tie each other, and their
  /// figures are numbered through.
  ///
  /// - Parameters:
  ///   - inputs: The bytes of the files with their names, in the order in which they are read.
  ///   - form: What they are; without it that is told for each by itself.
  /// - Returns: One reading, with the names of all files as its own.
  public func read(
    together inputs: [(bytes: [UInt8], file: String)], as form: InputForm? = nil
  ) -> SourceReading {
    reading(
      of: inputs.map { pieces($0.bytes, file: $0.file, as: form) },
      file: inputs.map(\.file).joined(separator: " + "))
  }

  // MARK: Pieces

  /// What one file holds, before documents are made of it.
  private struct Pieces {
    var tables: [PrintedTable] = []
    /// What is wrong with the tables, or with the file.
    var diagnostics: [Diagnostic] = []
    /// The running text; `nil` when there is none.
    var sentences: SourceReading?
  }

  private func pieces(_ bytes: [UInt8], file: String, as form: InputForm?) -> Pieces {
    let decoded = DecodedText(bytes)
    if let place = decoded.bytes.firstIndex(of: 0) {
      // Text has no such bytes; whatever was read of it would be noise.
      return Pieces(diagnostics: [Self.binary(place, file: file)])
    }
    let text = String(decoding: decoded.bytes, as: UTF8.self)
    switch form ?? InputForm(file: file, text: text) {
    case .table: return table(decoded, file: file)
    case .text: return running(text, file: file)
    case .markdown: return markdown(text, file: file)
    case .html: return page(decoded, file: file)
    }
  }

  private func reading(of pieces: [Pieces], file: String) -> SourceReading {
    let tables = pieces.flatMap(\.tables)
    let diagnostics = pieces.flatMap(\.diagnostics)
    var readings = pieces.compactMap(\.sentences).map { sentences in
      sentences.file == file ? sentences : sentences.inFile
    }
    // Sentences without figures beside a table have nothing to say.
    if !tables.isEmpty {
      readings.removeAll { reading in reading.parts.allSatisfy { $0.document.figures.isEmpty } }
    }
    if !tables.isEmpty || readings.isEmpty {
      let front = TableFrontEnd(without: without, fiscalStart: fiscalStart)
      let reading = front.documents(tables, file: file, diagnostics: diagnostics)
      // Tables without figures are layout where sentences have them.
      if readings.isEmpty || reading.parts.contains(where: { !$0.document.figures.isEmpty }) {
        readings.append(reading)
      }
    }
    return readings.count == 1
      ? readings[0]
      : SourceReading(
        joining: readings, file: file, tiesTexts: !without.contains(TextAndTables.id))
  }

  private static func binary(_ place: Int, file: String) -> Diagnostic {
    Diagnostic(
      "file.not-text", .error, at: InputLocation(file: file),
      "the file is no text, found a NUL byte at offset \(place), expected a table or sentences",
      hint: "save the table as CSV, or the text as plain text")
  }

  private func table(_ text: DecodedText, file: String) -> Pieces {
    let read = TableReader().delimited(text, file: file)
    // A text whose delimiters make no rows may have its columns set with blanks.
    if read.tables.allSatisfy({ $0.width < 2 }) || !read.diagnostics.isEmpty {
      let columns = TableReader().columns(String(decoding: text.bytes, as: UTF8.self), file: file)
      if !columns.tables.isEmpty {
        return Pieces(tables: columns.tables, diagnostics: columns.diagnostics)
      }
    }
    return Pieces(tables: read.tables, diagnostics: read.diagnostics)
  }

  private func running(_ text: String, file: String) -> Pieces {
    if let prose { return Pieces(sentences: prose(text, file, "")) }
    let diagnostic = Diagnostic(
      "check.prose", .error, at: InputLocation(file: file),
      "the file is running text, expected a table",
      hint: "figures in sentences are not read yet; --as table reads the file as a table")
    return Pieces(sentences: SourceReading(file: file, parts: [], diagnostics: [diagnostic]))
  }

  private func markdown(_ text: String, file: String) -> Pieces {
    let read = TableReader().markdown(text, file: file)
    let document = MarkdownDocument(text)
    let hasProse = document.allBlocks.contains { block in
      if case .paragraph = block { return true }
      return false
    }
    var pieces = Pieces(tables: read.tables, diagnostics: read.diagnostics)
    if hasProse, let prose {
      pieces.sentences = prose(
        ProseMask.runningText(of: document), file, document.frontMatter?.text ?? "")
    }
    return pieces
  }

  private func page(_ text: DecodedText, file: String) -> Pieces {
    let read = TableReader().page(text, file: file)
    return Pieces(
      tables: read.tables, diagnostics: read.diagnostics,
      sentences: pages.map { $0(HTMLPage(text.bytes), file) })
  }
}
