internal import DelimitedText

/// Sums of groups whose keys have few different texts: a cell for each combination of them.
///
/// Each column numbers its words, and the numbers together are the index of a cell. Months, partners
/// and flows need some hundred thousand cells of eight bytes, which stay near the processor, and no
/// key is compared. With too many combinations the table refuses, and a ``GroupTable`` does the work.
///
/// A cell counts 10^-6 in 64 bits; what does not fit goes to ``WideSums``, so that nothing is lost.
struct CellTable: Sendable {
  private(set) var columns: [KeyNumbering]
  /// Zero where there is no group, 1 where a group has no number in its cell; else the sum above
  /// ``zero``, less than 2^62 in size.
  private var cells: [UInt64]
  private var wide = WideSums()
  /// How many bits together are below those of each column.
  private var positions: [Int32]
  private var countIsAtMost = 0

  /// A cell with a sum of zero.
  private static let zero = UInt64(1) << 63
  private static let quarter = UInt64(1) << 62
  private static let mostBits = 20
  private static let decimals = 6
  /// How many units a number with so many decimals counts; zero for those that go to the wide sums.
  private static let scales: [Int64] = (0...WideSums.decimals).map {
    $0 <= decimals ? WideSums.powersOfTen[decimals - $0] : 0
  }
  private static let unitsOfWide = Int128(1_000_000_000_000)

  /// Makes a table; `nil` when there are too many columns.
  init?(columnCount: Int) {
    guard columnCount <= CellTable.mostBits else { return nil }
    columns = (0..<columnCount).map { _ in KeyNumbering(bits: 1) }
    positions = (0..<Int32(columnCount)).map { $0 }
    cells = [UInt64](repeating: 0, count: 1 << columnCount)
  }

  // MARK: Keys

  /// Finds the cells of rows, and gives new words a number.
  ///
  /// - Returns: `false` when there are too many combinations.
  mutating func find(
    _ keys: borrowing KeyBlock, into groups: inout [Int32], new: inout [NewKey]
  ) -> Bool {
    guard !look(keys, into: &groups) else { return true }
    for index in 0..<keys.rowCount where groups[index] < 0 {
      for column in columns.indices {
        let word = keys[column, index]
        guard columns[column][word] == nil else { continue }
        new.append(NewKey(column: column, word: word, row: Int(keys.rows[index])))
        guard number(word, column) else { return false }
      }
    }
    return look(keys, into: &groups)
  }

  /// Finds the cells of rows; those with a word that has no number are negative.
  ///
  /// - Returns: Whether all were found.
  private func look(_ keys: borrowing KeyBlock, into groups: inout [Int32]) -> Bool {
    let range = 0..<keys.rowCount
    for index in range { groups[index] = 0 }
    for (column, numbering) in columns.enumerated() {
      // A word without a number gives -1, whose sign stays whatever comes after it.
      numbering.look(
        range, of: keys.rows, in: keys.words, from: column * keys.room,
        bit: Int(positions[column]), into: &groups)
    }
    let span = groups.span
    var all: Int32 = 0
    for index in range { all |= span[index] }
    return all >= 0
  }

  /// Gives a word its number, and makes room where that needs more bits.
  private mutating func number(_ word: UInt64, _ column: Int) -> Bool {
    while !columns[column].add(word) {
      guard columns[column].bits < KeyNumbering.mostBits,
        columns.reduce(1, { $0 + $1.bits }) <= CellTable.mostBits
      else { return false }
      widen(column)
    }
    return true
  }

  /// Doubles the numbers of a column: the bits above them move up by one.
  private mutating func widen(_ column: Int) {
    let below = 1 << (Int(positions[column]) + columns[column].bits) - 1
    columns[column] = columns[column].widened()
    for later in columns.indices where later > column { positions[later] += 1 }
    func target(_ cell: Int) -> Int { cell & below | (cell & ~below) << 1 }
    var moved = [UInt64](repeating: 0, count: cells.count * 2)
    for cell in cells.indices where cells[cell] != 0 { moved[target(cell)] = cells[cell] }
    cells = moved
    wide.move(room: wide.room * 2, target)
  }

  // MARK: Sums

  /// Adds the numbers of rows whose cells are known.
  mutating func add(_ numbers: [FieldNumber], _ keys: borrowing KeyBlock, to groups: [Int32]) {
    countIsAtMost += keys.rowCount
    // The array is taken out, so that it is checked to be our own once and not at every row.
    var own: [UInt64] = []
    swap(&own, &cells)
    var special: [Int] = []
    var cells = own.mutableSpan
    let table = CellTable.scales
    let scales = table.span
    let numbers = numbers.span
    let rows = keys.rows.span
    let groups = groups.span
    for index in 0..<keys.rowCount {
      let number = numbers[Int(rows[index])]
      let cell = Int(groups[index])
      let known = cells[cell]
      let scale = number.isDecimal ? scales[number.decimals] : 0
      let (units, isTooLarge) = number.significand.multipliedReportingOverflow(by: scale)
      let sum =
        (known < 2 ? CellTable.zero : known) &+ UInt64(bitPattern: units)
      // Beyond a half of the range on both sides of zero, also when it went around.
      if scale == 0 || isTooLarge || sum &- CellTable.quarter >= CellTable.zero {
        special.append(index)
      } else {
        cells[cell] = sum
      }
    }
    swap(&own, &self.cells)
    for index in special { add(numbers[Int(rows[index])], toCell: Int(groups[index])) }
  }

