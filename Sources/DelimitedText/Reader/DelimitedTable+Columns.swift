/// Where a row stands.
public struct RowPlace: Sendable {
  /// The physical line, counted from 1.
  public let line: Int
  /// The number of the record, counted from 1.
  public let number: Int
  /// Whether the row has as many fields as were expected, all in one line.
  public let isEven: Bool

  /// No row, to make room with.
  public static let none = RowPlace(line: 0, number: 0, isEven: false)
}

/// Columns of some rows at a time, for work that looks at every cell of a long table.
extension DelimitedTable {
  /// Puts the places of rows into an array, from its start on.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - fieldCount: How many fields a row should have.
  ///   - places: Gets the places.
  /// - Precondition: The rows exist, and there is room for them.
  /// - Complexity: O(*n*) for *n* rows.
  public func readPlaces(
    rows: Range<Int>, fieldCount: Int, into places: inout [RowPlace]
  ) {
    let text = storage.text
    let marks = text.records
    let records = marks.span
    for (position, row) in rows.enumerated() {
      let index = firstRow + row
      let fields = text.fieldIndices(ofRecord: index)
      let line = records[index].line
      var isEven = fields.count == fieldCount
      let isFollowed = index + 1 < records.count && records[index + 1].line == line + 1
      if isEven, !isFollowed {
        isEven = fields.allSatisfy { !text.fields[$0].flags.contains(.spansLines) }
      }
      places[position] = RowPlace(line: line, number: index + 1, isEven: isEven)
    }
  }

  /// Puts the keys of a column into an array, one word a row; a row that lacks the field has the
  /// word of the empty text.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - rows: The rows.
  ///   - words: Gets the words, from its start on.
  ///   - coder: Makes words of fields.
  /// - Precondition: The rows exist, and there is room for them.
  /// - Complexity: O(*n*) for *n* bytes.
  public func readKeys(
    column: Int, rows: Range<Int>, into words: inout [UInt64], coder: inout KeyCoder
  ) {
    let text = storage.text
    let content = storage.bytes
    let bytes = content.span
    for (position, row) in rows.enumerated() {
      let fields = text.fieldIndices(ofRecord: firstRow + row)
      guard column < fields.count else {
        words[position] = KeyCoder.emptyWord
        continue
      }
      let mark = text.fields[fields.lowerBound + column]
      if let range = mark.contentRange {
        words[position] = coder.word(in: bytes, range)
      } else {
        words[position] = coder.word(for: mark.content(in: storage.bytes, dialect: dialect))
      }
    }
  }

  /// Puts the numbers of a column into an array, as far as they show without a closer look.
  ///
  /// - Parameters:
  ///   - column: The index of the column.
  ///   - rows: The rows.
  ///   - mark: The decimal mark.
  ///   - decimals: Gets the numbers.
  ///   - start: The index of the first number.
  /// - Precondition: The rows exist, and there is room for them.
  /// - Complexity: O(*n*) for *n* bytes.
  public func readDecimals(
    column: Int, rows: Range<Int>, mark: UInt8, into decimals: inout [PlainDecimal],
    from start: Int
  ) {
    let text = storage.text
    let content = storage.bytes
    let bytes = content.span
    for (position, row) in rows.enumerated() {
      let fields = text.fieldIndices(ofRecord: firstRow + row)
      guard column < fields.count else {
        decimals[start + position] = PlainDecimal(.other, column: 0)
        continue
      }
      let field = text.fields[fields.lowerBound + column]
      let place = field.start - text.fields[fields.lowerBound].start + 1
      if let range = field.contentRange {
        decimals[start + position] = PlainDecimal(bytes, range, column: place, mark: mark)
      } else {
        decimals[start + position] = PlainDecimal(.other, column: place)
      }
    }
  }
}
