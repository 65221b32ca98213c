public import Diagnostics

/// Which number format a table has, decided over all columns that hold numbers.
///
/// A table is written in one format. A column in which every number reads two ways is settled by
/// columns that read one way only; when there are none it stays a question. A delimiter orders the
/// candidates, and never answers the question.
public struct NumberDecision: Sendable {
  /// A format with its score and what speaks for it.
  public struct Candidate: Sendable {
    /// The format.
    public let format: NumberFormat
    /// How well it fits, from 0 to 1.
    public let score: Double
    /// What speaks for it and against it.
    public let evidence: [Evidence]
  }

  /// The formats, the best first.
  public let candidates: [Candidate]
  /// The columns that no other column settles.
  public let openColumns: [NumberColumn]
  /// The columns that read two ways and were settled by others.
  public let settledColumns: [NumberColumn]

  /// Decides.
  ///
  /// - Parameters:
  ///   - columns: The columns that hold numbers, all with the same formats in the same order.
  ///   - witnesses: Other columns of the table that may hold numbers; they settle a question and
  ///     ask none.
  ///   - delimiter: The delimiter of the table, if it has one.
  public init(
    _ columns: [NumberColumn], witnesses: [NumberColumn] = [], delimiter: UInt8? = nil
  ) {
    let formats =
      columns.first?.fits.map(\.format) ?? [
        NumberFormat(), NumberFormat(decimalMark: .comma),
      ]
    let readable = witnesses.filter { !$0.readers.isEmpty }
    let votes = formats.indices.map { index in
      (columns + readable).filter { $0.decided == index }
    }
    let voted = votes.indices.filter { !votes[$0].isEmpty }
    let ambiguous = columns.filter(\.isAmbiguous)
    let isSettled = voted.count == 1
    openColumns = isSettled ? [] : ambiguous
    settledColumns = isSettled ? ambiguous : []
    let usual: NumberFormat.DecimalMark? =
      delimiter == UInt8(ascii: ";") ? .comma : delimiter == UInt8(ascii: ",") ? .point : nil
    candidates = formats.indices.map { index in
      Self.candidate(index, formats[index], columns, votes[index], usual: usual, isSettled)
    }.enumerated().sorted { (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset) }
      .map(\.element)
  }

  /// The questions that are open, one for each column.
  public func questions(file: String) -> [Diagnostic] {
    openColumns.compactMap { $0.question(file: file) }
  }

  private static func candidate(
    _ index: Int, _ format: NumberFormat, _ columns: [NumberColumn], _ votes: [NumberColumn],
    usual: NumberFormat.DecimalMark?, _ isSettled: Bool
  ) -> Candidate {
    var evidence: [Evidence] = []
    let read = columns.reduce(0) { $0 + $1.fits[index].numberCount + $1.fits[index].missingCount }
    let refused = columns.reduce(0) { $0 + $1.fits[index].refusedCount }
    let total = read + refused
    if total > 0 {
      evidence.append(
        Evidence("reads \(read) of \(total) cells in \(columns.count) columns of numbers"))
    }
    if let cell = columns.lazy.compactMap({ $0.fits[index].firstRefused }).first {
      evidence.append(Evidence(line: cell.line, "\(cell.text.quoted) is no number in it"))
    }
    for column in votes.prefix(3) {
      guard let cell = column.decisive[index] else { continue }
      evidence.append(
        Evidence(
          line: cell.line,
          "column \(column.name.quoted) holds \(cell.text.quoted), a number in this format only"))
    }
    for column in columns.filter(\.isAmbiguous).prefix(3) {
      guard let conflict = column.conflict else { continue }
      let settled = isSettled && !votes.isEmpty ? ", settled by the other columns" : ""
      evidence.append(
        Evidence(
          line: conflict.example.line,
          "every number of column \(column.name.quoted) reads two ways, \(conflict.example.text.quoted) "
            + "is \(conflict.readings[index]) here\(settled)"))
    }
    let isUsual = usual == format.decimalMark
    if isUsual {
      evidence.append(
        Evidence(
          format.decimalMark == .comma
            ? "tables with ';' usually have decimal commas"
            : "tables with ',' usually have decimal points"))
    }
    let share = total == 0 ? 1 : Double(read) / Double(total)
    let base = usual == nil ? (format.decimalMark == .point ? 0.02 : 0) : isUsual ? 0.02 : 0
    return Candidate(format: format, score: 0.98 * share * share + base, evidence: evidence)
  }
}
