import Testing
import TradeImport

@testable import Validation

/// What is read of words that are not known: it may confirm a text and never accuses one.
@Suite("Words that are not known") struct ProseWeakTieTests {
  @Test("what two flows leave is the third, whatever it is called") func thirdOfFlows() {
    // 78.1 - 69.4 = 8.7, 78.1 + 69.4 = 147.5; 12.6 is 214.4 - 201.8, a year before.
    for text in [
      "In 2022 exports were $78.1bn and imports $69.4bn, which made a zorb of $8.7bn.",
      "In 2022 exports were $78.1bn and imports $69.4bn; the zorb grew to $147.5bn.",
      """
      In 2022 exports were $230.0bn (2021: $201.8bn) and imports $240.0bn (2021: $214.4bn). The \
      deficit was $10.0bn, against a zorb of $12.6bn in 2021.
      """,
    ] {
      #expect(verdict(text) != .inconsistent, "\(text)")
    }
    #expect(
      verdict("In 2022 exports were $78.1bn and imports $69.4bn; the surplus was $7.8bn.")
        == .inconsistent)
  }

  @Test("a verb that is not known goes either way") func openSign() {
    // 90 on 100 is 10 % less.
    let text = "Exports were $90.0bn in 2022, having % 10.0% from $100.0bn in 2021."
    #expect(verdict(text.replacing("%", with: "zorbed", maxReplacements: 1)) != .inconsistent)
    #expect(verdict(text.replacing("%", with: "fallen", maxReplacements: 1)) == .consistent)
    #expect(verdict(text.replacing("%", with: "risen", maxReplacements: 1)) == .inconsistent)
  }

  @Test(
    "so many of so many are a fraction",
    arguments: ["four in five", "four out of five", "four out of five dollars"])
  func soManyOf(_ words: String) {
    // 4 of 5
    let text = "Exports were $5.0bn in 2019. Exports of oil were $%bn, \(words) of total exports."
    #expect(verdict(text.replacing("%", with: "4.0")) == .consistent)
    #expect(verdict(text.replacing("%", with: "2.0")) == .notCheckable)
  }

  @Test("a prior rate is of the month before") func prior() {
    let document = prose("Chile, May 2023: exports +1.0% y/y (prior -3.5%).").check
    #expect(document.figures.map { $0.period?.description } == ["2023-05", "2023-04"])
  }

  @Test("parts told roughly add up to the digit or not at all") func roughTotal() {
    // 20.2 + 7.9 + 8.5 = 36.6
    let text = """
      Investors registered some $36.6bn in Vietnam in 2023: new projects $20.2bn, additions $7.9bn and \
      purchases $%bn.
      """
    #expect(verdict(text.replacing("%", with: "8.5")) == .consistent)
    #expect(verdict(text.replacing("%", with: "8.2")) == .notCheckable)
  }

  @Test("parts named by words are looked up in data") func partsInData() {
    let table = """
      period,reporter,flow,product,value,unit,vintage,source
      2022,CHL,exports,Copper and ores,45300000000,USD,2023-01,a
      2022,CHL,exports,,98600000000,USD,2023-01,a

      """
    let manifest = """
      {"schema": 1, "title": "Small", "sources": {"a": {"publisher": "A", "published": "2023-01"}}}
      """
    let dataset = Dataset(
      path: "folder", data: (Array(table.utf8), "data.csv"),
      manifest: (Array(manifest.utf8), "dataset.json"))
    func relation(_ text: String) -> [ComparedFigures.Relation] {
      let reading = RunningTextFrontEnd().reading(of: text, file: "text.txt")
      return DataCheck(dataset).findings(in: reading).map(\.relation)
    }
    #expect(relation("Chile's copper and ore exports were $45.3bn in 2022.") == [.agrees])
    #expect(relation("Chile's copper and ore exports were $43.5bn in 2022.") == [.conflict])
    #expect(relation("Chile's fruit exports were $43.5bn in 2022.").isEmpty)
  }
}
