internal import Diagnostics
public import DelimitedText

/// A delimiter and a quote that a file may have.
public struct DialectCandidate: Sendable, Hashable {
  /// The delimiter and the quote.
  public let dialect: Dialect
  /// How well it fits: share of equally long rows × share of cells that make sense, 0 to 1.
  public let score: Double
  /// The number of fields of most rows.
  public let width: Int
  /// What speaks for it and against it.
  public let evidence: [Evidence]
}

/// Finds the delimiter and the quote of a table.
///
/// Method: with each candidate the first rows are read; the score is the share of rows with the
/// usual number of fields, less for few fields, times the share of cells that are numbers,
/// periods, quoted or without another delimiter in them. A table of one column scores zero.
struct DialectDetector {
  private static let delimiters: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
  private static let sampleSize = 1 << 17
  private static let rowLimit = 400

  /// The candidates, the best first.
  func candidates(_ bytes: [UInt8]) -> [DialectCandidate] {
    var sample = Array(bytes.prefix(Self.sampleSize))
    if sample.count < bytes.count, let end = sample.lastIndex(of: UInt8(ascii: "\n")) {
      sample.removeSubrange((end + 1)...)
    }
    var quotes = [UInt8(ascii: "\"")]
    if quotedFields(sample, UInt8(ascii: "'")) > quotedFields(sample, UInt8(ascii: "\"")) {
      quotes.append(UInt8(ascii: "'"))
    }
    return Self.delimiters.flatMap { delimiter in
      quotes.map { score(sample, Dialect(delimiter: delimiter, quote: $0)) }
    }.enumerated().sorted { (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset) }
      .map(\.element)
  }

  /// How many fields begin and end with a quote, as far as that shows without a delimiter.
  private func quotedFields(_ bytes: [UInt8], _ quote: UInt8) -> Int {
    let edges = Set(Self.delimiters + [UInt8(ascii: "\n"), UInt8(ascii: "\r")])
    var count = 0
    for (index, byte) in bytes.enumerated() where byte == quote {
      if index == 0 || edges.contains(bytes[index - 1]) { count += 1 }
      if index + 1 == bytes.count || edges.contains(bytes[index + 1]) { count += 1 }
    }
    return count / 2
  }

  private func score(_ bytes: [UInt8], _ dialect: Dialect) -> DialectCandidate {
    let table = DelimitedReader(dialect: dialect, header: .none).read(bytes, file: "")
    let rows = table.rows.prefix(Self.rowLimit)
    var widths: [Int: Int] = [:]
    for row in rows { widths[row.count, default: 0] += 1 }
    let usual = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let (width, count) = usual.map({ ($0.key, $0.value) }), !rows.isEmpty else {
      return DialectCandidate(dialect: dialect, score: 0, width: 0, evidence: [])
    }
    let name = dialect.delimiterName
    guard width > 1 else {
      return DialectCandidate(
        dialect: dialect, score: 0, width: 1,
        evidence: [Evidence("most rows have no \(name): a table of one column")])
    }
    let (typed, cells, foreign) = cellsThatMakeSense(rows, width, dialect)
    let share = Double(count) / Double(rows.count)
    let sense = cells == 0 ? 0.5 : typed / Double(cells)
    let broken = table.text.irregularFields.count
    let penalty = 1 - min(0.5, Double(broken) / Double(max(1, table.text.fields.count)) * 5)
    var evidence = [
      Evidence(
        line: rows.first { $0.count == width }?.line,
        "\(count) of the first \(rows.count) rows have \(width) fields, the first here"),
      Evidence("\(Int((sense * 100).rounded())) % of the cells make sense as they stand"),
    ]
    if let foreign {
      evidence.append(Evidence(line: foreign.line, "\(foreign.text.quoted) is one cell"))
    }
    if let odd = rows.first(where: { $0.count != width }) {
      evidence.append(Evidence(line: odd.line, "\(odd.count) fields here"))
    }
    if broken > 0 { evidence.append(Evidence("\(broken) fields with quotes out of place")) }
    return DialectCandidate(
      dialect: dialect,
      score: share * (1 - 1 / Double(width)) * sense * penalty, width: width, evidence: evidence)
  }

  private func cellsThatMakeSense(
    _ rows: Slice<DelimitedRecords>, _ width: Int, _ dialect: Dialect
  ) -> (Double, Int, (line: Int, text: String)?) {
    var (typed, cells) = (0.0, 0)
    var foreign: (line: Int, text: String)?
    // A few rows from all parts of the sample; wide ones need fewer.
    let matching = rows.filter { $0.count == width }
    let step = max(1, matching.count * width / 4000)
    for index in stride(from: 0, to: matching.count, by: step) {
      for field in matching[index] {
        let text = field.text
        switch CellKind(text) {
        case .empty: continue
        case .number, .period, .missing: typed += 1
        case .text:
          let others = Self.delimiters.filter { $0 != dialect.delimiter }
          if !field.isQuoted, text.utf8.contains(where: { others.contains($0) }) {
            typed += 0.3
            if foreign == nil { foreign = (matching[index].line, text) }
          } else {
            typed += field.isQuoted ? 1 : 0.9
          }
        }
        cells += 1
      }
    }
    return (typed, cells, foreign)
  }
}

extension Dialect {
  /// The delimiter in words.
  var delimiterName: String {
    switch delimiter {
    case UInt8(ascii: ","): "comma"
    case UInt8(ascii: ";"): "semicolon"
    case UInt8(ascii: "\t"): "tab"
    case UInt8(ascii: "|"): "bar"
    default: "'\(Character(UnicodeScalar(delimiter)))'"
    }
  }

  /// The quote in words.
  var quoteName: String {
    quote.map { $0 == UInt8(ascii: "'") ? "single quotes" : "double quotes" } ?? "no quotes"
  }
}
