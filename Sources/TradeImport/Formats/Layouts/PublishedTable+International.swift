internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// The tables of offices that publish for many countries, as data.
extension PublishedTable {
  static let international: [PublishedTable] = [
    comext, comextOld, uktradeinfo, wits, imts, unctad, tradeMap,
  ]

  /// Eurostat, Comext, bulk files of today: `full_v2_202409.dat`.
  ///
  /// Month 52 is the whole year. The codes of other classifications repeat the product. Source:
  /// Eurostat, Comext, bulk download, "User guide".
  static let comext = PublishedTable(
    id: "comext-bulk", name: "Eurostat, Comext, bulk file", publisher: "eurostat", reporter: nil,
    dialects: [.commas, .semicolons, .tabs],
    header: .names(["REPORTER", "PARTNER", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_EUR"]),
    columns: comextColumns.merging([
      "REPORTER": .named(.reporter), "PARTNER": .named(.partner),
      "STAT_PROCEDURE": .named(.basis), "STAT_REGIME": .named(.basis),
      "SUPPL_UNIT": .named(.quantityUnit), "SUPP_UNIT": .named(.quantityUnit),
      "VALUE_EUR": .value(Kind(unit: "EUR")),
      "VALUE_NAC": .value(Kind(basis: "national currency", unit: "XDC")),
      "QUANTITY_KG": .value(Kind(measure: .weight, unit: "kg")),
      "QUANTITY_SUPPL_UNIT": .value(Kind(measure: .quantity)),
    ]) { $1 },
    others: .breakdown, quantityUnits: comextUnits, flowCodes: comextFlows, period: comextPeriod)

  /// Eurostat, Comext, bulk files with the older names: `full202409.dat`.
  static let comextOld = PublishedTable(
    id: "comext-bulk-old", name: "Eurostat, Comext, bulk file with older names",
    publisher: "eurostat", reporter: nil, dialects: [.commas, .semicolons, .tabs],
    header: .names(["DECLARANT_ISO", "PARTNER_ISO", "FLOW", "PERIOD", "VALUE_IN_EUROS"]),
    columns: comextColumns.merging([
      "DECLARANT": .repeats, "DECLARANT_ISO": .named(.reporter), "PARTNER": .repeats,
      "PARTNER_ISO": .named(.partner), "STAT_REGIME": .named(.basis),
      "SUPP_UNIT": .named(.quantityUnit), "VALUE_IN_EUROS": .value(Kind(unit: "EUR")),
      "QUANTITY_IN_KG": .value(Kind(measure: .weight, unit: "kg")),
      "SUP_QUANTITY": .value(Kind(measure: .quantity)),
    ]) { $1 },
    others: .breakdown, quantityUnits: comextUnits, flowCodes: comextFlows, period: comextPeriod)

  private static let comextColumns: [String: Use] = [
    "TRADE_TYPE": .repeats, "PRODUCT_NC": .named(.product), "PRODUCT": .named(.product),
    "PRODUCT_SITC": .repeats, "PRODUCT_cpa2002": .repeats, "PRODUCT_cpa2008": .repeats,
    "PRODUCT_CPA2002": .repeats, "PRODUCT_CPA2008": .repeats, "PRODUCT_CPA2_1": .repeats,
    "PRODUCT_CPA21": .repeats, "PRODUCT_CPA22": .repeats, "PRODUCT_BEC": .repeats,
    "PRODUCT_BEC5": .repeats, "PRODUCT_SECTION": .repeats, "FLOW": .named(.flow),
    "PERIOD": .period,
  ]
  private static let comextFlows: [String: Flow] = ["1": .imports, "2": .exports]
  private static let comextUnits = [
    "": "no supplementary unit", "A": "no supplementary unit", "NO_SU": "no supplementary unit",
    "p/st": "u", "NAR": "u", "l": "l", "LTR": "l", "m2": "m2", "MTK": "m2", "m3": "m3",
    "MTQ": "m3", "m": "m", "MTR": "m", "pa": "2u", "PR": "2u", "100 p/st": "100u",
    "1000 p/st": "1000u", "c/k": "carat",
  ]
  private static let comextPeriod: @Sendable (String) -> Period? = { text in
    guard text.utf8.count == 6, text.hasSuffix("52") else { return PeriodWords.read(text) }
    return PeriodWords.read(String(text.prefix(4)))
  }

  /// HM Revenue & Customs, uktradeinfo, overseas trade by product (OTS).
  ///
  /// Flows 1 and 2 are imports and exports with the European Union, 3 and 4 with others. Source:
  /// uktradeinfo.com, "API data and metadata".
  static let uktradeinfo = PublishedTable(
    id: "uktradeinfo", name: "HMRC, uktradeinfo, overseas trade", publisher: "hmrc",
    reporter: "GBR", dialects: [.commas],
    header: .names(["MonthId", "FlowTypeId", "CommodityId", "CountryId", "Value", "NetMass"]),
    columns: [
      "MonthId": .period, "FlowTypeId": .named(.flow), "SuppressionIndex": .status,
      "CommodityId": .named(.product), "CommoditySitcId": .repeats,
      "CountryId": .named(.partnerCode), "PortId": .named(.basis),
      "Value": .value(Kind(unit: "GBP")),
      "NetMass": .value(Kind(measure: .weight, unit: "kg")),
      "SuppUnit": .value(Kind(measure: .quantity, unit: "supplementary unit")),
    ],
    others: .breakdown, flags: .uktradeinfo,
    flowCodes: ["1": .imports, "2": .exports, "3": .imports, "4": .exports],
    areaOfNumber: { Geonomenclature.area($0) },
    note: "values are in pounds; numbers of countries are those of the old nomenclature of "
      + "countries, codes of products are read as they stand")

  /// World Bank, WITS, trade summary of a country: the indicator has its unit in brackets.
  ///
  /// Source: wits.worldbank.org, "Trade summary, all years".
  static let wits = PublishedTable(
    id: "wits-summary", name: "World Bank, WITS, trade summary", publisher: "wits", reporter: nil,
    dialects: [.commas, .tabs, .semicolons],
    header: .names(["Reporter", "Partner", "Product categories", "Indicator Type", "Indicator"]),
    columns: [
      "Reporter": .named(.reporter), "Partner": .named(.partner),
      "Product categories": .named(.product), "Indicator Type": .named(.flow),
      "Indicator": .title,
    ],
    others: .periodValue, unitWords: ["mil": "million"],
    titles: [
      "export(us$ mil)": Kind(flow: .exports, unit: "USD", exponent: 6),
      "import(us$ mil)": Kind(flow: .imports, unit: "USD", exponent: 6),
    ], areCountsWithoutUnit: true)

  /// International Monetary Fund, data portal, periods as columns.
  ///
  /// Years, quarters and months stand side by side, and each record fills those of its frequency.
  static let imts = PublishedTable(
    id: "imf-imts", name: "IMF, trade in goods, periods as columns", publisher: "imf",
    reporter: nil, dialects: [.commas, .semicolons],
    header: .names(["SERIES_CODE", "COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY"]),
    columns: [
      "DATASET": .repeats, "SERIES_CODE": .repeats, "OBS_MEASURE": .repeats,
      "COUNTRY": .named(.reporter), "INDICATOR": .title, "COUNTERPART_COUNTRY": .named(.partner),
      "FREQUENCY": .frequency, "SCALE": .scale, "UNIT": .unit, "DECIMALS_DISPLAYED": .repeats,
      "COUNTRY_UPDATE_DATE": .repeats, "FULL_DESCRIPTION": .repeats, "DOI": .repeats,
      "AUTHOR": .repeats, "PUBLISHER": .repeats, "DEPARTMENT": .repeats, "CONTACT_POINT": .repeats,
      "TOPIC": .repeats, "TOPIC_DATASET": .repeats, "KEYWORDS": .repeats,
      "KEYWORDS_DATASET": .repeats, "LANGUAGE": .repeats, "PUBLICATION_DATE": .repeats,
      "UPDATE_DATE": .repeats, "SHORT_SOURCE_CITATION": .repeats, "FULL_SOURCE_CITATION": .repeats,
      "LICENSE": .repeats, "SUGGESTED_CITATION": .repeats, "SOURCE": .repeats,
      "METHODOLOGY": .repeats, "METHODOLOGY_NOTES": .repeats, "ACCESS_SHARING_LEVEL": .repeats,
      "ACCESS_SHARING_NOTES": .repeats, "SECURITY_CLASSIFICATION": .repeats,
    ],
    others: .periodValue,
    titles: [
      "exports of goods, free on board (fob), us dollar":
        Kind(flow: .exports, basis: "FOB", unit: "USD"),
      "exports of goods, free on board (fob)": Kind(flow: .exports, basis: "FOB", unit: "USD"),
      "imports of goods, cost insurance freight (cif), us dollar":
        Kind(flow: .imports, basis: "CIF", unit: "USD"),
      "imports of goods, cost insurance freight (cif)":
        Kind(flow: .imports, basis: "CIF", unit: "USD"),
      "imports of goods, free on board (fob)": Kind(flow: .imports, basis: "FOB", unit: "USD"),
      "trade balance of goods": Kind(flow: .balance, unit: "USD"),
    ])

  /// UNCTADstat: codes with labels, the unit in the names of values, notes in columns beside them.
  static let unctad = PublishedTable(
    id: "unctadstat", name: "UNCTADstat", publisher: "unctad", reporter: nil,
    dialects: [.commas, .tabs, .semicolons],
    header: .names(["Year", "Economy", "Economy Label"]),
    columns: [
      "Year": .period, "Economy": .named(.reporter), "Partner": .named(.partner),
      "Flow": .named(.flow), "Product": .named(.product), "Category": .named(.product),
      "Series": .named(.basis), "Mode": .named(.basis), "Direction": .named(.basis),
    ],
    others: .titledValue,
    words: MissingWords.usual.with([
      MissingWords.Word("Not available or not separately reported", .missing(.unknown))
    ]),
    flags: .unctad,
    pairing: .labelSuffix(" Label"), statusSuffixes: [" Footnote", " Missing value"])

  /// International Trade Centre, Trade Map: years as columns such as `Exported value in 2023`.
  ///
  /// Importers beside exported values are partners; exporters beside exported values are reporters.
  static let tradeMap = PublishedTable(
    id: "trademap", name: "ITC, Trade Map", publisher: "itc", reporter: nil,
    dialects: [.tabs, .commas, .semicolons],
    header: .found("columns such as 'Exported value in 2023'", { tradeMapHeader($0) }),
    columns: ["Product label": .repeats], others: .periodValue,
    titles: [
      "exported value in": Kind(flow: .exports), "imported value in": Kind(flow: .imports),
      "exported quantity in": Kind(flow: .exports, measure: .quantity),
      "imported quantity in": Kind(flow: .imports, measure: .quantity),
      "balance in value in": Kind(flow: .balance),
    ],
    context: { around in
      var context = Context()
      context.unit = around.text(behind: "Unit").map { UnitPhrase($0) }
      if let product = around.text(behind: "Product") {
        let code = product.prefix { $0.isNumber }
        let isTotal = product.hasPrefix("TOTAL") || product == "All products"
        if !isTotal { context.product = [code.isEmpty ? product : String(code)] }
      }
      for title in around.above.compactMap(\.first) {
        for words in ["exported by ", "imported by "] {
          if let name = title.rest(behind: words) {
            context.reporter = name.rest(before: " in ") ?? name
          }
        }
      }
      return context
    })

  private static func tradeMapHeader(_ head: [[String]]) -> Found? {
    let starts = ["Exported value in ", "Imported value in "]
    guard
      let record = head.firstIndex(where: { names in
        names.count > 1 && names.contains { name in starts.contains { name.hasPrefix($0) } }
      })
    else { return nil }
    let names = head[record]
    let isOfExports = names.contains { $0.hasPrefix(starts[0]) }
    var columns: [String: Use] = ["Code": .named(.product), "Product code": .named(.product)]
    columns["Importers"] = .named(isOfExports ? .partner : .reporter)
    columns["Exporters"] = .named(isOfExports ? .reporter : .partner)
    return Found(record: record, columns: columns)
  }
}

extension String {
  /// What stands behind the first of these words.
  func rest(behind words: String) -> String? {
    indices.first { self[$0...].hasPrefix(words) }
      .map { String(self[index($0, offsetBy: words.count)...]) }
  }

  /// What stands before the first of these words.
  func rest(before words: String) -> String? {
    indices.first { self[$0...].hasPrefix(words) }.map { String(self[..<$0]) }
  }
}

extension FlagTable {
  /// The suppressions of the United Kingdom's trade by product.
  static let uktradeinfo = FlagTable(
    id: "uktradeinfo", source: "uktradeinfo.com, suppressions", isCaseSensitive: true,
    flags: [Flag("0", .normal, "not suppressed")]
      + (1...5).map { Flag("\($0)", .confidential, "suppression \($0)") })

  /// The footnotes of UNCTADstat.
  static let unctad = FlagTable(
    id: "unctadstat", source: "UNCTADstat, footnotes", isCaseSensitive: false,
    flags: [
      Flag("Estimated", .estimated, "estimated"), Flag("Estimate", .estimated, "estimated"),
      Flag("Provisional", .provisional, "provisional"),
      Flag("Preliminary", .provisional, "preliminary"),
    ])
}
