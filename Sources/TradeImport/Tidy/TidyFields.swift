internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// The fields of tidy CSV that a list of observations needs, each written once.
struct TidyFields {
  /// A part of the bytes.
  struct Piece {
    let start: Int
    let count: Int

    static let empty = Piece(start: 0, count: 0)
  }

  /// All fields, one behind the other, quoted where they must be.
  private(set) var bytes: [UInt8] = []
  /// How many bytes the longest field has.
  private(set) var longest = 0
  /// By the number of the text, the period, the subject and the manner.
  private(set) var texts: [Piece] = []
  private(set) var periods: [Piece] = []
  /// By the number of the subject and of the manner, all columns of one behind those of another.
  private var subjects: [Piece] = []
  private var manners: [Piece] = []
  /// By the number of the manner: whether nothing is written of it, because a rule made it.
  private(set) var areComputed: [Bool] = []
  /// By the number of the manner: whether its digits as printed are the value itself.
  private(set) var areExact: [Bool] = []

  static let ofSubject: [TidyColumns.Name] = [
    .flow, .measure, .basis, .unit, .vintage, .source,
  ]
  static let ofManner: [TidyColumns.Name] = [.hedge, .status]

  init(_ list: ObservationList) {
    let writer = DelimitedWriter()
    texts.reserveCapacity(list.textCount)
    for number in 0..<list.textCount {
      texts.append(add(list.textBytes(UInt32(number)), writer))
    }
    periods = list.periods.map { add($0.description, writer) }
    subjects = list.subjects.flatMap { subject in
      Self.ofSubject.map { add(Self.text(subject, $0), writer) }
    }
    manners = list.manners.flatMap { manner in
      Self.ofManner.map { column in
        add(column == .hedge ? manner.hedge?.rawValue ?? "" : manner.status.description, writer)
      }
    }
    areComputed = list.manners.map {
      $0.status.contains(.derived) && $0.scale == nil && $0.words == nil
    }
    areExact = list.manners.map { $0.scale == .one && $0.isExact }
  }

  /// The field of a column; empty for those that hold the number.
  @inline(__always)
  func piece(_ record: ObservationRecord, _ column: TidyColumns.Name) -> Piece {
    switch column {
    case .period: periods[Int(record.period)]
    case .reporter: texts[Int(record.reporter)]
    case .partner: texts[Int(record.partner)]
    case .product: texts[Int(record.product)]
    case .flow: subjects[Int(record.subject) * 6 + 0]
    case .measure: subjects[Int(record.subject) * 6 + 1]
    case .basis: subjects[Int(record.subject) * 6 + 2]
    case .unit: subjects[Int(record.subject) * 6 + 3]
    case .vintage: subjects[Int(record.subject) * 6 + 4]
    case .source: subjects[Int(record.subject) * 6 + 5]
    case .hedge: manners[Int(record.manner) * 2 + 0]
    case .status: manners[Int(record.manner) * 2 + 1]
    case .series, .value, .printed, .scale: .empty
    }
  }

  /// Whether a record has something in a column.
  func hasContent(_ record: ObservationRecord, _ column: TidyColumns.Name) -> Bool {
    piece(record, column).count > 0
  }

  /// The digits of a value whose digits as printed say all of it; `nil` for any other.
  func plainDigits(of record: ObservationRecord, in digits: Span<UInt8>) -> Range<Int>? {
    let start = Int(record.digitStart)
    let range = start..<start + Int(record.digitCount)
    guard areExact[Int(record.manner)] else { return nil }
    return TidyNumber.isShortest(digits.extracting(range)) ? range : nil
  }

  private static func text(
    _ subject: ObservationRecord.Subject, _ column: TidyColumns.Name
  ) -> String {
    switch column {
    case .flow: subject.flow == .other ? "" : subject.flow.rawValue
    case .measure: subject.measure == .value ? "" : subject.measure.rawValue
    case .basis: subject.basis.description
    case .unit: subject.unit.code
    case .vintage: subject.vintage?.description ?? ""
    default: subject.source
    }
  }

  private mutating func add(_ text: String, _ writer: DelimitedWriter) -> Piece {
    add(Array(text.utf8), writer)
  }

  private mutating func add(_ text: [UInt8], _ writer: DelimitedWriter) -> Piece {
    let start = bytes.count
    writer.append(field: text, to: &bytes)
    longest = max(longest, bytes.count - start)
    return Piece(start: start, count: bytes.count - start)
  }
}
