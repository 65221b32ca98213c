import Testing
import TimeSeries
import TradeModel

/// How many members a group had in a month.
struct GroupSize: Sendable, CustomTestStringConvertible {
  let group: String
  let month: Month
  let count: Int
  var testDescription: String { "\(group) in \(month)" }

  init(_ group: String, _ year: Int, _ month: Int, _ count: Int) {
    (self.group, self.month, self.count) = (group, Month(year: year, month: month), count)
  }

  /// The sizes by date.
  ///
  /// European Union: Treaty of Rome and the accession treaties of 1972, 1979, 1985, 1994, 2003,
  /// 2005 and 2011, and the withdrawal agreement of 2020. Euro area: the Council's decisions on
  /// the adoption of the euro. Others: see the sources named at the table.
  static let all = [
    GroupSize("EU", 1957, 12, 0), GroupSize("EU", 1958, 1, 6), GroupSize("EU", 1973, 1, 9),
    GroupSize("EU", 1981, 1, 10), GroupSize("EU", 1986, 1, 12), GroupSize("EU", 1995, 1, 15),
    GroupSize("EU", 2004, 4, 15), GroupSize("EU", 2004, 5, 25), GroupSize("EU", 2006, 12, 25),
    GroupSize("EU", 2008, 6, 27), GroupSize("EU", 2013, 6, 27), GroupSize("EU", 2013, 7, 28),
    GroupSize("EU", 2015, 9, 28), GroupSize("EU", 2020, 1, 28), GroupSize("EU", 2020, 2, 27),
    GroupSize("EU", 2020, 3, 27),
    GroupSize("EA", 1998, 12, 0), GroupSize("EA", 1999, 1, 11), GroupSize("EA", 2001, 1, 12),
    GroupSize("EA", 2007, 1, 13), GroupSize("EA", 2008, 1, 15), GroupSize("EA", 2009, 1, 16),
    GroupSize("EA", 2011, 1, 17), GroupSize("EA", 2014, 1, 18), GroupSize("EA", 2015, 1, 19),
    GroupSize("EA", 2022, 12, 19), GroupSize("EA", 2023, 1, 20), GroupSize("EA", 2025, 12, 20),
    GroupSize("EA", 2026, 1, 21),
    GroupSize("ASEAN", 1983, 12, 5), GroupSize("ASEAN", 1984, 1, 6),
    GroupSize("ASEAN", 1995, 7, 7), GroupSize("ASEAN", 1997, 7, 9), GroupSize("ASEAN", 1999, 4, 10),
    GroupSize("ASEAN", 2025, 9, 10), GroupSize("ASEAN", 2025, 10, 11),
    GroupSize("EFTA", 1960, 5, 7), GroupSize("EFTA", 1972, 12, 8), GroupSize("EFTA", 1973, 1, 6),
    GroupSize("EFTA", 1986, 1, 6), GroupSize("EFTA", 1994, 12, 7), GroupSize("EFTA", 1995, 1, 4),
    GroupSize("NAFTA", 2020, 6, 3), GroupSize("NAFTA", 2020, 7, 0),
    GroupSize("USMCA", 2020, 6, 0), GroupSize("USMCA", 2020, 7, 3),
    GroupSize("MERCOSUR", 2012, 7, 4), GroupSize("MERCOSUR", 2012, 8, 5),
    GroupSize("GCC", 2024, 1, 6), GroupSize("BENELUX", 2024, 1, 3),
    GroupSize("G7", 1975, 11, 6), GroupSize("G7", 1976, 6, 7),
    GroupSize("EU27_2020", 1990, 1, 27), GroupSize("EU28", 2024, 1, 28),
    GroupSize("EU27_2007", 2024, 1, 27), GroupSize("EU25", 2024, 1, 25),
    GroupSize("EU15", 2024, 1, 15), GroupSize("EA19", 2024, 1, 19),
    GroupSize("EA20", 2024, 1, 20), GroupSize("EA21", 2024, 1, 21),
    GroupSize("BLX", 1998, 12, 2), GroupSize("BLX", 1999, 1, 0),
  ]
}

/// A text and the code of the area that it names.
struct AreaLookup: Sendable, CustomTestStringConvertible {
  let text: String
  let code: String
  var testDescription: String { text }

  init(_ text: String, _ code: String) { (self.text, self.code) = (text, code) }

