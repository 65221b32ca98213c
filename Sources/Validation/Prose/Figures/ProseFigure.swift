/// A figure found in running text, with what is known of it so far.
struct ProseFigure: Sendable {
  /// What a figure is counted in.
  enum Unit: Sendable, Hashable {
    /// Money, by the row of ``ProseCurrency``.
    case money(Int16)
    /// Percent.
    case percent
    /// Percentage points.
    case points
    /// Tonnes.
    case tonnes
    /// A multiple of something.
    case multiple
    /// A part of a whole in words: "a third".
    case ratio

    /// Whether it is an amount of money.
    var isMoney: Bool {
      if case .money = self { return true }
      return false
    }

    /// Whether it is an amount: money or weight.
    var isAmount: Bool { isMoney || self == .tonnes }
  }

  /// The bytes in the text.
  var range: Range<Int>
  /// The digits, without a sign.
  var numeral: Numeral
  /// The digits with the comma as decimal sign, where both readings are possible.
  var alternative: Numeral?
  /// The power of ten of the scale.
  var exponent: Int
  /// What it is counted in.
  var unit: Unit
  /// The sign that is printed: -1, 1, or 0 for none.
  var printedSign = 0
  /// The hedge: 0 none, 1 about, 2 more than, 3 less than.
  var hedge = 0
  /// Whether the hedge is "up to".
  var isUpTo = false
  /// Whether scale or unit were printed elsewhere.
  var isInherited = false
  /// Whether it is a rate such as dollars per ton.
  var isPerUnit = false
  /// Whether other digits with a scale stand directly before it, so that it may be the end of a
  /// number in a form that is not known: "7 trillion 92 billion 66 crore".
  var isFragment = false
  /// Whether it is "the same as", which repeats the level before it.
  var isSame = false
  /// Whether it is an average over days or months.
  var isPerTime = false
  /// Whether it was found to be no claim of trade or investment.
  var isDropped = false

  // What it says.

  /// Level, change, share or balance.
  var role = FigureRole.level
  /// What is measured.
  var measure = ProseMeasure.none
  /// Whose, with whom, of what.
  var scope = ProseScope()
  /// The sign it has.
  var sign = 1
  /// For changes of balances: 1 surplus, -1 deficit, 0 not said.
  var balanceSign = 0
  /// Whether it belongs to the time compared with, not to the current one.
  var isBase = false
  /// The time it speaks of.
  var period: ProsePeriod?
  /// The time it is compared with.
  var base: ProsePeriod?
  /// What a change is compared with.
  var comparison: FigureComparison?
  /// For shares, what the whole is.
  var whole: ProseWhole?
  /// The time that a list gives it, by number.
  var ownTime: Int?
  /// Whether it is the gap between two rates or the like, compared with nothing earlier.
  var isOtherGap = false
  /// The currency in whose terms a rate holds, if it is said.
  var terms: Int16?
  /// What a multiple or fraction in words means: "doubled", "two thirds".
  var wordRange: ExactInterval?
  /// Whether what it measures is only a guess: a part named alone behind a change of topics.
  var isMeasureGuessed = false
  /// Whether it is the whole that a share before it is of: "15.7 percent of its 32.33 trillion".
  var isWhole = false
  /// Whether its word of change judges, "improved by 26.9", and so leaves open which sign a balance had
  /// before.
  var isJudged = false
  /// Whether no word of its clause tells where a change goes, or none that is known.
  var isSignGuessed = false
  /// Whether its word does not tell the sign: "a gap of 48".
  var isLoose = false
  /// The item that named its topic; -1 when none in its sentence did.
  var topicAt = -1
  /// The number of its sentence.
  var sentence = 0
  /// The number of the breakdown that it is the total or a part of; 0 for none.
  var breakdown = 0
  /// Whether it is the total of its breakdown.
  var isTotal = false
  /// Whether its partner was named in an earlier sentence only, and is not that of the text.
  var isPartnerTakenOver = false
  /// The rules that fired, for explanations.
  var rules: [ProseRule] = []

  /// The value with its scale, without a sign.
  var size: Double {
    var value = numeral.value
    for _ in 0..<exponent { value *= 10 }
    return value
  }

  /// The value with its scale and sign.
  var signedValue: Double {
    var value = numeral.value * Double(sign)
    for _ in 0..<exponent { value *= 10 }
    return value
  }
}
