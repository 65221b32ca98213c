internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// Reads rows of a table whose texts were all read before, from what they were read as then.
///
/// What a row says beside its numbers depends on the texts of a few columns, and a long table
/// repeats them. So each part of an observation is kept for the texts it was read from, the first
/// time by the reader of the format, and looked up from then on. A cell with anything that was not
/// met before, and one whose number needs a closer look, is left to that reader, whose work this
/// never replaces: only what it read without a word about it is taken as known.
///
/// Rows are worked on column by column, some at a time, so that the tables of one column stay in
/// the nearest cache.
struct KnownRows {
  /// The columns that a part of an observation is read from.
  struct Source {
    let columns: [Int]
    /// Whether it depends on the column of the value too.
    var dependsOnValue = false
  }

  /// All parts of an observation but the number and its place.
  struct Sources {
    let reporter: Source
    let partner: Source
    let product: Source
    let subject: Source
    let period: Source
    let manner: Source
  }

  private let table: DelimitedTable
  private let bytes: [UInt8]
  private let values: [Int]
  private let fieldCount: Int
  private let decimalMark: UInt8
  private let isPlain: Bool
  /// Whether anything is kept; tests read the same without.
  var isLearning = true
  /// The columns that are empty in every row that is known.
  private let emptyColumns: [Int]
  private var parts: [Part]
  /// The columns of all parts, with the words of the rows at work.
  private var columns: [Column]
  private var empties: [[UInt64]]
  private var places: [RowPlace]
  private var decimals: [PlainDecimal]
  /// The first of the rows at work.
  private var first = 0

  /// How many rows are worked on at a time.
  let room: Int

  private struct Column {
    let index: Int
    var coder = KeyCoder()
    var words: [UInt64]

    mutating func read(_ rows: Range<Int>, of table: DelimitedTable) {
      table.readKeys(column: index, rows: rows, into: &words, coder: &coder)
    }
  }

  /// What the texts of some columns were read as.
  private struct Part {
    let columns: [Int]
    let dependsOnValue: Bool
    var numberings: [WordNumbering]
    /// For each row at work the number of its texts.
    var numbers: [UInt32]
    /// By the number of the texts and the value's column.
    var known: [UInt32] = []

    mutating func number(_ all: [Column], count: Int) {
      for row in 0..<count { numbers[row] = 0 }
      for (place, column) in columns.enumerated() {
        numberings[place].extend(&numbers, with: all[column].words, count: count)
      }
    }
  }

  private static let unknown = UInt32.max

  /// Makes a reader that knows nothing yet.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - values: The columns of values.
  ///   - sources: Where the parts are read from.
  ///   - fieldCount: How many fields a row has.
  ///   - emptyColumns: The columns that have to be empty.
  ///   - decimalMark: The decimal mark of the numbers.
  ///   - isPlain: Whether digits are always a number; they could be a word for a missing one.
  init(
    _ table: DelimitedTable, values: [Int], _ sources: Sources, fieldCount: Int,
    emptyColumns: [Int] = [], decimalMark: UInt8 = UInt8(ascii: "."), isPlain: Bool = true
  ) {
    self.table = table
    bytes = table.bytes
    self.values = values
    self.fieldCount = fieldCount
    self.decimalMark = decimalMark
    self.isPlain = isPlain
    self.emptyColumns = emptyColumns
    let room = max(16, 1024 / max(values.count, 1))
    self.room = room
    let words = [UInt64](repeating: 0, count: room)
    let all = [
      sources.reporter, sources.partner, sources.product, sources.subject, sources.period,
      sources.manner,
    ]
    let used = Set(all.flatMap(\.columns)).sorted()
    columns = used.map { Column(index: $0, words: words) }
    parts = all.map { source in
      Part(
        columns: source.columns.compactMap { used.firstIndex(of: $0) },
        dependsOnValue: source.dependsOnValue,
        numberings: source.columns.map { _ in WordNumbering() },
        numbers: [UInt32](repeating: 0, count: room))
    }
    empties = emptyColumns.map { _ in words }
    places = [RowPlace](repeating: .none, count: room)
    decimals = [PlainDecimal](repeating: .empty, count: room * values.count)
  }

