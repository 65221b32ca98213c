internal import ArgumentParser
internal import Diagnostics
internal import Reporting

/// How and where the result is written: the options that all commands with a result share.
struct OutputOptions: ParsableArguments {
  /// The formats that come later.
  private static let later = ["json"]

  @Option(
    name: .long,
    help:
      "text, markdown or html; show, compute, forecast and backtest also csv, the last two json.")
  var format = "text"

  @Option(name: .long, help: "The greatest width of text in columns, 40 to 400.")
  var width = 80

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
  var output: String?

  func validate() throws {
    guard (40...400).contains(width) else {
      throw ValidationError("--width \(width) is out of range, expected 40 to 400.")
    }
    guard output != "" else { throw ValidationError("--output is empty, expected a path.") }
  }

  /// The format, of those that a command has.
  ///
  /// - Throws: `ValidationError` for a format that comes later, and for one that is not known.
  func format(of allowed: [OutputFormat]) throws -> OutputFormat {
    if let format = OutputFormat(rawValue: format), allowed.contains(format) { return format }
    let list = allowed.map(\.rawValue).joined(separator: ", ")
    if Self.later.contains(format) {
      throw ValidationError("--format \(format) comes in a later version; there are \(list).")
    }
    let nearest = allowed.map(\.rawValue).nearest(to: format).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("--format \(format.quoted) is not known; there are \(list).\(nearest)")
  }

  /// The format of a command that writes data for other programs too.
  func dataFormat() throws -> DataFormat {
    if let format = DataFormat(rawValue: format) { return format }
    let names = DataFormat.allCases.map(\.rawValue)
    let nearest = names.nearest(to: format).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "--format \(format.quoted) is not known; there are \(names.joined(separator: ", ")).\(nearest)"
    )
  }

  /// A document in a format.
  func text(of document: Document, as format: OutputFormat) -> String {
    switch format {
    case .markdown: MarkdownWriter().write(document)
    case .html: HTMLWriter().write(document)
    case .text, .csv: TextWriter(width: width).write(document)
    }
  }
}
