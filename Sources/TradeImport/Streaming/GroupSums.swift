internal import DelimitedText

/// Sums by groups: in cells as long as the keys have few different texts, else in a table.
struct GroupSums: Sendable {
  /// `nil` when there are too many combinations.
  private var cells: CellTable?
  /// Empty as long as there are cells.
  private var table: GroupTable

  init(keyCount: Int) {
    cells = CellTable(columnCount: keyCount)
    table = GroupTable(keyCount: keyCount)
  }

  /// Adds the numbers of rows to their groups.
  ///
  /// - Parameters:
  ///   - numbers: The numbers; only decimals are added, of the other rows the group is made.
  ///   - keys: The keys of the rows.
  ///   - groups: Gets the group of each row that counts.
  ///   - new: Gets keys that may not have been met before, in the order of the rows.
  mutating func add(
    _ numbers: [FieldNumber], _ keys: borrowing KeyBlock, groups: inout [Int32],
    new: inout [NewKey]
  ) {
    if cells?.find(keys, into: &groups, new: &new) == true {
      cells?.add(numbers, keys, to: groups)
      return
    }
    giveUpCells()
    table.find(keys, into: &groups, new: &new)
    table.add(numbers, keys, to: groups)
  }

  /// Adds a number that is not a decimal to a group.
  mutating func add(wide value: Double, toGroup group: Int) {
    if cells?.add(wide: value, toCell: group) == nil { table.add(wide: value, toGroup: group) }
  }

  /// Adds the groups of other sums, whose keys are translated.
  mutating func add(_ other: GroupSums, translating: (UInt64) -> UInt64) {
    if let more = other.cells, cells?.add(more, translating: translating) == true { return }
    giveUpCells()
    table.add(other.cells.map { GroupTable($0) } ?? other.table, translating: translating)
  }

  private mutating func giveUpCells() {
    guard let cells else { return }
    table = GroupTable(cells)
    self.cells = nil
  }

  /// Whether there are more groups than allowed.
  mutating func hasMore(than limit: Int) -> Bool {
    cells?.hasMore(than: limit) ?? (table.count > limit)
  }

  /// The sums of some of the listed groups by their first keys alone.
  func projected(_ chosen: [Int32], keyCount: Int) -> GroupList {
    (cells.map { GroupTable($0) } ?? table).projected(chosen, keyCount: keyCount).listed
  }

  /// The groups, one behind the other.
  var listed: GroupList {
    guard let cells else { return table.listed }
    let groups = cells.groups
    return GroupList(
      keys: cells.columns.enumerated().map { column, numbering in
        GroupList.Key(
          ofGroup: groups.map { Int32(truncatingIfNeeded: cells.number(ofCell: $0, column)) },
          words: numbering.numbered)
      },
      values: groups.map { cells.value(ofCell: $0) })
  }
}

extension GroupTable {
  /// The groups, one behind the other.
  fileprivate var listed: GroupList {
    GroupList(
      keys: (0..<keyCount).map { column in
        let (numbers, words) = numbers(ofKey: column)
        return GroupList.Key(ofGroup: numbers, words: words)
      },
      values: (0..<count).map { value(ofGroup: $0) })
  }
}

/// The groups of a table with their sums.
struct GroupList: Sendable {
  /// One of the keys: the number of the word of each group, and the words.
  struct Key: Sendable {
    let ofGroup: [Int32]
    let words: [UInt64]
  }

  let keys: [Key]
  /// An infinity where a sum is beyond the range of `Double`; `nil` where there is no number.
  let values: [Double?]

  /// The indices of the groups in the order of their keys.
  ///
  /// - Parameters:
  ///   - ranks: For each column to sort by, the most important first, the ranks of the groups, and
  ///     how many ranks there are.
  ///   - count: How many groups there are.
  /// - Returns: The indices.
  static func order(ranks: [(ofGroup: [Int32], count: Int)], count: Int) -> [Int32] {
    var order = (0..<Int32(count)).map { $0 }
    var target = order
    // Sorting by the least important column first keeps its order among equals of the others.
    for rank in ranks.reversed() {
      var starts = [Int32](repeating: 0, count: rank.count + 1)
      for value in rank.ofGroup { starts[Int(value) + 1] += 1 }
      for index in 1..<starts.count { starts[index] += starts[index - 1] }
      for group in order {
        let value = Int(rank.ofGroup[Int(group)])
        target[Int(starts[value])] = group
        starts[value] += 1
      }
      swap(&order, &target)
    }
    return order
  }
}