  /// Adds a number that does not fit into a cell, and makes the group of a row without a decimal.
  private mutating func add(_ number: FieldNumber, toCell cell: Int) {
    guard number.isDecimal else {
      cells[cell] = max(cells[cell], 1)
      return
    }
    let scale = WideSums.powersOfTen[WideSums.decimals - number.decimals]
    addWide(Int128(number.significand) * Int128(scale), toCell: cell)
  }

  /// Adds a number that is not a decimal to the group of a cell.
  mutating func add(wide value: Double, toCell cell: Int) {
    addWide(0, toCell: cell)
    wide.add(value, at: cell)
  }

  /// Moves what a cell holds to the wide sums, with more.
  private mutating func addWide(_ units: Int128, toCell cell: Int) {
    wide.grow(to: cells.count)
    wide.add(units: CellTable.units(ofCell: cells[cell]), at: cell)
    wide.add(units: units, at: cell)
    cells[cell] = CellTable.zero
  }

  /// What a cell holds, in 10^-18.
  private static func units(ofCell cell: UInt64) -> Int128 {
    cell < 2 ? 0 : Int128(Int64(bitPattern: cell &- zero)) * unitsOfWide
  }

  // MARK: Groups

  /// Whether there are more groups than allowed.
  mutating func hasMore(than limit: Int) -> Bool {
    if countIsAtMost > limit { countIsAtMost = cells.count { $0 != 0 } }
    return countIsAtMost > limit
  }

  /// The cells with a group, in order.
  var groups: [Int] { cells.indices.filter { cells[$0] != 0 } }

  /// The number of the word that a column has in a cell.
  func number(ofCell cell: Int, _ column: Int) -> Int {
    cell >> Int(positions[column]) & (1 << columns[column].bits - 1)
  }

  /// Whether a number is in the sum of a cell.
  func hasNumber(_ cell: Int) -> Bool { cells[cell] > 1 }

  /// The sum of a cell, rounded once; `nil` when no number is in it.
  func value(ofCell cell: Int) -> Double? {
    guard hasNumber(cell) else { return nil }
    let units = Int64(bitPattern: cells[cell] &- CellTable.zero)
    let wideUnits = Int128(units) * CellTable.unitsOfWide
    if wide.room > 0 { return wide.value(at: cell, with: wideUnits) }
    // An integer below 2^53 divided by an exact power of ten rounds once.
    return units.magnitude < 1 << 53 ? Double(units) / 1e6 : WideSums.value(ofUnits: wideUnits)
  }

  /// The sums of some cells, one behind the other.
  func sums(ofCells cells: [Int]) -> WideSums {
    var sums = WideSums()
    sums.grow(to: cells.count)
    for (index, cell) in cells.enumerated() {
      sums.add(units: CellTable.units(ofCell: self.cells[cell]), at: index)
      if wide.room > 0 { sums.add(wide, from: cell, at: index) }
    }
    return sums
  }

  /// Adds the groups of another table, whose keys are translated.
  ///
  /// - Returns: `false` when there are too many combinations; then no group was added.
  mutating func add(_ other: CellTable, translating: (UInt64) -> UInt64) -> Bool {
    var numbers: [[Int]] = []
    for (column, numbering) in other.columns.enumerated() {
      let words = numbering.numbered.map(translating)
      for word in words { guard number(word, column) else { return false } }
      numbers.append(words.map { columns[column][$0] ?? 0 })
    }
    for source in other.groups {
      var cell = 0
      for column in columns.indices {
        cell |= numbers[column][other.number(ofCell: source, column)] << Int(positions[column])
      }
      let (own, added) = (cells[cell], other.cells[source])
      // Two sums of less than 2^62 do not go around.
      let sum = (own < 2 ? CellTable.zero : own) &+ (added < 2 ? 0 : added &- CellTable.zero)
      if max(own, added) == 1 {
        cells[cell] = 1
      } else if sum &- CellTable.quarter < CellTable.zero {
        cells[cell] = sum
      } else {
        addWide(CellTable.units(ofCell: added), toCell: cell)
      }
      if other.wide.room > 0 {
        wide.grow(to: cells.count)
        wide.add(other.wide, from: source, at: cell)
      }
    }
    countIsAtMost += other.countIsAtMost
    return true
  }
}
