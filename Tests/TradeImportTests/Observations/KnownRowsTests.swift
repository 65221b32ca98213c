import DelimitedText
import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// Rows that are known by their texts against the same rows, each read by itself.
@Suite("Known rows are read as if they were not known")
struct KnownRowsTests {
  /// A random table of a few hundred rows that repeat few texts, with what can be wrong with them.
  struct RandomTable {
    var random: RepeatableGenerator
    var delimiter = ","
    var isComma = false
    var lineEnd = "\n"

    init(seed: UInt64) {
      random = RepeatableGenerator(seed: seed)
      isComma = seed % 3 == 0
      delimiter = isComma ? ";" : ","
      lineEnd = seed % 5 == 0 ? "\r\n" : "\n"
    }

    mutating func pick(_ texts: [String]) -> String {
      texts[Int.random(in: texts.indices, using: &random)]
    }

    mutating func number() -> String {
      let mark = isComma ? "," : "."
      let whole = String(Int.random(in: 0...99_999, using: &random))
      switch Int.random(in: 0..<40, using: &random) {
      case 0: return ""
      case 1: return pick([":", "..", "c", "n/a", "-", "x"])
      case 2: return whole + pick(["p", " e", "%", " be", "e3"])
      case 3: return pick(["-", "+", "(", "\u{2212}"]) + whole + pick(["", ")"])
      case 4:
        return pick(["-0", "0", "007", "0\(mark)00", "\(mark)5", "5\(mark)", "1O4", "abc", " 7 "])
      case 5: return "123456789012345678901"
      case 6: return "\"\(whole)\""
      case 7...12: return whole
      default: return whole + mark + pick(["5", "50", "25", "07", "1", "9999"])
      }
    }

    /// A row of texts, now and then with damage.
    mutating func row(_ fields: [String]) -> String {
      var fields = fields
      switch Int.random(in: 0..<60, using: &random) {
      case 0: fields.append("more")
      case 1: fields.removeLast()
      case 2: fields[Int.random(in: fields.indices, using: &random)] = "?"
      case 3: fields[Int.random(in: fields.indices, using: &random)] = ""
      case 4: fields[0] = "\"" + fields[0] + "\""
      case 5: fields[1] = "\"two\(lineEnd)lines\""
      case 6: fields[1] = "\"a \"\"b\"\"\""
      case 7: return lineEnd + fields.joined(separator: delimiter)
      default: break
      }
      return fields.joined(separator: delimiter)
    }

    mutating func period() -> String {
      "20\(Int.random(in: 10...13, using: &random))-0\(Int.random(in: 1...9, using: &random))"
    }

    mutating func generic() -> String {
      var lines = [
        ["month", "country", "partner", "flow", "hs code", "value", "quantity", "flag"]
          .joined(separator: delimiter)
      ]
      for _ in 0..<300 {
        let fields = [
          period(), pick(["DE", "FRA", "Spain", "Nowhere", "US "]),
          pick(["CHN", "Japan", "World", "XX9"]), pick(["exports", "imports", "X", "M"]),
          pick(["0101", "0102", "870323", "long code of a product"]), number(), number(),
          pick(["", "", "", "p", "e", "odd"]),
        ]
        lines.append(row(fields))
      }
      return lines.joined(separator: lineEnd) + lineEnd
    }

    mutating func wide() -> String {
      var lines = [
        (["partner", "flow"] + (2010...2021).map(String.init)).joined(separator: delimiter)
      ]
      for _ in 0..<60 {
        let keys = [pick(["CHN", "Japan", "World", "XX9", "DEU"]), pick(["exports", "imports"])]
        lines.append(row(keys + (2010...2021).map { _ in number() }))
      }
      return lines.joined(separator: lineEnd) + lineEnd
    }

    mutating func tidy() -> String {
      delimiter = ","
      isComma = false
      var lines = [
        "period,reporter,partner,flow,product,measure,value,unit,printed,scale,hedge,status,vintage"
      ]
      for _ in 0..<300 {
        let isPrinted = Int.random(in: 0..<20, using: &random) == 0
        let fields = [
          period(), pick(["DE", "FRA", "Nowhere", ""]), pick(["CHN", "Japan", "", "XX9"]),
          pick(["exports", "imports", "", "fdi_stock_in"]), pick(["01", "02", ""]),
          pick(["", "", "yoy", "odd"]), isPrinted ? "1500000" : number(), pick(["EUR", "USD", ""]),
          isPrinted ? pick(["1.5", "1.50", "many"]) : "", isPrinted ? "1e6" : "",
          pick(["", "", "", "about"]), pick(["", "", "P", "E+B", "?"]),
          pick(["", "2024", "2024-05"]),
        ]
        lines.append(row(fields))
      }
      return lines.joined(separator: lineEnd) + lineEnd
    }
  }

