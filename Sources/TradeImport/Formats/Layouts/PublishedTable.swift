internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// A table of a publisher as data: which names its header has, and what each column is for.
///
/// A new publisher is a new value of this type. Columns that share a number (`1_Merkmal_Code`,
/// `1_Auspraegung_Code`) make one breakdown and are written with `#`. What no role is given to by
/// its name becomes a breakdown, a column of values or a period, as ``others`` says, and never
/// nothing: every breakdown ends in the key of a series.
struct PublishedTable: Sendable {
  /// What a column is for.
  enum Use: Sendable, Hashable {
    /// The whole period, or the year where a month stands in another column.
    case period
    /// The month of a year, by its number.
    case month
    /// A breakdown whose meaning its name tells, or is a part of the basis.
    case breakdown
    /// A breakdown with a known meaning.
    case named(Meaning)
    /// The name of a numbered breakdown.
    case breakdownName
    /// The code of a numbered breakdown.
    case breakdownCode
    /// The text beside a code, which helps to understand it.
    case breakdownLabel
    /// The unit of the values in the record.
    case unit
    /// What the values of the record are counted in, as a word.
    case scale
    /// The same as a power of ten, which must agree with the word.
    case exponent
    /// Flags and words for missing values.
    case status
    /// How many decimals are printed.
    case decimals
    /// What the value of the record is.
    case title
    /// Values of a known kind.
    case value(Kind)
    /// Values whose record says what they are.
    case recordValue
    /// Values whose name says what they are.
    case titledValue
    /// Values of the period that is the end of the name.
    case periodValue
    /// An area, a product or the title of a value, with its unit in brackets.
    case series
    /// How long the periods of the record are.
    case frequency
    /// What repeats another column, or is no part of the figures.
    case repeats
  }

  /// What a breakdown is for.
  enum Meaning: Sendable, Hashable {
    case reporter, partner, partnerCode, flow, product, adjustment, month, basis, title, series
    /// The unit of quantities, by codes.
    case quantityUnit
  }

  /// Values of a known kind.
  struct Kind: Sendable, Hashable {
    var flow: Flow?
    var measure = Measure.value
    var basis = ""
    /// The unit; `nil` where a column of units or the file says it.
    var unit: String?
    /// What the values are counted in, as a power of ten.
    var exponent = 0
  }

  let id: String
  let name: String
  /// The publisher, as the source of the observations.
  let publisher: String
  /// Whose statistics, where no column says so.
  let reporter: String?
  /// The delimiters that the publisher writes.
  let dialects: [Dialect]
  /// How the header is known.
  let header: Header
  /// The columns by name.
  var columns: [String: Use]
  /// What other columns are.
  let others: Use
  /// The marks before decimals; with two, a number has either, and there is none of thousands.
  var decimals: [Character] = ["."]
  /// The mark between groups of digits.
  var thousands: Character?
  var words = MissingWords.usual
  var flags: FlagTable?
  /// Units in the words of the publisher, in small letters.
  var units: [String: String] = [:]
  /// Words of units that the publisher shortens.
  var unitWords: [String: String] = [:]
  /// Units of quantities by the publisher's codes.
  var quantityUnits: [String: String] = [:]
  /// Flows in the codes or words of the publisher.
  var flowCodes: [String: Flow] = [:]
  /// Titles of values whose meaning is known, in small letters.
  var titles: [String: Kind] = [:]
  /// Whether values without a unit are counts, and so no flows of trade.
  var areCountsWithoutUnit = false
  /// How a code stands beside its label.
  var pairing = Pairing.none
  /// What the names of columns of marks end in, behind the name of the values.
  var statusSuffixes: [String] = []
  /// Whether marks stand behind the digits in the cell.
  var hasMarksBehind = false
  /// Whether a code stands for all of a breakdown.
  var isTotal: @Sendable (String) -> Bool = { _ in false }
  /// How periods are written.
  var period: @Sendable (String) -> Period? = { PeriodWords.read($0) }
  /// The area of a number of the publisher's own.
  var areaOfNumber: @Sendable (String) -> String = { ComexStatCountries.area($0) }
  /// What titles and notes around the table say of all its values.
  var context: @Sendable (Surroundings) -> Context = { _ in Context() }
  /// How the first record of the notes below the data begins.
  var footerStarts: [String] = []
  /// Flows that the presence of a column tells.
  var flowsByColumn: [String: Flow] = [:]
  /// What a mark behind a period says of the values.
  var periodMark: (mark: Character, status: ObservationStatus)?
  /// Whether notes stand below the data.
  var hasFooter = false
  /// Whether the flow stands nowhere in some of these files, so that it is asked for.
  var asksForFlow = false
  /// What the reader should know, where it is an assumption.
  var note: String?

  /// How the header of a table is known.
  enum Header: Sendable {
    /// It is the first record and has these names.
    case names([String])
    /// It stands below a title and a blank line, or first, and ends in periods such as `2024M06`.
    case periods
    /// It has one of these columns, and units behind the breakdowns; records that begin with the
    /// labels stand above it, with titles.
    case unitsBelowTitles(labels: Set<String>, periods: Set<String>)
    /// It is found by what is characteristic of the layout, which the words describe.
    case found(String, @Sendable ([[String]]) -> Found?)
  }

  /// The use of a column, and the number of its breakdown.
  func use(of name: String) -> (use: Use, number: Int?) {
    if let use = columns[name] { return (use, nil) }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, let use = columns["#" + name.dropFirst(digits.count)] {
      return (use, Int(digits))
    }
    return (others, nil)
  }
}

/// What breakdowns mean by their names, in the languages of the offices whose layouts are known.
extension PublishedTable.Meaning {
  init(ofBreakdown name: String) {
    let words = TradeWords.words(of: name)
    let known: [(PublishedTable.Meaning, [String])] = [
      (.month, ["monat", "monate", "quartal", "quartale", "month", "months", "quarters"]),
      (.reporter, ["deutschland", "germany"]),
      (.adjustment, ["seasonal", "sesong", "sasong", "saison", "desaisonnalisation"]),
      (
        .product,
        [
          "classification", "napcs", "napc", "sitc", "hs", "commodity", "commodities", "product",
          "products", "waren", "warensystematik", "warenverzeichnis", "guterabteilungen",
          "varegruppe", "varegrupper",
          "varugrupp", "varor", "varer", "goederen", "produits", "sitcgruppe",
        ]
      ),
      (
        .partner,
        [
          "partner", "partners", "partenaires", "land", "lander", "landen", "handelsland",
          "handelspartner", "handelspartnere", "countries", "ursprungsland", "bestimmungsland",
          "maa", "country",
        ]
      ),
      (
        .title,
        [
          "statistikkvariabel", "contents", "tabellinnehall", "tiedot", "indhold",
          "statistikvariabel",
        ]
      ),
      (.flow, ["import", "indud", "flow", "einfuhr", "handelsstrom"]),
    ]
    // `Trade` alone; `Wholesale trade` is another breakdown.
    if words == ["trade"] || words == ["commerce"] {
      self = .flow
      return
    }
    for (meaning, names) in known where words.contains(where: names.contains) {
      self = meaning
      return
    }
    self = .basis
  }
}
