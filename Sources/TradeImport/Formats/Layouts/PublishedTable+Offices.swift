internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// The tables of publishers, as data.
extension PublishedTable {
  static let all: [PublishedTable] =
    [
      statisticsCanada, statisticsCanadaFrench, comexStat,
      comexStatTowns, genesis, genesisLong, statbankDenmark, pxWeb,
      statLine,
    ] + international + portals

  /// Statistics Canada, "Download entire table": `REF_DATE`, `GEO`, the breakdowns, `VALUE`.
  ///
  /// Source: statcan.gc.ca, "User guide for CSV downloads of full tables".
  static let statisticsCanada = PublishedTable(
    id: "statcan-table", name: "Statistics Canada, full table", publisher: "statcan",
    reporter: "CAN", dialects: [.commas],
    header: .names(["REF_DATE", "GEO", "UOM", "SCALAR_FACTOR", "VALUE"]),
    columns: [
      "REF_DATE": .period, "GEO": .named(.reporter), "DGUID": .repeats, "UOM": .unit,
      "UOM_ID": .repeats, "SCALAR_FACTOR": .scale, "SCALAR_ID": .exponent, "VECTOR": .repeats,
      "COORDINATE": .repeats, "VALUE": .recordValue, "STATUS": .status, "SYMBOL": .status,
      "TERMINATED": .repeats, "DECIMALS": .decimals,
    ],
    others: .breakdown, words: .statisticsCanada, flags: .statisticsCanadaTables,
    units: ["dollars": "CAD", "percentage change": "percent", "canadian dollars": "CAD"])

  /// The same in French, with semicolons and decimal commas.
  static let statisticsCanadaFrench = PublishedTable(
    id: "statcan-tableau", name: "Statistics Canada, full table in French", publisher: "statcan",
    reporter: "CAN", dialects: [.semicolons, .commas],
    header: .names(["PÉRIODE DE RÉFÉRENCE", "GÉO", "UNITÉ DE MESURE", "VALEUR"]),
    columns: [
      "PÉRIODE DE RÉFÉRENCE": .period, "GÉO": .named(.reporter), "DGUID": .repeats,
      "UNITÉ DE MESURE": .unit, "IDENTIFICATEUR D'UNITÉ DE MESURE": .repeats,
      "FACTEUR SCALAIRE": .scale, "IDENTIFICATEUR SCALAIRE": .exponent, "VECTEUR": .repeats,
      "COORDONNÉES": .repeats, "VALEUR": .recordValue, "STATUT": .status, "SYMBOLE": .status,
      "TERMINÉ": .repeats, "DÉCIMALES": .decimals,
    ],
    others: .breakdown, decimals: [",", "."], words: .statisticsCanada,
    flags: .statisticsCanadaTables,
    units: ["dollars": "CAD", "variation en pourcentage": "percent"])

  /// Brazil's Comex Stat, raw files of exports and imports by product (NCM).
  ///
  /// Only files of imports have freight and insurance; older ones had not, so their absence tells
  /// nothing. Source: gov.br/mdic, "Base de dados do Comex Stat".
  static let comexStat = PublishedTable(
    id: "comexstat-ncm", name: "Brazil, Comex Stat, raw file by product", publisher: "comexstat",
    reporter: "BRA", dialects: [.semicolons, .commas],
    header: .names(["CO_ANO", "CO_MES", "CO_NCM", "CO_PAIS", "VL_FOB"]),
    columns: comexStatColumns, others: .breakdown, quantityUnits: comexStatUnits,
    flowsByColumn: ["VL_FRETE": .imports],
    asksForFlow: true, note: comexStatNote)

  /// Brazil's Comex Stat, raw files by town (four digits of the Harmonized System).
  static let comexStatTowns = PublishedTable(
    id: "comexstat-towns", name: "Brazil, Comex Stat, raw file by town", publisher: "comexstat",
    reporter: "BRA", dialects: [.semicolons, .commas],
    header: .names(["CO_ANO", "CO_MES", "SH4", "CO_PAIS", "CO_MUN", "VL_FOB"]),
    columns: comexStatColumns, others: .breakdown, quantityUnits: comexStatUnits,
    asksForFlow: true, note: comexStatNote)

  private static let comexStatColumns: [String: Use] = [
    "CO_ANO": .period, "CO_MES": .month, "CO_NCM": .named(.product), "SH4": .named(.product),
    "CO_UNID": .named(.quantityUnit), "CO_PAIS": .named(.partnerCode),
    "SG_UF_NCM": .named(.basis), "SG_UF_MUN": .named(.basis), "CO_MUN": .named(.basis),
    "CO_VIA": .named(.basis), "CO_URF": .named(.basis),
    "QT_ESTAT": .value(Kind(measure: .quantity)),
    "KG_LIQUIDO": .value(Kind(measure: .weight, unit: "kg")),
    "VL_FOB": .value(Kind(basis: "FOB", unit: "USD")),
    "VL_FRETE": .value(Kind(basis: "freight", unit: "USD")),
    "VL_SEGURO": .value(Kind(basis: "insurance", unit: "USD")),
  ]
  /// The units of Brazil's customs; source: Comex Stat, table NCM_UNIDADE.
  private static let comexStatUnits = [
    "10": "kg", "11": "u", "12": "1000u", "13": "2u", "14": "m", "15": "m2", "16": "m3", "17": "l",
    "18": "1000 kWh", "19": "carat", "20": "12u", "21": "t", "22": "g",
  ]
  private static let comexStatNote =
    "values are in US dollars; numbers of countries (CO_PAIS) are read by the table of Comex Stat, "
    + "what is no country there is BR- and its number; state, transport and customs office are "
    + "tokens of the basis"

