internal import DelimitedText

/// The keys of the rows of a table, to tell how many of them are different.
///
/// A key is the texts of some columns. Columns are numbered together as long as that gives few
/// numbers, so that a key is a few numbers and the tables of each fit into a cache.
struct RowKeys {
  private let table: DelimitedTable
  private let data: Range<Int>
  /// For each row the numbers of its texts, which name the row together.
  private var parts: [[UInt32]] = []
  /// How many different keys there are.
  private(set) var distinct: Int

  private static let room = 1024
  private static let fewNumbers = 1 << 16

  /// Makes keys without columns: all are the same.
  init(_ table: DelimitedTable, _ data: Range<Int>) {
    self.table = table
    self.data = data
    distinct = min(data.count, 1)
  }

  /// The keys with some columns more.
  func joined(with columns: [Int]) -> RowKeys {
    var joined = self
    joined.add(columns)
    joined.count()
    return joined
  }

  /// Numbers the texts of columns, each behind the one before it or as the start of a new part.
  private mutating func add(_ columns: [Int]) {
    var starts: Set<Int> = columns.first.map { [$0] } ?? []
    while let tooMany = add(columns, starts) { starts.insert(tooMany) }
  }

  /// Adds columns as parts that start at some of them.
  ///
  /// - Returns: The column that gives too many numbers behind the one before it; nothing is added
  ///   then.
  private mutating func add(_ columns: [Int], _ starts: Set<Int>) -> Int? {
    var added: [[UInt32]] = []
    var coders = columns.map { _ in KeyCoder() }
    var numberings = columns.map { _ in WordNumbering() }
    var words = [UInt64](repeating: 0, count: Self.room)
    for _ in starts { added.append([UInt32](repeating: 0, count: data.count)) }
    var start = 0
    while start < data.count {
      let end = min(start + Self.room, data.count)
      let rows = data.lowerBound + start..<data.lowerBound + end
      var part = -1
      for (place, column) in columns.enumerated() {
        let startsPart = starts.contains(column)
        if startsPart { part += 1 }
        table.readKeys(column: column, rows: rows, into: &words, coder: &coders[place])
        numberings[place].extend(&added[part], from: start, with: words, count: end - start)
        if !startsPart, numberings[place].count > Self.fewNumbers { return column }
      }
      start = end
    }
    parts += added
    if parts.count == 1 { distinct = max(numberings.last?.count ?? 0, distinct) }
    return nil
  }

  private mutating func count() {
    guard parts.count > 1 else { return }
    var hashes = [UInt64](repeating: 0, count: data.count)
    for part in parts {
      for row in hashes.indices {
        let hash = (hashes[row] ^ UInt64(part[row])) &* 0x9E37_79B9_7F4A_7C15
        hashes[row] = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
      }
    }
    let (parts, known) = (parts, hashes)
    var repeats = 0
    Repeats.find(data.count) { row in
      known[row]
    } isEqual: { row, other in
      parts.allSatisfy { $0[row] == $0[other] }
    } found: { _, _ in
      repeats += 1
    }
    distinct = data.count - repeats
  }
}
