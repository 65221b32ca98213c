/// The formats of commands whose results other programs read.
enum DataFormat: String, CaseIterable {
  case text, markdown, html, csv, json

  /// The format as one of documents; `nil` for data.
  var ofDocuments: OutputFormat? {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .html: .html
    case .csv, .json: nil
    }
  }
}
