public import Diagnostics

/// What was found out about a file, with every candidate and what speaks for it.
public struct SniffReport: Sendable {
  /// The file as the user named it.
  public let file: String
  /// The encodings, the best first.
  public let encodings: [EncodingCandidate]
  /// The delimiters and quotes, the best first.
  public let dialects: [DialectCandidate]
  /// The lines of preamble, header, units row and footer, in sentences.
  public let structure: [Section.Row]
  /// Long and wide, the better first.
  public let layouts: [LayoutCandidate]
  /// The columns in their order.
  public let columns: [ColumnReport]
  /// The formats of the numbers, and the columns that are a question.
  public let numbers: NumberDecision
  /// Warnings and questions; an error means that the file cannot be read as it was found.
  public let diagnostics: [Diagnostic]
  /// The physical line of the first header row; `nil` without a header.
  public let headerLine: Int?
  /// The schema that follows from it; `nil` when the file is no table.
  public let schema: ImportSchema?

  /// An arrangement with its score.
  public struct LayoutCandidate: Sendable {
    /// The arrangement.
    public let layout: ImportSchema.Layout
    /// How well it fits, from 0 to 1.
    public let score: Double
    /// What speaks for it.
    public let evidence: [Evidence]
  }

  /// A part of the report for printing.
  public struct Section: Sendable {
    /// The heading, without a capital.
    public let title: String
    /// The candidates, the best first.
    public let rows: [Row]

    /// One candidate.
    public struct Row: Sendable {
      /// What it is.
      public let candidate: String
      /// How well it fits, from 0 to 1; `nil` for what is counted and not judged.
      public let score: Double?
      /// What speaks for it and against it.
      public let evidence: [Evidence]
    }
  }

  /// The report in parts: encoding, dialect, structure, layout, numbers and one for each column;
  /// the columns of the periods of a wide table are one part together.
  public var sections: [Section] {
    // Without a row there is nothing to choose from.
    guard !dialects.isEmpty else { return [] }
    var sections = [
      Section(
        title: "encoding",
        rows: encodings.map {
          Section.Row(candidate: $0.encoding.name, score: $0.score, evidence: $0.evidence)
        }),
      Section(
        title: "delimiter and quote",
        rows: dialects.map {
          Section.Row(
            candidate: "\($0.dialect.delimiterName), \($0.dialect.quoteName)", score: $0.score,
            evidence: $0.evidence)
        }),
      Section(title: "structure", rows: structure),
      Section(
        title: "layout",
        rows: layouts.map {
          Section.Row(candidate: $0.layout.rawValue, score: $0.score, evidence: $0.evidence)
        }),
      Section(
        title: "numbers",
        rows: numbers.candidates.map {
          Section.Row(
            candidate: "decimal \($0.format.decimalMark.rawValue)", score: $0.score,
            evidence: $0.evidence)
        }),
    ]
    for column in columns where column.period == nil {
      sections.append(
        Section(
          title: "column \(column.number), \(column.name.quoted)",
          rows: column.roles.map {
            Section.Row(candidate: $0.role.rawValue, score: $0.score, evidence: $0.evidence)
          }))
    }
    let periods = columns.filter { $0.period != nil }
    if let first = periods.first, let last = periods.last {
      let span =
        first.number == last.number ? "\(first.number)" : "\(first.number) to \(last.number)"
      sections.append(
        Section(
          title: "columns of periods",
          rows: [
            Section.Row(
              candidate: "\(periods.count) columns, \(span)", score: nil,
              evidence: [
                Evidence(
                  line: headerLine,
                  "from \(first.name.quoted) (\(first.period ?? "")) to \(last.name.quoted) "
                    + "(\(last.period ?? ""))")
              ])
          ]))
    }
    return sections.filter { !$0.rows.isEmpty }
  }
}