  /// Destatis, GENESIS-Online, flat file (ffcsv) of before 2025: one column for each value.
  ///
  /// Source: genesis.destatis.de, "Flat-Datei".
  static let genesis = PublishedTable(
    id: "genesis-flat", name: "Destatis, GENESIS flat file", publisher: "destatis",
    reporter: "DEU", dialects: [.semicolons, .commas],
    header: .names(["Statistik_Code", "Zeit_Code", "Zeit", "1_Auspraegung_Code"]),
    columns: [
      "Statistik_Code": .repeats, "Statistik_Label": .repeats, "Zeit_Code": .repeats,
      "Zeit_Label": .repeats, "Zeit": .period, "#_Merkmal_Code": .repeats,
      "#_Merkmal_Label": .breakdownName, "#_Auspraegung_Code": .breakdownCode,
      "#_Auspraegung_Label": .breakdownLabel,
    ],
    others: .titledValue, decimals: [",", "."], words: .germanOffices, flags: .germanOffices)

  /// Destatis, GENESIS-Online, flat file since 2025: one value a record.
  static let genesisLong = PublishedTable(
    id: "genesis-ffcsv", name: "Destatis, GENESIS flat file, one value a record",
    publisher: "destatis", reporter: "DEU", dialects: [.semicolons, .commas],
    header: .names([
      "time", "1_variable_attribute_code", "value", "value_unit", "value_variable_label",
    ]),
    columns: [
      "statistics_code": .repeats, "statistics_label": .repeats, "time_code": .repeats,
      "time_label": .repeats, "time": .period, "#_variable_code": .repeats,
      "#_variable_label": .breakdownName, "#_variable_attribute_code": .breakdownCode,
      "#_variable_attribute_label": .breakdownLabel, "value": .recordValue,
      "value_unit": .unit, "value_variable_code": .repeats, "value_variable_label": .title,
      "value_q": .status,
    ],
    others: .breakdown, decimals: [",", "."], words: .germanOffices, flags: .germanOffices)

  /// Statistics Denmark, StatBank, bulk CSV: the breakdowns, `TID` and `INDHOLD`.
  static let statbankDenmark = PublishedTable(
    id: "statbank-dk", name: "Statistics Denmark, StatBank", publisher: "dst", reporter: "DNK",
    dialects: [.semicolons, .commas], header: .names(["TID", "INDHOLD"]),
    columns: [
      "TID": .period, "INDHOLD": .recordValue, "INDUD": .named(.flow),
      "LAND": .named(.partner), "ENHED": .unit, "SÆSON": .named(.adjustment),
    ],
    others: .breakdown, decimals: [",", "."], words: .nordicOffices, units: ["kr": "DKK"])

  /// PxWeb, the tables of the statistical offices of the north: a title, the breakdowns, a column
  /// for each month or quarter.
  static let pxWeb = PublishedTable(
    id: "pxweb", name: "PxWeb table of a statistical office", publisher: "pxweb", reporter: nil,
    dialects: [.commas, .semicolons, .tabs], header: .periods, columns: [:],
    others: .periodValue, words: .nordicOffices, hasFooter: true)
}

extension PublishedTable {
  /// CBS, StatLine: the subjects above, then a record of the breakdowns and the units.
  ///
  /// A star behind a period means provisional. Source: opendata.cbs.nl/statline, "CSV".
  static let statLine = PublishedTable(
    id: "cbs-statline", name: "CBS, StatLine", publisher: "cbs", reporter: "NLD",
    dialects: [.semicolons, .commas],
    header: .unitsBelowTitles(
      labels: ["Onderwerp", "Onderwerpen", "Topic", "Topics"], periods: ["Perioden", "Periods"]),
    columns: ["Perioden": .period, "Periods": .period], others: .breakdown, decimals: [","],
    words: MissingWords(
      id: "cbs", source: "CBS, StatLine, explanation of symbols",
      [
        // "unknown, insufficiently reliable or secret": the strongest of the three.
        MissingWords.Word(".", .missing(.confidential)), MissingWords.Word("-", .zero),
      ]),
    periodMark: ("*", .provisional), hasFooter: true)
}

extension MissingWords {
  /// The statistical offices of the north.
  static let nordicOffices = MissingWords(
    id: "nordic", source: "Statistics Norway, standard symbols in tables",
    [
      Word("-", .zero), Word("–", .zero), Word(".", .missing(.notApplicable)),
      Word("..", .missing(.unknown)), Word("...", .missing(.notYetPublished)),
      Word(":", .missing(.confidential)),
    ])
}

extension FlagTable {
  /// The symbols of Statistics Canada with the letters that grade quality.
  static let statisticsCanadaTables = FlagTable(
    id: "statcan-tables", source: "Statistics Canada, standard table symbols",
    isCaseSensitive: true,
    flags: statisticsCanada.flags
      + ["A", "B", "C", "D"].map { Flag($0, .normal, "data quality: \($0)") })
}
