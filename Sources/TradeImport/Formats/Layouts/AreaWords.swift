internal import TradeModel

/// Names of countries in the languages of the offices whose layouts are known.
///
/// The principal partners of trade; a name that is not here stays as it is printed, with a
/// warning. English names and codes are those of the table of areas.
enum AreaWords {
  /// The code of a country by its name in one of the languages; `nil` for one that is not known.
  ///
  /// A code may stand before the name, `NO Norge`, when both are of the same country.
  static func code(_ name: String) -> String? {
    if let code = codes[key(name)] { return code }
    let parts = name.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2, (2...3).contains(parts[0].count), let area = Area(code: parts[0]),
      (codes[key(parts[1])] ?? Area(code: parts[1])?.code) == area.code
    else { return nil }
    return area.code
  }

  private static func key(_ text: String) -> String {
    TradeWords.words(of: text).joined(separator: " ")
  }

  private static let codes = Dictionary(
    list.split(separator: "\n").flatMap { line -> [(String, String)] in
      let code = String(line.prefix(3))
      return line.dropFirst(4).split(separator: ";").map { (key(String($0)), code) }
    }, uniquingKeysWith: { first, _ in first })

  /// A code, then names in Dutch, German, the languages of the north, French, Spanish, Portuguese,
  /// Japanese.
  private static let list = """
    ARE Verenigde Arabische Emiraten;Vereinigte Arabische Emirate;Emiratos Árabes Unidos;アラブ首長国連邦
    ARG Argentinië;Argentinien;Argentine
    AUS Australië;Australien;Australie;オーストラリア
    AUT Oostenrijk;Österreich;Østerrike;Österrike;Østrig;Autriche
    BEL België;Belgien;Belgia;Belgique;Bélgica
    BGR Bulgarije;Bulgarien;Bulgarie
    BRA Brazilië;Brasilien;Brasil;Brésil;ブラジル
    CAN Kanada;カナダ
    CHE Zwitserland;Schweiz;Sveits;Suisse;Suiza;Suíça;スイス
    CHL Chili
    CHN Chine;Kina;中華人民共和国
    CZE Tsjechië;Tschechien;Tsjekkia;Tjeckien;Tchéquie;Chequia
    DEU Duitsland;Deutschland;Tyskland;Allemagne;Alemania;Alemanha;ドイツ
    DNK Denemarken;Dänemark;Danmark;Danemark;Dinamarca
    EGY Egypte;Ägypten;Egipto
    ESP Spanje;Spanien;Spania;Espagne;España;Espanha;スペイン
    EST Estland;Estonie
    FIN Finnland;Finlande;Finlandia;Suomi
    FRA Frankrijk;Frankreich;Frankrike;Frankrig;Francia;França;フランス
    GBR Verenigd Koninkrijk;Vereinigtes Königreich;Storbritannia;Storbritannien;Royaume-Uni;英国;\
    Reino Unido
    GRC Griekenland;Griechenland;Hellas;Grekland;Grækenland;Grèce;Grecia
    HUN Hongarije;Ungarn;Ungern;Hongrie;Hungría
    IDN Indonesië;Indonesien;Indonésie;インドネシア
    IND Indien;Inde;インド
    IRL Ierland;Irland;Irlande;Irlanda
    ITA Italië;Italien;Italie;Italia;Itália;イタリア
    JPN Japon;Japón;Japão
    KOR Zuid-Korea;Südkorea;Korea, Republik;Sør-Korea;Sydkorea;Corée du Sud;Corea del Sur;大韓民国
    LTU Litouwen;Litauen;Lituanie
    LUX Luxemburg;Luxemburgo
    LVA Letland;Lettland;Latvia;Lettonie
    MAR Marokko;Maroc;Marruecos
    MEX Mexiko;Mexique;メキシコ
    MYS Maleisië;Malaisie;Malasia;マレーシア
    NLD Nederland;Niederlande;Nederländerna;Nederlandene;Holland;Pays-Bas;Países Bajos;オランダ
    NOR Noorwegen;Norwegen;Norge;Norvège;Noruega
    NZL Nieuw-Zeeland;Neuseeland;Nouvelle-Zélande;ニュージーランド
    POL Polen;Pologne;Polonia
    PRT Portugal
    ROU Roemenië;Rumänien;Romania;Roumanie;Rumania
    RUS Rusland;Russland;Russische Föderation;Ryssland;Russie;Rusia;ロシア
    SAU Saoedi-Arabië;Saudi-Arabien;Saudi-Arabia;Arabie saoudite;Arabia Saudita;サウジアラビア
    SGP Singapur;Singapour;シンガポール
    SVK Slowakije;Slowakei;Slovakia;Slovakien;Slovaquie
    SVN Slovenië;Slowenien;Slovenia;Slovenien;Slovénie
    SWE Zweden;Schweden;Sverige;Suède;Suecia
    THA Thaïlande;Tailandia;タイ
    TUR Turkije;Türkei;Tyrkia;Turkiet;Turquie;Turquía
    TWN Taiwan;台湾
    UKR Oekraïne;Ukraina;Ucrania
    USA Verenigde Staten;Vereinigte Staaten;USA;États-Unis;Estados Unidos;Forente stater;アメリカ合衆国
    VNM Vietnam;Viêt Nam;ベトナム
    ZAF Zuid-Afrika;Südafrika;Sør-Afrika;Sydafrika;Afrique du Sud;Sudáfrica
    """
}
