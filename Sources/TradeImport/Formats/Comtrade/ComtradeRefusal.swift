internal import Diagnostics
internal import TradeModel

/// What the former site of UN Comtrade sent under the name of a CSV when a result was too large:
/// three lines of text.
struct ComtradeRefusal: SourceFormat {
  let id = "comtrade-refusal"
  let name = "UN Comtrade, message in place of data"

  private static let opening = "Result too large"

  func recognise(_ source: SourceText) -> Recognition? {
    let lines = Self.lines(source)
    guard let first = lines.first, first.text.hasPrefix(Self.opening), lines.count < 20 else {
      return nil
    }
    return Recognition(
      format: id, score: 1,
      evidence: [Evidence(line: 1, "the words \(Self.opening.quoted) in place of column names")])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "un-comtrade")
    let lines = Self.lines(source)
    collector.count(.preamble, lines.count)
    let found = Self.number(behind: "Resultset count:", in: lines)
    let most = Self.number(behind: "Maximum resultset is:", in: lines)
    let place = CellPlace(
      location: InputLocation(file: source.file, line: 1, column: 1), offset: 0,
      columnNumber: nil, columnName: nil, text: lines.map(\.text).joined(separator: " | "))
    collector.report(
      place, "comtrade.result-too-large", .error,
      "the file holds no data but a message of UN Comtrade: the result was too large"
        + (found.map { ", found \($0) records" } ?? "")
        + (most.map { ", expected at most \($0)" } ?? ""),
      expected: "the columns of UN Comtrade",
      hint: "ask for fewer years, partners or products at a time, and import the files together")
    return collector.result()
  }

  private static func lines(_ source: SourceText) -> [(line: Int, text: String)] {
    let head = String(decoding: source.decoded.bytes.prefix(2000), as: UTF8.self)
    return head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
      .map { (line: $0 + 1, text: String($1).trimmed) }.filter { !$0.text.isEmpty }
  }

  private static func number(
    behind words: String, in lines: [(line: Int, text: String)]
  ) -> String? {
    lines.first { $0.text.hasPrefix(words) }.map { String($0.text.dropFirst(words.count)).trimmed }
  }
}
