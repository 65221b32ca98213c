/// The spelling of a name without what differs between sources.
///
/// Small ASCII letters and digits: no accents, punctuation, spaces, articles or "of", and common
/// abbreviations in full.
enum AreaKey {
  /// Returns the key of a name; empty for a text without letters and digits.
  static func key(_ text: some StringProtocol) -> String {
    var key = ""
    var word = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.unicodeScalars.append(scalar)
      case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 32))
      case "'", "’", "\u{300}"..."\u{36F}": break
      case "&": word += "and"
      case "\u{80}"...: word += folded(scalar)
      default:
        key += inFull(word)
        word = ""
      }
    }
    return key + inFull(word)
  }

  /// Returns the keys under which a name may be known: its own and, with a comma or a parenthesis
  /// in it, the one with the second part first ("Korea, Republic of").
  static func candidates(_ text: String) -> [String] {
    guard let cut = text.firstIndex(where: { $0 == "," || $0 == "(" }) else { return [key(text)] }
    return [key(text), key(text[cut...]) + key(text[..<cut])]
  }

  private static func inFull(_ word: String) -> String {
    switch word {
    case "the", "of": ""
    case "st": "saint"
    case "rep": "republic"
    case "dem": "democratic"
    case "fed": "federal"
    case "isds", "isl": "islands"
    case "fmr": "former"
    default: word
    }
  }

  /// Returns the letters that stand for an accented one in plain spelling.
  private static func folded(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "À"..."Å", "à"..."å": "a"
    case "Ç", "ç": "c"
    case "È"..."Ë", "è"..."ë": "e"
    case "Ì"..."Ï", "ì"..."ï": "i"
    case "Ñ", "ñ": "n"
    case "Ò"..."Ö", "ò"..."ö", "Ø", "ø": "o"
    case "Ù"..."Ü", "ù"..."ü": "u"
    case "\u{A0}", "–", "—": ""
    default: String(scalar)
    }
  }
}
