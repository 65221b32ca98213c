extension AreaTable {
  /// The world and the codes that stand for no area.
  ///
  /// Their order is used by ``Area/world`` and the other constants. The columns are those of
  /// ``countries``; the numeric code is that of UN M49.
  static let special = """
    WLD||001|World|the world|W00;All countries;All partners;Whole world
    _X|||Not specified|areas not specified|Areas, nes;Areas not elsewhere specified;Unspecified
    _Z|||Not applicable|no area
    """

  /// The parts of a country that publish trade figures of their own, with the codes of ISO 3166-2.
  static let regions = """
    BE-VLG|||Flemish Region|the|Flanders;Vlaams Gewest
    BE-WAL|||Walloon Region|the|Wallonia;Région wallonne
    BE-BRU|||Brussels-Capital Region|the|Brussels;Brussels Capital
    """

  /// The continents of UN M49, whose members are not kept here.
  static let continents = """
    AFRICA||002|Africa
    AMERICAS||019|Americas|the
    ASIA||142|Asia
    EUROPE||150|Europe
    OCEANIA||009|Oceania
    """

  /// Areas that no longer exist, with a seventh column: the first and the last month.
  ///
  /// The later of two areas with the same alpha-2 code stands first, and is found by it.
  static let historical = """
    BLX||058|Belgium-Luxembourg||Belgium and Luxembourg;BLEU;\
    Belgium-Luxembourg Economic Union|1922-05/1998-12
    SCG|CS|891|Serbia and Montenegro||Federal Republic of Yugoslavia|1992-04/2006-06
    CSK|CS|200|Czechoslovakia||Former Czechoslovakia|1918-10/1992-12
    DDR|DD|278|East Germany||German Democratic Republic;GDR;\
    Fmr Dem. Rep. of Germany|1949-10/1990-10
    SUN|SU|810|Soviet Union|the|USSR;Union of Soviet Socialist Republics;Former USSR|1922-12/1991-12
    YUG|YU|890|Yugoslavia||Socialist Federal Republic of Yugoslavia;SFR Yugoslavia;\
    Former Yugoslavia|1945-11/1992-04
    ANT|AN|530|Netherlands Antilles|the|Neth. Antilles|1954-12/2010-10
    """

  /// Groups of countries, with the columns of ``countries`` and members in ``memberships``.
  ///
  /// The group as it is at the time comes first, then its fixed compositions under the codes of
  /// Eurostat; `EU27` without a year is the one of 2020.
  static let groups = """
    EU|||European Union|the|097;E.U.;European Communities;European Community
    EU27_2020|||EU-27|the|European Union (27);EU27 (from 2020);\
    European Union - 27 countries (from 2020)
    EU28|||EU-28|the|European Union (28);EU28 (2013-2020);\
    European Union - 28 countries (2013-2020)
    EU27_2007|||EU-27 of 2007|the|EU27 (2007-2013);European Union - 27 countries (2007-2013)
    EU25|||EU-25|the|European Union (25);European Union - 25 countries (2004-2006)
    EU15|||EU-15|the|European Union (15);European Union - 15 countries (1995-2004)
    EA|||Euro area|the euro area|Eurozone;EMU
    EA21|||Euro area of 21|the euro area of 21|EA-21
    EA20|||Euro area of 20|the euro area of 20|EA-20
    EA19|||Euro area of 19|the euro area of 19|EA-19
    ASEAN|||ASEAN||Association of Southeast Asian Nations
    EFTA|||EFTA||European Free Trade Association
    USMCA|||USMCA|the USMCA countries|United States-Mexico-Canada Agreement;CUSMA;T-MEC
    NAFTA|||NAFTA|the NAFTA countries|North American Free Trade Agreement
    MERCOSUR|||Mercosur||Mercosul;Southern Common Market
    GCC|||Gulf Cooperation Council|the
    BENELUX|||Benelux||Benelux countries
    G7|||G7|the|Group of Seven
    """

  /// Who belonged to a group when, as `group|first month: members; …`.
  ///
  /// A member that left has its last month after a slash. `=EU 2020-02` is the composition of a group in a month, kept
  /// for all time.
  ///
  /// Sources: the accession and withdrawal treaties of the European Union (1958, the European
  /// Economic Community, to 2020); the Council's decisions on the adoption of the euro (1999 to
  /// 2026); ASEAN's declarations of admission (1967 to 2025); the Stockholm Convention and EFTA's
  /// accessions; NAFTA (in force 1994-01-01) and USMCA (2020-07-01); the Treaty of Asunción and
  /// Mercosur's protocols of adhesion, Venezuela until its suspension in December 2016; the
  /// charter of the Gulf Cooperation Council (1981-05-25); the Benelux customs union (1948-01-01);
  /// the summits of Rambouillet (1975) and San Juan (1976).
  static let memberships = """
    EU|1958-01: BEL DEU FRA ITA LUX NLD; 1973-01: DNK GBR/2020-01 IRL; 1981-01: GRC; \
    1986-01: ESP PRT; 1995-01: AUT FIN SWE; \
    2004-05: CYP CZE EST HUN LTU LVA MLT POL SVK SVN; 2007-01: BGR ROU; 2013-07: HRV
    EU27_2020|=EU 2020-02
    EU28|=EU 2013-07
    EU27_2007|=EU 2007-01
    EU25|=EU 2004-05
    EU15|=EU 1995-01
    EA|1999-01: AUT BEL DEU ESP FIN FRA IRL ITA LUX NLD PRT; 2001-01: GRC; 2007-01: SVN; \
    2008-01: CYP MLT; 2009-01: SVK; 2011-01: EST; 2014-01: LVA; 2015-01: LTU; 2023-01: HRV; \
    2026-01: BGR
    EA21|=EA 2026-01
    EA20|=EA 2023-01
    EA19|=EA 2015-01
    ASEAN|1967-08: IDN MYS PHL SGP THA; 1984-01: BRN; 1995-07: VNM; 1997-07: LAO MMR; \
    1999-04: KHM; 2025-10: TLS
    EFTA|1960-05: AUT/1994-12 CHE DNK/1972-12 GBR/1972-12 NOR PRT/1985-12 SWE/1994-12; \
    1970-03: ISL; 1986-01: FIN/1994-12; 1991-09: LIE
    USMCA|2020-07: CAN MEX USA
    NAFTA|1994-01: CAN/2020-06 MEX/2020-06 USA/2020-06
    MERCOSUR|1991-11: ARG BRA PRY URY; 2012-08: VEN/2016-12; 2024-08: BOL
    GCC|1981-05: ARE BHR KWT OMN QAT SAU
    BENELUX|1948-01: BEL LUX NLD
    G7|1975-11: DEU FRA GBR ITA JPN USA; 1976-06: CAN
    BLX|1922-05: BEL/1998-12 LUX/1998-12
    """
}
