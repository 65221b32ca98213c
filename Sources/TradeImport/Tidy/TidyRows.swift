internal import TradeModel

/// Writes the rows of a list of observations.
struct TidyRows {
  private let list: ObservationList
  private let fields: TidyFields
  /// The columns of the tidy format that the table has, in their order.
  private let columns: [TidyColumns.Name]
  /// How long a row can be without its digits.
  private let rowLimit: Int

  init(_ list: ObservationList, _ fields: TidyFields, _ columns: [TidyColumns.Name]) {
    self.list = list
    self.fields = fields
    self.columns = columns
    rowLimit = columns.count * (fields.longest + 1)
  }

  /// Hands all rows on in parts of some size.
  ///
  /// - Throws: What the function throws.
  func write<Failure: Error>(
    room: Int, to take: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var bytes = [UInt8](repeating: 0, count: max(room, rowLimit + 64))
    var index = 0
    while index < list.records.count {
      let (next, count, others) = fill(&bytes, from: index)
      if count > 0 { try take(bytes[..<count]) }
      index = next
      if let others {
        // A row that alone does not fit.
        if others.count + rowLimit > bytes.count {
          bytes = [UInt8](repeating: 0, count: others.count + rowLimit)
        }
      }
    }
  }

  /// Writes rows until there is no room for another one.
  ///
  /// - Returns: The first record that is not written, how many bytes there are, and the digits of
  ///   the next row where it did not fit because of them.
  private func fill(
    _ bytes: inout [UInt8], from first: Int
  ) -> (next: Int, count: Int, others: TidyDigits?) {
    let (fieldBytes, digitBytes, all) = (fields.bytes, list.digits, list.records)
    let (known, printed, records) = (fieldBytes.span, digitBytes.span, all.span)
    let names = columns.span
    var target = bytes.mutableSpan
    var position = 0
    for index in first..<records.count {
      let record = records[index]
      if fields.areComputed[Int(record.manner)] { continue }
      let digits = fields.plainDigits(of: record, in: printed)
      let others = digits == nil ? TidyDigits(list.observation(of: record)) : nil
      if position + rowLimit + (digits?.count ?? others?.count ?? 0) > target.count {
        return (index, position, others)
      }
      for place in names.indices {
        if place > 0 {
          target[position] = UInt8(ascii: ",")
          position &+= 1
        }
        let column = names[place]
        let piece = fields.piece(record, column)
        for offset in piece.start..<piece.start &+ piece.count {
          target[position] = known[offset]
          position &+= 1
        }
        if let digits {
          guard column == .value else { continue }
          for offset in digits {
            target[position] = printed[offset]
            position &+= 1
          }
        } else {
          for byte in others?.field(column) ?? [] {
            target[position] = byte
            position &+= 1
          }
        }
      }
      target[position] = UInt8(ascii: "\n")
      position &+= 1
    }
    return (records.count, position, nil)
  }
}
