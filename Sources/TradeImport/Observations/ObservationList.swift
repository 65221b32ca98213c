internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
public import TradeModel

/// Observations in their order, each of them a few numbers.
///
///     let result = FormatRegistry().readAny(text)
///     result.observations.count
///     result.observations.first?.key.label   // made when it is asked for
///
/// What repeats (areas, products, flows, units, periods) is kept once, and so are the printed
/// digits, one behind the other. An element is made of them each time it is asked for: walk over
/// the list once rather than ask for the same element again.
///
/// Memory: 56 bytes an observation, its digits, and each text once.
public struct ObservationList: Sendable, RandomAccessCollection {
  var records: [ObservationRecord] = []
  /// The printed digits of all records.
  private(set) var digits: [UInt8] = []
  private var coder = KeyCoder()
  private var texts = WordNumbering()
  private(set) var subjects: [ObservationRecord.Subject] = []
  private(set) var periods: [Period] = []
  private(set) var manners: [ObservationRecord.Manner] = []
  private var subjectNumbers: [ObservationRecord.Subject: UInt32] = [:]
  private var periodNumbers: [Period: UInt32] = [:]
  private var mannerNumbers: [ObservationRecord.Manner: UInt32] = [:]

  /// Makes a list without observations.
  public init() {}

  /// Makes a list of observations.
  ///
  /// - Complexity: O(*n*).
  public init(_ observations: some Sequence<TradeObservation>) {
    for observation in observations { append(observation) }
  }

  /// Always 0.
  public var startIndex: Int { 0 }
  /// How many observations there are.
  public var endIndex: Int { records.count }

  /// The observation at a position, counted from 0.
  ///
  /// - Precondition: The position is in `0..<count`.
  /// - Complexity: O(1).
  public subscript(position: Int) -> TradeObservation { observation(of: records[position]) }

  /// The observation of a record.
  func observation(of record: ObservationRecord) -> TradeObservation {
    let subject = subjects[Int(record.subject)]
    let manner = manners[Int(record.manner)]
    let figure = manner.scale.flatMap {
      PublishedFigure(
        printed: String(decoding: digits(of: record), as: UTF8.self), scale: $0,
        hedge: manner.figureHedge)
    }
    return TradeObservation(
      key: SeriesKey(
        reporter: text(record.reporter), partner: text(record.partner), flow: subject.flow,
        product: text(record.product), measure: subject.measure, basis: subject.basis,
        unit: subject.unit),
      period: periods[Int(record.period)],
      observation: manner.isMissing
        ? Observation(missing: manner.status) : Observation(record.value, manner.status),
      figure: figure, words: manner.words, hedge: manner.hedge,
      halfUnit: manner.halfUnit, vintage: subject.vintage, source: subject.source,
      location: location(of: record, in: manner.file))
  }

  /// The digits of a record as they are printed.
  func digits(of record: ObservationRecord) -> ArraySlice<UInt8> {
    let start = Int(record.digitStart)
    return digits[start..<start + Int(record.digitCount)]
  }

  /// How many texts there are; they are numbered from 0.
  var textCount: Int { texts.count }

  /// The bytes of a text.
  func textBytes(_ number: UInt32) -> [UInt8] { coder.text(of: texts.words[Int(number)]) }

  private func text(_ number: UInt32) -> String {
    String(decoding: textBytes(number), as: UTF8.self)
  }

  private func location(of record: ObservationRecord, in file: String) -> InputLocation {
    func known(_ number: UInt32) -> Int? { number == 0 ? nil : Int(number) }
    return InputLocation(
      file: file, line: known(record.line), column: known(record.column),
      record: known(record.number))
  }

  // MARK: Adding

  /// Makes room for so many observations.
  mutating func reserveCapacity(_ count: Int) { records.reserveCapacity(count) }

  /// Adds an observation.
  mutating func append(_ observation: borrowing TradeObservation) {
    let last = records.last
    var record = ObservationRecord()
    record.reporter = number(ofText: observation.key.reporter)
    record.partner = number(ofText: observation.key.partner)
    record.product = number(ofText: observation.key.product)
    record.subject = Self.number(
      of: ObservationRecord.Subject(
        flow: observation.key.flow, measure: observation.key.measure,
        basis: observation.key.basis, unit: observation.key.unit, vintage: observation.vintage,
        source: observation.source), in: &subjects, &subjectNumbers, last: last?.subject)
    record.period = Self.number(
      of: observation.period, in: &periods, &periodNumbers, last: last?.period)
    let figure = observation.figure
    let usual = figure?.halfUnit ?? 0
    record.manner = Self.number(
      of: ObservationRecord.Manner(
        isMissing: observation.observation.value == nil, status: observation.observation.status,
        scale: figure?.scale, figureHedge: figure?.hedge, hedge: observation.hedge,
        words: observation.words,
        halfUnit: observation.halfUnit == usual ? nil : observation.halfUnit,
        isExact: figure.map { $0.value == observation.observation.value } ?? false,
        file: observation.location.file), in: &manners, &mannerNumbers, last: last?.manner)
    record.value = observation.observation.value ?? 0
    if let figure {
      record.digitStart = UInt64(digits.count)
      digits += figure.text.utf8
      record.digitCount = UInt32(digits.count - Int(record.digitStart))
    }
    record.line = UInt32(observation.location.line ?? 0)
    record.column = UInt32(observation.location.column ?? 0)
    record.number = UInt32(observation.location.record ?? 0)
    records.append(record)
  }

  /// Adds the digits of a record, with a point for the decimal mark.
  mutating func append(digits bytes: ArraySlice<UInt8>, mark: UInt8) {
    if mark == UInt8(ascii: ".") {
      digits += bytes
    } else {
      digits += bytes.map { $0 == mark ? UInt8(ascii: ".") : $0 }
    }
  }

  /// Removes the observations at some positions.
  mutating func remove(_ positions: Set<Int>) {
    var kept: [ObservationRecord] = []
    kept.reserveCapacity(records.count - positions.count)
    for index in records.indices where !positions.contains(index) { kept.append(records[index]) }
    records = kept
  }

  private mutating func number(ofText text: String) -> UInt32 {
    texts.number(of: coder.word(for: text.utf8Span.span))
  }

  /// The number of a value, which often is that of the record before.
  private static func number<Value: Hashable>(
    of value: Value, in values: inout [Value], _ numbers: inout [Value: UInt32], last: UInt32?
  ) -> UInt32 {
    if let last, values[Int(last)] == value { return last }
    if let known = numbers[value] { return known }
    let number = UInt32(values.count)
    values.append(value)
    numbers[value] = number
    return number
  }
}

extension ImportAccount {
  /// Counts the observations of a list as values, or as missing for their reasons.
  mutating func add(_ list: ObservationList) {
    var counts = [Int](repeating: 0, count: list.manners.count)
    for record in list.records { counts[Int(record.manner)] += 1 }
    for (count, manner) in zip(counts, list.manners) where count > 0 {
      if manner.isMissing {
        let status = Observation(missing: manner.status).status
        missing[status.missingReason.name, default: 0] += count
      } else {
        values += count
      }
    }
  }
}
