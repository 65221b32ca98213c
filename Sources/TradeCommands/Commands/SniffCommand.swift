internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import TradeImport

struct SniffCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "sniff",
    abstract: "Say how a file is written: encoding, delimiter, format, columns, with evidence.",
    discussion: """
      EXAMPLES
        tradewind sniff download.csv
        tradewind sniff download.csv --schema -o download.csv.schema.json

      EXIT STATUS
        0 done; 1 there is a question that only you can answer; 2 the file cannot be
        read; 64 wrong usage
      """)

  @Argument(help: "The file, also gzip; - for standard input.")
  var file: String

  @Flag(name: .long, help: "Write the schema to read the file by, as JSON, to be edited.")
  var schema = false

  @Option(name: .long, help: "The encoding, such as utf-8, windows-1252 or gb18030.")
  var encoding: String?

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.format(of: [.text, .markdown, .html])
    let name = file == "-" ? FileSystem.standardInputName : file
    let bytes = try PackedFile.content(try context.read(file), file: name)
    if let foreign = ForeignFile.diagnostic(bytes, file: name) { throw DiagnosticError(foreign) }
    let encodings = EncodingDetector().candidates(bytes)
    let decoded = DecodedText(
      bytes, encoding: try TextOptions.encoding(encoding) ?? encodings.first?.encoding)
    let report = Sniffer().sniff(decoded, file: name, encodings: encodings)
    let recognitions = FormatRegistry().recognise(SourceText(file: name, decoded: decoded))
    context.report(report.diagnostics)
    let isUnread = report.schema == nil && recognitions.isEmpty
    if schema {
      guard let found = report.schema else { return .badInput }
      try context.deliver(found.json, to: result.output)
    } else if !recognitions.isEmpty || !report.sections.isEmpty {
      let document = Self.document(name, recognitions, report)
      try context.deliver(result.text(of: document, as: format), to: result.output)
    }
    if isUnread { return .badInput }
    let isKnown = (recognitions.first?.score ?? 0) > 0.5
    return !isKnown && report.diagnostics.contains { $0.severity == .error } ? .findings : .fine
  }

  private static func document(
    _ file: String, _ recognitions: [Recognition], _ report: SniffReport
  ) -> Document {
    let names = Dictionary(
      FormatRegistry().entries.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let formats = recognitions.map { recognition in
      row(
        "\(names[recognition.format] ?? recognition.format) (\(recognition.format))",
        recognition.score, recognition.evidence)
    }
    var blocks = formats.isEmpty ? [] : [Block.table(table("format", formats))]
    for section in report.sections where !section.rows.isEmpty {
      let rows = section.rows.map { row($0.candidate, $0.score, $0.evidence) }
      blocks.append(.table(table(section.title, rows)))
    }
    return Document(title: Prose(file), blocks)
  }

  private static func table(_ title: String, _ rows: [TableRow]) -> Table {
    Table(
      caption: Prose(title), stub: "Candidate",
      columns: [TableColumn("Score"), TableColumn("Evidence", alignment: .leading)], rows: rows)
  }

  private static func row(_ candidate: String, _ score: Double?, _ evidence: [Evidence]) -> TableRow
  {
    let texts = evidence.prefix(4).map(\.description).joined(separator: "; ")
    let style = NumberStyle(decimals: 2)
    let cell: TableCell = score.map { .number($0, style) } ?? .empty
    return .body(Prose(candidate), [cell, .text(Prose(texts))])
  }
}
