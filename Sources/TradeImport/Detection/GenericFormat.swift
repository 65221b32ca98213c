internal import DelimitedText
internal import Diagnostics

/// Reads any table by a schema: one that is given, or the one that ``Sniffer`` finds.
///
///     let result = GenericFormat().read(SourceText(file: "x.csv", decoded: text), ImportOptions())
///
/// A given schema is enforced: a column that it names and the file lacks is an error, and so is a
/// column of the file that it does not name. Without a schema, a question such as a column whose
/// numbers read two ways is an error too, and nothing is read.
public struct GenericFormat: Sendable {
  /// The schema; `nil` to find one for each file.
  public let schema: ImportSchema?

  /// The id of the format.
  public let id = "generic"
  /// The name for people.
  public let name = "table of any source"

  /// The decimal mark, where somebody says it; it goes before that of the schema.
  public let decimalMark: NumberFormat.DecimalMark?

  /// Makes a format.
  public init(schema: ImportSchema? = nil, decimalMark: NumberFormat.DecimalMark? = nil) {
    self.schema = schema
    self.decimalMark = decimalMark
  }

  /// What speaks for a file being a table with periods and figures; `nil` when it is none.
  ///
  /// The score is low: any format that knows the publisher comes first.
  public func recognise(_ source: SourceText) -> Recognition? {
    if schema != nil {
      return Recognition(format: id, score: 1, evidence: [Evidence("a schema is given")])
    }
    let report = Sniffer().sniff(source.decoded, file: source.file)
    guard let found = report.schema,
      found.columns.contains(where: { $0.role == .value })
        || found.layout == .wide
    else { return nil }
    let dialect = report.dialects.first?.evidence ?? []
    let layout = report.layouts.first?.evidence ?? []
    return Recognition(
      format: id, score: 0.2, evidence: Array(dialect.prefix(1)) + layout.prefix(1))
  }

  /// Reads a table.
  public func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    if let schema { return read(source, schema, options, table: nil, notes: []) }
    var work = SniffWork(
      source.decoded, file: source.file, encodings: [], fiscalStart: options.fiscalStart)
    let report = work.report()
    guard let found = report.schema else {
      let reason = report.diagnostics.first { $0.id.hasPrefix("sniff.") }
      return ImportResult(
        format: id, observations: ObservationList(),
        problems: GenericReading.encodingProblems(source)
          + [
            ImportProblem(
              diagnostic: Diagnostic(
                "table.none", .error, at: InputLocation(file: source.file, line: 1),
                "the file is no table that can be read"
                  + (reason.map { ": \($0.message)" } ?? ""), hint: reason?.hint),
              byteOffset: 0, columnNumber: nil, columnName: nil, rawText: "",
              expected: "a table with periods and figures")
          ], account: ImportAccount())
    }
    return read(
      source, found, options, table: work.table,
      notes: report.diagnostics.filter { $0.severity != .error })
  }

  private func read(
    _ source: SourceText, _ schema: ImportSchema, _ options: ImportOptions,
    table: DelimitedTable?, notes: [Diagnostic]
  ) -> ImportResult {
    var schema = schema
    if let decimalMark { schema.decimalMark = decimalMark }
    if let fiscalStart = options.fiscalStart { schema.fiscalStart = fiscalStart }
    var reading = GenericReading(source, schema, options, format: id, table: table)
    reading.isSchemaGiven = self.schema != nil
    reading.notes = notes
    return reading.result()
  }
}

extension GenericFormat: SourceFormat {}
