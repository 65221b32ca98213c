/// What a column of a table holds.
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
  /// The period, or a part of it: several columns are joined, year first.
  case period
  /// Whose statistics.
  case reporter
  /// With whom.
  case partner
  /// Exports, imports and so on.
  case flow
  /// The product, or the name of the series: several columns are joined.
  case product
  /// Value, quantity, weight or a printed change.
  case measure
  /// The unit of the values.
  case unit
  /// The figures.
  case value
  /// Flags beside the figures.
  case status
  /// Nothing that is read.
  case ignore

  /// Names of columns as offices and people write them, in small letters and digits alone; the
  /// first of two columns that fit is not better than the second.
  static let names: [ColumnRole: Set<String>] = [
    .period: [
      "period", "time", "timeperiod", "date", "month", "quarter", "year", "refperiod", "datum",
      "zeit", "annee", "année", "jahr", "yıl", "ano", "año", "anno", "jaar", "rok", "godina",
      "mes", "mês", "trimestre", "trimestr", "kvartal", "quartal", "기간", "periodending", "monat",
      "mois", "periode", "timecode", "时间", "日期", "年份",
      "月份", "年月", "期間", "年", "月",
    ],
    .reporter: [
      "reporter", "reporteriso", "reportercode", "reporterdesc", "reportingeconomy",
      "reportingeconomyiso3acode", "location", "country", "countrycode", "countryname", "refarea",
      "regioncountry", "countryregion", "countryarea", "countryterritory", "geo", "declarant",
      "economy", "ctyname", "iso", "iso3", "land", "pays",
    ],
    .partner: [
      "partner", "partneriso", "partnercode", "partnerdesc", "partnereconomy",
      "partnereconomyiso3acode", "counterpart", "counterpartarea", "counterpartcountryname",
      "counterpartcountrycode", "destination", "origin", "partnercountry", "tradingpartner",
      "countryoforigin", "countryofdestination", "partnerland", "payspartenaire", "herkunft",
      // Customs of China and Japan list the countries they trade with.
      "国家", "国家地区", "国别", "国别地区", "贸易伙伴", "국가명", "국가", "ülke", "negara", "paese", "kraj", "país",
      "pais", "handelspartner", "国名", "国地域", "相手国",
    ],
    .flow: [
      "flow", "tradeflow", "flowcode", "flowdesc", "direction", "tradeflowcode", "stockflow",
    ],
    .product: [
      "product", "productcode", "commodity", "commoditycode", "cmdcode", "sitc", "sitc06", "hs",
      "hscode", "htsnumber", "tarifnummer", "commoditycodes", "description",
      "section", "chapter", "division", "category", "kapitel", "chapitre", "capítulo", "cuci",
      "produkt", "produit", "producto", "produto", "ware", "warengruppe", "group", "series",
      "seriescode", "seriesname", "indicator", "indicatorcode", "subject",
      "productsectorcode", "measurecode", "商品", "商品名称", "商品编码", "品名", "品目",
    ],
    .measure: ["measure", "indicators", "variable", "attribute", "type"],
    .unit: ["unit", "unitcode", "unitmeasure", "currency", "units", "uom", "einheit"],
    .status: [
      "flag", "flags", "flagcodes", "obsstatus", "obsflag", "status", "valueflagcode",
    ],
    .value: [
      "value", "obsvalue", "values", "amount", "tradevalue", "tradevalueus", "primaryvalue",
      "wert", "valeur", "val", "金额", "金額", "数值", "出口额", "进口额", "価額",
    ],
  ]

  /// Whether a name says that a column has a role.
  static func isName(_ name: String, of role: ColumnRole) -> Bool {
    let key = key(name)
    if names[role]?.contains(key) ?? false { return true }
    return role == .product && isClassification(key)
  }

  /// Whether a name says that a column holds keys.
  static func isKeyName(_ name: String) -> Bool {
    [.reporter, .partner, .flow, .product, .unit, .measure, .status]
      .contains { isName(name, of: $0) }
  }

  /// `hs6`, `sitc4`, `ncm`: a classification with the number of its digits.
  private static func isClassification(_ key: String) -> Bool {
    let stem = String(key.prefix { !$0.isNumber })
    let rest = key.dropFirst(stem.count)
    return rest.count <= 2 && rest.allSatisfy(\.isNumber)
      && ["hs", "sitc", "cn", "ncm", "hts", "bec", "cpa", "isic", "nace", "sh", "taric"]
        .contains(stem)
  }

  /// A name without case, spaces and marks.
  static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}

/// A role that a column may have.
public struct RoleCandidate: Sendable, Hashable {
  /// The role.
  public let role: ColumnRole
  /// How well it fits, from 0 to 1.
  public let score: Double
  /// What speaks for it.
  public let evidence: [Evidence]
}

/// What was found out about a column.
public struct ColumnReport: Sendable {
  /// The number of the column, counted from 1.
  public let number: Int
  /// The name in the header; `column 3` without one.
  public let name: String
  /// The roles that it may have, the best first.
  public let roles: [RoleCandidate]
  /// The role that it gets in the schema.
  public internal(set) var role: ColumnRole
  /// The period that a column of a wide table stands for, as text.
  public let period: String?
  let heading: ColumnHeading
}
