public import TradeModel

/// Writes observations as tidy CSV that ``TidyReader`` reads back as the same observations.
///
///     let text = TidyWriter().text(of: dataset.observations)
///
/// Columns are those of the tidy format, and of the optional ones only those that hold something.
/// Values are plain digits without an exponent, as many as are needed to read the same number.
/// Derived figures are left out: they follow from the rules in the manifest, and the format has no
/// place for their uncertainty. Rows stand in the order of the observations.
public struct TidyWriter: Sendable, Hashable {
  /// Makes a writer.
  public init() {}

  /// Returns the table as text, with a header line; the header alone when there is no observation.
  ///
  /// A flow of `other` is written as an empty field, since that is what it is read from; a stock
  /// is dated by its month.
  ///
  /// - Complexity: O(*n*).
  public func text(of observations: [TradeObservation]) -> String {
    text(of: ObservationList(observations))
  }

  /// Returns the table of a list as text.
  ///
  /// - Complexity: O(*n*).
  public func text(of list: ObservationList) -> String {
    var text = ""
    write([list]) { text += $0 }
    return text
  }

  /// Hands on the table of several lists, one behind the other, in parts of about a megabyte.
  ///
  /// - Throws: What the function throws.
  /// - Complexity: O(*n*) time; memory for one part, and each text of the lists once.
  public func write<Failure: Error>(
    _ lists: [ObservationList], to take: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let fields = lists.map { TidyFields($0) }
    var used = UsedColumns()
    for (list, fields) in zip(lists, fields) { used.add(list, fields) }
    let columns = Self.order.filter { used.contains($0) }
    try take(columns.map(\.rawValue).joined(separator: ",") + "\n")
    for (list, fields) in zip(lists, fields) {
      try TidyRows(list, fields, columns).write(room: 1 << 20) { (bytes) throws(Failure) in
        try take(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  private static let order: [TidyColumns.Name] = [
    .period, .reporter, .partner, .flow, .product, .measure, .basis, .value, .unit, .printed,
    .scale, .hedge, .status, .vintage, .source,
  ]
}

/// Which columns of the tidy format hold something.
private struct UsedColumns {
  /// By the place of the column among all.
  private var used = [Bool](repeating: false, count: TidyColumns.Name.allCases.count)

  init() {
    use(.period)
    use(.value)
  }

  func contains(_ column: TidyColumns.Name) -> Bool { used[column.index] }

  mutating func add(_ list: ObservationList, _ fields: TidyFields) {
    // Each text, subject and manner counts once, where a record has it.
    var areas = (false, false, false)
    var subjects = [Bool](repeating: false, count: list.subjects.count)
    var manners = [Bool](repeating: false, count: list.manners.count)
    let printed = list.digits
    let digits = printed.span
    for record in list.records where !fields.areComputed[Int(record.manner)] {
      if fields.texts[Int(record.reporter)].count > 0 { areas.0 = true }
      if fields.texts[Int(record.partner)].count > 0 { areas.1 = true }
      if fields.texts[Int(record.product)].count > 0 { areas.2 = true }
      subjects[Int(record.subject)] = true
      manners[Int(record.manner)] = true
      if fields.plainDigits(of: record, in: digits) == nil { addDigits(of: record, list) }
    }
    if areas.0 { use(.reporter) }
    if areas.1 { use(.partner) }
    if areas.2 { use(.product) }
    for subject in subjects.indices where subjects[subject] {
      let record = ObservationRecord(subject: UInt32(subject))
      for column in TidyFields.ofSubject where fields.hasContent(record, column) { use(column) }
    }
    for manner in manners.indices where manners[manner] {
      let record = ObservationRecord(manner: UInt32(manner))
      for column in TidyFields.ofManner where fields.hasContent(record, column) { use(column) }
    }
  }

  private mutating func addDigits(of record: ObservationRecord, _ list: ObservationList) {
    if contains(.printed), contains(.scale) { return }
    let digits = TidyDigits(list.observation(of: record))
    if !digits.printed.isEmpty { use(.printed) }
    if !digits.scale.isEmpty { use(.scale) }
  }

  private mutating func use(_ column: TidyColumns.Name) { used[column.index] = true }
}
