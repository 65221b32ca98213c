/// The currencies that a claim can be in.
enum ProseCurrency {
  /// The forms before digits, also glued to them, and the forms behind, `code: prefixes | words`.
  ///
  /// A form marked with `*` is a different currency for each reporter.
  static let table = """
    USD: US$; US $; USD; US dollar; US dollars; U . S . dollars; U . S . dollar; U . S . $; US dollars| U . S . dollars; US dollars; \
    U . S . dollar; dollars of the United States; American dollars; greenbacks
    EUR: €; EUR; euro| euros; euro
    GBP: £; GBP; pounds sterling| pounds sterling; sterling; British pounds
    CNY: RMB; CNY; CN ¥; renminbi| yuan; renminbi; yuan renminbi; RMB yuan; Chinese yuan
    JPY: JPY; ¥; JP ¥| yen; Japanese yen
    KRW: ₩; KRW| won; Korean won
    INR: ₹; INR| Indian rupees
    CHF: CHF; SFr; Sfr| Swiss francs; francs
    SEK: SEK| Swedish kronor; Swedish krona; kronor; krona
    NOK: NOK| Norwegian kroner; Norwegian krone
    DKK: DKK| Danish kroner; Danish krone
    ISK: ISK| Icelandic kronur; Icelandic krona; kronur
    CZK: CZK| Czech crowns; korunas; koruna; Czech koruna
    PLN: PLN| zlotys; zloty; zlotych
    HUF: HUF| forints; forint
    BGN: BGN| leva; lev; levs
    TRY: TRY; ₺; TL| Turkish liras; lira; liras; Turkish lira
    RUB: RUB; ₽| roubles; rubles; Russian rubles
    UAH: UAH; ₴| hryvnia; hryvnias
    KZT: KZT; ₸| tenge
    GEL: GEL| lari
    NGN: NGN; ₦; N| naira
    KES: KES; Ksh; KSh; Sh; Shs; Kshs; KSHS| Kenyan shillings; shillings
    TZS: TZS; Tsh; TSh| Tanzanian shillings
    UGX: UGX; Ush| Ugandan shillings
    GHS: GHS; GH ¢; GH¢; GH₵; GHC| cedis; Ghana cedis
    ZAR: ZAR; R| rand; rands
    EGP: EGP; LE; E£| Egyptian pounds
    MAD: MAD; MDH| Moroccan dirhams; Moroccan dirham
    TND: TND| Tunisian dinars
    AED: AED; Dhs; Dh s| UAE dirhams; Emirati dirhams
    SAR: SAR; SR| riyals; Saudi riyals
    QAR: QAR; QR| Qatari riyals
    KWD: KWD; KD| Kuwaiti dinars
    OMR: OMR; RO| Omani rials
    ILS: ILS; NIS; ₪| shekels
    IDR: IDR; Rp; Rp .| rupiah; rupiahs
    MYR: MYR; RM| ringgit
    THB: THB; ฿| baht
    VND: VND; ₫| dong; Vietnamese dong
    PHP: PHP; ₱| Philippine pesos
    SGD: SGD; S$; SG$| Singapore dollars
    HKD: HKD; HK$| Hong Kong dollars
    TWD: TWD; NT$; NTD| Taiwan dollars
    AUD: AUD; A$; AU$| Australian dollars
    NZD: NZD; NZ$| New Zealand dollars
    CAD: CAD; C$; CA$; CDN$| Canadian dollars
    BRL: BRL; R$| reais; real
    MXN: MXN; MX$| Mexican pesos
    ARS: ARS| Argentine pesos
    CLP: CLP| Chilean pesos
    COP: COP| Colombian pesos
    PKR: PKR| Pakistani rupees; Pakistan rupees
    BDT: BDT; Tk; Tk .| taka
    LKR: LKR| Sri Lankan rupees
    NPR: NPR; NRs| Nepali rupees; Nepalese rupees
    MNT: MNT; ₮| tugriks; tugrik; togrog
    XEU: XEU; ECU| ecus; ecu; European currency units
    SUR: SUR| Soviet roubles; Soviet rubles
    DEM: DEM; DM| Deutschmarks; Deutsche marks; German marks; D marks
    FRF: FRF; FF| French francs
    BEF: BEF| Belgian francs
    ITL: ITL| Italian lire; lire
    NLG: NLG| guilders; Dutch guilders
    ATS: ATS; öS| Austrian schillings; schillings
    ESP: Pta; Ptas| pesetas; Spanish pesetas
    PTE: PTE| escudos
    FIM: FIM; FMk| markkaa; Finnish marks
    IEP: IEP; IR£| Irish pounds; punts
    GRD: GRD| drachmas; drachmae
    AZN: AZN; ₼| manats; manat
    AMD: AMD; ֏| drams
    BYN: BYN| Belarusian roubles; Belarusian rubles
    UZS: UZS| soums; soum
    KGS: KGS| soms; som
    MDL: MDL| Moldovan lei; Moldovan leu
    RON: RON| Romanian lei
    RSD: RSD| Serbian dinars
    MKD: MKD| denars; denar
    ALL: Lek| Albanian lek; leks; lek; leke; lekë
    BAM: BAM| convertible marks; marka
    HRK: HRK| kunas; kuna
    DZD: DZD| Algerian dinars
    IQD: IQD| Iraqi dinars
    JOD: JOD; JD; JDs| Jordanian dinars
    BHD: BHD| Bahraini dinars
    LBP: LBP| Lebanese pounds
    SYP: SYP| Syrian pounds
    IRR: IRR| Iranian rials; tomans
    ETB: ETB| birr; Ethiopian birr
    ZMW: ZMW; ZK| Zambian kwacha
    MWK: MWK| Malawian kwacha
    MZN: MZN| meticais; metical
    AOA: AOA; Kz| kwanzas; kwanza
    BWP: BWP| Botswana pula; pula
    NAD: NAD; N$| Namibian dollars
    MUR: MUR| Mauritian rupees
    RWF: RWF| Rwandan francs
    XOF: XOF| West African CFA francs
    XAF: XAF| Central African CFA francs
    PEN: PEN; S / .; S /| soles; nuevos soles; Peruvian soles
    UYU: UYU| Uruguayan pesos
    PYG: PYG; ₲| guaranies; guarani
    BOB: BOB| bolivianos; boliviano
    CRC: CRC; ₡| colones
    DOP: DOP; RD$| Dominican pesos
    GTQ: GTQ| quetzales; quetzals
    JMD: JMD; J$| Jamaican dollars
    TTD: TTD; TT$| Trinidad and Tobago dollars; Trinidad dollars
    BND: BND; B$| Brunei dollars
    FJD: FJD; FJ$; F$| Fiji dollars; Fijian dollars
    PGK: PGK| kinas; kina
    KHR: KHR| riels; riel
    LAK: LAK| Lao kip
    MMK: MMK| kyats; kyat
    MOP: MOP; MOP$| patacas; pataca
    AFN: AFN| afghanis; afghani
    BTN: BTN; Nu; Nu .| ngultrum; ngultrums
    AWG: AWG; Afl| Aruban florins
    BBD: BBD; Bds$; BDS$| Barbados dollars
    BIF: BIF; FBu| Burundian francs
    BMD: BMD| Bermuda dollars
    BSD: BSD; BS$| Bahamian dollars
    BZD: BZD; BZ$| Belize dollars
    CDF: CDF| Congolese francs
    CUP: CUP| Cuban pesos
    CVE: CVE| Cape Verdean escudos
    DJF: DJF; Fdj| Djiboutian francs
    ERN: ERN; Nfk| nakfa
    GMD: GMD| dalasi; dalasis
    GNF: GNF| Guinean francs
    GYD: GYD; G$| Guyana dollars; Guyanese dollars
    HNL: HNL| lempiras; lempira
    HTG: HTG| gourdes; gourde
    KMF: KMF| Comorian francs
    KYD: KYD; CI$| Cayman dollars
    LRD: LRD; L$| Liberian dollars
    LSL: LSL| maloti; loti
    LYD: LYD; LD| Libyan dinars
    MGA: MGA; Ar| ariary; ariaries
    MRU: MRU| ouguiya; ouguiyas
    NIO: NIO| cordobas; córdobas; cordoba
    PAB: PAB; B / .; B /| balboas; balboa
    SBD: SBD; SI$| Solomon Islands dollars
    SCR: SCR; SR| Seychelles rupees
    SDG: SDG| Sudanese pounds
    SLE: SLE; Le; NLe| leones; leone
    SOS: SOS| Somali shillings
    SRD: SRD; SR$| Surinamese dollars
    SSP: SSP| South Sudanese pounds
    STN: STN| dobras
    SZL: SZL| emalangeni; lilangeni
    TJS: TJS| somoni; somonis
    TMT: TMT| Turkmen manats
    TOP: TOP; T$| paanga; pa'anga
    VES: VES; Bs| bolivars; bolívares; bolivares
    VUV: VUV; VT; Vt| vatu
    WST: WST; WS$; ST$| tala; talas
    XCD: XCD; EC$| East Caribbean dollars
    XPF: XPF; CFP| CFP francs; Pacific francs
    YER: YER| Yemeni rials
    ZWL: ZWL; ZWG; ZiG| Zimbabwe dollars
    MVR: MVR| rufiyaa
    *XOF: FCFA; CFAF; F CFA; CFA| CFA francs; CFA; francs CFA; CFA franc
    *USD: $; dollars| dollars; dollar; billion dollar; million dollar
    *INR: Rs; Rs .; Re| rupees; rupee
    *NOK: kr; kr .| kroner; krone; crowns
    *EGP: pounds| pounds; pound
    *AED: Dh; DH; Dh .| dirhams; dirham
    *MXN: pesos| pesos; peso; gold pesos
    *PHP: P|
    *ZMW: | kwacha
    *TND: dinars| dinars; dinar
    *RON: lei| lei; leu
    """

