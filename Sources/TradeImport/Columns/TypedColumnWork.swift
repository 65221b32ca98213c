internal import DelimitedText
internal import Diagnostics
internal import TimeSeries

/// Reads one column of a ``TypedTable``, some rows at a time, and keeps those that count.
struct TypedColumnWork {
  /// A field that cannot be read as asked for.
  struct Problem {
    /// The row among those at work.
    let row: Int
    let id: String
    /// What is wrong, behind the name of the column.
    let text: String
    let hint: String?
  }

  /// What is wrong with the rows at work.
  private(set) var problems: [Problem] = []
  private let kind: TypedColumn.Kind
  private var text = TextColumn()
  private var numbers = NumberColumnValues()
  private var periods = PeriodColumn()

  private var words: [UInt64]
  private var parts: [FieldNumber]
  private var areDecimals = true
  private var coder = KeyCoder()
  private var known: [UInt64: Int32] = [:]
  private var numbering = KeyNumbering(bits: 10)
  private var cells: [Int32]
  private let inOrder: [Int32]
  private let parser = PeriodParser()

  init(_ kind: TypedColumn.Kind, room: Int) {
    self.kind = kind
    words = [UInt64](repeating: 0, count: kind == .number ? 0 : room)
    parts = [FieldNumber](repeating: FieldNumber(.empty), count: kind == .number ? room : 0)
    cells = [Int32](repeating: 0, count: kind == .period ? room : 0)
    inOrder = (0..<Int32(kind == .period ? room : 0)).map { $0 }
  }

  /// The rows that were kept.
  var column: TypedColumn {
    switch kind {
    case .text: .text(text)
    case .number: .number(numbers)
    case .period: .period(periods)
    }
  }

  /// Reads the fields of some rows.
  mutating func read(
    _ position: Int, _ range: Range<Int>, of block: borrowing TextBlock, _ reader: inout RowReader
  ) {
    problems.removeAll(keepingCapacity: true)
    switch kind {
    case .text:
      reader.readKeys(
        column: position, rows: range, in: block, into: &words, from: 0, coder: &text.coder)
    case .number:
      areDecimals = reader.readNumbers(column: position, rows: range, in: block, into: &parts)
      if !areDecimals { judgeNumbers(position, range, block, reader) }
    case .period:
      reader.readKeys(
        column: position, rows: range, in: block, into: &words, from: 0, coder: &coder)
      readPeriods(range.count)
    }
  }

  private mutating func judgeNumbers(
    _ position: Int, _ range: Range<Int>, _ block: borrowing TextBlock, _ reader: RowReader
  ) {
    for index in 0..<range.count {
      let kind = parts[index].kind
      guard kind == .notANumber || kind == .tooLarge else { continue }
      let found = String(
        decoding: reader.content(row: range.lowerBound + index, column: position, in: block),
        as: UTF8.self)
      problems.append(
        kind == .tooLarge
          ? Problem(
            row: index, id: "typed.number-range",
            text: "is too large, found \(found.quoted), expected less than 1.8e308", hint: nil)
          : Problem(
            row: index, id: "typed.number",
            text: "is not a number, found \(found.quoted), expected digits with '.'",
            hint: PlainNumber.hint(for: found)))
    }
  }

  /// Finds the indices of periods; each text is read once.
  private mutating func readPeriods(_ count: Int) {
    for index in 0..<count { cells[index] = 0 }
    numbering.look(0..<count, of: inOrder, in: words, from: 0, bit: 0, into: &cells)
    for index in 0..<count where cells[index] < 0 {
      let word = words[index]
      if let number = numbering[word] ?? known[word].map(Int.init) {
        cells[index] = Int32(number)
        continue
      }
      let bytes = coder.text(of: word)
      let found = String(decoding: bytes, as: UTF8.self)
      do throws(PeriodError) {
        let period = bytes.isEmpty ? nil : try parser.parse(found)
        let number = Int32(periods.periods.count)
        periods.periods.append(period)
        // A numbering that is full is helped out by the dictionary.
        if number > numbering.numbered.count || !numbering.add(word) { known[word] = number }
        cells[index] = number
      } catch {
        problems.append(
          Problem(
            row: index, id: "typed.period",
            text: "is not a period, found \(found.quoted), expected a form such as 2024, 2024-Q3 "
              + "or 2024-09", hint: error.hint))
      }
    }
  }

  /// Keeps the rows that were read, without those that are refused.
  mutating func keep(
    _ range: Range<Int>, of block: borrowing TextBlock, _ position: Int, _ reader: RowReader,
    isRefused: [Bool]?
  ) {
    let rows = 0..<range.count
    switch kind {
    case .text:
      if let isRefused {
        for row in rows where !isRefused[row] { text.words.append(words[row]) }
      } else {
        text.words += words[rows]
      }
    case .period:
      if let isRefused {
        for row in rows where !isRefused[row] { periods.indices.append(cells[row]) }
      } else {
        periods.indices += cells[rows]
      }
    case .number:
      let powers = Self.powersOfTen
      for row in rows where isRefused.map({ !$0[row] }) ?? true {
        let part = parts[row]
        if part.isDecimal, part.significand.magnitude < 1 << 53 {
          // Both are doubles themselves, so that the division rounds once.
          numbers.values.append(Double(part.significand) / powers[part.decimals])
          continue
        }
        if part.kind == .empty {
          numbers.missingRows.append(numbers.values.count)
          numbers.values.append(0)
        } else {
          let content = reader.content(row: range.lowerBound + row, column: position, in: block)
          numbers.values.append(NumberScanner.double(content.span) ?? 0)
        }
      }
    }
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18,
  ]
}
