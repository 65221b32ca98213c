import Diagnostics
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("The manifest and what is said about a wrong one")
struct ManifestTests {
  private func read(_ text: String) -> (manifest: DatasetManifest, messages: [String]) {
    var reader = ManifestReader(file: "dataset.json")
    let manifest = reader.read(Array(text.utf8))
    return (manifest, reader.diagnostics.map(\.description))
  }

  @Test("Every key") func everyKey() throws {
    let (manifest, messages) = read(
      """
      {
        "schema": 1, "title": "T \\u00e9\\ud83d\\ude00\\n", "publisher": "P", "licence": "L",
        "compiled": "C", "frequency": "monthly", "reporter": "USA", "partner": "WLD",
        "flow": "X", "product": "27", "measure": "value", "basis": "SA+BOP", "unit": "USD",
        "scale": 1e6, "adjustment": "SA", "valuation": "FOB",
        "kind": {"default": "index", "fdi_flow_in": "stock"},
        "printed_decimals": {"levels": 1}, "coverage": {}, "vintages": [], "vintage_note": "n",
        "notes": null,
        "groups": {"EU": {"name": "European Union", "note": "as printed", "members": [
          "BEL", {"code": "GBR", "from": "1973-01", "until": "2020-01"}]}},
        "derivations": [{"flow": "imports", "from": "exports - balance", "note": "d"}],
        "sources": {"s": {"publisher": "Q", "title": "R", "url": "u", "published": "2024"}, "t": {}}
      }
      """)
    #expect(messages == [])
    #expect(manifest.title == "T é😀\n")
    #expect([manifest.publisher, manifest.licence, manifest.compiled] == ["P", "L", "C"])
    #expect(
      [manifest.frequency, manifest.reporter, manifest.partner] == ["monthly", "USA", "WLD"])
    #expect(manifest.flow == .exports)
    #expect(manifest.product == "27")
    #expect(manifest.measure == .value)
    #expect(manifest.basis == Basis("SA+BOP"))
    #expect(manifest.unit == .usDollar)
    #expect(manifest.scale == .million)
    #expect([manifest.adjustment, manifest.valuation] == ["SA", "FOB"])
    let group = try #require(manifest.groups["EU"])
    #expect([group.name, group.note] == ["European Union", "as printed"])
    let rule = try #require(manifest.derivations.first)
    #expect(rule.flow == .imports)
    #expect(rule.formula == "exports - balance")
    #expect(rule.note == "d")
    let source = try #require(manifest.sources["s"])
    #expect(
      [source.publisher, source.title, source.url, source.published] == ["Q", "R", "u", "2024"])
    #expect(manifest.sources["t"]?.publisher == "t")
  }

  @Test("Kinds: the flow's own entry, then its own kind as a stock, then the default")
  func kinds() {
    let manifest = read(#"{"kind": {"default": "index", "fdi_flow_in": "stock"}}"#).manifest
    #expect(manifest.kind(of: .exports) == .index)
    #expect(manifest.kind(of: .fdiFlowIn) == .stock)
    #expect(manifest.kind(of: .fdiStockIn) == .stock)
    #expect(read(#"{"kind": "stock"}"#).manifest.kind(of: .other) == .stock)
    #expect(DatasetManifest().kind(of: .exports) == .flow)
    #expect(DatasetManifest().filled(kind: .rate).kind(of: .exports) == .rate)
  }

  @Test("Seasonal adjustment by the basis, else by the manifest") func adjustment() {
    let adjusted = read(#"{"adjustment": "SA"}"#).manifest
    #expect(adjusted.isSeasonallyAdjusted(Basis("")))
    #expect(adjusted.isSeasonallyAdjusted(Basis("current")))
    #expect(!adjusted.isSeasonallyAdjusted(Basis("NSA+BOP")))
    #expect(DatasetManifest().isSeasonallyAdjusted(Basis("SA+BOP")))
    #expect(!DatasetManifest().isSeasonallyAdjusted(Basis("")))
  }

  @Test("Members of a group by month, first and last month included") func members() throws {
    let text = """
      {"groups": {"G": {"members": ["BEL", {"code": "GBR", "from": "1973-01", "until": "2020-01"}]}}}
      """
    let group = try #require(read(text).manifest.groups["G"])
    let months = [(1972, 12), (1973, 1), (2020, 1), (2020, 2)]
    #expect(
      months.map { group.members(in: Month(year: $0.0, month: $0.1)) }
        == [["BEL"], ["BEL", "GBR"], ["BEL", "GBR"], ["BEL"]])
  }

  /// A manifest with the one message it must give.
  static let wrong: [(String, String)] = [
    (
      "{\n \"titel\": \"x\"}",
      "2:2: warning: key 'titel' is not known [manifest.unknown-key]\n  hint: did you mean 'title'?"
    ),
    (#"{"zzzzzzzz": 1}"#, "1:2: warning: key 'zzzzzzzz' is not known [manifest.unknown-key]"),
    (
      #"{"sources": {"a": {"publisher": "A", "adress": "b"}}}"#,
      "1:38: warning: key 'sources.a.adress' is not known [manifest.unknown-key]"
    ),
    (
      #"{"title": "a", "title": "b"}"#,
      "1:16: error: key 'title' stands twice (first on line 1) [manifest.duplicate-key]\n"
        + "  hint: the first is used; remove one"
    ),
    (#"{"title": 3}"#, "1:11: error: title is a number, expected a text [manifest.type]"),
    (
      #"{"kind": [1]}"#, "1:10: error: kind is a list, expected a text or an object [manifest.type]"
    ),
    (
      #"{"kind": {"exports": true}}"#,
      "1:22: error: kind.exports is true or false, expected a text [manifest.type]"
    ),
    (
      #"{"kind": "flows"}"#,
      "1:10: error: kind is 'flows', expected one of flow, stock, index, rate [manifest.kind]"
    ),
    (
      #"{"kind": {"export": "flow"}}"#,
      "1:11: error: kind names the flow 'export', which is not known [manifest.flow]\n"
        + "  hint: did you mean 'exports'?"
    ),
    (
      #"{"measure": "sum"}"#,
      "1:13: error: measure is 'sum', expected one of value, quantity, weight, yoy, pop "
        + "[manifest.measure]"
    ),
    (
      #"{"adjustment": "yes"}"#,
      "1:16: error: adjustment is 'yes', expected SA or NSA [manifest.adjustment]"
    ),
    (
      #"{"scale": "bn"}"#,
      "1:11: error: scale is 'bn', expected a power of ten such as 1e9 [manifest.scale]"
    ),
    (
      #"{"scale": 5}"#,
      "1:11: error: scale is 5.0, expected a power of ten such as 1e9 [manifest.scale]"
    ),
    (
      #"{"scale": []}"#,
      "1:11: error: scale is a list, expected a power of ten such as 1e9 [manifest.type]"
    ),
    (#"{"groups": []}"#, "1:12: error: groups is a list, expected an object [manifest.type]"),
    (
      #"{"groups": {"G": 1}}"#,
      "1:18: error: groups.G is a number, expected an object with name, members and note "
        + "[manifest.type]"
    ),
    (
      #"{"groups": {"G": {"members": {}}}}"#,
      "1:30: error: groups.G.members is an object, expected a list [manifest.type]"
    ),
    (
      #"{"groups": {"G": {"members": [1]}}}"#,
      "1:31: error: groups.G.members[0] is a number, expected a code or an object with code, from "
        + "and until [manifest.type]"
    ),
    (
      #"{"groups": {"G": {"members": [{"from": "2001-01"}]}}}"#,
      "1:31: error: groups.G.members[0] has no key 'code' [manifest.missing-key]"
    ),
    (
      #"{"groups": {"G": {"members": [{"code": "BEL", "from": "May 2004"}]}}}"#,
      "1:55: error: groups.G.members[0].from is 'May 2004', expected a month such as 2004-05 "
        + "[manifest.month]"
    ),
    (
      #"{"groups": {"G": {"members": [{"code": "BEL", "from": "2004-05", "until": "2003-01"}]}}}"#,
      "1:75: error: groups.G.members[0].until is before from, expected 2004-05 or later "
        + "[manifest.month]"
    ),
    (
      #"{"sources": {"a": "A"}}"#,
      "1:19: error: sources.a is a text, expected an object with publisher, title, url, published "
        + "[manifest.type]"
    ),
    (
      #"{"derivations": ["x"]}"#,
      "1:18: error: derivations[0] is a text, expected an object with flow and from [manifest.type]"
    ),
    (
      #"{"derivations": [{"flow": "imports"}]}"#,
      "1:18: error: derivations[0] has no key 'from' [manifest.missing-key]"
    ),
    (
      #"{"derivations": [{"flow": "imports", "from": "exports balance"}]}"#,
      "1:46: error: derivations[0].from is 'exports balance', expected flows joined by ' + ' or "
        + "' - ' [manifest.formula]"
    ),
    (
      #"{"derivations": [{"flow": "imports", "from": "exports -"}]}"#,
      "1:46: error: derivations[0].from is 'exports -', expected flows joined by ' + ' or ' - ' "
        + "[manifest.formula]"
    ),
    (
      #"{"derivations": [{"flow": "imports", "from": "exprts - balance"}]}"#,
      "1:46: error: derivations[0].from names the flow 'exprts', which is not known "
        + "[manifest.flow]\n  hint: did you mean 'exports'?"
    ),
    ("[1]", "1:1: error: the file holds a list, expected an object [manifest.json]"),
  ]

  @Test("Wrong keys and values", arguments: wrong) func reports(text: String, message: String) {
    #expect(read(text).messages == ["dataset.json:" + message])
  }

  /// Texts that are not JSON by RFC 8259, with place and message.
  static let broken: [(String, String, String?)] = [
    ("", "1:1: found the end of the file, expected a value", nil),
    (
      "{\n  \"title\": \"x\"\n  \"unit\": \"y\"\n}", "3:3: found '\"', expected ',' or '}'",
      "a comma is missing before it"
    ),
    (
      "{\"a\": 1,\n}", "2:1: found '}', expected a key in double quotes",
      "remove the comma before the bracket"
    ),
    (
      "{\"a\": [1, ]}", "1:11: found ']', expected a value", "remove the comma before the bracket"
    ),
    ("{\"a\" 1}", "1:6: found '1', expected ':'", nil),
    (
      "{\"a\": 1", "1:8: found the end of the file, expected ',' or '}'",
      "a bracket or a quote is not closed"
    ),
    ("{\"a\": tru}", "1:7: found 'tru', expected a value", nil),
    ("{\"a\": NaN}", "1:7: found 'NaN', expected a value", nil),
    ("{\"a\": 1} x", "1:10: found 'x', expected the end of the file", nil),
    ("{'a': 1}", "1:2: found ''', expected a key in double quotes", "write texts in double quotes"),
    ("{\n// x\n}", "2:1: found '/', expected a key in double quotes", "JSON has no comments"),
    (
      "{\"a\": \"x\n\"}",
      "1:9: found the end of the line, expected '\"' at the end of the text that begins on line 1",
      nil
    ),
    (
      "{\"a\": \"x",
      "1:9: found the end of the file, expected '\"' at the end of the text that begins on line 1",
      "a bracket or a quote is not closed"
    ),
    ("{\"a\": \"\\q\"}", "1:9: found 'q', expected one of \" \\ / b f n r t u behind '\\'", nil),
    ("{\"a\": \"\\u12x\"}", "1:12: found 'x', expected four hexadecimal digits", nil),
    (
      "{\"a\": \"\\ud83d\"}",
      "1:14: found '\"', expected the second half of a character outside the basic plane", nil
    ),
    (
      "{\"a\": 01}", "1:7: found a number that begins with 0, expected no leading zero", nil
    ),
    ("{\"a\": 1.}", "1:9: found '}', expected a digit", nil),
    ("{\"a\": 1e999}", "1:7: found the number '1e999', expected a smaller one", nil),
  ]

  @Test("Texts that are not JSON", arguments: broken)
  func notJSON(text: String, message: String, hint: String?) {
    let parts = message.split(separator: " ", maxSplits: 1)
    let expected =
      "dataset.json:\(parts[0]) error: the file is not JSON, \(parts[1]) [manifest.json]"
      + (hint.map { "\n  hint: \($0)" } ?? "")
    let found = read(text)
    #expect(found.messages == [expected])
    #expect(found.manifest == DatasetManifest())
  }

  @Test("A byte order mark, other bytes and deep brackets") func bytes() {
    #expect(read("\u{FEFF}{\"title\": \"x\"}").manifest.title == "x")
    var reader = ManifestReader(file: "d")
    _ = reader.read([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D])
    #expect(
      reader.diagnostics.map(\.description) == [
        "d:1:2: error: the file is not JSON, found a text that is not UTF-8, expected UTF-8 "
          + "[manifest.json]"
      ])
    let deep = read(String(repeating: "[", count: 100_000))
    #expect(
      deep.messages == [
        "dataset.json:1:101: error: the file is not JSON, found '[', expected at most 100 levels "
          + "of brackets [manifest.json]"
      ])
  }
}
