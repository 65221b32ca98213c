extension ProseAnalyzer {
  /// Words that end the look back from a measure.
  static let stopWords: Set<String> = [
    "said", "says", "say", "that", "announced", "according", "who", "what", "there", "with",
    "without", "according to", "not", "if",
    "he", "she", "we", "i", "you", "then", "ago", "can", "could", "would", "should", "will", "may",
    "might", "did", "do", "does",
    "led", "helped", "saying", "citing", "shows", "data", "release", "against", "goes", "went",
    "like", "including", "only", "how",
    "into", "out", "off", "told", "noted", "added", "chiefly", "thanks", "due", "owing", "amid",
    "because", "instead", "again",
    "use", "used", "cover", "meant", "translates", "caused", "driven", "outpacing", "outpaced",
    "versus", "kept", "took", "means",
    "gave", "left", "contributing", "based", "basis", "once", "whose", "our", "your", "my", "or",
    "nor", "neither", "either",
    "having", "being", "per", "via", "plus", "minus", "first", "second", "third", "last", "next",
    "year", "arising", "netting", "gross",
    "grossed", "earning", "such", "these", "those", "key", "figures", "show", "showing",
    "published", "data's", "here", "lifting", "lift", "twice", "double", "triple", "handled",
    "posted", "logged", "booked", "outstripping", "exceeding", "outweighing", "surpassing",
    "footing",
  ]

  /// Those who trade, where nothing tells them apart: "Estonian companies exported" is all that was exported.
  static let traders: Set<String> = [
    "companies", "firms", "enterprises", "businesses", "exporters", "importers", "traders",
  ]

  /// Adjectives before a measure that name no part of it.
  static let neutralWords: Set<String> = [
    "registered", "province", "group", "city", "region", "island", "kingdom", "economy", "own",
    "bilateral", "two-way", "external", "foreign", "cross-border", "annual", "monthly", "quarterly",
    "merchandise",
    "visible", "mutual", "commodity", "country", "nation", "countrys", "nations", "bloc",
    "outbound", "inbound", "cumulated", "accumulated",
    "monetary", "statistical", "dollar", "euro", "nation's", "country's", "side", "first-quarter",
    "unadjusted",
    "product", "products", "good", "border", "reported", "state", "federal", "republic", "national",
    "world's", "special", "agency", "office",
    "decade", "peak", "monthlong", "customs-cleared", "customs cleared", "cleared", "positive",
    "negative", "twelve-month",
    "nine-month", "full", "customers", "ever", "highest", "lowest", "largest", "biggest",
    "smallest", "new", "their",
    "southern", "neighbour", "neighbor", "northern", "eastern", "western", "neighbouring",
    "neighboring", "giant", "partner",
    "value", "part", "type", "kind", "nominal", "wide", "yawning", "narrow", "widest", "narrowest",
    "unprecedented", "period", "interval", "timeframe", "reporting", "reference", "span", "stretch",
    "month", "months", "quarter", "week", "weeks", "day", "summary", "overview", "highlights",
    "facts",
    "headlines", "introduction",
  ]
}