  /// Codes from ISO 3166-1 and 3166-3; names as UN Comtrade, the IMF, the World Bank and Eurostat
  /// write them, the Comtrade numbers from its list of reporters and partners.
  static let all = [
    AreaLookup("BEL", "BEL"), AreaLookup("bel", "BEL"), AreaLookup(" BEL\t", "BEL"),
    AreaLookup("be", "BEL"), AreaLookup("056", "BEL"), AreaLookup("56", "BEL"),
    AreaLookup("8", "ALB"), AreaLookup("842", "USA"), AreaLookup("USA", "USA"),
    AreaLookup("US", "USA"), AreaLookup("U.S.", "USA"), AreaLookup("the United States", "USA"),
    AreaLookup("United States of America", "USA"), AreaLookup("UK", "GBR"),
    AreaLookup("EL", "GRC"), AreaLookup("ROM", "ROU"), AreaLookup("ZAR", "COD"),
    AreaLookup("EU", "EU"), AreaLookup("EU-27", "EU27_2020"), AreaLookup("EU27", "EU27_2020"),
    AreaLookup("EU 27", "EU27_2020"), AreaLookup("EU27_2020", "EU27_2020"),
    AreaLookup("EU27_2007", "EU27_2007"), AreaLookup("EU28", "EU28"),
    AreaLookup("European Union - 27 countries (from 2020)", "EU27_2020"),
    AreaLookup("Euro area", "EA"), AreaLookup("Eurozone", "EA"), AreaLookup("EA20", "EA20"),
    AreaLookup("World", "WLD"), AreaLookup("W00", "WLD"), AreaLookup("1", "WLD"),
    AreaLookup("China, People's Republic of", "CHN"), AreaLookup("China, P.R.: Mainland", "CHN"),
    AreaLookup("Hong Kong SAR, China", "HKG"), AreaLookup("China, Hong Kong SAR", "HKG"),
    AreaLookup("Other Asia, nes", "TWN"), AreaLookup("Korea, Rep.", "KOR"),
    AreaLookup("Korea, Republic of", "KOR"), AreaLookup("Rep. of Korea", "KOR"),
    AreaLookup("Korea, Dem. People's Rep. of", "PRK"),
    AreaLookup("Dem. People's Rep. of Korea", "PRK"),
    AreaLookup("Congo, Dem. Rep. of the", "COD"), AreaLookup("Congo, Rep.", "COG"),
    AreaLookup("Egypt, Arab Rep.", "EGY"), AreaLookup("Iran (Islamic Republic of)", "IRN"),
    AreaLookup("Bahamas, The", "BHS"), AreaLookup("Poland, Rep. of", "POL"),
    AreaLookup("Virgin Islands, British", "VGB"), AreaLookup("St. Kitts & Nevis", "KNA"),
    AreaLookup("Cote d'Ivoire", "CIV"), AreaLookup("Côte d’Ivoire", "CIV"),
    AreaLookup("Co\u{302}te d'Ivoire", "CIV"), AreaLookup("São Tomé and Príncipe", "STP"),
    AreaLookup("Sao Tome and Principe", "STP"), AreaLookup("Turkey", "TUR"),
    AreaLookup("Turkiye", "TUR"), AreaLookup("Viet Nam", "VNM"), AreaLookup("Guinea", "GIN"),
    AreaLookup("Guinea-Bissau", "GNB"), AreaLookup("CS", "SCG"), AreaLookup("SU", "SUN"),
    AreaLookup("58", "BLX"), AreaLookup("be-vlg", "BE-VLG"), AreaLookup("Flanders", "BE-VLG"),
    AreaLookup("_x", "_X"), AreaLookup("Areas, nes", "_X"),
  ]
}

