/// The formats of results.
enum OutputFormat: String, CaseIterable {
  case text, markdown, html, csv
}
