internal import DelimitedText
public import Diagnostics

/// How the cells of one column read under the formats that they may have.
///
///     var column = NumberColumn(name: "value", formats: [.init(), .init(decimalMark: .comma)])
///     column.add("1.234", line: 2)
///     column.isAmbiguous   // true: 1.234 or 1234
public struct NumberColumn: Sendable {
  /// How a column fits one format.
  public struct Fit: Sendable {
    /// The format.
    public let format: NumberFormat
    /// Cells that are numbers.
    public internal(set) var numberCount = 0
    /// Cells with a word for a missing number.
    public internal(set) var missingCount = 0
    /// Cells that are something else.
    public internal(set) var refusedCount = 0
    /// Numbers with a decimal mark.
    public internal(set) var decimalCount = 0
    /// How often each grouping mark was used.
    public internal(set) var groupingCounts: [NumberFormat.GroupingMark: Int] = [:]
    /// The first cell that is something else.
    public internal(set) var firstRefused: Example?

    /// Whether no cell is anything but a number, a missing number or empty.
    public var readsAll: Bool { refusedCount == 0 }
    /// The share of the cells with content that are numbers or words for missing ones, 0 to 1;
    /// 0 without such cells.
    public var share: Double {
      let all = numberCount + missingCount + refusedCount
      return all == 0 ? 0 : Double(numberCount + missingCount) / Double(all)
    }
  }

  /// A cell that shows something.
  public struct Example: Sendable, Hashable {
    /// The text of the cell.
    public let text: String
    /// Its physical line.
    public let line: Int
  }

  /// A cell that two formats read as different numbers.
  public struct Conflict: Sendable, Hashable {
    /// The cell.
    public let example: Example
    /// What each format reads, in the order of the formats.
    public let readings: [String]
  }

  /// The name in the header, or a number.
  public let name: String
  /// One entry for each format.
  public private(set) var fits: [Fit]
  /// Cells without content.
  public private(set) var emptyCount = 0
  /// The first cell that is a number under all formats, and not the same.
  public private(set) var conflict: Conflict?
  /// The first cell that only some formats read as a number, for each of the formats that do.
  public private(set) var decisive: [Example?]

  /// Makes a column without cells.
  public init(name: String, formats: [NumberFormat]) {
    self.name = name
    fits = formats.map { Fit(format: $0) }
    decisive = formats.map { _ in nil }
  }

  /// How many cells have content.
  public var contentCount: Int {
    fits.first.map { $0.numberCount + $0.missingCount + $0.refusedCount } ?? 0
  }

  /// The formats that read all cells, when there is at least one number.
  public var readers: [Int] {
    fits.indices.filter { fits[$0].readsAll && fits[$0].numberCount > 0 }
  }

  /// Whether several formats read all cells, and not as the same numbers.
  public var isAmbiguous: Bool { readers.count > 1 && conflict != nil }

  /// The one format that reads all cells where another one does not, or reads more of them.
  public var decided: Int? {
    let most = fits.map(\.numberCount).max() ?? 0
    let best = fits.indices.filter { fits[$0].numberCount == most }
    return most > 0 && best.count == 1 ? best[0] : nil
  }

