internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Series as columns below records that describe them, as data: which label stands before which
/// description.
///
/// Titles, identifiers, units and frequencies stand above the series, a label in the first field
/// of each record; periods stand below in the same field. A new publisher is a new value of this
/// type.
struct PublishedSheet: Sendable {
  /// What a record above the data says of each series.
  enum Row: Sendable, Hashable {
    case title, identifier, unit, scale, basis, frequency, vintage
    /// Nothing that is read.
    case other
  }

  let id: String
  let name: String
  /// The publisher, as the source of the observations.
  let publisher: String
  /// Whose statistics.
  let reporter: String
  let dialects: [Dialect]
  /// The labels in small letters.
  ///
  /// All that are not `other` must be there: without a unit the size of the figures would not be
  /// known.
  let rows: [String: Row]
  /// The label of the row of titles where it has none, as an empty field.
  var hasEmptyTitleLabel = false
  /// The name of the columns of flags, each behind its series.
  var flagColumn: String?
  var decimal: Character = "."
  var words = MissingWords.usual
  var flags: FlagTable?
  /// Units in the words of the publisher, in small letters.
  var units: [String: String] = [:]
  /// Words of units that the publisher shortens.
  var unitWords: [String: String] = [:]
  /// How rows are dated.
  var dating = Dating.periods

  /// How rows are dated; the frequencies of series are words in small letters, in months.
  enum Dating: Sendable {
    /// By the period itself, in any of its forms.
    case periods
    /// By the first day or month of a period whose length the frequency says.
    case start([String: Int])
    /// By the last month of a period whose length the frequency says.
    case end([String: Int])

    /// The months of a frequency; `nil` where it is not known or not needed.
    func months(of frequency: String) -> Int? {
      switch self {
      case .periods: nil
      case .start(let words), .end(let words): words[TradeWords.folded(frequency)]
      }
    }
  }

  /// What a label says; `nil` for one that is not known.
  func row(_ label: String) -> Row? { rows[Self.plain(label)] }

  /// A label in small letters without the colon behind it.
  static func plain(_ label: String) -> String {
    var text = label.lowercased()[...]
    while let last = text.last, " :\u{A0}".contains(last) { text.removeLast() }
    return String(text)
  }
}

/// Recognised by its labels, and read by them.
extension PublishedSheet: SourceFormat {
  func recognise(_ source: SourceText) -> Recognition? {
    guard let place = place(in: source) else { return nil }
    return Recognition(
      format: id, score: 0.98,
      evidence: [
        Evidence(line: nil, "records begin with \(place.labels.joined(separator: ", "))")
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    guard let place = place(in: source) else {
      return FigureCollector.otherLayout(source, format: id, publisher, name)
    }
    var reader = PublishedSheetReader(
      self, source, options, place.dialect, lastLabel: place.last)
    return reader.read()
  }

  /// The delimiter, the labels that were found and the place of the last one.
  private func place(
    in source: SourceText
  ) -> (dialect: Dialect, labels: [String], last: Int)? {
    let needed = rows.filter { $0.value != .other }.map(\.key)
    for dialect in dialects {
      let head = PlacedTable.head(source, dialect)
      let labels = head.map { Self.plain($0.first ?? "") }
      guard needed.allSatisfy(labels.contains), let first = head.first,
        first.count > 1 || !hasEmptyTitleLabel,
        !hasEmptyTitleLabel || first[0].isEmpty,
        flagColumn.map({ first.contains($0) }) ?? true,
        let last = labels.lastIndex(where: { rows[$0] != nil })
      else { continue }
      let found = head.compactMap(\.first).filter { row($0) != nil && row($0) != .other }
      return (dialect, found, last)
    }
    return nil
  }
}
