import Testing
import TradeModel

@testable import Validation

@Suite("Readings, dates and subjects of prose") struct ProseReadingTests {
  private func result(_ text: String) -> CheckResult {
    DocumentChecker(CheckOptions(wantsRepairs: false)).check(prose(text).check)
  }

  private func period(_ text: String, published: String?) -> String? {
    let document = ProseDocument(
      RunningText(plain: text), file: "text.txt",
      published: published.flatMap(Vintage.init(parsing:)))
    return document.check.figures.first?.period?.description
  }

  @Test("words before a measure may name no part of trade") func merged() {
    // 9 - 8 = 1: tied only when "brisk" is no product.
    let result = result("In 2019 imports were $8bn. Brisk exports were $9bn. The surplus was $1bn.")
    #expect(result.verdict == .consistent)
    #expect(result.reading == "qualifying words name no part of trade")
  }

  @Test("listed parts confirm a total and never accuse it") func listed() {
    // 95.6 + 104.9 = 200.5
    let fitting = result(
      "Investment was $200.5bn in 2019. Domestic firms gave $95.6bn and others $104.9bn.")
    #expect(fitting.verdict == .consistent)
    let other = result(
      "Investment was $200.5bn in 2019. Domestic firms gave $95.6bn and others $109.4bn.")
    #expect(other.verdict == .notCheckable)
  }

  @Test("a loose 'doubled' confirms and never accuses") func loosely() {
    #expect(result("Exports doubled to $6bn in 2019 from $3bn in 2018.").verdict == .consistent)
    #expect(result("Exports doubled to $6bn in 2019 from $4bn in 2018.").verdict == .notCheckable)
  }

  @Test("three changes may be tied by two identities") func rank() {
    // The change of the balance is 20.1 - 22.0 = -1.9.
    let text =
      "In 2019 exports rose $20.1bn and imports rose $22.0bn; the surplus fell $%bn to $43.1bn."
    #expect(result(text.replacing("%", with: "1.9")).verdict == .consistent)
    #expect(result(text.replacing("%", with: "9.1")).verdict == .inconsistent)
  }

  @Test(
    "months without a year are the last that were over at publication",
    arguments: [
      ("January-October exports were $5bn.", "2023-11-08", "2023-01/2023-10"),
      ("December exports were $5bn.", "2024-01-15", "2023-12"),
      ("First-half exports were $5bn.", "2023-07-09", "2023-H1"),
      ("Fourth-quarter exports were $5bn.", "2023-02", "2022-Q4"),
      ("May exports were $5bn.", "2023-05-30", "2023-05"),
      ("May exports were $5bn.", "2023-05-02", "2022-05"),
      ("In 2019 exports were $5bn.", "2023-05-02", "2019"),
    ])
  func published(_ text: String, _ date: String, _ expected: String) {
    #expect(period(text, published: date) == expected)
  }

  @Test("a date line and front matter tell the year") func dateLine() throws {
    let text = "January-October exports were $5bn."
    #expect(period("BRUSSELS, Nov. 8, 2023 - " + text, published: nil) == "2023-01/2023-10")
    #expect(period("Published: 2023-11-08\n\n" + text, published: nil) == "2023-01/2023-10")
    #expect(
      period("BRUSSELS, Nov. 8, 2023 - " + text, published: "2020-11-08") == "2020-01/2020-10")
    #expect(period(text, published: nil) == nil)
    let reading = RunningTextFrontEnd().reading(
      of: text, file: "a.md", frontMatter: "title: Trade\npublished: 2023-11-08\n")
    #expect(
      reading.parts.first?.document.figures.first?.period?.description == "2023-01/2023-10")
  }

  @Test("subjects say whose and with whom") func subjects() {
    let text = """
      Trade between China and Russia was $20bn in 2019. China's exports to Russia were $9bn and its \
      imports $11bn. Germany's surplus was $1bn.
      """
    #expect(
      prose(text).check.figures.map(\.subject) == [
        "China-Russia", "China exports to Russia", "China imports from Russia", "Germany",
      ])
  }

  @Test("data are asked about figures that nothing ties") func statements() {
    let document = prose("China's exports to Belgium were $9bn in 2019.")
    #expect(document.check.readings[0].statements.isEmpty)
    #expect(document.statements.map(\.figure) == ["f1"])
  }

  @Test("a year that the text does not tell has no number in explanations")
  func yearsNotTold() throws {
    // 8.9 on 5.9 is a rise of half.
    let text = """
      Korea's exports fell 3.1 percent to $8.94 billion in October, from $5.88 billion a year earlier.
      """
    let result = DocumentChecker().check(prose(text).check)
    let told = result.claims.map(\.explanation).joined(separator: " ")
    #expect(result.verdict == .inconsistent)
    #expect(told.contains("…-10, 1 year earlier"))
    #expect(!told.contains("5000") && !told.contains("4999"))
  }
}
