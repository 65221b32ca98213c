import Testing

@testable import Validation

/// A turn of phrase with the line that one of its figures must give.
struct Turn: Sendable, CustomTestStringConvertible {
  let text: String
  let line: String
  var testDescription: String { text }

  static let all = [
    Turn(
      text: "Exports were $25.7bn, down $4.8bn, and imports $31.9bn, down $6.1bn in 2019.",
      line: "$31.9bn | level imports | 31.9e9 USD | 2019 | -"),
    Turn(
      text: "In May 2020 a $0.7 billion fall in the deficit was seen.",
      line: "$0.7 billion | change balance | -0.7e9 USD | 2020-05 | yoy"),
    Turn(
      text: "The ratio of oil exports to imports fell to 34.9% in 2019.",
      line: "34.9% | share other | 34.9 percent | 2019 | -"),
    Turn(
      text: "In 2019 exports were $5.0bn, 14.6 percent down on the $5.9bn of 2018.",
      line: "$5.9bn | level exports | 5.9e9 USD | 2018 | -"),
    Turn(
      text: "May exports in 2019 were $5bn, $1bn more than April exports of $4bn.",
      line: "$4bn | level exports | 4e9 USD | 2019-04 | -"),
    Turn(
      text:
        "The deficit in the first half of 1979 was $11bn, against $18bn in the like 1978 period.",
      line: "$18bn | balance balance | -18e9 USD | 1978-H1 | -"),
    Turn(
      text: "Peru's embassy notes that in 2011 trade with Chile was $3bn.",
      line: "$3bn | level total_trade | 3e9 USD | 2011 | -"),
    Turn(
      text: "In the first week of March 2021 exports were $6bn.",
      line: "$6bn | level exports | 6e9 USD | 2021-03-01/2021-03-07 | -"),
    Turn(
      text: "In 2019 the balance was negative at $4.8bn.",
      line: "$4.8bn | balance balance | -4.8e9 USD | 2019 | -"),
    Turn(
      text: "In May 2021 trade was in the black by $1.3bn.",
      line: "$1.3bn | balance balance | 1.3e9 USD | 2021-05 | -"),
    Turn(
      text: "A deficit of $23.3bn, or 7.0% of the value of imports, was recorded in 2019.",
      line: "7.0% | share balance | 7.0 percent | 2019 | -"),
    Turn(
      text: "Exports of shoes were $1bn in 2019, a quarter of total exports.",
      line: "a quarter | share exports | 0.25 ratio | 2019 | -"),
    Turn(
      text:
        "Exports in 2019 were $9bn; goods worth $185bn in imports and exports crossed the port.",
      line: "$185bn | level total_trade | 185e9 USD | 2019 | -"),
    Turn(
      text: "In 2019 shipments were $1bn, deliveries from Chile to Peru's shops $2bn.",
      line: "$1bn | level exports | 1e9 USD | 2019 | -"),
    Turn(
      text: "In 2019 exports of the UAE were Dh5bn.",
      line: "Dh5bn | level exports | 5e9 AED | 2019 | -"),
    Turn(
      text: "Soviet exports were 5 billion roubles in 1976.",
      line: "5 billion roubles | level exports | 5e9 RUB | 1976 | -"),
    Turn(
      text: "Exports were worth DM 5 billion in 1976.",
      line: "DM 5 billion | level exports | 5e9 DEM | 1976 | -"),
  ]
}

@Suite("Turns of phrase") struct ProseTurnTests {
  private func verdict(_ text: String) -> CheckResult.Verdict {
    DocumentChecker(CheckOptions(wantsRepairs: false)).check(prose(text).check).verdict
  }

  @Test("a figure says what its words say", arguments: Turn.all)
  func turn(_ turn: Turn) {
    let lines = prose(turn.text).check.figures.map(line)
    #expect(lines.contains(turn.line), "\(lines)")
  }

  @Test("one level told with two values is two things") func twice() {
    // 5.0 is 2 % of 250, so the whole is not 300; but a level of $300bn may be of something else.
    let text = "Exports were $250bn in 2019. The year's $300bn were a record."
    #expect(verdict(text) != .inconsistent)
  }

  @Test("re-exports that are larger than exports are no part of them") func reexports() {
    // 811 + 146 + 372 = 1329
    let text =
      "Trade in 2013 was $%bn, of which imports $811bn, exports $146bn and re-exports $372bn."
    #expect(verdict(text.replacing("%", with: "1,329")) == .consistent)
    #expect(verdict(text.replacing("%", with: "1,392")) == .inconsistent)
  }

  @Test("net inflows are inflows less outflows") func netInflows() {
    // 4.1 - 1.8 = 2.3
    let text =
      "Net FDI into Egypt was $%bn in 2019. FDI inflows were $4.1bn and FDI outflows $1.8bn."
    #expect(verdict(text.replacing("%", with: "2.3")) == .consistent)
    #expect(verdict(text.replacing("%", with: "3.2")) == .inconsistent)
  }

  @Test("two reporters each have their own flows and balances") func reporters() {
    // 251 - 107 = 144, 198 - 202 = -4
    let text = """
      In 2022 Norway exported $251bn and imported $107bn; Sweden exported $198bn and imported $202bn. \
      The former had a surplus of $%bn, the latter a deficit of $4bn.
      """
    #expect(verdict(text.replacing("%", with: "144")) == .consistent)
    #expect(verdict(text.replacing("%", with: "414")) == .inconsistent)
  }

  @Test("a monthly rate without a comparison accuses only if both usual ones fail")
  func comparisons() {
    // 110 is 10 % above 100 and 5 % above 105.
    let text = "Exports rose % percent to $110.0bn in May 2019. They were $100.0bn in May 2018."
    #expect(verdict(text.replacing("%", with: "10.0")) == .consistent)
    #expect(verdict(text.replacing("%", with: "30.0")) != .consistent)
  }

  @Test("the place where a text was written is not whose figures it tells") func dateline() {
    let text = "LONDON, July 5 (Wire) - Germany's exports were 5 billion euros in May 2019."
    #expect(prose(text).check.figures.map(\.subject) == ["Germany"])
  }
}
