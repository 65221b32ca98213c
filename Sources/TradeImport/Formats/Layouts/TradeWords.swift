internal import TradeModel

/// Flows in the words of titles, in the languages of the offices whose layouts are known.
///
///     TradeWords.flow(in: "Importaciones Totales")                  // imports
///     TradeWords.flow(in: "BOP:Balance:SA:Total Trade in Goods")    // balance
///     TradeWords.flow(in: "Export price index")                     // other
enum TradeWords {
  /// The flow that a title names; `other` where it names none, or a price, an index or a change
  /// of one.
  ///
  /// A title with exports and imports in it is a balance where it says so, and else none.
  static func flow(in title: String) -> Flow {
    let words = words(of: title)
    func has(_ starts: [String]) -> Bool {
      words.contains { word in starts.contains { word.hasPrefix($0) } }
    }
    // A credit of goods is an export in a balance of payments; an export credit is none.
    guard !has(changes), !has(credits) || has(goods) else { return .other }
    let isOfServices = has(services) && !has(goods)
    let isBalance = has(balances)
    let isAgain = words.contains("re") || has(again)
    switch (has(exports), has(imports)) {
    case (true, false):
      return isAgain ? .reExports : isOfServices ? .servicesExports : .exports
    case (false, true):
      return isAgain ? .reImports : isOfServices ? .servicesImports : .imports
    case (true, true): return isBalance ? .balance : .other
    // A balance of services or of payments is none of trade in goods.
    case (false, false): return isBalance && !isOfServices && !has(payments) ? .balance : .other
    }
  }

  /// Whether a title says no more than flow and measure, as `Ausfuhr: Wert` does.
  static func isPlain(_ title: String) -> Bool {
    words(of: title).allSatisfy { word in
      measures.contains(word) || quantities.contains(word)
        || (exports + imports + balances).contains { start in
          // An ending, or a word for value behind it: `exports`, `uitvoerwaarde`.
          word.hasPrefix(start)
            && (word.count <= start.count + 2
              || measures.contains(String(word.dropFirst(start.count))))
        }
    }
  }

  /// Whether a title names quantities.
  static func isQuantity(_ title: String) -> Bool {
    words(of: title).contains { quantities.contains($0) }
  }

  /// The words of a text in small letters without accents.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    for part in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      words.append(folded(part))
    }
    return words
  }

  /// A text in small letters, without the accents of western languages.
  static func folded(_ text: some StringProtocol) -> String {
    String(
      text.lowercased().map { letter in
        accents[letter] ?? letter
      })
  }

  private static let accents: [Character: Character] = [
    "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ç": "c", "è": "e", "é": "e",
    "ê": "e", "ë": "e", "ì": "i", "í": "i", "î": "i", "ï": "i", "ñ": "n", "ò": "o", "ó": "o",
    "ô": "o", "õ": "o", "ö": "o", "ø": "o", "ù": "u", "ú": "u", "û": "u", "ü": "u",
  ]

  private static let exports = [
    "export", "reexport", "ausfuhr", "uitvoer", "wederuitvoer", "eksport", "utforsel", "udforsel",
    "vienti", "varuexport", "vareeksport",
  ]
  private static let imports = [
    "import", "reimport", "einfuhr", "invoer", "wederinvoer", "innforsel", "inforsel", "indforsel",
    "tuonti", "varuimport", "vareimport",
  ]
  private static let balances = [
    "balance", "saldo", "handelsbalans", "handelsbilanz", "solde", "overschot", "overskudd",
    "handelsnetto",
  ]
  private static let measures: Set<String> = [
    "value", "verdi", "wert", "varde", "vaerdi", "waarde", "valeur", "valor", "weight", "gewicht",
    "vekt", "vikt", "vaegt", "poids", "peso", "trade", "re",
  ]
  private static let quantities: Set<String> = [
    "quantity", "mengde", "menge", "mangd", "maengde", "kvantum", "hoeveelheid", "quantite",
    "cantidad",
  ]
  private static let payments = ["payment", "pagos", "paiement", "zahlungs", "betalings"]
  private static let again = ["reexport", "reimport", "weder", "wieder"]
  private static let services = ["service", "servicio", "dienst", "tjenest", "tjanst", "servico"]
  private static let goods = [
    "good", "merchandise", "marchandise", "mercanc", "waren", "varer", "varor", "goederen", "bien",
    "mercadoria", "trade",
  ]
  private static let changes = [
    "price", "prix", "precio", "preis", "preco", "prijs", "pris", "index", "indice", "indices",
    "growth", "rate", "taux", "tasa", "change", "mutatie", "variation", "variacion",
    "veranderung", "endring", "volume", "terms", "termes", "terminos",
    "share", "duty", "duties",
  ]
  private static let credits = ["credit"]
}
