/// Names of months in the languages of the offices that publish in their own.
enum MonthWords {
  /// January to December by language: German, French, Spanish, Portuguese, Italian, Dutch, Turkish,
  /// the Scandinavian languages and Polish, with the short forms that are no beginning of the name.
  private static let names: [String] = [
    "januar februar märz|mrz|maerz april mai juni juli august september oktober november dezember",
    "janvier|janv février|févr|fevrier mars avril|avr mai juin juillet|juil août|aout septembre "
      + "octobre novembre décembre|decembre",
    "enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre "
      + "noviembre diciembre|dic",
    "janeiro fevereiro|fev março|marco abril maio junho julho agosto setembro|set outubro|out "
      + "novembro dezembro|dez",
    "gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set "
      + "ottobre|ott novembre dicembre",
    "januari februari maart|mrt april mei juni juli augustus september oktober|okt november december",
    "ocak|oca şubat|şub mart nisan|nis mayıs haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki "
      + "kasım|kas aralık|ara",
    "januar februar mars april maj|mai juni juli august september oktober november desember|des",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad "
      + "grudzień",
  ]

  private static let english = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let known: [String: String] = {
    var known: [String: String] = [:]
    for language in names {
      for (forms, month) in zip(language.split(separator: " "), english) {
        for form in forms.split(separator: "|") { known[String(form)] = month }
      }
    }
    // Their first letters, as far as they are those of English or of no other month.
    known.merge(["okt": "Oct", "dez": "Dec", "mai": "May"]) { own, _ in own }
    return known
  }()

  private static let quarters: Set<String> = [
    "vj", "vierteljahr", "quartal", "kw", "kwartał", "kwartaal", "trim", "trimestre", "trimestr",
    "kvartal", "kvartál", "çeyrek", "tri",
  ]

  /// Reads a quarter in words, as `1. Vj. 2024`, `1er trim. 2024` and `II kw. 2023`.
  static func quarter(_ text: Substring) -> (number: Int, year: Int)? {
    var words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard words.count == 3, let place = words.firstIndex(where: { quarters.contains($0) }) else {
      return nil
    }
    words.remove(at: place)
    guard
      let year = words.firstIndex(where: { $0.count == 4 }).flatMap({ Int(words.remove(at: $0)) }),
      let word = words.first
    else { return nil }
    let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
    let digits = word.prefix { $0.isNumber }
    let isOrdinal = ["", "er", "e", "re", "º", "ª", "o", "a", "°"]
      .contains(String(word.dropFirst(digits.count)))
    guard let number = romans[word] ?? (isOrdinal ? Int(digits) : nil), (1...4).contains(number)
    else {
      return nil
    }
    return (number, year)
  }

  /// The text with English names for those of another language; `nil` where it has none.
  static func translated(_ text: Substring) -> String? {
    var (result, word, isOther) = ("", "", false)
    func end() {
      guard !word.isEmpty else { return }
      if let month = known[word.lowercased()] {
        result += month
        isOther = true
      } else {
        result += word
      }
      word = ""
    }
    for character in text {
      if character.isLetter {
        word.append(character)
      } else {
        end()
        result.append(character)
      }
    }
    end()
    return isOther ? result : nil
  }
}
