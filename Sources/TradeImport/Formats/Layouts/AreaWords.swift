internal import TradeModel

/// Names of countries in the languages of the offices whose layouts are known.
///
/// The principal partners of trade; a name that is not here stays as it is printed, with a
/// warning. English names and codes are those of the table of areas.
enum AreaWords {
  /// The code of a country by its name in one of the languages; `nil` for one that is not known.
  static func code(_ name: String) -> String? { codes[key(name)] }

  private static func key(_ text: String) -> String {
    TradeWords.words(of: text).joined(separator: " ")
  }

  private static let codes = Dictionary(
    list.split(separator: "\n").flatMap { line -> [(String, String)] in
      let code = String(line.prefix(3))
      return line.dropFirst(4).split(separator: ";").map { (key(String($0)), code) }
    }, uniquingKeysWith: { first, _ in first })

  /// A code, then names in Dutch, German, the languages of the north, French, Spanish, Portuguese.
  private static let list = """
    ARE Verenigde Arabische Emiraten;Vereinigte Arabische Emirate;Emiratos Árabes Unidos
    ARG Argentinië;Argentinien;Argentine
    AUS Australië;Australien;Australie
    AUT Oostenrijk;Österreich;Østerrike;Österrike;Østrig;Autriche
    BEL België;Belgien;Belgia;Belgique;Bélgica
    BGR Bulgarije;Bulgarien;Bulgarie
    BRA Brazilië;Brasilien;Brasil;Brésil
    CAN Kanada
    CHE Zwitserland;Schweiz;Sveits;Suisse;Suiza;Suíça
    CHL Chili
    CHN Chine;Kina
    CZE Tsjechië;Tschechien;Tsjekkia;Tjeckien;Tchéquie;Chequia
    DEU Duitsland;Deutschland;Tyskland;Allemagne;Alemania;Alemanha
    DNK Denemarken;Dänemark;Danmark;Danemark;Dinamarca
    EGY Egypte;Ägypten;Egipto
    ESP Spanje;Spanien;Spania;Espagne;España;Espanha
    EST Estland;Estonie
    FIN Finnland;Finlande;Finlandia;Suomi
    FRA Frankrijk;Frankreich;Frankrike;Frankrig;Francia;França
    GBR Verenigd Koninkrijk;Vereinigtes Königreich;Storbritannia;Storbritannien;Royaume-Uni;\
    Reino Unido
    GRC Griekenland;Griechenland;Hellas;Grekland;Grækenland;Grèce;Grecia
    HUN Hongarije;Ungarn;Ungern;Hongrie;Hungría
    IDN Indonesië;Indonesien;Indonésie
    IND Indien;Inde
    IRL Ierland;Irland;Irlande;Irlanda
    ITA Italië;Italien;Italie;Italia;Itália
    JPN Japon;Japón;Japão
    KOR Zuid-Korea;Südkorea;Korea, Republik;Sør-Korea;Sydkorea;Corée du Sud;Corea del Sur
    LTU Litouwen;Litauen;Lituanie
    LUX Luxemburg;Luxemburgo
    LVA Letland;Lettland;Latvia;Lettonie
    MAR Marokko;Maroc;Marruecos
    MEX Mexiko;Mexique
    MYS Maleisië;Malaisie;Malasia
    NLD Nederland;Niederlande;Nederländerna;Nederlandene;Holland;Pays-Bas;Países Bajos
    NOR Noorwegen;Norwegen;Norge;Norvège;Noruega
    NZL Nieuw-Zeeland;Neuseeland;Nouvelle-Zélande
    POL Polen;Pologne;Polonia
    PRT Portugal
    ROU Roemenië;Rumänien;Romania;Roumanie;Rumania
    RUS Rusland;Russland;Russische Föderation;Ryssland;Russie;Rusia
    SAU Saoedi-Arabië;Saudi-Arabien;Saudi-Arabia;Arabie saoudite;Arabia Saudita
    SGP Singapur;Singapour
    SVK Slowakije;Slowakei;Slovakia;Slovakien;Slovaquie
    SVN Slovenië;Slowenien;Slovenia;Slovenien;Slovénie
    SWE Zweden;Schweden;Sverige;Suède;Suecia
    THA Thaïlande;Tailandia
    TUR Turkije;Türkei;Tyrkia;Turkiet;Turquie;Turquía
    TWN Taiwan
    UKR Oekraïne;Ukraina;Ucrania
    USA Verenigde Staten;Vereinigte Staaten;USA;États-Unis;Estados Unidos;Forente stater
    VNM Vietnam;Viêt Nam
    ZAF Zuid-Afrika;Südafrika;Sør-Afrika;Sydafrika;Afrique du Sud;Sudáfrica
    """
}