  /// A row of the table.
  struct Row: Sendable {
    /// The code, of a form that depends on the reporter the usual one.
    let code: String
    /// Whether the reporter decides.
    let isLocal: Bool
    /// The forms before digits.
    let prefixes: [String]
    /// The forms behind them.
    let words: [String]
  }

  /// The rows, by the number in ``Lexeme``.
  static let rows: [Row] = table.split(separator: "\n").map { line in
    let parts = line.split(separator: ":", maxSplits: 1)
    let forms = parts[1].split(separator: "|", omittingEmptySubsequences: false)
    let code = parts[0].drop { $0 == " " || $0 == "*" }
    func list(_ text: Substring?) -> [String] {
      (text ?? "").split(separator: ";").map(String.init).filter { !$0.allSatisfy { $0 == " " } }
    }
    return Row(
      code: String(code), isLocal: parts[0].contains("*"), prefixes: list(forms.first),
      words: list(forms.dropFirst().first))
  }

  /// Adds the forms to a lexicon.
  static func add(to lexicon: inout Lexicon) {
    for (index, row) in rows.enumerated() {
      let local: Int16 = row.isLocal ? 2 : 0
      for form in row.prefixes {
        lexicon.add(form, Lexeme(tag: .currency, a: Int16(index), b: 1 | 4 | local))
      }
      for form in row.words {
        lexicon.add(form, Lexeme(tag: .currency, a: Int16(index), b: local))
      }
    }
  }

