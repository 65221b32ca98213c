internal import TradeModel

/// The countries and groups that a claim can speak of, with the forms in which running text names
/// them.
enum ProsePlaces {
  /// `code: names; …| adjectives; …| capitals`, in the order of the numbers that ``Lexeme`` uses.
  static let table = """
    CHN: China; mainland China; Chinese mainland; PRC; China's mainland| Chinese; Sino| Beijing
    USA: United States; US; U . S .; U . S; USA; America; the US; the U . S .| American| Washington
    GBR: United Kingdom; UK; U . K .; the UK; the United Kingdom; Britain; Great Britain| British| London
    DEU: Germany| German| Berlin
    FRA: France| French| Paris
    ITA: Italy| Italian| Rome
    ESP: Spain| Spanish| Madrid
    PRT: Portugal| Portuguese| Lisbon
    NLD: Netherlands; the Netherlands; Holland| Dutch| The Hague
    BEL: Belgium| Belgian
    LUX: Luxembourg| Luxembourgish
    IRL: Ireland| Irish| Dublin
    AUT: Austria| Austrian| Vienna
    CHE: Switzerland| Swiss| Bern
    SWE: Sweden| Swedish| Stockholm
    NOR: Norway| Norwegian| Oslo
    DNK: Denmark| Danish| Copenhagen
    FIN: Finland| Finnish| Helsinki
    ISL: Iceland| Icelandic| Reykjavik
    EST: Estonia| Estonian| Tallinn
    LVA: Latvia| Latvian| Riga
    LTU: Lithuania| Lithuanian| Vilnius
    POL: Poland| Polish| Warsaw
    CZE: Czechia; Czech Republic; the Czech Republic| Czech| Prague
    SVK: Slovakia| Slovak| Bratislava
    HUN: Hungary| Hungarian| Budapest
    ROU: Romania| Romanian| Bucharest
    BGR: Bulgaria| Bulgarian| Sofia
    SVN: Slovenia| Slovenian; Slovene| Ljubljana
    HRV: Croatia| Croatian| Zagreb
    SRB: Serbia| Serbian| Belgrade
    GRC: Greece| Greek| Athens
    CYP: Cyprus| Cypriot| Nicosia
    MLT: Malta| Maltese
    TUR: Turkey; Türkiye; Turkiye| Turkish| Ankara
    RUS: Russia; Russian Federation| Russian| Moscow
    SUN: Soviet Union; USSR; U . S . S . R .; the Soviet Union| Soviet|
    GDR: East Germany; GDR; German Democratic Republic| East German|
    FRG: West Germany; Federal Republic of Germany| West German| Bonn
    CSK: Czechoslovakia| Czechoslovak; Czechoslovakian|
    YUG: Yugoslavia| Yugoslav; Yugoslavian|
    UKR: Ukraine| Ukrainian| Kyiv; Kiev
    BLR: Belarus| Belarusian| Minsk
    KAZ: Kazakhstan| Kazakh; Kazakhstani| Astana
    UZB: Uzbekistan| Uzbek| Tashkent
    KGZ: Kyrgyzstan| Kyrgyz
    TJK: Tajikistan| Tajik
    TKM: Turkmenistan| Turkmen
    GEO: Georgia| Georgian| Tbilisi
    ARM: Armenia| Armenian| Yerevan
    AZE: Azerbaijan| Azerbaijani| Baku
    MNG: Mongolia| Mongolian| Ulaanbaatar; Ulan Bator
    JPN: Japan| Japanese| Tokyo
    KOR: South Korea; Korea; Republic of Korea; the Republic of Korea; ROK| South Korean; Korean| Seoul
    TWN: Taiwan| Taiwanese| Taipei
    HKG: Hong Kong| Hong Kong's
    MAC: Macao; Macau| Macanese
    VNM: Vietnam; Viet Nam| Vietnamese| Hanoi
    THA: Thailand| Thai| Bangkok
    MYS: Malaysia| Malaysian| Kuala Lumpur
    SGP: Singapore| Singaporean
    IDN: Indonesia| Indonesian| Jakarta
    PHL: Philippines; the Philippines| Philippine; Filipino| Manila
    KHM: Cambodia| Cambodian| Phnom Penh
    LAO: Laos; Lao PDR| Lao; Laotian
    MMR: Myanmar; Burma| Burmese
    BRN: Brunei| Bruneian
    IND: India| Indian| New Delhi; Delhi
    PAK: Pakistan| Pakistani| Islamabad
    BGD: Bangladesh| Bangladeshi| Dhaka
    LKA: Sri Lanka| Sri Lankan| Colombo
    NPL: Nepal| Nepali; Nepalese| Kathmandu
    BTN: Bhutan| Bhutanese
    MDV: Maldives; the Maldives| Maldivian
    AFG: Afghanistan| Afghan
    IRN: Iran| Iranian| Tehran
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
    EGY: Egypt| Egyptian| Cairo
    MAR: Morocco| Moroccan
    DZA: Algeria| Algerian
    TUN: Tunisia| Tunisian
    LBY: Libya| Libyan
    NGA: Nigeria| Nigerian| Abuja
    GHA: Ghana| Ghanaian
    CIV: Côte d'Ivoire; Ivory Coast| Ivorian
    KEN: Kenya| Kenyan| Nairobi
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
    CAN: Canada| Canadian| Ottawa
    MEX: Mexico| Mexican
    BRA: Brazil| Brazilian| Brasilia
    ARG: Argentina| Argentine; Argentinian| Buenos Aires
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
    AUS: Australia| Australian| Canberra
    NZL: New Zealand| New Zealand's
    PNG: Papua New Guinea| Papuan
    FJI: Fiji| Fijian
    ALB: Albania| Albanian|
    BIH: Bosnia and Herzegovina; Bosnia| Bosnian|
    MKD: North Macedonia; Macedonia| Macedonian|
    MNE: Montenegro| Montenegrin|
    XKX: Kosovo| Kosovan; Kosovar|
    MDA: Moldova; Republic of Moldova| Moldovan|
    LIE: Liechtenstein| |
    FRO: Faroe Islands; the Faroe Islands| Faroese|
    GRL: Greenland| Greenlandic|
    SCO: Scotland| Scottish|
    WAL: Wales| Welsh|
    ENG: England| English|
    NIR: Northern Ireland| Northern Irish|
    SYR: Syria| Syrian|
    YEM: Yemen| Yemeni|
    PSE: Palestine; Palestinian territories; State of Palestine| Palestinian|
    PRK: North Korea| North Korean|
    TLS: Timor Leste; East Timor| Timorese|
    SDN: Sudan| Sudanese|
    SSD: South Sudan| South Sudanese|
    ERI: Eritrea| Eritrean|
    DJI: Djibouti| Djiboutian|
    SOM: Somalia; Somaliland| Somali|
    BDI: Burundi| Burundian|
    COD: Democratic Republic of Congo; Democratic Republic of the Congo; DR Congo; DRC| |
    COG: Republic of Congo; Republic of the Congo; Congo| Congolese|
    GAB: Gabon| Gabonese|
    GNQ: Equatorial Guinea| |
    CAF: Central African Republic| |
    TCD: Chad| Chadian|
    NER: Niger| Nigerien|
    MLI: Mali| Malian|
    BFA: Burkina Faso| Burkinabe|
    BEN: Benin| Beninese|
    TGO: Togo| Togolese|
    GIN: Guinea| Guinean|
    GNB: Guinea Bissau| |
    GMB: Gambia; The Gambia| Gambian|
    SLE: Sierra Leone| Sierra Leonean|
    LBR: Liberia| Liberian|
    MRT: Mauritania| Mauritanian|
    CPV: Cabo Verde; Cape Verde| Cape Verdean|
    STP: Sao Tome and Principe; São Tomé and Príncipe| |
    MWI: Malawi| Malawian|
    LSO: Lesotho| Basotho|
    SWZ: Eswatini; Swaziland| Swazi|
    MDG: Madagascar| Malagasy|
    COM: Comoros| Comorian|
    SYC: Seychelles| Seychellois|
    NIC: Nicaragua| Nicaraguan|
    HND: Honduras| Honduran|
    SLV: El Salvador| Salvadoran; Salvadorean|
    BLZ: Belize| Belizean|
    HTI: Haiti| Haitian|
    TTO: Trinidad and Tobago; Trinidad| Trinidadian|
    BRB: Barbados| Barbadian|
    BHS: Bahamas; The Bahamas| Bahamian|
    GUY: Guyana| Guyanese|
    SUR: Suriname| Surinamese|
    PRI: Puerto Rico| Puerto Rican|
    LCA: Saint Lucia; St Lucia| |
    BMU: Bermuda| Bermudian|
    CYM: Cayman Islands| |
    SLB: Solomon Islands| |
    VUT: Vanuatu| |
    WSM: Samoa| Samoan|
    TON: Tonga| Tongan|
    NCL: New Caledonia| New Caledonian|
    CANQC: Quebec; Québec| |
    CANON: Ontario| Ontarian|
    CANAB: Alberta| Albertan|
    CANBC: British Columbia| |
    CANSK: Saskatchewan| |
    CANMB: Manitoba| |
    CANNS: Nova Scotia| |
    CANNB: New Brunswick| |
    CANNL: Newfoundland and Labrador; Newfoundland| |
    AUSNSW: New South Wales| |
    AUSQLD: Queensland| |
    AUSWA: Western Australia| |
    AUSSA: South Australia| |
    AUSTAS: Tasmania| Tasmanian|
    AUSNT: Northern Territory| |
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
    NAFRICA: North Africa; Northern Africa| North African
    SAFRICA: Southern Africa|
    EAFRICA: East Africa; Eastern Africa| East African
    WAFRICA: West Africa; Western Africa| West African
    CAFRICA: Central Africa|
    CASIA: Central Asia| Central Asian
    SASIA: South Asia| South Asian
    SEASIA: Southeast Asia; South East Asia| Southeast Asian
    EASIA: East Asia| East Asian
    MIDEAST: Middle East; the Middle East| Middle Eastern
    OCEANIA: Oceania|
    SAMERICA: South America| South American
    CAMERICA: Central America| Central American
    CARIB: Caribbean; the Caribbean|
    NORDIC: Nordic countries| Nordic
    BALTIC: Baltic states; Baltic countries| Baltic
    VISEGRAD: Visegrad countries; Visegrad Group|
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
    let capitals: [String]
  }

  private static let rows: [Row] = table.split(separator: "\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
    func list(_ text: Substring?) -> [String] {
      (text ?? "").split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
    }
    return Row(
      code: trimmed(parts[0]), names: list(forms.first), adjectives: list(forms.dropFirst().first),
      capitals: list(forms.dropFirst(2).first))
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
      // "Ankara's exports" are Turkey's.
      for name in row.capitals {
        lexicon.add(name, Lexeme(tag: .place, a: Int16(index), b: 2))
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
