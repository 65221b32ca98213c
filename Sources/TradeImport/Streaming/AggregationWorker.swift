internal import DelimitedText
internal import Diagnostics

/// What one worker adds up: the sums of its blocks, and what it found in them.
struct AggregationWorker: Sendable {
  /// Where a text was met first.
  struct FirstPlace: Sendable {
    let offset: Int
    let location: InputLocation
  }

  var sums: GroupSums
  var coder = KeyCoder()
  var account = AggregationAccount()
  var problems = RowProblems()
  /// The periods, when there is growth, each with its first place.
  var periods: [UInt64: FirstPlace] = [:]
  /// The first key that is not UTF-8.
  var foreignKey: FirstPlace?

  let layout: AggregationLayout
  let file: String
  private let measureName: String
  private let filterWords: [[UInt64]]
  private var reader: RowReader
  private var keys: KeyBlock
  private var filterKeys: [UInt64]
  private var numbers: [FieldNumber]
  private var groups: [Int32]
  private var newKeys: [NewKey] = []
  private var untrusted: Set<Int> = []

  /// How many rows are worked on at a time: their words stay in the nearest cache.
  private static let room = 256

  init(_ plan: AggregationPlan, _ layout: AggregationLayout, file: String) {
    self.layout = layout
    self.file = file
    measureName = plan.measure
    sums = GroupSums(keyCount: layout.keys.count)
    reader = RowReader(fieldCount: layout.fieldCount, dialect: plan.dialect)
    let room = AggregationWorker.room
    keys = KeyBlock(columnCount: layout.keys.count, room: room)
    filterKeys = [UInt64](repeating: 0, count: layout.filters.isEmpty ? 0 : room)
    numbers = [FieldNumber](repeating: FieldNumber(.empty), count: room)
    groups = [Int32](repeating: 0, count: room)
    var coder = KeyCoder()
    filterWords = layout.filters.map { filter in
      filter.values.map { coder.word(for: $0[...]) }
    }
    self.coder = coder
  }

  /// Adds the rows of a block.
  mutating func add(_ block: borrowing TextBlock, from start: Int) {
    reader.open(block, from: start)
    let expected = layout.fieldCount
    for record in reader.unequal {
      account.read += 1
      account.reported += 1
      report("csv.unequal-fields", .error, at: record.start, in: block) {
        record.diagnostic(at: $0, expected: expected)
      }
    }
    noteIrregularFields(of: block, from: start)
    var first = 0
    while first < reader.rowCount {
      let end = min(first + AggregationWorker.room, reader.rowCount)
      addRows(first..<end, of: block)
      first = end
    }
  }

  private mutating func addRows(_ range: Range<Int>, of block: borrowing TextBlock) {
    for (index, column) in layout.keys.enumerated() {
      reader.readKeys(
        column: column, rows: range, in: block, into: &keys.words, from: index * keys.room,
        coder: &coder)
    }
    let areDecimals = reader.readNumbers(
      column: layout.measure, rows: range, in: block, into: &numbers)
    account.read += range.count
    keys.take(range.count)
    if !untrusted.isEmpty { dropUntrusted(range, block) }
    for (index, filter) in layout.filters.enumerated() {
      reader.readKeys(
        column: filter.column, rows: range, in: block, into: &filterKeys, from: 0, coder: &coder)
      let count = keys.rowCount
      keys.keep { filterWords[index].contains(filterKeys[$0]) }
      account.filtered += count - keys.rowCount
    }
    if !areDecimals { dropBadNumbers(range, block) }
    sums.add(numbers, keys, groups: &groups, new: &newKeys)
    if !newKeys.isEmpty { noteNewKeys(range, block) }
    if areDecimals {
      account.aggregated += keys.rowCount
    } else {
      addOthers(range, block)
    }
  }

