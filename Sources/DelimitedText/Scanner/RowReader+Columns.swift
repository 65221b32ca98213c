internal import CScanner

extension RowReader {
  /// Puts the keys of a column into an array, one word a row.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - range: The rows.
  ///   - block: The block that was opened.
  ///   - words: Gets the words, from `start` on.
  ///   - start: The index of the first word.
  ///   - coder: Makes words of fields.
  /// - Complexity: O(*n*), besides the looking up of fields longer than a word.
  public mutating func readKeys(
    column: Int, rows range: Range<Int>, in block: borrowing TextBlock,
    into words: inout [UInt64], from start: Int, coder: inout KeyCoder
  ) {
    precondition(start + range.count <= words.count, "there is room for the words of all rows")
    guard isDirect(column, in: block) else {
      for (index, row) in range.enumerated() {
        words[start + index] = coder.word(for: content(row: row, column: column, in: block))
      }
      return
    }
    makeRoom(for: range.count)
    let level = level.rawValue
    let place = ColumnPlace(of: column, rows: range, in: self)
    let unreadCount = unsafe unread.withUnsafeMutableBufferPointer { unread in
      unsafe words.withUnsafeMutableBufferPointer { words in
        unsafe place.withColumn(of: block) { column -> Int in
          guard let target = words.baseAddress, let list = unread.baseAddress else { return 0 }
          return unsafe cscanner_words(level, column, target + start, list)
        }
      }
    }
    for index in 0..<unreadCount {
      let row = Int(unread[index])
      words[start + row] = coder.word(
        for: content(row: range.lowerBound + row, column: column, in: block))
    }
  }

  /// Puts the numbers of a column into an array.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - range: The rows.
  ///   - block: The block that was opened.
  ///   - numbers: Gets the numbers, from its start on.
  /// - Returns: Whether all of them are decimals.
  /// - Complexity: O(*n*).
  @discardableResult
  public mutating func readNumbers(
    column: Int, rows range: Range<Int>, in block: borrowing TextBlock,
    into numbers: inout [FieldNumber]
  ) -> Bool {
    precondition(range.count <= numbers.count, "there is room for the numbers of all rows")
    var areDecimals = true
    guard isDirect(column, in: block) else {
      for (index, row) in range.enumerated() {
        numbers[index] = FieldNumber(reading: content(row: row, column: column, in: block))
        if !numbers[index].isDecimal { areDecimals = false }
      }
      return areDecimals
    }
    makeRoom(for: range.count)
    let level = level.rawValue
    let place = ColumnPlace(of: column, rows: range, in: self)
    let unreadCount = unsafe unread.withUnsafeMutableBufferPointer { unread in
      unsafe significands.withUnsafeMutableBufferPointer { significands in
        unsafe decimals.withUnsafeMutableBufferPointer { decimals in
          unsafe place.withColumn(of: block) { column -> Int in
            guard let list = unread.baseAddress, let digits = significands.baseAddress,
              let behindPoint = decimals.baseAddress
            else { return 0 }
            return unsafe cscanner_decimals(level, column, digits, behindPoint, list)
          }
        }
      }
    }
    for index in 0..<range.count {
      numbers[index] = FieldNumber(
        significand: significands[index], decimals: Int(decimals[index]))
    }
    for index in 0..<unreadCount {
      let row = Int(unread[index])
      numbers[row] = FieldNumber(
        reading: content(row: range.lowerBound + row, column: column, in: block))
      if !numbers[row].isDecimal { areDecimals = false }
    }
    return areDecimals
  }

  /// Whether every field of a column ends before a mark: where lines end in CRLF, the last does not.
  private func isDirect(_ column: Int, in block: borrowing TextBlock) -> Bool {
    block.isRegular && (column < fieldCount - 1 || !block.hasReturns)
  }

  private mutating func makeRoom(for rowCount: Int) {
    guard unread.count < rowCount else { return }
    unread = [Int32](repeating: 0, count: rowCount)
    significands = [Int64](repeating: 0, count: rowCount)
    decimals = [UInt8](repeating: 0, count: rowCount)
  }
}

/// Where the fields of a column stand, for the loops.
private struct ColumnPlace {
  private let ends: [Int32]
  private let rows: [Int32]
  private let range: Range<Int>
  private let column: Int32
  private let quote: Int32

  init(of column: Int, rows range: Range<Int>, in reader: borrowing RowReader) {
    precondition(range.lowerBound >= 0 && range.upperBound <= reader.rowCount, "rows of the block")
    precondition(column >= 0 && column < reader.fieldCount, "a column of the block")
    ends = reader.ends
    rows = reader.rows
    self.range = range
    self.column = Int32(truncatingIfNeeded: column)
    quote = reader.dialect.quote.map { Int32($0) } ?? -1
  }

  @inline(__always)
  func withColumn(
    of block: borrowing TextBlock, _ body: (UnsafePointer<cscanner_column>) -> Int
  ) -> Int {
    unsafe block.storage.withUnsafeBufferPointer { text in
      unsafe ends.withUnsafeBufferPointer { ends in
        unsafe rows.withUnsafeBufferPointer { rows -> Int in
          guard let text = text.baseAddress, let ends = ends.baseAddress,
            let rows = rows.baseAddress
          else { return 0 }
          let place = unsafe cscanner_column(
            text: text + TextBlock.margin, ends: ends, rows: rows + range.lowerBound,
            count: range.count, column: column, quote: quote)
          return unsafe withUnsafePointer(to: place) { unsafe body($0) }
        }
      }
    }
  }
}
