import Diagnostics
import Testing
import TradeImport

@testable import Validation

@Suite("Inputs of the prose reader") struct ProseInputTests {
  @Test(
    "other languages are declined with a message, not misread",
    arguments: [
      "De janeiro a março, a China exportou ao Brasil 114,28 bilhões de yuans e importou do Brasil 208 bilhões.",
      "Im Jahr 2019 sind die Ausfuhren um 3,1 % auf 104 Milliarden Euro gestiegen und die Einfuhren um 2 %.",
      "Les exportations ont augmenté de 3,1 % en 2019 et les importations de 2 % pour la France dans le monde.",
      "Экспорт сократился на 10,9%, до $3,37 млрд, а импорт — на 9,7%, до $4,77 млрд.",
      "輸出は4・5%減の663億7913万ドル、輸入は3・4%減の758億8228万ドルだった。",
    ])
  func declined(_ text: String) {
    let reading = RunningTextFrontEnd().reading(of: text, file: "a.txt")
    #expect(reading.parts.isEmpty)
    #expect(reading.diagnostics.map(\.id) == ["check.language"])
  }

  @Test("English with foreign names and number formats is read") func english() {
    let text = "Türkiye's exports to Österreich rose 3,4 % to €1,5 billion in 2019, said São Paulo."
    let reading = RunningTextFrontEnd().reading(of: text, file: "a.txt")
    #expect(reading.parts.first?.document.figures.map(\.text) == ["3,4 %", "€1,5 billion"])
  }

  @Test("headings give time and subject, items of a list are read one by one") func blocks() {
    let text = """
      # German foreign trade in March 2019

      - Exports: €118.3 billion
      - Imports: €95.6 billion
      - Surplus: €22.7 billion
      """
    let document = prose(text).check
    #expect(document.figures.map(\.measure) == [.exports, .imports, .balance])
    #expect(document.figures.allSatisfy { $0.period?.description == "2019-03" })
    #expect(DocumentChecker(CheckOptions()).check(document).verdict == .consistent)
    #expect(document.figures.map(\.line) == [3, 4, 5])
  }

  @Test("a page is read by its text, with the lines of its source") func page() throws {
    let page = HTMLPage(
      """
      <html><body><h1>Trade in 2019</h1>
      <p>Exports were <b>US$5.0</b> billion and
      imports US$3.0 billion.</p><p>The surplus was US$2.5&nbsp;billion.</p></body></html>
      """)
    let reading = RunningTextFrontEnd().reading(of: page, file: "a.html")
    let document = try #require(reading.parts.first?.document)
    #expect(document.figures.map(\.text).first == "US$5.0 billion")
    #expect(document.figures.count == 3)
    #expect(DocumentChecker(CheckOptions()).check(document).verdict == .inconsistent)
  }

  @Test("an empty text and one without figures make documents without figures")
  func empty() {
    #expect(prose("").check.figures.isEmpty)
    #expect(prose("\n\n  \n").check.figures.isEmpty)
    #expect(prose("Exports rose.").check.figures.isEmpty)
  }

  @Test(
    "steps grow with the text, also for hostile texts",
    arguments: [
      "1", "1,", "1.", "(", ")", "up ", "3% ", "$", "from $1 to ", "January ", "and ", "of which ",
      "exports ", "China-", "1 billion ", "respectively ", "exports 3% and imports 4% ", "2019 ",
      "\n- 3%",
    ])
  func linear(_ unit: String) {
    func steps(_ count: Int) -> Int {
      let bytes = Array(String(repeating: unit, count: count).utf8)
      return ProseReader(grammar: .english).read(bytes, blocks: [0..<bytes.count]).steps
    }
    let (small, large) = (steps(500), steps(2000))
    #expect(large <= 5 * small + 500)
  }
}
