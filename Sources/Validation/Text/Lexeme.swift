/// What a word or phrase is for the grammar of claims.
struct Lexeme: Sendable, Hashable {
  /// The class of a word.
  enum Tag: UInt8, Sendable, CaseIterable {
    /// A word that the lexicon does not hold; `a` is the flow of those who take or send it: 1 for
    /// "buyers", 2 for "suppliers".
    case unknown
    /// A word that says nothing for the grammar and is passed over: articles, "just", "record".
    case filler
    /// Digits.
    case number
    /// A number in letters; `a` is its value.
    case numberWord
    /// "first" and the like; `a` is its value.
    case ordinal
    /// "half", "a third"; `a` over `b`.
    case fraction
    /// A currency; `a` is its place in ``ProseCurrency``, bit 0 of `b` says that digits may follow
    /// at once, bit 1 that only the reporter tells which currency it is, bit 2 that it stands before.
    case currency
    /// "million"; `a` is the exponent.
    case scale
    /// A letter that is a scale behind digits only; `a` is the exponent, `b` 1 for one that is a
    /// currency before digits: "K2.4 billion".
    case shortScale
    /// "percent".
    case percent
    /// "percentage points".
    case points
    /// A unit of weight; `a` is the exponent in tonnes, `b` 1 for a bare letter.
    case weight
    /// "times", "-fold".
    case times
    /// "per ton", "a day": the amount is a rate.
    case per
    /// A hedge; `a` as in ``ProseFigure/Hedge``; `b` 1 for words that also compare ("over").
    case hedge
    /// A word of change; `a` is its sign, `b` 0 verb, 1 noun, 2 comparative, 3 up and down,
    /// 4 better and worse.
    case change
    /// A verb of level: reached, stood at; `a` is 1 for verbs of moving ("went"), 2 for "left".
    case level
    /// A flow or stock; `a` as in ``ProseMeasure``.
    case measure
    /// A word that is a balance and tells its sign; `a` 1 surplus, -1 deficit.
    case balance
    /// A verb that is a flow of its subject; `a` is the measure, `b` 1 when a partner does it.
    case flow
    /// "share of", "accounted for"; `a` 1 when the figure follows as a verb's object.
    case share
    /// "coverage", "export-import ratio".
    case coverage
    /// A month; `a` is 1 to 12.
    case month
    /// A unit of time; `a` is its length in months, 0 for weeks and days.
    case timeUnit
    /// "Q3", "H1"; `a` is the first month, `b` the number of months.
    case calendarPart
    /// "a year earlier"; `a` as in ``TimeMention/Relation``.
    case relative
    /// "same", "corresponding" before a length of time.
    case matching
    /// "the end of".
    case endOf
    /// "year-on-year"; `a` 1 year, 2 month, 3 quarter, 4 other; `b` 1 for an adjective.
    case comparison
    /// A preposition; `a` as in ``Lexeme/Preposition``.
    case preposition
    /// "and", "or", "but", "while"; `a` 1 and, 2 or, 3 but, 4 while, 5 as.
    case conjunction
    /// "of which", "among them"; `a` 1 for words that tell all parts: "made up of".
    case ofWhich
    /// "respectively".
    case respectively
    /// "the former" 1, "the latter" 2.
    case former
    /// "the rest", "the other way".
    case reverse
    /// A country or group; `a` is its place in ``ProsePlaces``, `b` 1 for an adjective.
    case place
    /// A part of trade that the lexicon knows; `a` as in ``ProseSector``.
    case sector
    /// "total", "overall": no part.
    case whole
    /// "seasonally adjusted", "in real terms"; `a` as in ``ProseBasis``.
    case basis
    /// "estimate", "forecast", "target": not an outcome.
    case projection
    /// "it", "they", "the figures".
    case pronoun
    /// A noun that shows that a number counts something else; `a` as for ``unknown``,
    /// `b` 1 for capitals that are a currency before digits: "KM 16.7 billion".
    case counted
    /// Negation of a direction: "not", "negative" (-1), "positive" (+1).
    case polarity
    /// "unchanged", "the same as".
    case same
    /// "fiscal year".
    case fiscal
    /// "non".
    case negation
    // Marks.
    /// `(`
    case open
    /// `)`
    case close
    /// `,`
    case comma
    /// `;`
    case semicolon
    /// `:`
    case colon
    /// A dash between words.
    case dash
    /// A hyphen or minus.
    case hyphen
    /// `.` `?` `!`
    case stop
    /// `+`
    case plus
    /// Any other mark.
    case mark
    /// `'s`
    case possessive
    /// A figure; `a` is not used, the item holds its index.
    case figure
    /// A mention of a time; the item holds its index.
    case time

    /// The tag with a name in the tables.
    init?(named name: Substring) {
      guard let tag = Self.byName[String(name)] else { return nil }
      self = tag
    }

    private static let byName = Dictionary(
      uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })
  }

  /// Prepositions and what they mean beside a figure.
  enum Preposition: Int16 {
    case by = 1, to, from, at, of, `in`, against, after, than, with, on, over, `for`, into, between,
      through, since, `as`
  }

  /// The class.
  let tag: Tag
  /// See ``Tag``.
  let a: Int16
  /// See ``Tag``.
  let b: Int16

  /// A word the lexicon does not hold.
  static let unknown = Lexeme(tag: .unknown, a: 0, b: 0)
}
