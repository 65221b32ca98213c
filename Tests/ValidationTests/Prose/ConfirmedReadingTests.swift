import Testing

@testable import Validation

/// Texts of our own; sums, differences and rates by hand.
@Suite("Readings that the figures confirm") struct ConfirmedReadingTests {
  private func document(_ text: String) -> ProseDocument {
    ProseDocument(RunningText(plain: text), file: "a")
  }

  private func verdict(_ text: String) -> CheckResult.Verdict {
    DocumentChecker().check(document(text).check).verdict
  }

  private func confirmed(_ text: String) -> [String] {
    let document = document(text)
    return document.check.figures.filter { figure in
      document.rules[figure.id]?.contains { $0.name == "confirmed-by-figures" } == true
    }.map(\.text)
  }

  @Test("a fall that no word tells is one where the levels fall")
  func direction() {
    // 8,684 / 11,196 - 1 = -22.4 %.
    let text = """
      Turkey's deficit, $11.196 billion in August 2022, regressed by 22.4 percent to $8.684 billion in August 2023.
      """
    #expect(verdict(text) == .consistent)
    #expect(confirmed(text) == ["22.4 percent"])
  }

  @Test("a flow that no clause names is the one that fits")
  func flow() {
    // 141.3 = 42.8 + 98.5 is not said; 141.3 - 88.6 = 52.7.
    let text = """
      Norway's imports were NOK 88.6 billion in September 2024. The surplus was NOK 52.7 billion. It came to NOK 141.3 billion.
      """
    #expect(confirmed(text) == ["NOK 141.3 billion"])
    #expect(verdict(text) == .consistent)
  }

  @Test("what fits nothing stays a contradiction")
  func misprint() {
    let text = """
      Norway's exports were NOK 141.3 billion in September 2024. Imports were NOK 88.6 billion. The surplus was NOK 57.2 billion.
      """
    #expect(verdict(text) == .inconsistent)
    #expect(confirmed(text).isEmpty)
  }

  @Test("a direction in words is never turned")
  func told() {
    // 90 on 100 is a fall of 10 %.
    let text = "Peru's exports rose 10.0% to $90.0bn in 2022 from $100.0bn in 2021."
    #expect(verdict(text) == .inconsistent)
  }

  @Test("figures moved away from what they contradict confirm nothing")
  func movedAway() {
    // 115.7 - 124.1 = -8.4, printed 18.43.
    let text = """
      China incurred a deficit of US$18.43 billion in the first quarter of 2004. Imports soared 42.3 percent to US$124.1 billion; \
      exports soared 34.1 percent to US$115.7 billion. Total trade was US$239.8 billion, up from the first quarter of 2003.
      """
    #expect(verdict(text) == .inconsistent)
  }
}
