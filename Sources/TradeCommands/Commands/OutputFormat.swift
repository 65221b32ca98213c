internal import ArgumentParser
internal import Diagnostics
internal import Reporting

/// The formats of documents.
enum OutputFormat: String, CaseIterable {
  case text, markdown, csv

  /// The format of an option.
  ///
  /// - Throws: `ValidationError` for a format that comes later, and for one that is not known.
  static func parsing(
    _ name: String, allowed: [OutputFormat], later: [String]
  ) throws -> OutputFormat {
    if let format = OutputFormat(rawValue: name), allowed.contains(format) { return format }
    let list = allowed.map(\.rawValue).joined(separator: ", ")
    if later.contains(name) {
      throw ValidationError("--format \(name) comes in a later version; there are \(list).")
    }
    let nearest = allowed.map(\.rawValue).nearest(to: name).map { " Did you mean \($0)?" } ?? ""
    throw ValidationError("--format \(name.quoted) is not known; there are \(list).\(nearest)")
  }

  /// The document in this format.
  func write(_ document: Document, width: Int = 80) -> String {
    switch self {
    case .markdown: MarkdownWriter().write(document)
    case .text, .csv: TextWriter(width: width).write(document)
    }
  }
}
