import DelimitedText
import Diagnostics
import TestSupport
import Testing

/// The tokenizer and the judge against the slow reader, which is the source of what is expected.
@Suite("Delimited text, compared with a slow reader") struct SlowReaderComparisonTests {
  @Test("random files read the same", arguments: 0..<4)
  func random(part: Int) {
    var samples = DelimitedSamples(seed: 4180 + UInt64(part))
    for _ in 0..<3_000 {
      let dialect = samples.dialect()
      let bytes = samples.file(for: dialect)
      guard compare(bytes, dialect) else { return }
    }
  }

  @Test("mutated files read the same", arguments: 0..<4)
  func mutated(part: Int) {
    var samples = DelimitedSamples(seed: 2005 + UInt64(part))
    for _ in 0..<3_000 {
      let dialect = samples.dialect()
      let bytes = samples.mutatedFile(for: dialect)
      guard compare(bytes, dialect) else { return }
    }
  }

  /// Compares fields, flags, lines, columns and findings; false after the first difference.
  private func compare(_ bytes: [UInt8], _ dialect: Dialect) -> Bool {
    let slow = SlowDelimitedReader(bytes, delimiter: dialect.delimiter, quote: dialect.quote)
    let table = DelimitedReader(dialect: dialect, header: .none).read(bytes, file: "f")
    let input: Comment = "\(bytes) \(dialect)"
    var isSame = table.text.blankLineCount == slow.blankLineCount
    #expect(isSame, input)
    let fast = table.rows.map { $0.map(Seen.init) }
    let expected = slow.records.map { $0.map(Seen.init) }
    #expect(fast == expected, input)
    isSame = isSame && fast == expected
    let findings = table.diagnostics.compactMap(Trouble.init)
    let troubles = Trouble.all(in: slow)
    #expect(findings == troubles, input)
    return isSame && findings == troubles
  }
}

/// What both readers say about a field.
private struct Seen: Hashable {
  let content: [UInt8]
  let line: Int?
  let column: Int?
  let kind: SlowDelimitedReader.Kind

  init(_ field: DelimitedField) {
    content = Array(field.bytes)
    line = field.location.line
    column = field.location.column
    let flags = field.mark.flags
    kind =
      flags.contains(.unclosedQuote)
      ? .unclosedQuote
      : flags.contains(.textAfterQuote)
        ? .textAfterQuote
        : flags.contains(.strayQuote)
          ? .strayQuote : flags.contains(.quoted) ? .quoted : .plain
  }

  init(_ field: SlowDelimitedReader.Field) {
    content = field.content
    line = field.place.line
    column = field.place.column
    kind = field.kind
  }
}

/// A finding about a record or a field.
private struct Trouble: Hashable {
  let line: Int
  let column: Int
  let id: String

  init(_ id: String, _ line: Int, _ column: Int) {
    (self.id, self.line, self.column) = (id, line, column)
  }

  init?(_ finding: Diagnostic) {
    let ids = [
      "csv.unequal-fields", "csv.unclosed-quote", "csv.text-after-quote", "csv.stray-quote",
    ]
    guard ids.contains(finding.id), let line = finding.location?.line,
      let column = finding.location?.column
    else { return nil }
    self.init(finding.id, line, column)
  }

  static func all(in slow: SlowDelimitedReader) -> [Trouble] {
    let ids: [SlowDelimitedReader.Kind: String] = [
      .unclosedQuote: "csv.unclosed-quote", .textAfterQuote: "csv.text-after-quote",
      .strayQuote: "csv.stray-quote",
    ]
    let expected = slow.records.first?.count
    var troubles: [Trouble] = []
    for record in slow.records {
      if record.count != expected, let first = record.first {
        troubles.append(Trouble("csv.unequal-fields", first.place.line, 1))
      }
      for field in record {
        guard let id = ids[field.kind], let place = field.trouble else { continue }
        troubles.append(Trouble(id, place.line, place.column))
      }
    }
    return troubles
  }
}
