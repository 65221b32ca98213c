import TradeModel
import Testing

@testable import Validation

/// Explanations speak of the figures they accuse, in words and in one scale.
///
/// The sentences are made up; sums by hand.
@Suite("Proofs as they are told") struct ToldProofTests {
  private func result(_ text: String) -> CheckResult {
    DocumentChecker().check(prose(text).check)
  }

  private func wrong(_ result: CheckResult) -> [ClaimResult] {
    result.claims.filter { $0.verdict == .inconsistent }
  }

  @Test("parts and areas have names, no codes")
  func names() throws {
    // -55.5 + 24.3 = -31.2, printed 13.2.
    let parts = result(
      "The UK goods and services trade deficit was £13.2 billion in 2024, after a goods deficit of "
        + "£55.5 billion and a services surplus of £24.3 billion.")
    let why = try #require(wrong(parts).first?.explanation)
    #expect(why.contains("the balance (goods)"))
    #expect(why.contains("the balance (services)"))
    let sectors = result(
      "Exports reached $405.53 billion in 2024, of which the domestic economic sector accounted for "
        + "$141.59 billion and the foreign-invested sector for $290.94 billion.")
    let told = try #require(wrong(sectors).first?.explanation)
    #expect(told.contains("domestic economic sector"))
    #expect(!told.contains("p4"))
    #expect(parts.identities.allSatisfy { !$0.sentence.contains("GBR") })
  }

  @Test("amounts of several scales name theirs")
  func scales() throws {
    // 21.36 - 17.91 = 3.45 billion, printed million.
    let checked = result(
      "In September 2023, Swiss exports were CHF 21.36 billion and imports CHF 17.91 billion. "
        + "The surplus was CHF 3.45 million.")
    let why = try #require(wrong(checked).first?.explanation)
    #expect(why.contains("at least 3.440 billion CHF"))
    #expect(why.contains("printed 3.45 million CHF is at most 3.455 million CHF"))
    #expect(
      checked.repairs.contains {
        $0.suggestion
          == "3.45 million CHF would have to lie in 3.440 to 3.460 billion CHF "
          + "(unit or scale: 3.45 billion CHF)"
      })
  }

  @Test("a rate is not accused by a contradiction of the levels beside it")
  func besides() {
    // 24.55 + 18.39 = 42.94, printed 43.85; the rates fit each other.
    let checked = result(
      "China's total trade rose 5 percent to 43.85 trillion yuan in 2024. Exports rose 7.1 percent "
        + "to 24.55 trillion yuan, while imports rose 2.3 percent to 18.39 trillion yuan.")
    #expect(checked.verdict == .inconsistent)
    let texts = Dictionary(uniqueKeysWithValues: checked.figures.map { ($0.id, $0.text) })
    let accused = wrong(checked).compactMap { $0.claim.target.flatMap { texts[$0] } }
    #expect(accused == ["43.85 trillion yuan"])
  }

  @Test("a repair says nothing that no figure can say")
  func possible() {
    // Shares of 41.6, 28.9, 16.4 and 15.0 add up to 101.9; the third should be 14.6.
    let table = """
      Partner,2024 EUR million,Share (%)
      Germany,1301.2,41.6
      France,902.3,28.9
      Netherlands,455.8,16.4
      Others,467.9,15.0
      Total,3127.2,100.0

      """
    let checked = InputChecker().check(tableReading(table))
    let ranges = checked.parts.flatMap(\.result.repairs).flatMap(\.feasible)
    #expect(!ranges.isEmpty)
    #expect(ranges.allSatisfy { ($0.upper?.value ?? 1) > 0 })
  }
}
