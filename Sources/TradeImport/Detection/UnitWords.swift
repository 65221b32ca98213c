internal import TradeModel

/// Units and scales as they stand in tables, in the languages of the offices that publish in their
/// own.
enum UnitWords {
  private static let units: [String: String] = [
    "usd": "USD", "eur": "EUR", "gbp": "GBP", "jpy": "JPY", "cny": "CNY", "chf": "CHF",
    "inr": "INR", "zł": "PLN", "zl": "PLN", "kč": "CZK", "ft": "HUF", "us$": "USD",
    "us dollar": "USD", "us dollars": "USD", "dollars": "USD", "dollar": "USD",
    "u.s. dollars": "USD", "actual dollars": "USD", "abd $": "USD", "abd doları": "USD",
    "dólares": "USD", "美元": "USD", "달러": "USD", "米ドル": "USD", "$": "USD", "$us": "USD",
    "euro": "EUR", "euros": "EUR", "d'euros": "EUR", "ecu": "EUR", "€": "EUR", "£": "GBP",
    "pounds sterling": "GBP",
    "yen": "JPY", "¥": "JPY", "円": "JPY", "rmb": "CNY", "yuan": "CNY", "人民币": "CNY", "元": "CNY",
    "rs": "INR", "rupees": "INR", "₹": "INR", "a$": "AUD", "c$": "CAD", "canadian dollars": "CAD",
    "hk$": "HKD", "nt$": "TWD", "s$": "SGD", "r$": "BRL", "won": "KRW", "원": "KRW", "kronor": "SEK",
    "francs": "CHF", "franken": "CHF", "sfr": "CHF", "rubles": "RUB", "lira": "TRY", "tl": "TRY",
    "percent": "percent", "%": "percent", "per cent": "percent", "% p.a": "percent",
    "prozent": "percent", "pourcentage": "percent", "kg": "kg", "kilograms": "kg", "kilogram": "kg",
    "tonnes": "t", "tonne": "t", "tons": "t", "ton": "t", "t": "t", "mt": "t", "metric tons": "t",
    "metric tonnes": "t", "tonnen": "t", "toneladas": "t", "index": "index", "number": "number",
    "litres": "l", "liters": "l", "barrels": "barrels", "m3": "m3",
  ]

  /// Codes of ISO 4217 that stand in tables of trade; in capitals, because `try` is a word, and
  /// without `ALL`, `CUP`, `SOS` and `TOP`, which are words of headings in capitals too.
  private static let currencies: Set<String> = Set(
    """
    aed amd ang ars aud azn bam bdt bgn bhd bmd bnd bob brl bsd bwp byn bzd cad cdf chf clp cny
    cop crc cve czk djf dkk dop dzd egp etb eur fjd gbp gel ghs gmd gnf gtq gyd hkd hnl hrk htg
    huf idr ils inr iqd irr isk jmd jod jpy kes kgs khr kmf krw kwd kzt lak lbp lkr lrd lyd mad mdl
    mga mkd mmk mnt mop mro mru mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd omr pab pen pgk php
    pkr pln pyg qar ron rsd rub rwf sar sbd scr sdg sek sgd sll srd ssp stn svc syp szl thb tjs
    tmt tnd try ttd twd tzs uah ugx usd uyu uzs ves vnd vuv wst xaf xcd xof xpf yer zar zmw
    """.uppercased().split(whereSeparator: \.isWhitespace).map(String.init))

  private static let scales: [String: Int] = [
    "thousand": 3, "thousands": 3, "'000": 3, "000": 3, "1000": 3, "tsd": 3,
    "tausend": 3, "k": 3, "milliers": 3, "miles": 3, "milhares": 3, "bin": 3, "tis": 3, "千": 3,
    "천": 3, "duizend": 3, "tys": 3, "ribu": 3,
    "million": 6, "millions": 6, "mn": 6, "mio": 6, "mil": 6, "mill": 6, "m": 6, "millionen": 6,
    "millones": 6, "milhões": 6, "milioni": 6, "mln": 6, "milyon": 6, "miljoen": 6, "百万": 6,
    "백만": 6, "juta": 6, "mios": 6,
    "billion": 9, "billions": 9, "bn": 9, "mrd": 9, "milliarden": 9, "milliards": 9, "md": 9,
    "miliardi": 9, "miljard": 9, "bln": 9, "milyar": 9, "十億": 9, "十亿": 9, "십억": 9,
    "万": 4, "亿": 8, "億": 8, "억": 8, "trillion": 12, "trillions": 12, "crore": 7, "crores": 7,
    "lakh": 5, "lakhs": 5, "lac": 5,
  ]

