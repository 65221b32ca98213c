public import Diagnostics

/// A field of a block that breaks the rules for quotes.
public struct IrregularField: Sendable {
  /// Where its record starts in the block.
  public let recordStart: Int
  /// Where the trouble is.
  public let position: Int
  /// What was seen.
  public let flags: FieldFlags
  let finding: DelimitedFinding

  /// Whether the record cannot be trusted, because a quote in it is not closed.
  public var isError: Bool { finding.severity == .error }
  /// Makes the finding at a place.
  public func diagnostic(at location: InputLocation) -> Diagnostic {
    finding.diagnostic(at: location)
  }
}

extension UnequalRecord {
  /// Makes the finding at a place.
  public func diagnostic(at location: InputLocation, expected: Int) -> Diagnostic {
    DelimitedFinding.unequalFields(
      found: fieldCount, expected: expected, reference: "the header",
      endsInDelimiter: endsInDelimiter && fieldCount == expected + 1
    ).diagnostic(at: location)
  }
}

extension RowReader {
  /// The fields of a block that break the rules for quotes, from a place on; none in a block that
  /// is regular.
  ///
  /// - Complexity: O(*n*) in a block that is not regular.
  public func irregularFields(of block: borrowing TextBlock, from start: Int) -> [IrregularField] {
    guard !block.isRegular else { return [] }
    var found: [IrregularField] = []
    var record = 0
    let text = block.text
    for index in text.irregularFields where index < text.fields.count {
      while record + 1 < text.records.count, text.records[record + 1].firstField <= index {
        record += 1
      }
      let recordStart = text.fields[text.records[record].firstField].start - TextBlock.margin
      if recordStart < start { continue }
      found.append(judge(text.fields[index], recordStart: recordStart, in: block))
    }
    return found
  }

  private func judge(
    _ field: FieldMark, recordStart: Int, in block: borrowing TextBlock
  ) -> IrregularField {
    let quote = dialect.quote ?? 0
    let name = String(UnicodeScalar(quote)).quoted
    let whole = String(decoding: block.storage[field.range], as: UTF8.self)
    let finding: DelimitedFinding
    var position = field.start
    if field.flags.contains(.unclosedQuote) {
      let end = TextBlock.margin + block.count
      let next = singleQuote(quote, in: block, from: field.start + 1, to: end)
      finding = .unclosedQuote(
        quote: name, nextQuoteLine: next.map { block.place(of: $0 - TextBlock.margin).line })
    } else if field.flags.contains(.textAfterQuote) {
      let closing = singleQuote(quote, in: block, from: field.start + 1, to: field.end)
      position = (closing ?? field.start) + 1
      finding = .textAfterQuote(
        text: String(decoding: block.storage[position..<field.end], as: UTF8.self).quoted,
        delimiter: String(UnicodeScalar(dialect.delimiter)).quoted)
    } else {
      position = block.storage[field.range].firstIndex(of: quote) ?? field.start
      finding = .strayQuote(quote: name, field: whole.quoted)
    }
    return IrregularField(
      recordStart: recordStart, position: position - TextBlock.margin, flags: field.flags,
      finding: finding)
  }

  /// The next quote that is not written twice.
  private func singleQuote(
    _ quote: UInt8, in block: borrowing TextBlock, from start: Int, to end: Int
  ) -> Int? {
    var position = start
    while position < end {
      if block.storage[position] != quote {
        position += 1
      } else if position + 1 < end, block.storage[position + 1] == quote {
        position += 2
      } else {
        return position
      }
    }
    return nil
  }
}

extension TextBlock {
  /// Where the first record that is not a blank line ends; `nil` when there is none.
  public var firstRecordEnd: Int? {
    if !isRegular {
      guard text.records.count > 1 else { return text.records.isEmpty ? nil : recordsEnd }
      return text.fields[text.records[1].firstField].start - TextBlock.margin
    }
    var isBlank = true
    for position in 0..<markedCount {
      let byte = storage[TextBlock.margin + position]
      let isMarked = structure[position / 64] >> UInt64(position % 64) & 1 == 1
      if isMarked, byte == Byte.lineFeed {
        if !isBlank { return min(position + 1, count) }
      } else if byte != Byte.carriageReturn {
        isBlank = false
      }
    }
    return nil
  }
}
