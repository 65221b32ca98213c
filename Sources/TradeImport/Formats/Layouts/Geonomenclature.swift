internal import TradeModel

/// The countries of the European Union's and the United Kingdom's foreign trade by the numbers of
/// the old nomenclature of countries and territories.
///
/// The numbers are not those of ISO 3166: 4 is Germany here and Afghanistan there. Source:
/// Eurostat, "Geonomenclature"; HM Revenue & Customs, uktradeinfo, table Country.
enum Geonomenclature {
  /// The area of a number: a code of ISO 3166, or `GEO-` and the number where there is none.
  static func area(_ number: String) -> String {
    let digits = String(number.drop { $0 == "0" })
    return codes[digits] ?? "GEO-" + number
  }

  private static let codes = Dictionary(
    list.split(separator: " ").map { entry in
      (String(entry.prefix { $0.isNumber }), String(entry.drop { $0.isNumber }))
    }, uniquingKeysWith: { first, _ in first })

  private static let list = """
    1FRA 3NLD 4DEU 5ITA 6GBR 7IRL 8DNK 9GRC 10PRT 11ESP 17BEL 18LUX 24ISL 28NOR 30SWE 32FIN 37LIE \
    38AUT 39CHE 41FRO 43AND 44GIB 45VAT 46MLT 47SMR 52TUR 53EST 54LVA 55LTU 60POL 61CZE 63SVK 64HUN \
    66ROU 68BGR 70ALB 72UKR 73BLR 74MDA 75RUS 76GEO 77ARM 78AZE 79KAZ 80TKM 81UZB 82TJK 83KGZ 91SVN \
    92HRV 93BIH 96MKD 97MNE 98SRB 204MAR 208DZA 212TUN 216LBY 220EGY 276GHA 288NGA 346KEN 388ZAF \
    400USA 404CAN 412MEX 480COL 484VEN 500ECU 504PER 508BRA 512CHL 516BOL 520PRY 524URY 528ARG \
    600CYP 604LBN 608SYR 612IRQ 616IRN 624ISR 628JOR 632SAU 636KWT 640BHR 644QAT 647ARE 649OMN \
    653YEM 660AFG 662PAK 664IND 666BGD 669LKA 672NPL 676MMR 680THA 684LAO 690VNM 696KHM 700IDN \
    701MYS 703BRN 706SGP 708PHL 716MNG 720CHN 724PRK 728KOR 732JPN 736TWN 740HKG 743MAC 800AUS \
    804NZL
    """
}