  /// Takes rows to work.
  ///
  /// - Precondition: There are at most ``room`` of them.
  mutating func open(_ rows: Range<Int>) {
    first = rows.lowerBound
    table.readPlaces(rows: rows, fieldCount: fieldCount, into: &places)
    for index in columns.indices { columns[index].read(rows, of: table) }
    var coder = KeyCoder()
    for (index, column) in emptyColumns.enumerated() {
      table.readKeys(column: column, rows: rows, into: &empties[index], coder: &coder)
    }
    for (index, column) in values.enumerated() {
      table.readDecimals(
        column: column, rows: rows, mark: decimalMark, into: &decimals, from: index * room)
    }
    for part in parts.indices { parts[part].number(columns, count: rows.count) }
  }

  /// Adds the observation of a value, if everything that names it was read before.
  ///
  /// - Returns: Whether it was added.
  mutating func append(row: Int, value: Int, to list: inout ObservationList) -> Bool {
    let row = row - first
    let decimal = decimals[value * room + row]
    guard places[row].isEven, decimal.kind != .other else { return false }
    let kind = decimal.kind == .empty ? 1 : 0
    guard isPlain || kind == 1 else { return false }
    var record = ObservationRecord()
    guard known(0, row, value, 0, &record.reporter), known(1, row, value, 0, &record.partner),
      known(2, row, value, 0, &record.product), known(3, row, value, 0, &record.subject),
      known(4, row, value, 0, &record.period), known(5, row, value, kind, &record.manner),
      empties.allSatisfy({ $0[row] == KeyCoder.emptyWord })
    else { return false }
    if kind == 0 {
      let scale = list.manners[Int(record.manner)].scale ?? .one
      let exponent = scale.exponent - Int(decimal.decimals)
      guard -22...22 ~= exponent else { return false }
      // Both are doubles themselves, so that one multiplication or division rounds once.
      let power = Self.powersOfTen[abs(exponent)]
      record.value =
        exponent < 0 ? Double(decimal.significand) / power : Double(decimal.significand) * power
      record.digitStart = UInt64(list.digits.count)
      record.digitCount = UInt32(decimal.count)
      let start = decimal.start
      list.append(digits: bytes[start..<start + Int(decimal.count)], mark: decimalMark)
    }
    let place = places[row]
    record.line = UInt32(place.line)
    record.column = decimal.column
    record.number = place.number == place.line ? 0 : UInt32(place.number)
    list.records.append(record)
    return true
  }

  /// Whether all cells of values of a row at work are empty.
  func hasNoFigures(row: Int) -> Bool {
    values.indices.allSatisfy { decimals[$0 * room + row - first].kind == .empty }
  }

  /// Keeps what the texts of a row were read as: the last observation of a list, which was made of
  /// one of its values.
  mutating func learn(row: Int, value: Int, from list: ObservationList) {
    let row = row - first
    let decimal = decimals[value * room + row]
    guard isLearning, let record = list.records.last, places[row].isEven, decimal.kind != .other,
      empties.allSatisfy({ $0[row] == KeyCoder.emptyWord })
    else { return }
    let manner = list.manners[Int(record.manner)]
    // A plain number has a figure that is the value itself.
    guard decimal.kind == .empty ? manner.isMissing : manner.isExact && manner.words == nil
    else { return }
    keep(record.reporter, 0, row, value, 0)
    keep(record.partner, 1, row, value, 0)
    keep(record.product, 2, row, value, 0)
    keep(record.subject, 3, row, value, 0)
    keep(record.period, 4, row, value, 0)
    keep(record.manner, 5, row, value, decimal.kind == .empty ? 1 : 0)
  }

  /// Where a part is kept: by texts, value column and, for the manner, whether there is a number.
  private func slot(_ part: Int, _ row: Int, _ value: Int, _ kind: Int) -> Int {
    let number = Int(parts[part].numbers[row])
    let column = parts[part].dependsOnValue ? number &* values.count &+ value : number
    return part == 5 ? column &* 2 &+ kind : column
  }

  private func known(
    _ part: Int, _ row: Int, _ value: Int, _ kind: Int, _ number: inout UInt32
  ) -> Bool {
    let slot = slot(part, row, value, kind)
    guard slot < parts[part].known.count else { return false }
    number = parts[part].known[slot]
    return number != Self.unknown
  }

  private mutating func keep(
    _ number: UInt32, _ part: Int, _ row: Int, _ value: Int, _ kind: Int
  ) {
    let slot = slot(part, row, value, kind)
    let missing = slot + 1 - parts[part].known.count
    if missing > 0 {
      parts[part].known += [UInt32](
        repeating: Self.unknown, count: max(missing, parts[part].known.count))
    }
    parts[part].known[slot] = number
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
