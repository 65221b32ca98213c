internal import DelimitedText
internal import Diagnostics
internal import TimeSeries

/// Takes the columns of a ``TypedTable`` out of blocks, one after the other.
struct TypedTableWork {
  private let names: [String]
  private let file: String
  private let positions: [Int]
  private var columns: [TypedColumnWork]
  private var reader: RowReader
  private var problems = RowProblems()
  private var rowCount = 0
  private var refusedCount = 0
  /// The rows at work that are left out.
  private var isRefused: [Bool]

  /// How many rows are worked on at a time: their words stay in the nearest cache.
  private static let room = 1024

  init(
    kinds: [TypedColumn.Kind], positions: [Int], fieldCount: Int, names: [String],
    dialect: Dialect, file: String
  ) {
    self.names = names
    self.file = file
    self.positions = positions
    columns = kinds.map { TypedColumnWork($0, room: TypedTableWork.room) }
    reader = RowReader(fieldCount: fieldCount, dialect: dialect)
    isRefused = [Bool](repeating: false, count: TypedTableWork.room)
  }

  /// Adds the rows of a block.
  mutating func add(_ block: borrowing TextBlock, from start: Int) {
    reader.open(block, from: start)
    let expected = reader.fieldCount
    for record in reader.unequal {
      refusedCount += 1
      report("csv.unequal-fields", .error, at: record.start, in: block) {
        record.diagnostic(at: $0, expected: expected)
      }
    }
    var untrusted: Set<Int> = []
    for field in reader.irregularFields(of: block, from: start) {
      let diagnostic = field.diagnostic(at: InputLocation(file: file))
      if field.isError { untrusted.insert(field.recordStart) }
      report(diagnostic.id, diagnostic.severity, at: field.position, in: block) {
        field.diagnostic(at: $0)
      }
    }
    var first = 0
    while first < reader.rowCount {
      let end = min(first + TypedTableWork.room, reader.rowCount)
      addRows(first..<end, of: block, untrusted)
      first = end
    }
  }

  private mutating func addRows(
    _ range: Range<Int>, of block: borrowing TextBlock, _ untrusted: Set<Int>
  ) {
    var refused = 0
    if !untrusted.isEmpty {
      for row in range where untrusted.contains(reader.start(ofRow: row, in: block)) {
        isRefused[row - range.lowerBound] = true
        refused += 1
      }
    }
    for index in columns.indices {
      columns[index].read(positions[index], range, of: block, &reader)
      for problem in columns[index].problems where !isRefused[problem.row] {
        isRefused[problem.row] = true
        refused += 1
        let row = range.lowerBound + problem.row
        let place = reader.fieldRange(row: row, column: positions[index], in: block).lowerBound
        let name = names[index]
        report(problem.id, .error, at: place, in: block) {
          Diagnostic(problem.id, .error, at: $0, "\(name) \(problem.text)", hint: problem.hint)
        }
      }
    }
    for index in columns.indices {
      columns[index].keep(
        range, of: block, positions[index], reader, isRefused: refused > 0 ? isRefused : nil)
    }
    rowCount += range.count - refused
    refusedCount += refused
    if refused > 0 { for index in isRefused.indices { isRefused[index] = false } }
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
    let (line, column) = block.place(of: position)
    problems.add(
      id, severity, at: offset, make(InputLocation(file: file, line: line, column: column)))
  }

  /// The table of all rows that were added.
  func table(_ findings: [Diagnostic]) -> TypedTable {
    TypedTable(
      columns: Dictionary(uniqueKeysWithValues: zip(names, columns.map(\.column))),
      rowCount: rowCount, refusedCount: refusedCount,
      diagnostics: findings + problems.diagnostics(file: file))
  }
}
