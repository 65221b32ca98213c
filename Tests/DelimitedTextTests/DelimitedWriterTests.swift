import DelimitedText
import Diagnostics
import TestSupport
import Testing

@Suite("Delimited writer") struct DelimitedWriterTests {
  @Test("what is written is read back, byte for byte")
  func roundTrip() {
    var samples = DelimitedSamples(seed: 11)
    for _ in 0..<3_000 {
      let dialect = samples.dialect()
      guard dialect.quote != nil else { continue }
      let writer = DelimitedWriter(
        dialect: dialect, lineEnd: LineEnd.allCases[samples.number(below: 3)])
      let records = samples.records()
      var bytes: [UInt8] = []
      for record in records { writer.append(contents: record, to: &bytes) }
      let table = DelimitedReader(dialect: dialect, header: .none).read(bytes, file: "f")
      let back = table.rows.map { $0.map { Array($0.bytes) } }
      #expect(back == records, "\(records) \(writer)")
      let quotes = table.diagnostics.filter {
        $0.id.hasSuffix("quote") || $0.id == "csv.blank-lines"
      }
      #expect(quotes.isEmpty, "\(records) \(writer)")
      guard back == records else { return }
    }
  }

  /// Expected by hand from the rule in the comment of `DelimitedWriter`.
  @Test(
    "quotes only where it must",
    arguments: [
      (["a", "b c", "é"], "a,b c,é\n"), (["a,b"], "\"a,b\"\n"), (["5\" pipe"], "\"5\"\" pipe\"\n"),
      (["a\nb", "a\rb"], "\"a\nb\",\"a\rb\"\n"),
      ([" a", "a ", "\ta", "a\t"], "\" a\",\"a \",\"\ta\",\"a\t\"\n"),
      ([""], "\"\"\n"), (["", ""], ",\n"), (["\u{FEFF}a"], "\"\u{FEFF}a\"\n"),
      (["a;b", "-3.5"], "a;b,-3.5\n"),
    ])
  func quoting(fields: [String], expected: String) {
    #expect(DelimitedWriter().text(of: [fields]) == expected)
  }

  @Test("ends lines and separates fields as asked")
  func choices() {
    let writer = DelimitedWriter(dialect: .semicolons, lineEnd: .crlf)
    var text = "x\r\n"
    writer.append(["a;b", "c,d"], to: &text)
    #expect(text == "x\r\n\"a;b\";c,d\r\n")
    #expect(DelimitedWriter(lineEnd: .cr).text(of: [["a"], ["b"]]) == "a\rb\r")
    #expect(DelimitedWriter().text(of: []).isEmpty)
  }

  @Test("refuses a record without fields and a dialect without a quote")
  func mistakes() async {
    await #expect(processExitsWith: .failure) { _ = DelimitedWriter().text(of: [[]]) }
    await #expect(processExitsWith: .failure) {
      _ = DelimitedWriter(dialect: Dialect(delimiter: 0x2C, quote: nil))
    }
  }
}
