public import DelimitedText
internal import TimeSeries
public import TradeModel

/// How a file is to be read: what was detected, or what somebody has written down.
///
/// Kept beside a file as `FILE.schema.json` it makes an import repeatable, and it is enforced: a
/// file that does not fit it is reported and not read in another way.
public struct ImportSchema: Sendable, Hashable {
  /// How periods and values are arranged.
  public enum Layout: String, Sendable, Hashable, CaseIterable {
    /// One period a row.
    case long
    /// One period a column.
    case wide
  }

  /// The frequency of dates such as `1990-01-01`, which stand for the period that holds them.
  public enum DateFrequency: String, Sendable, Hashable, CaseIterable {
    /// The month of the day.
    case month
    /// The quarter of the day.
    case quarter
    /// The year of the day.
    case year
  }

  /// A column and what it holds.
  public struct Column: Sendable, Hashable {
    /// The name in the header, or `column 3` in a file without header.
    public var name: String
    /// What it holds.
    public var role: ColumnRole
    /// The flow of a column of values, where each flow has its own.
    public var flow: Flow?
    /// The name of the series of a column of values.
    public var product: String?

    /// Makes a column.
    public init(name: String, role: ColumnRole, flow: Flow? = nil, product: String? = nil) {
      self.name = name
      self.role = role
      self.flow = flow
      self.product = product
    }
  }

  /// What is the same for all rows and stands in no column.
  public struct Constants: Sendable, Hashable {
    /// Whose statistics, by area code or name.
    public var reporter: String?
    /// With whom.
    public var partner: String?
    /// What crosses the border.
    public var flow: Flow?
    /// The product or the name of the series.
    public var product: String?
    /// Which number of the flow.
    public var measure: Measure?
    /// The unit.
    public var unit: String?
    /// What the figures are counted in.
    public var scale: DecimalScale?

    /// Makes constants; what is not given stands in a column or is not known.
    public init() {}
  }

  /// The encoding.
  public var encoding: TextEncoding
  /// The delimiter and the quote.
  public var dialect: Dialect
  /// How many physical lines stand before the header, or before the data without one.
  public var skippedLines: Int
  /// How many rows the header has, 0 to 4.
  public var headerRows: Int
  /// How many rows stand between the header and the data: units, notes, dates of publication.
  public var rowsAfterHeader: Int
  /// Which of them holds the units, counted from 1; `nil` when none does.
  public var unitsRow: Int?
  /// How many records stand behind the data.
  public var footerRows: Int
  /// The beginning of the first footer record; what follows it is footer too.
  public var footerMarker: String?
  /// How periods and values are arranged.
  public var layout: Layout
  /// The frequency of periods that are written as dates; `nil` where they are not.
  public var dates: DateFrequency?
  /// What stands for a quarter where it could stand for something else; `nil` where nothing does.
  public var quarters: QuarterMark?
  /// The first month of fiscal years, 1 to 12; `nil` where `2023-24` is no year.
  public var fiscalStart: Int?
  /// The decimal mark; `nil` where no number shows it, or where it is a question.
  public var decimalMark: NumberFormat.DecimalMark?
  /// The size of groups of digits.
  public var grouping: NumberFormat.Grouping
  /// The table of words for missing numbers, by its id.
  public var missingWords: String
  /// Whether a dash is zero.
  public var isDashZero: Bool
  /// The table of flags, by its id; `nil` when none stand behind numbers.
  public var flags: String?
  /// What is the same for all rows.
  public var constants: Constants
  /// The columns that are named; in a wide table those of the periods need no entry.
  public var columns: [Column]

  /// Makes a schema of a plain file: UTF-8, commas, one header row, one period a row.
  public init(columns: [Column]) {
    encoding = .utf8
    dialect = .commas
    skippedLines = 0
    headerRows = 1
    rowsAfterHeader = 0
    unitsRow = nil
    footerRows = 0
    footerMarker = nil
    layout = .long
    dates = nil
    quarters = nil
    fiscalStart = nil
    decimalMark = nil
    grouping = .threes
    missingWords = MissingWords.usual.id
    isDashZero = false
    flags = FlagTable.eurostat.id
    constants = Constants()
    self.columns = columns
  }

  /// The parser of periods, which knows when fiscal years begin where the schema says so.
  var periodParser: PeriodParser {
    PeriodParser(fiscalCalendar: fiscalStart.map { FiscalCalendar(firstMonth: $0) })
  }

  /// The format of the numbers; with a decimal point where the mark is not known.
  public var numberFormat: NumberFormat {
    var words = MissingWords.all.first { $0.id == missingWords } ?? .usual
    if isDashZero { words = words.withDashAsZero }
    return NumberFormat(
      decimalMark: decimalMark ?? .point, grouping: grouping, missingWords: words,
      flags: flags.flatMap { id in FlagTable.all.first { $0.id == id } })
  }
}
