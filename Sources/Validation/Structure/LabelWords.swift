internal import TradeModel

/// The words of headings and row names that say what a figure is, in lower case.
///
/// The words are data: another language is more lines here. Sources: the releases of Eurostat,
/// the U.S. Census Bureau, Statistics Canada, Destatis, DGCI&S, the Hong Kong yearbooks.
enum LabelWords {
  static let exports: Set<String> = [
    "exports", "export", "exp", "exported", "shipments", "ausfuhr", "ausfuhren", "exporte",
    "exportations",
  ]
  static let imports: Set<String> = [
    "imports", "import", "imp", "imported", "arrivals", "einfuhr", "einfuhren", "importe",
    "importations",
  ]
  static let balance: Set<String> = [
    "balance", "bal", "surplus", "deficit", "saldo", "solde",
  ]
  static let trade: Set<String> = ["trade", "turnover", "handel", "commerce"]
  static let total: Set<String> = [
    "total", "world", "insgesamt", "gesamt", "overall", "totals", "monde", "welt", "wld",
  ]
  static let others: Set<String> = [
    "other", "others", "rest", "residual", "remaining", "sonstige", "übrige", "autres", "elsewhere",
  ]
  static let adjustment: Set<String> = ["adjustment", "adjustments"]
  static let change: Set<String> = [
    "change", "chg", "growth", "%growth", "growth%", "variation", "increase", "veränderung",
    "veraenderung", "veränd", "evolution",
  ]
  static let share: Set<String> = ["share", "shares", "%share", "share%", "anteil"]
  static let rank: Set<String> = ["rank", "rang", "ranking"]
  /// Words that may head places in an order or bare numbers of rows.
  static let number: Set<String> = ["no", "no.", "nr", "nr.", "#", "n°", "nº"]
  /// Words in a cell that stand for the first or last place of all.
  static let largest: Set<String> = [
    "largest", "highest", "record", "record high", "all-time high", "maximum", "peak",
  ]
  static let smallest: Set<String> = [
    "smallest", "lowest", "record low", "all-time low", "minimum",
  ]
  static let yearOverYear: Set<String> = [
    "yoy", "y/y", "annual", "year-on-year", "annualised", "vorjahr",
  ]
  static let periodOverPeriod: Set<String> = [
    "mom", "qoq", "m/m", "q/q", "pop", "month-on-month", "quarter-on-quarter",
  ]
  /// Words after a change for the time that it is compared with: the year before.
  static let baseYear: Set<String> = [
    "year", "yearly", "jahr", "vorjahr", "vorjahresmonat", "vorjahresquartal", "vorjahreszeitraum",
    "an", "année",
  ]
  /// The period before.
  static let basePeriod: Set<String> = [
    "month", "monthly", "quarter", "quarterly", "monat", "vormonat", "quartal", "vorquartal",
    "mois", "trimestre",
  ]
  /// Words that stand with them.
  static let baseFillers: Set<String> = [
    "vs", "vs.", "versus", "against", "compared", "with", "to", "a", "same", "earlier", "ago",
    "before", "gegenüber", "zum", "zur", "dem", "der", "/", "-", "–",
  ]
  static let toDate: Set<String> = ["ytd", "cumulative", "cumulated", "cum"]
  static let percent: Set<String> = [
    "pct", "percent", "%", "prozent", "percentage", "pc", "pourcent",
  ]
  static let points: Set<String> = ["pp", "ppt", "points"]
  static let previous: Set<String> = ["previous", "prior", "prev", "preceding"]
  static let latest: Set<String> = ["last", "latest", "current", "actual"]
  /// Words without a meaning of their own.
  static let fillers: Set<String> = [
    "of", "the", "in", "by", "on", "and", "value", "values", "wert", "amount", "from", "per",
    "cent",
    "goods", "customs", "fas", "basis", "merchandise", "over",
  ]

  /// What one dimension's column is called.
  static let dimensions: [(names: Set<String>, dimension: TableDimension)] = [
    (
      ["period", "month", "quarter", "year", "date", "time", "reference", "monat", "jahr", "zeit"],
      .period
    ),
    (
      [
        "partner", "country", "exporter", "importer", "area", "region", "destination", "origin",
        "land",
      ], .partner
    ),
    (["reporter"], .reporter),
    (["flow", "measure", "item", "series", "indicator", "merkmal", "variable"], .item),
    (["product", "commodity", "sector", "hscode", "chapter", "group"], .product),
    (["unit", "units", "currency", "einheit"], .unit),
    (["scale"], .scale),
    (["vintage", "published", "release"], .vintage),
    (["publisher", "source"], .source),
    (["basis", "adjustment", "prices", "concept"], .basis),
    (["hedge"], .hedge),
    (["comparison"], .comparison),
    (["change_unit"], .changeUnit),
    (
      [
        "frequency", "source_url", "url", "note", "notes", "status", "flag", "flags", "id",
        "printed", "sno", "s.no", "s.no.", "s. no.", "serial",
      ], .ignored
    ),
  ]

  /// Currencies and units, and the scales written with them.
  static let units: [String: String] = [
    "usd": "USD", "us$": "USD", "$": "USD", "dollar": "USD", "dollars": "USD", "eur": "EUR",
    "euro": "EUR", "euros": "EUR", "€": "EUR", "gbp": "GBP", "£": "GBP", "cad": "CAD", "c$": "CAD",
    "hkd": "HKD", "hk$": "HKD", "inr": "INR", "rs": "INR", "rs.": "INR", "rupees": "INR",
    "₹": "INR",
    "jpy": "JPY", "yen": "JPY", "cny": "CNY", "rmb": "CNY", "yuan": "CNY", "chf": "CHF",
    "aud": "AUD",
    "krw": "KRW", "twd": "TWD", "sek": "SEK", "dkk": "DKK", "nok": "NOK", "kg": "kg", "tonnes": "t",
    "tons": "t", "index": "index",
  ]
  static let scales: [String: Int] = [
    "thousand": 3, "thousands": 3, "'000": 3, "000": 3, "tsd": 3, "million": 6, "millions": 6,
    "mn": 6, "mio": 6, "mil": 6, "mil.": 6, "mio.": 6, "mrd.": 9, "tsd.": 3, "m": 6,
    "mln": 6, "millionen": 6, "billion": 9,
    "billions": 9, "bn": 9, "mrd": 9, "milliarden": 9, "milliards": 9, "trillion": 12,
    "trillions": 12,
    "trn": 12, "crore": 7, "crores": 7, "lakh": 5, "lakhs": 5, "100m": 8, "1e3": 3, "1e4": 4,
    "1e5": 5, "1e6": 6, "1e7": 7, "1e8": 8, "1e9": 9, "1e12": 12,
  ]
}

/// What a column says about the figures beside it.
enum TableDimension: Sendable, Hashable {
  case period, partner, reporter, item, product, unit, scale, vintage, source, basis, hedge
  case comparison, changeUnit, ignored

  /// The dimension that a heading names; `nil` for headings of figures and of unknown words.
  init?(heading: String) {
    let name = heading.lowercased().trimmed
    for (names, dimension) in LabelWords.dimensions where names.contains(name) {
      self = dimension
      return
    }
    return nil
  }
}