  private static let glue: Set<String> = [
    "of", "in", "current", "the", "de", "des", "di", "em", "en", "von", "unit", "units",
    "einheit", "actual", "fob", "cif", "f.o.b", "c.i.f", "w",
  ]

  /// A unit with its scale.
  struct Reading: Hashable {
    let unit: String?
    let scale: Int?
  }

  /// Reads `USD million`, `Mio EUR`, `million US$`, `'000 t`, `k€`, `千美元`, `%`; `nil` when a word
  /// is no unit.
  static func read(_ whole: String) -> Reading? {
    guard whole.utf8.count <= 60 else { return nil }
    let text = withPlainThousand(whole)
    if let whole = joined(text) { return whole }
    let words = text.filter { !"()[],;:".contains($0) }
      .split(whereSeparator: \.isWhitespace)
      .map { word in word.last == "." ? String(word.dropLast()) : String(word) }
      .filter { !glue.contains($0.lowercased()) }
    guard !words.isEmpty, words.count <= 4 else { return nil }
    var scale: Int?
    var rest: [String] = []
    for word in words {
      if scale == nil, let exponent = scales[word.lowercased()] {
        scale = exponent
      } else {
        rest.append(word)
      }
    }
    // A letter alone is no scale.
    if rest.isEmpty {
      return scale.flatMap { text.count > 2 ? Reading(unit: nil, scale: $0) : nil }
    }
    guard let reading = joined(rest.joined(separator: " ")) else { return nil }
    guard scale == nil || reading.scale == nil else { return nil }
    return Reading(unit: reading.unit, scale: scale ?? reading.scale)
  }

  /// A text with `1000` for `1 000`, `1.000` and the like, and without the `x` before it.
  private static func withPlainThousand(_ text: String) -> String {
    var text = text
    if let first = text.first, "x×".contains(first) {
      let rest = text.dropFirst().drop(while: \.isWhitespace)
      if rest.hasPrefix("1") { text = String(rest) }
    }
    for mark in [" ", ".", ",", "'", "’", "\u{A0}", "\u{202F}"] {
      guard let range = text.firstRange(of: "1\(mark)000"),
        text[range.upperBound...].first?.isNumber != true
      else { continue }
      text.replaceSubrange(range, with: "1000 ")
    }
    return text
  }

  /// Reads a text that may be a scale and a unit without a space between them.
  private static func joined(_ text: String) -> Reading? {
    if currencies.contains(text) { return Reading(unit: text, scale: nil) }
    let text = text.lowercased()
    if let unit = units[text] { return Reading(unit: unit, scale: nil) }
    // The sign of a unit stands behind its scale, or before it.
    for length in 1...3 where text.count > length {
      let (head, tail) = (String(text.prefix(length)), String(text.dropFirst(length)))
      if let scale = scales[head], let unit = signs[tail] {
        return Reading(unit: unit, scale: scale)
      }
      if let unit = signs[head], let scale = scales[tail] {
        return Reading(unit: unit, scale: scale)
      }
    }
    return nil
  }

  /// Units that are written together with their scale: signs, and codes as in `mCAD` and `bnusd`,
  /// without those that make other words (`mars`).
  private static let signs: [String: String] = {
    let codes =
      "usd eur gbp jpy cny chf cad aud nzd hkd inr krw sek nok dkk pln czk huf brl mxn"
      + " zar sgd twd thb"
    let signs = units.filter { unit, _ in
      ["€", "$", "£", "¥", "₹"].contains(unit)
        || unit.unicodeScalars.allSatisfy { $0.value > 0x2E80 }
    }
    return codes.split(separator: " ").reduce(into: signs) { known, code in
      known[String(code)] = code.uppercased()
    }
  }()

  /// The scale of a phrase whose unit is not known, as `millions de dirhams`; `nil` when it has no
  /// word for a scale, or several.
  static func scale(in phrase: String) -> Int? {
    let found = phrase.lowercased().split { !$0.isLetter }.compactMap { word in
      word.count >= 4 ? scales[String(word)] : nil
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether a text is a unit.
  static func isUnit(_ text: String) -> Bool { read(text) != nil }
}