  /// The row of capitals that are another word elsewhere: "K2.4 billion", "KM 16.7 billion".
  static func row(ofCapitals letters: some Collection<UInt8>) -> Int16? {
    letters.elementsEqual("K".utf8) ? kwacha : letters.elementsEqual("KM".utf8) ? marka : nil
  }

  /// Whether letters are a code in capitals only, and a word otherwise: TOP, TRY.
  static func isWord(_ letters: some Collection<UInt8>) -> Bool {
    let text = String(decoding: letters.map { $0 & 0xDF }, as: UTF8.self)
    return ["TOP", "ALL", "TRY", "SOS", "BAM", "GEL"].contains(text)
  }

  private static let kwacha = rows.firstIndex { $0.isLocal && $0.code == "ZMW" }.map { Int16($0) }
  private static let marka = rows.firstIndex { $0.code == "BAM" }.map { Int16($0) }

  /// The currency that a form means in a text about a reporter.
  static func code(_ row: Int16, reporter: String) -> String {
    let row = rows[Int(row)]
    guard row.isLocal else { return row.code }
    if reporter.count > 3, row.code == "USD" {
      // Provinces and states.
      return reporter.hasPrefix("CAN") ? "CAD" : reporter.hasPrefix("AUS") ? "AUD" : row.code
    }
    switch (row.code, reporter) {
    case ("XOF", "CMR"), ("XOF", "GAB"), ("XOF", "COG"), ("XOF", "TCD"), ("XOF", "CAF"),
      ("XOF", "GNQ"):
      return "XAF"
    case ("RON", "MDA"): return "MDL"
    case ("TND", "LBY"): return "LYD"
    case ("USD", "CAN"): return "CAD"
    case ("USD", "BHS"): return "BSD"
    case ("USD", "BRB"): return "BBD"
    case ("USD", "GUY"): return "GYD"
    case ("USD", "AUS"): return "AUD"
    case ("USD", "NZL"): return "NZD"
    case ("USD", "HKG"): return "HKD"
    case ("USD", "FJI"): return "FJD"
    case ("USD", "NAM"): return "NAD"
    case ("USD", "JAM"): return "JMD"
    case ("USD", "TTO"): return "TTD"
    case ("PHP", "BWA"): return "BWP"
    case ("ZMW", "MWI"): return "MWK"
    case ("ZMW", "PNG"): return "PGK"
    case ("ZMW", "MMR"): return "MMK"
    case ("INR", "PAK"): return "PKR"
    case ("INR", "LKA"): return "LKR"
    case ("INR", "NPL"): return "NPR"
    case ("INR", "MUS"): return "MUR"
    case ("NOK", "SWE"): return "SEK"
    case ("NOK", "DNK"): return "DKK"
    case ("NOK", "ISL"): return "ISK"
    case ("NOK", "CZE"): return "CZK"
    case ("EGP", "GBR"), ("EGP", "IRL"), ("EGP", ""): return "GBP"
    case ("TND", "SRB"): return "RSD"
    case ("TND", "KWT"): return "KWD"
    case ("TND", "JOR"): return "JOD"
    case ("TND", "IRQ"): return "IQD"
    case ("TND", "DZA"): return "DZD"
    case ("TND", "BHR"): return "BHD"
    case ("AED", "MAR"): return "MAD"
    case ("MXN", "PHL"): return "PHP"
    case ("MXN", "ARG"): return "ARS"
    case ("MXN", "CHL"): return "CLP"
    case ("MXN", "COL"): return "COP"
    case ("MXN", "CUB"): return "CUP"
    case ("MXN", "URY"): return "UYU"
    case ("MXN", "DOM"): return "DOP"
    default: return row.code
    }
  }
}
