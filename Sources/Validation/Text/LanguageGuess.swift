/// Tells by its commonest words in which language a text is written.
///
/// Only as much as is needed to decline a text rather than misread it: a text is English unless
/// another language has at least four of its words and twice as many as English, or half of its
/// letters are of another script.
enum LanguageGuess {
  /// The name of the language when it is not English.
  static func foreignLanguage(of bytes: [UInt8]) -> String? {
    var counts = [Int](repeating: 0, count: names.count)
    var (latin, wide) = (0, 0)
    var scripts: [String: Int] = [:]
    var position = 0
    let limit = min(bytes.count, 200_000)
    while position < limit {
      let byte = bytes[position]
      if isLetter(byte) || byte >= 0xC3 && byte <= 0xC5 {
        var end = position
        var word: [UInt8] = []
        while end < limit, isLetter(bytes[end]) || bytes[end] >= 0x80 && end - position < 24 {
          word.append(bytes[end] >= 0x41 && bytes[end] <= 0x5A ? bytes[end] | 0x20 : bytes[end])
          end += 1
        }
        latin += 1
        for language in languages[word] ?? [] { counts[language] += 1 }
        position = end
      } else {
        if let script = script(of: byte) {
          wide += 1
          scripts[script, default: 0] += 1
        }
        position += 1
      }
    }
    if wide > latin, wide >= 4 {
      return scripts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    let english = counts[0]
    guard let best = counts.indices.dropFirst().max(by: { counts[$0] < counts[$1] }),
      counts[best] >= 4, counts[best] > 2 * english
    else { return nil }
    return names[best]
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x41 && byte <= 0x5A)
  }

  private static func script(of byte: UInt8) -> String? {
    switch byte {
    case 0xD0...0xD3: "a language in Cyrillic letters"
    case 0xD8...0xDB: "a language in Arabic letters"
    case 0xCE, 0xCF: "Greek"
    case 0xE0: "a language of South or Southeast Asia"
    case 0xE3...0xE9: "Chinese or Japanese"
    case 0xEA...0xED: "Korean"
    default: nil
    }
  }

  private static let table = """
    English: the of and in to was were from by with while which for on an as its this than is at
    Portuguese: de do da em um uma que para com os as por foi ao dos das não mais pelo
    Spanish: de la el en los las que por con del para una se fue al más un su como
    French: de la le les des et en du une par pour dans sur au aux est un ont qui plus
    German: der die das und den dem des von mit im auf für ist ein eine um zu im Vergleich nach
    Dutch: de het een van en in met op voor is dat naar uit werd bij aan door zijn
    Italian: di il la che e del della dei delle per con un una nel gli al sono più da
    Indonesian: yang dan di pada dari dengan sebesar untuk ini itu ke dalam atau tahun juta miliar triliun
    Polish: w i na z do o od się nie jest roku oraz przez że wzrost eksport
    Turkish: ve bir bu ile olarak yüzde için göre oldu milyar milyon dolar yılının
    Vietnamese: và của trong với đạt tỷ năm các là cho được tăng giảm
    Swedish: och i att en det som av för på med den till är ett
    """

  private static let rows: [(name: String, words: Set<[UInt8]>)] = table.split(separator: "\n").map
  {
    let parts = $0.split(separator: ":")
    let list = parts[1].split(separator: " ").map { Array($0.utf8) }
    return (parts[0].filter { $0 != " " }.description, Set(list))
  }
  private static let names: [String] = rows.map { String($0.name) }
  /// The languages that have a word among their commonest.
  private static let languages: [[UInt8]: [Int]] = {
    var languages: [[UInt8]: [Int]] = [:]
    for (index, row) in rows.enumerated() {
      for word in row.words { languages[word, default: []].append(index) }
    }
    return languages
  }()
}
