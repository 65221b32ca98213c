internal import DelimitedText
internal import Diagnostics
internal import TimeSeries

/// Recognised by its header, and read by its columns.
extension PublishedTable: SourceFormat {
  func recognise(_ source: SourceText) -> Recognition? {
    guard let place = place(in: source) else { return nil }
    return Recognition(
      format: id, score: place.score,
      evidence: [Evidence(line: place.line, place.words)])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    guard let place = place(in: source) else {
      return FigureCollector.otherLayout(source, format: id, publisher, name)
    }
    var layout = self
    if let found = place.found { layout.columns.merge(found.columns) { $1 } }
    var reader = PublishedTableReader(
      layout, source, options, place.dialect, header: place.record, place.found)
    return reader.read()
  }

  /// Whether a title is one of PxWeb: it begins with the number of the table, or it lists the
  /// breakdowns.
  private static func isTitle(_ text: String) -> Bool {
    let number = text.prefix { $0.isNumber }
    if (4...6).contains(number.count), text.dropFirst(number.count).hasPrefix(": ") { return true }
    let words = TradeWords.words(of: text)
    return ["by", "etter", "efter", "muuttujina", "eftir"].contains { words.contains($0) }
  }

  /// Where the header stands.
  struct Place {
    let dialect: Dialect
    /// The number of the record, counted from 1.
    let record: Int
    let line: Int?
    let score: Double
    let words: String
    var found: Found?
  }

  func place(in source: SourceText) -> Place? {
    for dialect in dialects {
      let head = PlacedTable.head(source, dialect)
      switch header {
      case .names(let names):
        guard let first = head.first, names.allSatisfy(first.contains) else { continue }
        return Place(
          dialect: dialect, record: 1, line: 1, score: 0.99,
          words: "the header has \(names.joined(separator: ", "))")
      case .periods:
        // A title alone in the first record, then the header.
        guard head.count > 2, head[0].count == 1, Self.isTitle(head[0][0]),
          let first = head.dropFirst().first(where: { $0 != [""] }),
          let record = head.firstIndex(of: first), first.count > 2,
          let label = first.last, let period = PeriodEnding(label), period.isOfOffice,
          first.dropLast().contains(where: { PeriodEnding($0) == nil })
        else { continue }
        return Place(
          dialect: dialect, record: record + 1, line: nil, score: 0.9,
          words: "a title, then columns for periods such as \(label.quoted)")
      case .found(let words, let find):
        guard let found = find(head), head.indices.contains(found.record) else { continue }
        return Place(
          dialect: dialect, record: found.record + 1, line: nil, score: 0.97, words: words,
          found: found)
      case .unitsBelowTitles(let labels, let periods):
        guard let record = head.firstIndex(where: { $0.contains { periods.contains($0) } }),
          head.prefix(record).contains(where: { labels.contains($0.first ?? "") })
        else { continue }
        return Place(
          dialect: dialect, record: record + 1, line: nil, score: 0.98,
          words: "titles behind \(labels.sorted().joined(separator: " or ")), then a record with "
            + "the units")
      }
    }
    return nil
  }
}

/// The period at the end of a column's name: `2024M06`, `Verdi (1 000 kr) 2024M06`.
struct PeriodEnding {
  let period: Period
  /// What stands before it.
  let title: String
  /// Whether it is written as the statistical offices of the north do, with a letter.
  let isOfOffice: Bool

  init?(_ name: String) {
    // `2024 Sep` is a period as a whole.
    if name.count > 4, name.prefix(4).utf8.allSatisfy({ 48...57 ~= $0 }), name.contains(" "),
      let period = PeriodWords.read(name)
    {
      self.period = period
      title = ""
      isOfOffice = false
      return
    }
    let cut = name.lastIndex(of: " ")
    let last = cut.map { name[name.index(after: $0)...] } ?? name[...]
    guard (4...8).contains(last.utf8.count), last.prefix(4).utf8.allSatisfy({ 48...57 ~= $0 }),
      let period = PeriodWords.read(String(last))
    else { return nil }
    self.period = period
    title = cut.map { String(name[..<$0]).trimmed } ?? ""
    isOfOffice = ["M", "K", "Q"].contains { last.dropFirst(4).hasPrefix($0) }
  }
}

extension FigureCollector {
  /// The result for a file that was said to be in a layout and is not.
  static func otherLayout(
    _ source: SourceText, format: String, _ publisher: String, _ name: String
  ) -> ImportResult {
    var collector = FigureCollector(source, format: format, publisher: publisher)
    collector.report(
      PlacedTable.nowhere(source.file), "import.header", .error,
      "the file is not in the layout of \(name)", expected: "the header of that layout",
      hint: "leave out --as, and the layout is found out")
    return collector.result()
  }
}
