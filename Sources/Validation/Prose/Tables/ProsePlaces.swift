internal import TradeModel

/// The countries and groups that a claim can speak of, with the forms in which running text names
/// them.
enum ProsePlaces {
  /// `code: names; …| adjectives; …`, in the order of the numbers that ``Lexeme`` uses.
  static let table = """
    CHN: China; mainland China; Chinese mainland; PRC; China's mainland| Chinese; Sino
    USA: United States; US; U . S .; U . S; USA; America; the US; the U . S .| American
    GBR: United Kingdom; UK; U . K .; the UK; the United Kingdom; Britain; Great Britain| British
    DEU: Germany| German
    FRA: France| French
    ITA: Italy| Italian
    ESP: Spain| Spanish
    PRT: Portugal| Portuguese
    NLD: Netherlands; the Netherlands; Holland| Dutch
    BEL: Belgium| Belgian
    LUX: Luxembourg| Luxembourgish
    IRL: Ireland| Irish
    AUT: Austria| Austrian
    CHE: Switzerland| Swiss
    SWE: Sweden| Swedish
    NOR: Norway| Norwegian
    DNK: Denmark| Danish
    FIN: Finland| Finnish
    ISL: Iceland| Icelandic
    EST: Estonia| Estonian
    LVA: Latvia| Latvian
    LTU: Lithuania| Lithuanian
    POL: Poland| Polish
    CZE: Czechia; Czech Republic; the Czech Republic| Czech
    SVK: Slovakia| Slovak
    HUN: Hungary| Hungarian
    ROU: Romania| Romanian
    BGR: Bulgaria| Bulgarian
    SVN: Slovenia| Slovenian; Slovene
    HRV: Croatia| Croatian
    SRB: Serbia| Serbian
    GRC: Greece| Greek
    CYP: Cyprus| Cypriot
    MLT: Malta| Maltese
    TUR: Turkey; Türkiye; Turkiye| Turkish
    RUS: Russia; Russian Federation| Russian
    UKR: Ukraine| Ukrainian
    BLR: Belarus| Belarusian
    KAZ: Kazakhstan| Kazakh; Kazakhstani
    UZB: Uzbekistan| Uzbek
    KGZ: Kyrgyzstan| Kyrgyz
    TJK: Tajikistan| Tajik
    TKM: Turkmenistan| Turkmen
    GEO: Georgia| Georgian
    ARM: Armenia| Armenian
    AZE: Azerbaijan| Azerbaijani
    MNG: Mongolia| Mongolian
    JPN: Japan| Japanese
    KOR: South Korea; Korea; Republic of Korea; the Republic of Korea; ROK| South Korean; Korean
    TWN: Taiwan| Taiwanese
    HKG: Hong Kong| Hong Kong's
    MAC: Macao; Macau| Macanese
    VNM: Vietnam; Viet Nam| Vietnamese
    THA: Thailand| Thai
    MYS: Malaysia| Malaysian
    SGP: Singapore| Singaporean
    IDN: Indonesia| Indonesian
    PHL: Philippines; the Philippines| Philippine; Filipino
    KHM: Cambodia| Cambodian
    LAO: Laos; Lao PDR| Lao; Laotian
    MMR: Myanmar; Burma| Burmese
    BRN: Brunei| Bruneian
    IND: India| Indian
    PAK: Pakistan| Pakistani
    BGD: Bangladesh| Bangladeshi
    LKA: Sri Lanka| Sri Lankan
    NPL: Nepal| Nepali; Nepalese
    BTN: Bhutan| Bhutanese
    MDV: Maldives; the Maldives| Maldivian
    AFG: Afghanistan| Afghan
    IRN: Iran| Iranian
    IRQ: Iraq| Iraqi
    SAU: Saudi Arabia| Saudi
    ARE: United Arab Emirates; UAE; the UAE| Emirati
    QAT: Qatar| Qatari
    KWT: Kuwait| Kuwaiti
    OMN: Oman| Omani
    BHR: Bahrain| Bahraini
    JOR: Jordan| Jordanian
    LBN: Lebanon| Lebanese
    ISR: Israel| Israeli
    EGY: Egypt| Egyptian
    MAR: Morocco| Moroccan
    DZA: Algeria| Algerian
    TUN: Tunisia| Tunisian
    LBY: Libya| Libyan
    NGA: Nigeria| Nigerian
    GHA: Ghana| Ghanaian
    CIV: Côte d'Ivoire; Ivory Coast| Ivorian
    KEN: Kenya| Kenyan
    TZA: Tanzania| Tanzanian
    UGA: Uganda| Ugandan
    RWA: Rwanda| Rwandan
    ETH: Ethiopia| Ethiopian
    ZMB: Zambia| Zambian
    ZWE: Zimbabwe| Zimbabwean
    ZAF: South Africa| South African
    AGO: Angola| Angolan
    MOZ: Mozambique| Mozambican
    BWA: Botswana| Botswanan
    NAM: Namibia| Namibian
    MUS: Mauritius| Mauritian
    SEN: Senegal| Senegalese
    CMR: Cameroon| Cameroonian
    CAN: Canada| Canadian
    MEX: Mexico| Mexican
    BRA: Brazil| Brazilian
    ARG: Argentina| Argentine; Argentinian
    CHL: Chile| Chilean
    PER: Peru| Peruvian
    COL: Colombia| Colombian
    VEN: Venezuela| Venezuelan
    ECU: Ecuador| Ecuadorian
    BOL: Bolivia| Bolivian
    URY: Uruguay| Uruguayan
    PRY: Paraguay| Paraguayan
    CRI: Costa Rica| Costa Rican
    PAN: Panama| Panamanian
    GTM: Guatemala| Guatemalan
    DOM: Dominican Republic| Dominican
    JAM: Jamaica| Jamaican
    CUB: Cuba| Cuban
    AUS: Australia| Australian
    NZL: New Zealand| New Zealand's
    PNG: Papua New Guinea| Papuan
    FJI: Fiji| Fijian
    EU: European Union; EU; the EU; the bloc; EU27; EU28; EU 27; EU 28; European Union's; EU's; EU partners; EU countries; \
    EU member states; other member states; other EU countries; EU states; intra EU; intra EU27; intra EU28; member states; EU members; \
    other EU member states; EU economies; the 27| European
    NONEU: non EU; extra EU; non EU countries; extra EU27; extra EU28; third countries; non member countries; outside the EU; \
    countries outside the EU; non EU28; non EU27; non EU markets; the rest of the world; countries outside the European Union; \
    non EU states; third country; non-member states; non EU partners; rest of the world|
    EA: euro area; the euro area; euro zone; eurozone; euro countries; EA19; EA20; single currency area; euro area countries; EA21|
    NONEA: other members; non euro EU countries; other EU members; outside the euro area; countries outside the euro area; non euro area; \
    members outside the euro area; non euro countries|
    ELSE: elsewhere; other countries; countries other than the United States; the other partners; all other countries; other partners; the rest of Asia|
    ASEAN: ASEAN; Association of Southeast Asian Nations|
    BRI: Belt and Road countries; BRI countries; countries along the Belt and Road; Belt and Road; Belt and Road partner countries; \
    Belt and Road partners|
    CEEC: CEEC; Central and Eastern European countries; CEECs|
    BRICS: BRICS|
    EFTA: EFTA|
    OPEC: OPEC|
    GCC: GCC; Gulf Cooperation Council|
    MERCOSUR: Mercosur|
    CIS: CIS; Commonwealth of Independent States|
    EAEU: Eurasian Economic Union; EAEU|
    AFRICA: Africa; sub Saharan Africa| African
    ASIA: Asia| Asian
    EUROPE: Europe|
    AMERICAS: Americas; the Americas|
    LATAM: Latin America; Latin America and the Caribbean| Latin American
    NAMERICA: North America|
    DEVELOPED: developed economies; developed countries; high income economies; advanced economies|
    DEVELOPING: developing economies; developing countries; emerging economies; developing Asia|
    WORLD: rest of the world's|
    NONOIL: |
    """

