internal import DelimitedText
internal import TimeSeries

/// The sheets of publishers, as data.
extension PublishedSheet {
  static let all: [PublishedSheet] = [
    ons, abs, banxico, insee, inseeEnglish, webstat,
  ]

  /// Office for National Statistics, time series: one series, or a whole dataset.
  ///
  /// Years, quarters and months stand below each other. Source: ons.gov.uk, "Download as CSV".
  static let ons = PublishedSheet(
    id: "ons-series", name: "ONS, time series", publisher: "ons", reporter: "GBR",
    dialects: [.commas],
    rows: [
      "title": .title, "cdid": .identifier, "preunit": .unit, "unit": .unit,
      "source dataset id": .other, "release date": .vintage, "next release": .other,
      "important notes": .other,
    ],
    unitWords: ["m": "millions", "bn": "billions", "ths": "thousands"])

  /// Australian Bureau of Statistics, time series spreadsheet saved as text.
  ///
  /// Source: abs.gov.au, "Time series spreadsheets"; the sheet Data1.
  static let abs = PublishedSheet(
    id: "abs-series", name: "ABS, time series spreadsheet", publisher: "abs", reporter: "AUS",
    dialects: [.commas, .tabs, .semicolons],
    rows: [
      "unit": .unit, "series type": .basis, "data type": .other, "frequency": .frequency,
      "collection month": .other, "series start": .other, "series end": .other, "no. obs": .other,
      "no. obs.": .other, "series id": .identifier,
    ],
    hasEmptyTitleLabel: true, units: ["$": "AUD"],
    dating: .end(["month": 1, "monthly": 1, "quarter": 3, "quarterly": 3, "annual": 12]))

  /// Banco de México, economic information system (SIE).
  ///
  /// Source: banxico.org.mx, "Exportar a CSV".
  static let banxico = PublishedSheet(
    id: "banxico-sie", name: "Banco de México, SIE", publisher: "banxico", reporter: "MEX",
    dialects: [.commas, .semicolons, .tabs],
    rows: [
      "título": .title, "periodo disponible": .other, "periodicidad": .frequency,
      "cifra": .other, "unidad": .unit, "base": .other, "aviso": .other,
      "tipo de información": .other, "fecha": .identifier,
    ],
    words: MissingWords(
      id: "banxico", source: "Banco de México, SIE", [MissingWords.Word("N/E", .missing(.unknown))]),
    units: ["dolares": "USD", "dolar": "USD", "pesos": "MXN", "porcentajes": "percent"],
    dating: .start(["mensual": 1, "trimestral": 3, "semestral": 6, "anual": 12]))

  /// INSEE, series of the macro-economic database: a column of codes behind each series.
  ///
  /// Source: insee.fr, BDM, "Télécharger, CSV".
  static let insee = PublishedSheet(
    id: "insee-bdm", name: "INSEE, BDM series with codes", publisher: "insee", reporter: "FRA",
    dialects: [.semicolons, .commas],
    rows: [
      "libellé": .title, "idbank": .identifier, "dernière mise à jour": .vintage,
      "période": .other,
    ],
    flagColumn: "Codes", words: inseeWords, flags: .insee)

  /// The same in English.
  static let inseeEnglish = PublishedSheet(
    id: "insee-bdm-en", name: "INSEE, BDM series with codes, in English", publisher: "insee",
    reporter: "FRA", dialects: [.semicolons, .commas],
    rows: [
      "label": .title, "idbank": .identifier, "last update": .other, "period": .other,
    ],
    flagColumn: "Codes", words: inseeWords, flags: .insee)

  /// Banque de France, Webstat: the latest month first.
  ///
  /// Source: webstat.banque-france.fr, "Télécharger, CSV".
  static let webstat = PublishedSheet(
    id: "webstat", name: "Banque de France, Webstat", publisher: "banque-de-france",
    reporter: "FRA", dialects: [.semicolons, .commas, .tabs],
    rows: [
      "titre": .title, "code série": .identifier, "unité": .unit, "magnitude": .scale,
      "méthode d'observation": .other, "source": .other,
    ],
    decimal: ",", units: ["euro eur": "EUR", "dollar usd": "USD", "us dollar usd": "USD"])

  private static let inseeWords = MissingWords(
    id: "insee", source: "INSEE, BDM",
    ["(nd)", "nd"].map { MissingWords.Word($0, .missing(.unknown)) })
}

extension FlagTable {
  /// The statuses of INSEE's series.
  static let insee = FlagTable(
    id: "insee", source: "INSEE, BDM, codes of observations", isCaseSensitive: true,
    flags: [
      Flag("A", .normal, "normal value"), Flag("P", .provisional, "provisional value"),
      Flag("SD", .provisional, "semi-definitive value"), Flag("D", .normal, "definitive value"),
      Flag("E", .estimated, "estimated value"), Flag("F", .forecast, "forecast value"),
      Flag("B", .breakInSeries, "break in the series"), Flag("R", .normal, "revised value"),
      Flag("O", .unknown, "missing value"), Flag("NR", .unknown, "value not given"),
      Flag("M", .notApplicable, "value that cannot exist"),
      Flag("Q", .confidential, "confidential value"),
    ])
}
