internal import TradeModel

/// A unit and what it is counted in, as offices write them: `Mio. EUR`, `1 000 kr`, `$ Millions`.
///
///     UnitPhrase("Millones de Dólares")   // unit USD, exponent 6
///     UnitPhrase("Tsd. EUR")              // unit EUR, exponent 3
///     UnitPhrase("1 000 kr")              // unit kr, exponent 3
///
/// A word that is not known stays as it is printed; a currency that several countries have is
/// named by the publisher's own table.
struct UnitPhrase: Hashable {
  /// The unit; empty where the words name none.
  let unit: String
  /// The power of ten.
  let exponent: Int
  /// Whether the words name a unit or a scale.
  let isKnown: Bool
  /// Whether no word is left that could be a damaged scale: what is not known is a ratio, an index
  /// or something that is counted.
  let isUnderstood: Bool

  /// Makes a unit that is known.
  init(unit: String, exponent: Int) {
    self.unit = unit
    self.exponent = exponent
    isKnown = true
    isUnderstood = true
  }

  /// Reads the words; `own` names the currencies of the publisher, by words in small letters,
  /// and `shortened` its short words.
  init(
    _ text: String, own: [String: String] = [:], _ shortened: [String: String] = [:]
  ) {
    var exponent = 0
    var rest: [String] = []
    var digits = ""
    let parts = Self.words(text).flatMap { part in
      shortened[TradeWords.folded(part)].map { Self.words($0) } ?? [part]
    }
    for part in parts {
      var printed = part
      while printed.last == "." { printed.removeLast() }
      var word = TradeWords.folded(printed)
      if word.hasPrefix("1.000") || word.hasPrefix("1'000") { word.removeAll { ".'".contains($0) } }
      if word.isEmpty {
        continue
      } else if rest.isEmpty, word.allSatisfy({ $0 == "1" || $0 == "0" }), digits + word != "0" {
        // `1 000 kr`; behind the unit it is the base of an index.
        digits += word
      } else if let power = Self.scales[word] {
        exponent += power
      } else if !Self.fillers.contains(word) {
        rest.append(String(printed))
      }
    }
    if digits.hasPrefix("1"), digits.dropFirst().allSatisfy({ $0 == "0" }) {
      exponent += digits.count - 1
    } else if !digits.isEmpty {
      rest.insert(digits, at: 0)
    }
    let printed = rest.joined(separator: " ")
    let key = TradeWords.folded(printed)
    var found = own[key] ?? Self.units[key]
    if found == nil, !printed.isEmpty, !Self.ambiguous.contains(key),
      let words = UnitWords.read(printed)
    {
      found = words.unit ?? ""
      exponent += words.scale ?? 0
    }
    self.exponent = exponent
    isKnown = found != nil || printed.isEmpty && exponent != 0
    unit = found ?? printed
    isUnderstood =
      found != nil || printed.isEmpty || Self.relative.contains { key.hasPrefix($0) }
      || Self.counts.contains(key)
  }

  private static func words(_ text: some StringProtocol) -> [Substring] {
    String(text).split { " \u{A0}\u{202F}()[],;:".contains($0) }
  }

  /// Whether a unit counts what trade is worth or weighs, and not a share, an index or a change.
  var isOfFlows: Bool {
    !unit.hasSuffix("per capita") && !Self.relative.contains { unit.lowercased().hasPrefix($0) }
  }

  /// What is measured: a weight for units of mass, else a value.
  var measure: Measure { ["kg", "t"].contains(unit) ? .weight : .value }

  private static let relative = ["percent", "index", "indice", "points", "ratio"]
  private static let counts: Set<String> = [
    "kr", "number", "anzahl", "aantal", "antall", "antal", "nombre", "numero", "stk", "persons",
    "litres", "liter", "m3", "barrels",
  ]
  private static let fillers: Set<String> = [
    "de", "of", "in", "en", "d", "des", "the", "x", "magnitude",
  ]
  private static let scales: [String: Int] = [
    "units": 0, "unit": 0, "hundreds": 2, "thousand": 3, "thousands": 3, "million": 6,
    "millions": 6, "billion": 9, "billions": 9, "tsd": 3, "tausend": 3, "mio": 6, "mill": 6,
    "millionen": 6, "mrd": 9, "milliarden": 9, "miles": 3, "millones": 6, "milliers": 3,
    "milliards": 9, "mln": 6, "miljoen": 6, "mld": 9, "miljard": 9, "mil": 3, "milhoes": 6,
    "tusen": 3, "miljoner": 6, "millioner": 6, "unites": 0, "unidades": 0,
  ]
  /// Words beside those of ``UnitWords``.
  private static let units: [String: String] = [
    "us-dollar": "USD", "prosent": "percent", "procent": "percent", "tonn": "t", "ton": "t",
    "kilogramos": "kg",
  ]
  /// Currencies that several countries have, so that only the publisher's table can name them.
  private static let ambiguous: Set<String> = [
    "dollars", "dollar", "$", "francs", "franken", "lira", "rs", "rupees", "won", "rubles",
    "kronor",
    "m", "k", "pesos", "dolares",
  ]
}
