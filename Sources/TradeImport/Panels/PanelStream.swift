internal import DelimitedText
public import Diagnostics
public import TimeSeries

/// The series of a plain panel, `series,period,value`, one after the other, read in parts.
///
/// The rows of a series stand together, in any order of their periods, so that only one series and
/// one part of the file are held at a time.
///
/// A row that cannot be read makes its series one without values and is reported with its place;
/// the others are read on.
public struct PanelStream {
  /// One series of the panel.
  public struct Item: Sendable {
    /// The name.
    public let name: String
    /// The values; `nil` when a row of the series cannot be read.
    public let series: Series?
    /// What is wrong with it; `nil` when it was read.
    public let problem: Diagnostic?
  }

  private var lines: PanelLines
  private let kind: SeriesKind
  private let parser: PeriodParser
  private let columns: (series: Int, period: Int, value: Int)
  private var knownPeriods: [String: Period] = [:]
  private var names: Set<String> = []
  private var waiting: [Item] = []
  private var open: OpenSeries?

  /// A series whose rows are being read.
  private struct OpenSeries {
    let name: String
    var rows: [(Period, Observation)] = []
    var periods: Set<Period> = []
    var problem: Diagnostic?
  }

  /// Whether the first line of a file is that of a plain panel: the three columns, and no other.
  public static func isHeader(_ bytes: [UInt8]) -> Bool {
    columns(of: DelimitedReader().read(firstLine(of: bytes), file: "")) != nil
  }

  private static func firstLine(of bytes: [UInt8]) -> [UInt8] {
    Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
  }

  private static func columns(
    of table: DelimitedTable
  ) -> (series: Int, period: Int, value: Int)? {
    guard table.names.count == 3, let series = table.column(named: "series"),
      let period = table.column(named: "period"), let value = table.column(named: "value")
    else { return nil }
    return (series, period, value)
  }

  /// Starts to read; `nil` when the first line is not that of a plain panel.
  ///
  /// - Parameters:
  ///   - source: The bytes.
  ///   - file: The name for messages.
  ///   - kind: What the values measure.
  ///   - blockSize: How many bytes are read at a time.
  /// - Throws: What the source throws.
  public init?(
    _ source: any ByteSource, file: String, kind: SeriesKind = .flow, blockSize: Int = 1 << 18
  ) throws {
    self.kind = kind
    parser = PeriodParser()
    lines = PanelLines(source, file: file, blockSize: blockSize)
    guard let first = try lines.next(), let columns = Self.columns(of: first) else { return nil }
    self.columns = columns
    for record in first.rows { read(record) }
  }

  /// Returns the next series, at most so many; none at the end.
  public mutating func next(_ count: Int) throws -> [Item] {
    while waiting.count < count, let table = try lines.next() {
      for record in table.rows { read(record) }
    }
    if lines.isAtEnd, waiting.count < count { close() }
    let items = Array(waiting.prefix(count))
    waiting.removeFirst(items.count)
    return items
  }

  private mutating func close() {
    guard let open else { return }
    self.open = nil
    let series =
      open.problem == nil
      ? Series(open.name, kind: kind, open.rows) : nil
    waiting.append(Item(name: open.name, series: series, problem: open.problem))
  }

  private mutating func read(_ record: DelimitedRecord) {
    let name = record.text(in: columns.series) ?? ""
    if open?.name != name {
      close()
      let isNew = names.insert(name).inserted
      let problem =
        isNew
        ? nil
        : problem(
          "panel.scattered", record, columns.series,
          "the rows of series '\(name.prefix(40))' do not stand together",
          hint: "sort the file by series")
      open = OpenSeries(name: name, problem: problem)
    }
    guard open?.problem == nil else { return }
    do throws(Problem) {
      let row = try row(record)
      if open?.periods.insert(row.0).inserted == false {
        throw Problem(
          diagnostic: problem(
            "panel.duplicate", record, columns.period, "second value for \(row.0)"))
      }
      open?.rows.append(row)
    } catch {
      open?.problem = error.diagnostic
    }
  }

  /// What is wrong with a row.
  private struct Problem: Error {
    let diagnostic: Diagnostic
  }

  private mutating func row(_ record: DelimitedRecord) throws(Problem) -> (Period, Observation) {
    guard record.count == 3 else {
      throw Problem(
        diagnostic: problem(
          "panel.fields", record, 0, "found \(record.count) fields, expected 3"))
    }
    let period = try period(record)
    let text = record.text(in: columns.value) ?? ""
    if text.isEmpty { return (period, Observation(missing: .unknown)) }
    guard let value = Self.number(text) else {
      throw Problem(
        diagnostic: problem(
          "panel.number", record, columns.value,
          "value '\(text.prefix(40))' is not a number, expected digits with '.'"))
    }
    return (period, Observation(value))
  }

  private mutating func period(_ record: DelimitedRecord) throws(Problem) -> Period {
    let text = record.text(in: columns.period) ?? ""
    if let known = knownPeriods[text] { return known }
    do throws(PeriodError) {
      let period = try parser.parse(text)
      knownPeriods[text] = period
      return period
    } catch {
      throw Problem(
        diagnostic: problem(
          "panel.period", record, columns.period, error.description, hint: error.hint))
    }
  }

  private static func number(_ text: String) -> Double? {
    // Double also reads nan, inf and hexadecimal numbers.
    guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text),
      value.isFinite
    else { return nil }
    return value
  }

  private func problem(
    _ id: String, _ record: DelimitedRecord, _ column: Int, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    let place = record.location(in: column)
    return Diagnostic(
      id, .error,
      at: InputLocation(
        file: place.file, line: place.line.map { $0 + lines.linesBefore }, column: place.column),
      message, hint: hint)
  }
}
