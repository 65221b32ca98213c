internal import Diagnostics
internal import NumericCore
public import TradeImport
public import TradeModel

/// Makes a document to check of running English.
///
///     let reading = RunningTextFrontEnd().reading(of: "Exports fell 3% to $5bn in 2019.", file: "a")
///     reading.parts[0].document.figures.map(\.text)  // ["3%", "$5bn"]
///
/// The grammar is deterministic: each figure's attributes are decided by named rules, which
/// ``ProseDocument/rules`` tells. Other languages are declined with `check.language`.
public struct RunningTextFrontEnd: Sendable {
  /// The largest text that is one system of figures, in bytes; a longer one is read in portions of
  /// whole paragraphs.
  public static let longestDocument = 60_000

  /// When the texts were published, where they do not say it themselves.
  public let published: Vintage?
  /// Whether readings hold the text and the rules that fired, to show them.
  public let keepsSource: Bool
  /// How many portions of a long text are read at the same time.
  public let workers: Int

  /// Makes a front end.
  ///
  /// - Parameters:
  ///   - published: When the texts were published: the years that they do not tell follow from it.
  ///     Without it a date line or the front matter of a text says it, if there is one.
  ///   - keepsSource: Whether readings hold the text and the rules that fired.
  ///   - workers: How many portions of a long text are read at the same time; the result does not
  ///     depend on it.
  public init(published: Vintage? = nil, keepsSource: Bool = false, workers: Int = 1) {
    self.published = published
    self.workers = workers
    self.keepsSource = keepsSource
  }

  /// Reads a plain text, or a Markdown text whose tables are blanks.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - file: Its name in results.
  ///   - frontMatter: What stands before the text as settings: `published: 2023-11-08`.
  /// - Returns: The documents, and why a text of another language is declined.
  public func reading(of text: String, file: String, frontMatter: String = "") -> SourceReading {
    reading(of: RunningText(plain: text), file: file, date: Self.date(in: frontMatter))
  }

  /// Reads the text of a page.
  public func reading(of page: HTMLPage, file: String) -> SourceReading {
    reading(of: RunningText(page: page), file: file, date: nil)
  }

  /// The date of `published`, `date` or `updated` in front matter, that of the first line with one.
  static func date(in frontMatter: String) -> Vintage? {
    for line in frontMatter.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2,
        ["published", "date", "updated"].contains(parts[0].filter { $0 != " " }.lowercased())
      else { continue }
      let value = parts[1].filter { !" \"'".contains($0) }
      if let date = Vintage(parsing: value.prefix(10)) { return date }
    }
    return nil
  }

  private func reading(of text: RunningText, file: String, date: Vintage?) -> SourceReading {
    if let language = LanguageGuess.foreignLanguage(of: text.bytes) {
      return SourceReading(
        file: file, parts: [],
        diagnostics: [
          Diagnostic(
            "check.language", .error, at: InputLocation(file: file),
            "the text seems to be \(language), expected English",
            hint: "figures of other languages are not read, so that they are not misread")
        ])
    }
    let portions = text.portions(of: Self.longestDocument)
    let documents = portions.mapped(workers: workers) { portion in
      ProseDocument(
        portion, file: file, published: published ?? date, keepsRules: keepsSource)
    }
    let isPortioned = portions.count > 1
    // Figures are numbered through all portions.
    var numbered: [(portion: RunningText, document: ProseDocument, before: Int)] = []
    var count = 0
    for (portion, document) in zip(portions, documents) {
      numbered.append((portion, document, count))
      count += document.check.figures.count
    }
    let named = numbered.mapped(workers: workers) { portion, document, before in
      let line = portion.blocks.first.map { portion.place(of: $0.lowerBound).line } ?? 1
      let part = SourceReading.Part(
        name: isPortioned ? "from line \(line)" : "", document.check,
        statements: document.statements)
      guard before > 0 else { return (part, document.rules) }
      let names = Dictionary(
        uniqueKeysWithValues: document.check.figures.enumerated().map {
          ($1.id, "f\(before + $0 + 1)")
        })
      return (
        part.renamed(names, source: 0),
        Dictionary(uniqueKeysWithValues: document.rules.map { (names[$0] ?? $0, $1) })
      )
    }
    let parts = named.map(\.0)
    var rules: [String: [ProseSource.Rule]] = [:]
    for (_, fired) in named { rules.merge(fired) { first, _ in first } }
    return SourceReading(
      file: file, parts: parts, isComparable: false,
      prose: keepsSource ? [ProseSource(text: text.bytes, rules: rules)] : [])
  }
}
