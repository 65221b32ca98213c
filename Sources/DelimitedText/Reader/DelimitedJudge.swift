internal import Diagnostics

/// Compares what was tokenized with the rules and collects findings.
struct DelimitedJudge {
  let storage: DelimitedStorage
  let header: HeaderRule

  private var text: TokenizedText { storage.text }
  private var file: InputLocation { InputLocation(file: storage.file) }

  /// Returns all findings, those about the whole file first, then by place.
  func findings() -> [Diagnostic] {
    let judged = bytesFindings() + recordsFindings() + headerFindings() + fieldFindings()
    return judged.sorted { place($0) < place($1) }  // the order of equal places is kept
  }

  private func place(_ diagnostic: Diagnostic) -> (Int, Int) {
    (diagnostic.location?.line ?? 0, diagnostic.location?.column ?? 0)
  }

  // MARK: Bytes

  private func bytesFindings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    let bytes = storage.bytes
    if let offset = bytes.firstIndex(of: 0) {
      let count = bytes[offset...].count { $0 == 0 }
      findings.append(
        DelimitedFinding.nulBytes(offset: offset, count: count)
          .diagnostic(at: storage.location(ofOffset: offset)))
    }
    if let (offset, count) = invalidUTF8() {
      findings.append(
        DelimitedFinding.notUTF8(byte: bytes[offset], offset: offset, count: count)
          .diagnostic(at: storage.location(ofOffset: offset)))
    }
    return findings
  }

  /// Returns where the first sequence stands that is not UTF-8, and how many there are.
  private func invalidUTF8() -> (offset: Int, count: Int)? {
    var start = storage.textStart
    var first: Int?
    var count = 0
    let bytes = storage.bytes
    while start < bytes.count {
      let rest = bytes.span.extracting(start..<bytes.count)
      do {
        _ = try UTF8Span(validating: rest)
        break
      } catch {
        first = first ?? start + error.byteOffsets.lowerBound
        count += 1
        start += error.byteOffsets.upperBound
      }
    }
    return first.map { ($0, count) }
  }

  // MARK: Records

  private func recordsFindings() -> [Diagnostic] {
    guard !text.records.isEmpty else {
      return [DelimitedFinding.empty(byteCount: storage.bytes.count).diagnostic(at: file)]
    }
    var findings: [Diagnostic] = []
    if text.blankLineCount > 0 {
      let first = InputLocation(file: storage.file, line: text.firstBlankLine, column: 1)
      findings.append(DelimitedFinding.blankLines(count: text.blankLineCount).diagnostic(at: first))
    }
    if text.lineEnds.isMixed {
      findings.append(DelimitedFinding.mixedLineEnds(text.lineEnds).diagnostic(at: file))
    }
    if case .record(let number) = header, storage.headerIndex == nil {
      let missing = DelimitedFinding.noHeader(number: number, recordCount: text.records.count)
      return findings + [missing.diagnostic(at: file)]
    }
    let reference = storage.headerIndex ?? 0
    if storage.headerIndex == text.records.count - 1 {
      findings.append(DelimitedFinding.noRows.diagnostic(at: file))
    }
    let expected = text.fieldIndices(ofRecord: reference).count
    for index in text.records.indices.dropFirst(reference + 1) {
      let fields = text.fieldIndices(ofRecord: index)
      guard fields.count != expected else { continue }
      let last = text.fields[fields.upperBound - 1]
      let finding = DelimitedFinding.unequalFields(
        found: fields.count, expected: expected,
        reference: storage.headerIndex == nil ? "the first record" : "the header",
        endsInDelimiter: fields.count == expected + 1 && last.range.isEmpty)
      findings.append(
        finding.diagnostic(
          at: storage.location(ofOffset: storage.start(ofRecord: index), inRecord: index)))
    }
    return findings
  }

  // MARK: Header

  private func headerFindings() -> [Diagnostic] {
    guard let index = storage.headerIndex else { return [] }
    let record = DelimitedRecord(storage: storage, index: index)
    let hasTrailingDelimiter = everyRecordEndsInDelimiter(from: index)
    var findings: [Diagnostic] = []
    var firstColumns: [String: Int] = [:]
    for (column, field) in record.enumerated() {
      let name = field.text
      let finding: DelimitedFinding
      if hasTrailingDelimiter, column == record.count - 1 {
        finding = .trailingDelimiter(delimiter: quoted(storage.dialect.delimiter))
      } else if name.isEmpty {
        finding = .emptyName(column: column + 1)
      } else if let first = firstColumns[name] {
        finding = .duplicateName(name: name.quoted, column: column + 1, first: first + 1)
      } else {
        firstColumns[name] = column
        continue
      }
      findings.append(finding.diagnostic(at: field.location))
    }
    return findings
  }

  private func everyRecordEndsInDelimiter(from index: Int) -> Bool {
    text.records.indices.dropFirst(index).allSatisfy {
      let fields = text.fieldIndices(ofRecord: $0)
      return fields.count > 1 && text.fields[fields.upperBound - 1].range.isEmpty
    }
  }

  // MARK: Fields

  private func fieldFindings() -> [Diagnostic] {
    var findings: [Diagnostic] = []
    var record = 0
    let firstJudged = storage.headerIndex ?? 0
    for index in text.irregularFields {
      while record + 1 < text.records.count, text.records[record + 1].firstField <= index {
        record += 1
      }
      if record < firstJudged { continue }
      let (finding, offset) = judge(text.fields[index], record: record)
      findings.append(
        finding.diagnostic(at: storage.location(ofOffset: offset, inRecord: record)))
    }
    return findings
  }

  /// Returns what is wrong with an irregular field, and the offset of it.
  private func judge(_ field: FieldMark, record: Int) -> (DelimitedFinding, Int) {
    let quote = storage.dialect.quote ?? 0
    if field.flags.contains(.unclosedQuote) {
      let next = nextSingleQuote(from: field.start + 1, to: storage.bytes.count)
      let line = next.map { storage.line(ofOffset: $0, from: field.start, inRecord: record) }
      return (.unclosedQuote(quote: quoted(quote), nextQuoteLine: line), field.start)
    }
    if field.flags.contains(.textAfterQuote) {
      let closing = nextSingleQuote(from: field.start + 1, to: field.end) ?? field.start
      let text = String(decoding: storage.bytes[closing + 1..<field.end], as: UTF8.self)
      return (
        .textAfterQuote(text: text.quoted, delimiter: quoted(storage.dialect.delimiter)),
        closing + 1
      )
    }
    let stray = storage.bytes[field.range].firstIndex(of: quote) ?? field.start
    let text = String(decoding: storage.bytes[field.range], as: UTF8.self)
    return (.strayQuote(quote: quoted(quote), field: text.quoted), stray)
  }

  /// Returns the offset of the next quote that is not written twice.
  private func nextSingleQuote(from start: Int, to end: Int) -> Int? {
    var position = start
    while position < end {
      if storage.bytes[position] != storage.dialect.quote {
        position += 1
      } else if position + 1 < end, storage.bytes[position + 1] == storage.dialect.quote {
        position += 2
      } else {
        return position
      }
    }
    return nil
  }

  private func quoted(_ byte: UInt8) -> String { String(UnicodeScalar(byte)).quoted }
}
