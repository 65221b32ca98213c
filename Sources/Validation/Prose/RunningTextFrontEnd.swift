internal import Diagnostics
public import TradeImport

/// Makes a document to check of running English.
///
///     let reading = RunningTextFrontEnd().reading(of: "Exports fell 3% to $5bn in 2019.", file: "a")
///     reading.parts[0].document.figures.map(\.text)  // ["3%", "$5bn"]
///
/// The grammar is deterministic: each figure's attributes are decided by named rules, which
/// ``ProseDocument/rules`` tells. Other languages are declined with `check.language`.
public struct RunningTextFrontEnd: Sendable {
  /// Makes a front end.
  public init() {}

  /// Reads a plain text, or a Markdown text whose tables are blanks.
  public func reading(of text: String, file: String) -> SourceReading {
    reading(of: RunningText(plain: text), file: file)
  }

  /// Reads the text of a page.
  public func reading(of page: HTMLPage, file: String) -> SourceReading {
    reading(of: RunningText(page: page), file: file)
  }

  private func reading(of text: RunningText, file: String) -> SourceReading {
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
    let document = ProseDocument(text, file: file)
    return SourceReading(file: file, parts: [.init(document.check)], isComparable: false)
  }
}