@Suite("Areas") struct AreaTests {
  private func area(_ text: String) throws -> Area { try #require(Area(code: text)) }

  @Test("has the 249 countries of ISO 3166-1 (2024) and Kosovo, each well-formed")
  func countries() {
    let iso = Areas.countries.filter { $0.numericCode != nil }
    #expect(iso.count == 249)
    #expect(Areas.countries.filter { $0.numericCode == nil }.map(\.code) == ["XKX"])
    for area in Areas.countries {
      #expect(area.code.count == 3 && area.code.allSatisfy { ("A"..."Z").contains($0) })
      #expect(area.alpha2?.count == 2)
      #expect(area.numericCode?.allSatisfy { ("0"..."9").contains($0) } != false)
      #expect(area.numericCode.map(\.count) ?? 3 == 3)
      #expect(area.name.first?.isUppercase == true && area.name.last?.isWhitespace == false)
      #expect(area.nameInSentence.hasSuffix(area.name) || area.code == "VAT")
    }
    #expect(Areas.countries == Areas.countries.sorted())
  }

  @Test("knows no code, number and name twice, but for the reused alpha-2 code CS")
  func unique() {
    let areas = Areas.all
    #expect(Set(areas.map(\.code)).count == areas.count)
    #expect(Set(areas.map(\.name)).count == areas.count)
    let numbers = areas.compactMap(\.numericCode)
    #expect(Set(numbers).count == numbers.count)
    let alpha2 = areas.compactMap(\.alpha2)
    #expect(alpha2.count - Set(alpha2).count == 1)
    #expect(areas.filter { $0.alpha2 == "CS" }.map(\.code) == ["SCG", "CSK"])
  }

  @Test("finds every area by its own codes and names") func roundTrip() {
    for area in Areas.all {
      #expect(Area(code: area.code) == area)
      #expect(Area(code: area.code.lowercased()) == area)
      #expect(Area(code: area.name) == area)
      #expect(Area(code: area.nameInSentence) == area)
      #expect(area.numericCode.map { Area(code: $0) == area } ?? true)
      #expect(area.alpha2.map { Area(code: $0) == area } ?? true || area.code == "CSK")
    }
  }

  @Test("reads codes and the names of other sources", arguments: AreaLookup.all)
  func lookup(_ example: AreaLookup) {
    #expect(Area(code: example.text)?.code == example.code)
  }

  @Test(
    "does not guess",
    arguments: ["", " ", "QQQ", "000", "0056", "Germeny", "X", "(", ",", "China, Republic of"])
  func unknown(_ text: String) {
    #expect(Area(code: text) == nil)
  }

  @Test("suggests what a misspelt text was meant to be") func nearest() {
    #expect(Areas.nearest(to: "Germeny")?.code == "DEU")
    #expect(Areas.nearest(to: "Blegium")?.code == "BEL")
    #expect(Areas.nearest(to: "Unted States")?.code == "USA")
    #expect(Areas.nearest(to: "DUE")?.code == "DEU")
    #expect(Areas.nearest(to: "Total") == nil)
    #expect(Areas.nearest(to: "Q") == nil)
    #expect(Areas.nearest(to: "QQQ") == nil)
    #expect(Areas.nearest(to: "a text that names no country at all") == nil)
  }

  @Test(
    "forms the possessive",
    arguments: [
      ("CHN", "China's"), ("USA", "the United States'"), ("NLD", "the Netherlands'"),
      ("CYP", "Cyprus's"), ("EU", "the European Union's"), ("EA", "the euro area's"),
      ("WLD", "the world's"), ("GBR", "the United Kingdom's"),
    ])
  func possessives(_ code: String, _ expected: String) throws {
    #expect(try area(code).possessive == expected)
  }

  @Test("tells kinds of areas apart") func kinds() throws {
    #expect(Area.world.code == "WLD" && Area.world.kind == .world)
    #expect(Area.notSpecified.code == "_X" && Area.notSpecified.kind == .special)
    #expect(Area.notApplicable.code == "_Z" && Area.notApplicable.kind == .special)
    #expect(try area("TWN").kind == .country)
    #expect(try area("BENELUX").kind == .group)
    #expect(try area("ASIA").kind == .continent)
    #expect(try area("BE-WAL").country?.code == "BEL")
    #expect(try area("BEL").country == nil)
    let union = try area("SUN")
    #expect(union.kind == .historical)
    #expect(union.existence?.upperBound == Month(year: 1991, month: 12))
    #expect(Areas.all.allSatisfy { ($0.existence != nil) == ($0.kind == .historical) })
  }

  @Test("knows how many members a group had", arguments: GroupSize.all)
  func sizes(_ size: GroupSize) throws {
    #expect(try area(size.group).members(in: size.month)?.count == size.count)
  }

  @Test("keeps the months of entry and exit") func exit() throws {
    let (union, kingdom) = (try area("EU"), try area("GBR"))
    #expect(kingdom.isMember(of: union, in: Month(year: 1973, month: 1)))
    #expect(kingdom.isMember(of: union, in: Month(year: 2020, month: 1)))
    #expect(!kingdom.isMember(of: union, in: Month(year: 2020, month: 2)))
    #expect(!kingdom.isMember(of: try area("EU27_2020"), in: Month(year: 2010, month: 1)))
    #expect(kingdom.isMember(of: try area("EU28"), in: Month(year: 2024, month: 1)))
    let bulgaria = try #require(try area("EA").memberships.last)
    #expect(bulgaria.member.code == "BGR" && bulgaria.until == nil)
    #expect(bulgaria.from == Month(year: 2026, month: 1))
    #expect(
      try area("ASEAN").members(in: Month(year: 2026, month: 1))?.map(\.code)
        == ["BRN", "IDN", "KHM", "LAO", "MMR", "MYS", "PHL", "SGP", "THA", "TLS", "VNM"])
  }

  @Test("has lists of members for groups only, each euro country in the European Union")
  func lists() throws {
    let month = Month(year: 2026, month: 1)
    #expect(Area.world.members(in: month) == nil)
    #expect(Area.world.memberships.isEmpty)
    #expect(try area("BEL").members(in: month) == nil)
    for group in Areas.all where group.kind == .group {
      #expect(!group.memberships.isEmpty)
      #expect(Set(group.memberships.map(\.member)).count == group.memberships.count)
      #expect(group.memberships.allSatisfy { $0.member.kind == .country })
    }
    let union = try area("EU")
    for membership in try area("EA").memberships {
      let from = try #require(membership.from)
      #expect(membership.member.isMember(of: union, in: from))
    }
  }
}