  /// The codes, by the number in ``Lexeme``.
  static let codes: [String] = rows.map(\.code)

  /// The names, by the number in ``Lexeme``.
  static let names: [String] = rows.map { $0.names.first ?? $0.code }

  private struct Row {
    let code: String
    let names: [String]
    let adjectives: [String]
  }

  private static let rows: [Row] = table.split(separator: "\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
    func list(_ text: Substring?) -> [String] {
      (text ?? "").split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
    }
    return Row(
      code: trimmed(parts[0]), names: list(forms.first), adjectives: list(forms.dropFirst().first))
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// The number of a code.
  static func number(of code: String) -> Int16? { codes.firstIndex(of: code).map { Int16($0) } }

  /// Adds the names to a lexicon, and those countries of ``Areas`` that the table does not have.
  static func add(to lexicon: inout Lexicon) {
    for (index, row) in rows.enumerated() {
      for name in row.names {
        lexicon.add(name, Lexeme(tag: .place, a: Int16(index), b: 0))
      }
      for name in row.adjectives {
        lexicon.add(name, Lexeme(tag: .place, a: Int16(index), b: 1))
        if name.hasSuffix("an") {
          lexicon.add(name + "s", Lexeme(tag: .place, a: Int16(index), b: 1))
        }
      }
    }
  }
}