  /// Reads a table with and without what was learned.
  private func generic(_ text: String, isLearning: Bool) -> ImportResult? {
    let source = SourceText(file: "f.csv", decoded: DecodedText(Array(text.utf8)))
    guard let schema = Sniffer().sniff(source.decoded, file: source.file).schema else { return nil }
    var reading = GenericReading(source, schema, ImportOptions(), format: "generic")
    reading.isLearning = isLearning
    return reading.result()
  }

  private func expectEqual(_ result: ImportResult, _ oracle: ImportResult, _ seed: UInt64) {
    #expect(Array(result.observations) == Array(oracle.observations), "seed \(seed)")
    #expect(result.problems == oracle.problems, "seed \(seed)")
    #expect(result.notes == oracle.notes, "seed \(seed)")
    #expect(result.account == oracle.account, "seed \(seed)")
    #expect(result.account.isBalanced, "seed \(seed)")
    #expect(
      TidyWriter().text(of: result.observations) == SlowTidyText(oracle.observations).text,
      "seed \(seed)")
  }

  @Test("Long tables of unknown layout", arguments: UInt64(1)...12)
  func generic(seed: UInt64) throws {
    var table = RandomTable(seed: seed)
    let text = table.generic()
    let result = try #require(generic(text, isLearning: true))
    expectEqual(result, try #require(generic(text, isLearning: false)), seed)
    #expect(result.observations.count > 100)
    #expect(!result.problems.isEmpty)
  }

  @Test("Wide tables", arguments: UInt64(1)...6)
  func wide(seed: UInt64) throws {
    var table = RandomTable(seed: seed)
    let text = table.wide()
    let result = try #require(generic(text, isLearning: true))
    expectEqual(result, try #require(generic(text, isLearning: false)), seed)
    #expect(result.account.cells > 500)
  }

  @Test("Tidy tables", arguments: UInt64(1)...12)
  func tidy(seed: UInt64) {
    var random = RandomTable(seed: seed)
    let table = DelimitedReader().read(random.tidy(), file: "f.csv")
    var reader = TidyReader(manifest: DatasetManifest())
    let list = reader.list(table)
    var oracle = TidyReader(manifest: DatasetManifest())
    oracle.isLearning = false
    let expected = oracle.list(table)
    #expect(Array(list) == Array(expected), "seed \(seed)")
    #expect(reader.diagnostics == oracle.diagnostics, "seed \(seed)")
    #expect(TidyWriter().text(of: list) == SlowTidyText(expected).text, "seed \(seed)")
    #expect(list.count > 100)
  }
}

/// Tidy CSV written record by record from the observations themselves.
private struct SlowTidyText {
  let text: String

  init(_ list: ObservationList) {
    let rows = list.map { item -> [(name: TidyColumns.Name, text: String)] in
      let digits = TidyDigits(item)
      return [
        (.period, item.period.description), (.reporter, item.key.reporter),
        (.partner, item.key.partner),
        (.flow, item.key.flow == .other ? "" : item.key.flow.rawValue),
        (.product, item.key.product),
        (.measure, item.key.measure == .value ? "" : item.key.measure.rawValue),
        (.basis, item.key.basis.description), (.value, digits.value),
        (.unit, item.key.unit.code), (.printed, digits.printed), (.scale, digits.scale),
        (.hedge, item.hedge?.rawValue ?? ""), (.status, item.observation.status.description),
        (.vintage, item.vintage?.description ?? ""), (.source, item.source),
      ]
    }
    let used = Set(rows.joined().filter { !$0.text.isEmpty }.map(\.name)).union([.period, .value])
    let order = (rows.first ?? []).map(\.name).filter(used.contains)
    text = DelimitedWriter().text(
      of: [order.map(\.rawValue)]
        + rows.map { $0.filter { used.contains($0.name) }.map(\.text) })
  }
}
