public import TimeSeries

/// Words and signs that stand where a number is missing, and the kind of missing that each means.
///
/// Offices use the same sign for different things: `-` is exactly zero in German tables and
/// confidential in others. So there are tables, and no guess beyond ``usual``.
public struct MissingWords: Sendable, Hashable {
  /// What a word means.
  public enum Meaning: Sendable, Hashable {
    /// There is no value, and why.
    case missing(ObservationStatus)
    /// The value is zero, or less than half of the last digit shown.
    case zero
  }

  /// One word.
  public struct Word: Sendable, Hashable {
    /// How it is written; letters are compared without case.
    public let text: String
    /// What it means.
    public let meaning: Meaning

    /// Makes a word.
    public init(_ text: String, _ meaning: Meaning) {
      self.text = text
      self.meaning = meaning
    }
  }

  /// A short name such as `usual`.
  public let id: String
  /// Where the table is from.
  public let source: String
  /// The words in the order of the table.
  public let words: [Word]
  private let meanings: [String: Meaning]
  /// Whether a word could be taken for a number, as `-9999` could.
  let haveNumbers: Bool

  /// Makes a table; of a word that stands twice the first counts.
  public init(id: String, source: String, _ words: [Word]) {
    self.id = id
    self.source = source
    self.words = words
    meanings = Dictionary(words.map { ($0.text.lowercased(), $0.meaning) }) { first, _ in first }
    haveNumbers = words.contains { word in
      word.text.utf8.contains { (0x30...0x39).contains($0) }
        && word.text.utf8.allSatisfy { (0x2B...0x39).contains($0) }
    }
  }

  /// Returns what a text means; `nil` when it is not one of the words.
  public func meaning(of text: some StringProtocol) -> Meaning? { meanings[text.lowercased()] }

  /// The same table in which some words mean something else or are new.
  public func with(_ changed: [Word]) -> MissingWords {
    let names = Set(changed.map { $0.text.lowercased() })
    return MissingWords(
      id: id, source: source, changed + words.filter { !names.contains($0.text.lowercased()) })
  }

  /// The same table in which dashes mean zero.
  public var withDashAsZero: MissingWords {
    with(["-", "–", "—", "(-)"].map { Word($0, .zero) })
  }
}

extension MissingWords {
  /// All tables.
  public static let all: [MissingWords] = [
    .usual, .statisticsCanada, .germanOffices, .ons, .hungary, .none,
  ]

  /// What most tables mean; a dash is a value that is not there.
  public static let usual = MissingWords(
    id: "usual", source: "common use of Eurostat, the World Bank, the United Nations and the press",
    [
      Word(":", .missing(.unknown)), Word("..", .missing(.unknown)),
      Word("...", .missing(.unknown)), Word("…", .missing(.unknown)),
      Word(".", .missing(.unknown)), Word("·", .missing(.unknown)),
      Word("-", .missing(.unknown)), Word("–", .missing(.unknown)),
      Word("—", .missing(.unknown)), Word("--", .missing(.unknown)),
      Word("(-)", .missing(.unknown)),
      Word("na", .missing(.unknown)), Word("n/a", .missing(.unknown)),
      Word("n.a.", .missing(.unknown)), Word("n.a", .missing(.unknown)),
      Word("#n/a", .missing(.unknown)), Word("nan", .missing(.unknown)),
      Word("null", .missing(.unknown)), Word("none", .missing(.unknown)),
      Word("not available", .missing(.unknown)), Word("n/e", .missing(.unknown)),
      Word("nd", .missing(.unknown)), Word("n.d.", .missing(.unknown)),
      Word("n/d", .missing(.unknown)), Word("s/d", .missing(.unknown)),
      Word("k. a.", .missing(.unknown)), Word("k.a.", .missing(.unknown)),
      Word("tbc", .missing(.notYetPublished)), Word("tba", .missing(.notYetPublished)),
      Word("c", .missing(.confidential)), Word("*", .missing(.confidential)),
      Word("confidential", .missing(.confidential)),
      Word("x", .missing(.notApplicable)), Word("z", .missing(.notApplicable)),
      Word("not applicable", .missing(.notApplicable)), Word("n.ap.", .missing(.notApplicable)),
    ])

  /// Statistics Canada.
  public static let statisticsCanada = MissingWords(
    id: "statcan", source: "Statistics Canada, standard table symbols",
    [
      Word(".", .missing(.unknown)), Word("..", .missing(.unknown)),
      Word("...", .missing(.notApplicable)), Word("…", .missing(.notApplicable)),
      Word("x", .missing(.confidential)), Word("F", .missing([.unknown, .lowReliability])),
      Word("0s", .zero),
    ])

  /// The statistical offices of Germany and its states.
  public static let germanOffices = MissingWords(
    id: "destatis", source: "Statistische Ämter des Bundes und der Länder, explanation of symbols",
    [
      Word("-", .zero), Word("–", .zero),
      // "unknown or not to be disclosed": the stronger of the two.
      Word(".", .missing(.confidential)), Word("·", .missing(.confidential)),
      Word("x", .missing(.notApplicable)),
      Word("...", .missing(.notYetPublished)), Word("…", .missing(.notYetPublished)),
      Word("/", .missing([.unknown, .lowReliability])),
    ])

  /// The statistical service of the United Kingdom.
  public static let ons = MissingWords(
    id: "ons",
    source:
      "Government Analysis Function (United Kingdom), Symbols in tables: definitions and help",
    [
      Word("[c]", .missing(.confidential)), Word("[x]", .missing(.unknown)),
      Word("[z]", .missing(.notApplicable)), Word("[w]", .missing(.unknown)),
      Word("[low]", .zero), Word("..", .missing(.unknown)), Word("-", .zero),
      Word("*", .missing(.confidential)),
    ])

  /// The Hungarian Central Statistical Office.
  public static let hungary = MissingWords(
    id: "ksh", source: "Hungarian Central Statistical Office, Statistical pocketbook, explanation",
    [
      Word("–", .zero), Word("-", .zero), Word("..", .missing(.unknown)),
      Word("…", .missing(.confidential)), Word("...", .missing(.confidential)),
      Word("x", .missing(.notApplicable)),
    ])

  /// No words: an empty cell is the only one without a number.
  public static let none = MissingWords(id: "none", source: "no words", [])
}