  /// Takes a cell.
  public mutating func add(_ text: some StringProtocol, line: Int) {
    if text.utf8.isEmpty {
      emptyCount += 1
      return
    }
    // Digits alone are the same number in every format.
    let digits = text.utf8.dropFirst(text.utf8.first == UInt8(ascii: "-") ? 1 : 0)
    if digits.count <= 15, !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      fits.allSatisfy({ !$0.format.missingWords.haveNumbers })
    {
      for index in fits.indices { fits[index].numberCount += 1 }
      return
    }
    if let mark = Self.onlyMark(digits) {
      for index in fits.indices {
        if fits[index].format.decimalMark == mark {
          fits[index].numberCount += 1
          fits[index].decimalCount += 1
          if decisive[index] == nil {
            decisive[index] = Example(text: String(text), line: line)
          }
        } else {
          fits[index].refusedCount += 1
          if fits[index].firstRefused == nil {
            fits[index].firstRefused = Example(text: String(text), line: line)
          }
        }
      }
      return
    }
    let readings = fits.map { $0.format.read(text) }
    if readings.allSatisfy({ $0 == .empty }) {
      emptyCount += 1
      return
    }
    var known: [String?] = []
    for (index, reading) in readings.enumerated() {
      known.append(nil)
      switch reading {
      case .empty: continue
      case .missing: fits[index].missingCount += 1
      case .number(let number):
        fits[index].numberCount += 1
        if number.hasDecimalMark { fits[index].decimalCount += 1 }
        if let mark = number.groupingMark { fits[index].groupingCounts[mark, default: 0] += 1 }
        known[index] = number.digits + (number.exponent == 0 ? "" : "e\(number.exponent)")
      case .notANumber:
        fits[index].refusedCount += 1
        if fits[index].firstRefused == nil {
          fits[index].firstRefused = Example(text: String(text), line: line)
        }
      }
    }
    let numbers = known.compactMap { $0 }
    if numbers.count == fits.count {
      if conflict == nil, Set(numbers).count > 1 {
        conflict = Conflict(example: Example(text: String(text), line: line), readings: numbers)
      }
    } else {
      for index in fits.indices where known[index] != nil && decisive[index] == nil {
        decisive[index] = Example(text: String(text), line: line)
      }
    }
  }

  /// Takes the cells of a column of a table; rows that lack the column have none.
  mutating func add(column: Int, of table: DelimitedTable, rows: Range<Int>) {
    let room = 1024
    var decimals = [PlainDecimal](repeating: .empty, count: room)
    let areWords = fits.contains { $0.format.missingWords.haveNumbers }
    var start = rows.lowerBound
    while start < rows.upperBound {
      let end = min(start + room, rows.upperBound)
      table.readDecimals(
        column: column, rows: start..<end, mark: UInt8(ascii: "."), into: &decimals, from: 0)
      var whole = 0
      for row in start..<end {
        let decimal = decimals[row - start]
        if decimal.kind == .decimal, decimal.decimals == 0, !areWords {
          whole += 1
        } else if decimal.kind == .decimal, ![0, 3].contains(decimal.decimals), isPointKnown {
          addPoint()
        } else if let text = table[row: row].text(in: column) {
          add(text, line: table[row: row].line)
        }
      }
      // Digits alone are the same number in every format.
      for index in fits.indices { fits[index].numberCount += whole }
      start = end
    }
  }

  /// Whether a number with a decimal point gives no example that there is not already.
  private var isPointKnown: Bool {
    fits.indices.allSatisfy {
      fits[$0].format.decimalMark == .point
        ? decisive[$0] != nil : fits[$0].firstRefused != nil
    }
  }

  /// Takes a number with a decimal point that is no grouping mark.
  private mutating func addPoint() {
    for index in fits.indices {
      if fits[index].format.decimalMark == .point {
        fits[index].numberCount += 1
        fits[index].decimalCount += 1
      } else {
        fits[index].refusedCount += 1
      }
    }
  }

  /// The decimal mark of digits with one mark that is no grouping mark, because not three digits
  /// follow it; `nil` for all other texts, which are read in full.
  private static func onlyMark(_ text: some Collection<UInt8>) -> NumberFormat.DecimalMark? {
    var mark: NumberFormat.DecimalMark?
    var (before, after) = (0, 0)
    for byte in text {
      switch byte {
      case 0x30...0x39: if mark == nil { before += 1 } else { after += 1 }
      case UInt8(ascii: ".") where mark == nil: mark = .point
      case UInt8(ascii: ",") where mark == nil: mark = .comma
      default: return nil
      }
    }
    return before > 0 && before + after <= 18 && after > 0 && after != 3 ? mark : nil
  }

  /// The question that an ambiguous column asks, with the id `number.ambiguous`; `nil` for others.
  public func question(file: String) -> Diagnostic? {
    guard isAmbiguous, let conflict else { return nil }
    let readings = conflict.readings.joined(separator: " or ")
    let options = fits.map { "--decimal-\($0.format.decimalMark.rawValue)" }
    return Diagnostic(
      "number.ambiguous", .error, at: InputLocation(file: file, line: conflict.example.line),
      "every number of column \(name.quoted) can be read in two ways, found "
        + "\(conflict.example.text.quoted), which is \(readings)",
      hint: "say which with \(options.joined(separator: " or ")), or with \"decimal\" in a schema")
  }
}