  /// Drops and reports rows whose measure is not a number.
  private mutating func dropBadNumbers(_ range: Range<Int>, _ block: borrowing TextBlock) {
    for row in keys.rows[..<keys.rowCount] {
      let kind = numbers[Int(row)].kind
      guard kind == .notANumber || kind == .tooLarge else { continue }
      account.reported += 1
      let field = range.lowerBound + Int(row)
      let start = reader.fieldRange(row: field, column: layout.measure, in: block).lowerBound
      let content = Array(reader.content(row: field, column: layout.measure, in: block))
      let name = measureName
      report(
        kind == .tooLarge ? "aggregate.number-range" : "aggregate.number", .error, at: start,
        in: block
      ) { location in
        let text = String(decoding: content, as: UTF8.self)
        return kind == .tooLarge
          ? Diagnostic(
            "aggregate.number-range", .error, at: location,
            "\(name) is too large, found \(text.quoted), expected less than 1.8e308")
          : Diagnostic(
            "aggregate.number", .error, at: location,
            "\(name) is not a number, found \(text.quoted), expected digits with '.'",
            hint: PlainNumber.hint(for: text))
      }
    }
    keys.keep {
      let kind = numbers[$0].kind
      return kind != .notANumber && kind != .tooLarge
    }
  }

  /// Adds numbers that are not decimals, and counts those that are missing.
  private mutating func addOthers(_ range: Range<Int>, _ block: borrowing TextBlock) {
    for index in 0..<keys.rowCount {
      let row = Int(keys.rows[index])
      switch numbers[row].kind {
      case .empty: account.missing += 1
      case .wide:
        let text = reader.content(
          row: range.lowerBound + row, column: layout.measure, in: block)
        sums.add(wide: NumberScanner.double(text.span) ?? 0, toGroup: Int(groups[index]))
        account.aggregated += 1
      default: account.aggregated += 1
      }
    }
  }

  /// Looks at keys that were not there before.
  private mutating func noteNewKeys(_ range: Range<Int>, _ block: borrowing TextBlock) {
    for key in newKeys {
      let (row, column) = (range.lowerBound + key.row, layout.keys[key.column])
      if key.column == layout.periodKey, periods[key.word] == nil {
        periods[key.word] = place(row: row, column: column, in: block)
      }
      guard foreignKey == nil, key.word & 0x8080_8080_8080_8080 != 0 else { continue }
      if String(validating: coder.text(of: key.word), as: UTF8.self) == nil {
        foreignKey = place(row: row, column: column, in: block)
      }
    }
    newKeys.removeAll(keepingCapacity: true)
  }

  // MARK: Findings

  /// Reports fields that break the rules for quotes; rows with a quote that is not closed are not
  /// trusted.
  private mutating func noteIrregularFields(of block: borrowing TextBlock, from start: Int) {
    untrusted.removeAll(keepingCapacity: true)
    for field in reader.irregularFields(of: block, from: start) {
      let diagnostic = field.diagnostic(at: InputLocation(file: file))
      if field.isError { untrusted.insert(field.recordStart) }
      report(diagnostic.id, diagnostic.severity, at: field.position, in: block) {
        field.diagnostic(at: $0)
      }
    }
  }

  private mutating func dropUntrusted(_ range: Range<Int>, _ block: borrowing TextBlock) {
    let count = keys.rowCount
    keys.keep {
      !untrusted.contains(reader.start(ofRow: range.lowerBound + $0, in: block))
    }
    account.reported += count - keys.rowCount
  }

  private mutating func report(
    _ id: String, _ severity: Severity, at position: Int, in block: borrowing TextBlock,
    _ make: (InputLocation) -> Diagnostic
  ) {
    let offset = block.offset + position
    guard problems.keeps(offset) else {
      problems.count(id, severity)
      return
    }
    problems.add(id, severity, at: offset, make(location(of: position, in: block)))
  }

  private func location(of position: Int, in block: borrowing TextBlock) -> InputLocation {
    let (line, column) = block.place(of: position)
    return InputLocation(file: file, line: line, column: column)
  }

  private func place(row: Int, column: Int, in block: borrowing TextBlock) -> FirstPlace {
    let position = reader.fieldRange(row: row, column: column, in: block).lowerBound
    return FirstPlace(
      offset: block.offset + position, location: location(of: position, in: block))
  }
}
