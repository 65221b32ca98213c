import Diagnostics
import Foundation
import Testing

@testable import Validation

@Suite("Rules") struct RuleTests {
  private func rules(_ text: String) -> RuleSet { RuleSet(Array(text.utf8), file: "r.yaml") }

  private func rule(_ text: String, _ more: String = "") -> RuleSet {
    rules("rules:\n  - id: a\n    rule: \(text)\n\(more)")
  }

  private func check(_ set: RuleSet, _ table: String) -> RuleCheck {
    RuleCheck(set, to: tableReading(table))
  }

  private let table = """
    partner,period,exports usd bn,imports usd bn,balance usd bn,exports yoy %
    World,2023,100.0,80.0,20.0,
    World,2024,110.0,80.0,30.0,10.0
    EU,2024,60.0,30.0,30.0,
    USA,2024,50.2,50.0,0.1,

    """

  @Test("equalities of levels join the system of their document")
  func identities() {
    let check = check(rule("balance == exports - imports"), table)
    let identities = check.reading.parts[0].document.readings[0].identities
    #expect(identities.filter { $0.kind == .rule }.map(\.id) == ["a/1", "a/2", "a/3", "a/4"])
    #expect(check.findings.isEmpty)
  }

  @Test("== means that the intervals overlap, within is the only tolerance")
  func tolerance() {
    // 60.0 + 50.2 = 110.2, rounded to one decimal each: 110.1 to 110.3, and 110.0 is at most
    // 110.05. Imports and balance of the parts fit.
    let warning = "    severity: warning\n"
    #expect(
      check(rule("sum(partner) == World", warning), table).diagnostics.map(\.id) == ["rules.broken"]
    )
    #expect(check(rule("sum(partner) == World within 0.1", warning), table).diagnostics.isEmpty)
  }

  @Test("functions of levels against printed changes and ranges")
  func functions() {
    #expect(check(rule("growth(exports) == yoy"), table).findings.isEmpty)
    let wrong = table.replacingOccurrences(of: ",10.0\n", with: ",12.0\n")
    let broken = check(rule("growth(exports) == yoy"), wrong).findings
    #expect(broken.map(\.kind) == [.growth])
    #expect(broken.first?.figures.count == 3)
    // Imports of the USA are 50.0 of 50.2.
    #expect(check(rule("share(imports, exports) in [0, 90]"), table).findings.count == 1)
    #expect(check(rule("exports >= 50"), table).findings.isEmpty)
    #expect(check(rule("exports >= 50.3"), table).findings.count == 1)
  }

  @Test("definitions are names")
  func definitions() {
    let set = rules(
      "define:\n  trade2: exports + imports\nrules:\n  - rule: trade2 - exports == imports\n")
    #expect(set.diagnostics.isEmpty)
    #expect(check(set, table).diagnostics.isEmpty)
  }

  @Test(
    "null modes decide what a missing figure does",
    arguments: [
      ("non_null", 0, 0), ("non_zero", 1, 0), ("partial_null", 0, 1), ("partial_zero", 1, 0),
      ("always_null", 0, 1), ("always_zero", 1, 0),
    ])
  func nulls(mode: String, identities: Int, undecided: Int) {
    let check = check(
      rule("balance == exports - imports", "    nulls: \(mode)\n"),
      "period,exports,imports,balance\n2024,10,,10\n")
    let found = check.reading.parts[0].document.readings[0].identities
    #expect(found.count { $0.kind == .rule } == identities)
    #expect(check.diagnostics.count { $0.id == "rules.undecided" } == undecided)
  }

  @Test("an unknown name suggests the nearest one, with its place")
  func unknownName() throws {
    let finding = try #require(check(rule("balanc == exports - imports"), table).diagnostics.first)
    #expect(finding.id == "rules.name")
    #expect(finding.hint == "did you mean 'balance'?")
    #expect(finding.location?.description == "r.yaml:3:11")
  }

  @Test(
    "rules that cannot be read",
    arguments: [
      ("exports in [10, 5]", "rules.range"), ("exports == imports within -1", "rules.range"),
      ("exports = imports", "rules.syntax"), ("exports ==", "rules.syntax"),
      ("grwth(exports) == yoy", "rules.syntax"), ("share(exports) == 3", "rules.syntax"),
      ("exports == imports imports", "rules.syntax"),
    ])
  func bad(text: String, id: String) {
    #expect(rule(text).diagnostics.map(\.id) == [id])
  }

  @Test("what nests too deep or is too long is refused where it is") func depth() throws {
    let nested = { (depth: Int) in
      String(repeating: "(", count: depth) + "exports" + String(repeating: ")", count: depth)
        + " == imports"
    }
    #expect(rule(nested(90)).diagnostics.isEmpty)
    for text in [nested(200), "0 == " + String(repeating: "-", count: 200) + "exports"] {
      let finding = try #require(rule(text).diagnostics.first)
      #expect(finding.message.contains("nested more than 100 deep"))
    }
    let long = "exports" + String(repeating: " + exports", count: 20_000) + " == imports"
    for text in [nested(20_000), long] {
      let finding = try #require(rule(text).diagnostics.first)
      #expect(finding.message.contains("more than 1000 parts"))
    }
  }

  @Test("a cycle of definitions is told with its way")
  func cycle() throws {
    let finding = try #require(
      rules("define:\n  x: y + 1\n  y: x - 1\nrules: []\n").diagnostics.first)
    #expect(finding.id == "rules.cycle")
    #expect(finding.message.contains("x needs y needs x"))
  }

  @Test(
    "what is no file of rules",
    arguments: ["- a\n", "rulez: []\n", "rules: {\n", "rules:\n  - id: a\n"])
  func noRules(text: String) {
    #expect(rules(text).diagnostics.contains { $0.severity == .error })
  }
}
