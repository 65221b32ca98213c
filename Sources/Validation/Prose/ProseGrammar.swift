/// The grammar of claims in one language: its words, and how they are recognised as that language.
///
/// A second language is a second value; the rules that read items are shared.
struct ProseGrammar: Sendable {
  /// The words.
  let lexicon: Lexicon

  /// English.
  static let english: ProseGrammar = {
    var lexicon = Lexicon(tables: [
      EnglishLexicon.numbers, EnglishLexicon.hedges, EnglishLexicon.changes,
      EnglishLexicon.measures, EnglishLexicon.parts, EnglishLexicon.times, EnglishLexicon.grammar,
    ])
    ProseCurrency.add(to: &lexicon)
    ProsePlaces.add(to: &lexicon)
    let marks: [(String, Lexeme.Tag)] = [
      ("([", .open), (")]", .close), (",", .comma), (";", .semicolon), (":", .colon),
      ("~", .dash), ("-", .hyphen), (".?!", .stop), ("+", .plus), ("\"'*/#", .mark),
    ]
    for (codes, tag) in marks {
      for code in codes.utf8 { lexicon.add(markCode: code, Lexeme(tag: tag, a: 0, b: 0)) }
    }
    return ProseGrammar(lexicon: lexicon)
  }()
}
