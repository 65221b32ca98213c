/// The formats of commands whose results other programs read.
enum DataFormat: String, CaseIterable {
  case text, markdown, csv, json
}
