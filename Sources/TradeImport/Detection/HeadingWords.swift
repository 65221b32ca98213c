internal import TimeSeries
internal import TradeModel

/// The words of headings that are no period, flow, unit or area.
enum HeadingWords {
  /// What figures count, by the key of the text.
  static let measures: [String: Measure] = [
    "value": .value, "values": .value, "val": .value, "amount": .value, "wert": .value,
    "werte": .value, "valeur": .value, "valeurs": .value, "valor": .value, "valore": .value,
    "waarde": .value, "quantity": .quantity, "quantities": .quantity, "qty": .quantity,
    "menge": .quantity, "quantite": .quantity, "quantité": .quantity, "cantidad": .quantity,
    "quantidade": .quantity, "hoeveelheid": .quantity, "volume": .quantity,
    "weight": .weight, "netweight": .weight, "grossweight": .weight, "netmass": .weight,
    "gewicht": .weight, "poids": .weight, "peso": .weight, "masse": .weight,
  ]

  /// Words that say nothing alone.
  static let glue: Set<String> = [
    "of", "in", "the", "from", "to", "for", "by", "at", "and", "goods", "trade", "merchandise",
    "de", "des", "du", "da", "do", "di", "von", "bens", "marchandises", "bienes", "mercancías",
    "waren", "beni", "goederen", "-", "–", "—", "/", "|",
  ]

  private static let rates = [
    "%", "percent", "per cent", "growth", "change", "y/y", "yoy", "share", "veränderung",
    "anteil", "croissance", "évolution", "variación", "variação", "variazione", "증감률", "同比",
    "环比", "增減",
  ]

  /// Whether figures under a text are changes or shares.
  static func isRate(_ text: String) -> Bool {
    let text = text.lowercased()
    return rates.contains { text.contains($0) }
  }

  private static let percentages = [
    "%", "percent", "per cent", "pct", "growth", "y/y", "yoy", "share", "anteil", "croissance",
    "증감률", "同比", "环比",
  ]

  /// Whether a text over changes or shares says that they are in percent.
  static func isInPercent(_ text: String) -> Bool {
    let text = text.lowercased()
    return percentages.contains { text.contains($0) }
  }

  /// Whether a word beside a period is a name, and no part of the period: not `1er`, `kw.`, `II`.
  static func isPlainName(_ word: String) -> Bool {
    word.count >= 3 && word.allSatisfy { $0.isLetter || $0 == "-" }
      && !word.allSatisfy("IVX".contains)
      && !parts.contains(word.lowercased())
  }

  private static let parts: Set<String> = [
    "trim", "trimestre", "quartal", "vierteljahr", "kwartał", "kwartaal", "kvartal", "semestre",
    "semester", "halbjahr", "average", "total", "cumulative", "annual", "half", "quarter", "first",
    "ended", "ending", "rev", "version", "base",
  ]

  /// A year without the flag behind it, as `2023p` and `2024*`.
  static func withoutFlag(_ text: String) -> String {
    guard text.utf8.count == 5, let last = text.last, "pref*".contains(last),
      text.dropLast().allSatisfy({ $0.isASCII && $0.isNumber })
    else { return text }
    return String(text.dropLast())
  }

  /// Whether a text is about a year to date.
  static func isToDate(_ text: String) -> Bool {
    let text = text.lowercased()
    return ["ytd", "year to date", "year-to-date", "kumuliert", "cumul", "acumulad", "累计"]
      .contains { text.contains($0) }
  }

  /// The only year in a text.
  static func year(in text: String) -> Period? {
    let years = text.split { !$0.isNumber }.compactMap { PeriodLabel.read(String($0)) }
    return years.count == 1 ? years.first.flatMap { $0.isCalendarYear ? $0 : nil } : nil
  }

  /// A text without what stands in brackets, and that.
  static func withoutNotes(_ text: String) -> (body: String, notes: [String]) {
    var (body, notes, note) = ("", [String](), String?.none)
    for character in text {
      switch character {
      case "(", "[", "（", "【": note = note.map { $0 + String(character) } ?? ""
      case ")", "]", "）", "】":
        if let content = note?.trimmedCell, !content.isEmpty { notes.append(content) }
        note = nil
      default: if note == nil { body.append(character) } else { note?.append(character) }
      }
    }
    // A bracket that is not closed is no note.
    if note != nil { return (text.trimmedCell, []) }
    return (body.trimmedCell, notes)
  }

  /// Whether a note is the mark of a footnote or a flag, as `1` and `p` are.
  static func isMark(_ note: String) -> Bool { note.count <= 2 }

  /// The words of a text; names of columns may be joined with low lines.
  static func tokens(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "_" || $0 == "," || $0 == ":" || $0 == ";" }
      .map(String.init)
  }
}
