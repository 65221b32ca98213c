internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// What the lines above a table say about all of its figures: `Imports, US$ thousand`.
///
/// Something counts only when no two lines, or words of one line, say different things.
struct TableTitle {
  private(set) var flow: Flow?
  private(set) var unit: UnitWords.Reading?
  /// The first month of fiscal years.
  var fiscalStart: Int?
  /// The months of `year to date`.
  private(set) var toDate: YearPart?
  /// Whether the rows are said to be partners.
  private(set) var listsPartners = false
  /// What was taken, and from which line.
  private(set) var notes: [Evidence] = []

  /// Reads records above a header, and for units those below the data.
  init(_ records: [DelimitedRecord], footer: [DelimitedRecord] = []) {
    var flows: Set<Flow> = []
    var units: Set<String> = []
    var scales: Set<Int> = []
    var (flowLine, unitLine): (Evidence?, Evidence?)
    for record in records {
      for field in record {
        let text = field.text.trimmedCell
        guard !text.isEmpty, text.utf8.count <= 300 else { continue }
        let found = Self.flows(in: text)
        if !found.isEmpty { flowLine = flowLine ?? Evidence(line: record.line, text.quoted) }
        flows.formUnion(found)
        for reading in Self.units(in: text) {
          unitLine = unitLine ?? Evidence(line: record.line, text.quoted)
          if let unit = reading.unit { units.insert(unit) }
          if let scale = reading.scale { scales.insert(scale) }
        }
        if Self.listsPartners(text) { listsPartners = true }
        if HeadingWords.isToDate(text), let months = Self.months(in: text) {
          toDate = months
          notes.append(
            Evidence(line: record.line, "\(text.quoted): the months of a year to date"))
        }
        if fiscalStart == nil, let month = Self.fiscalStart(in: text) {
          fiscalStart = month
          notes.append(
            Evidence(line: record.line, "\(text.quoted): fiscal years begin in month \(month)"))
        }
      }
    }
    if units.isEmpty, scales.isEmpty {
      for record in footer {
        for field in record where field.bytes.count <= 120 {
          let text = field.text.trimmedCell
          for reading in Self.units(in: text) {
            unitLine = unitLine ?? Evidence(line: record.line, text.quoted)
            if let unit = reading.unit { units.insert(unit) }
            if let scale = reading.scale { scales.insert(scale) }
          }
        }
      }
    }
    if flows.count == 1, let only = flows.first, let flowLine {
      flow = only
      notes.append(
        Evidence(line: flowLine.line, "\(flowLine.sentence): the flow is \(only.rawValue)"))
    }
    // The unit of percentages stands beside that of the values.
    units.remove(Unit.percent.code)
    if units.count <= 1, scales.count <= 1, units.count + scales.count > 0, let unitLine {
      unit = UnitWords.Reading(unit: units.first, scale: scales.first)
      let parts = [
        units.first.map { "the unit is \($0)" },
        scales.first.map { "figures are counted in \(DecimalScale(exponent: $0))" },
      ]
      notes.append(
        Evidence(
          line: unitLine.line,
          "\(unitLine.sentence): \(parts.compactMap { $0 }.joined(separator: ", "))"))
    }
  }

  static func flows(in text: String) -> Set<Flow> {
    Set(
      text.split { !$0.isLetter && $0 != "-" }.compactMap { word in
        word.count > 2 && !["total", "other"].contains(word.lowercased())
          ? FlowWords.read(String(word)) : nil
      })
  }

  /// Whether a text names a unit and nothing else, as `(unit: 1000 yen)`.
  static func isUnit(_ text: String) -> Bool { units(in: text).count == 1 && text.count <= 40 }

  /// The readings of the parts of a text that may be a unit: in brackets, behind a colon, a comma
  /// or `in`, and the whole.
  private static func units(in text: String) -> [UnitWords.Reading] {
    if let whole = UnitWords.read(text) { return [whole] }
    // A line of few words with a scale is about the unit, though it may be one that is not known.
    let isShort = text.split(whereSeparator: \.isWhitespace).count <= 8
    let (body, notes) = HeadingWords.withoutNotes(text)
    var parts = notes
    for part in [body] + notes {
      parts += part.split { ":：,，;–—".contains($0) }.dropFirst().map(String.init)
      parts += part.split(separator: " - ").dropFirst().map(String.init)
      for word in [" in ", " en ", " em ", " w ", " di "] {
        if let range = part.firstRange(of: word) {
          let behind = part[range.upperBound...]
          parts.append(String(behind))
          parts.append(String(behind.prefix { !",;.".contains($0) }))
        }
      }
    }
    var seen: [UnitWords.Reading] = []
    var scales: [Int] = []
    for part in parts {
      let part = part.trimmedCell
      if let unit = UnitWords.read(part) {
        if !seen.contains(unit) { seen.append(unit) }
      } else if part.split(whereSeparator: \.isWhitespace).count <= 4 {
        scales += UnitWords.scale(in: part).map { [$0] } ?? []
      }
    }
    if seen.isEmpty, isShort, let scale = UnitWords.scale(in: text) { scales.append(scale) }
    return seen.isEmpty ? scales.prefix(1).map { UnitWords.Reading(unit: nil, scale: $0) } : seen
  }

  /// The first month of `fiscal year July - June`.
  private static func fiscalStart(in text: String) -> Int? {
    let words = Self.words(text)
    guard words.contains("fiscal") || words.contains("financial"),
      words.contains("year") || words.contains("years")
    else { return nil }
    let months = Self.monthNumbers(words)
    guard months.count == 2, months[1] == (months[0] + 10) % 12 + 1 else { return nil }
    return months[0]
  }

  /// The months of `January - September`.
  private static func months(in text: String) -> YearPart? {
    let months = monthNumbers(words(text))
    guard months.count == 2, months[0] < months[1] else { return nil }
    return YearPart(first: months[0], count: months[1] - months[0] + 1)
  }

  private static func monthNumbers(_ words: [String]) -> [Int] {
    words.compactMap { word in
      word.count >= 3 ? YearPart(word).flatMap { $0.count == 1 ? $0.first : nil } : nil
    }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }

  /// Whether a text says `by country`, `by partner` and the like.
  private static func listsPartners(_ text: String) -> Bool {
    let words = words(text)
    let kinds: Set = [
      "country", "countries", "partner", "partners", "origin", "destination", "region",
    ]
    guard let by = words.firstIndex(where: { ["by", "with"].contains($0) }) else { return false }
    return words[(by + 1)...].contains { kinds.contains($0) }
  }
}
