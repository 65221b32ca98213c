import Testing

@testable import Validation

/// A turn of phrase with the line that one of its figures must give.
struct Turn: Sendable, CustomTestStringConvertible {
  let text: String
  let line: String
  var testDescription: String { text }

  static let all = [
    Turn(
      text:
        "Exports added 2.8 percent and imports 22.4 percent, to $74.2bn and $157.1bn respectively, in 2023.",
      line: "$74.2bn | level exports | 74.2e9 USD | 2023 | -"),
    Turn(
      text: "In June 2023 the deficit in the balance of goods was €2.2bn.",
      line: "€2.2bn | balance balance | -2.2e9 EUR | 2023-06 | -"),
    Turn(
      text: "In the ten months from January to October 2022 exports were $5bn.",
      line: "$5bn | level exports | 5e9 USD | 2022-01/2022-10 | -"),
    Turn(
      text: "Peru's exports were $3bn in 2019, against the US$ 5bn of 2018.",
      line: "US$ 5bn | level exports | 5e9 USD | 2018 | -"),
    Turn(
      text: "Ghana's exports were GH¢60.1bn in 2023.",
      line: "GH¢60.1bn | level exports | 60.1e9 GHS | 2023 | -"),
    Turn(
      text: "Jordan's imports were JD 4.33 billion in 2023.",
      line: "JD 4.33 billion | level imports | 4.33e9 JOD | 2023 | -"),
    Turn(
      text: "Goods exports from New Zealand rose 3% to $6.2bn in 2024.",
      line: "$6.2bn | level exports | 6.2e9 NZD | 2024 | -"),
    Turn(
      text: "In 2023 FDI inflows into India were $70bn; reinvested earnings were $18bn.",
      line: "$18bn | level fdi_flow | 18e9 USD | 2023 | -"),
    Turn(
      text: "FDI into India hit $70bn in 2023 after $60bn in 2022, a plus of 17 per cent.",
      line: "17 per cent | change fdi_flow | 17 percent | 2023 | yoy"),
    Turn(
      text:
        "In May 2023 Qatar's surplus was QR 20bn, a fall of QR 2bn, or 9.1 percent, on May 2022. Exports were QR 30bn.",
      line: "QR 30bn | level exports | 30e9 QAR | 2023-05 | -"),
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
      text: "Exports were $6bn in the May 1-20 period of 2024.",
      line: "$6bn | level exports | 6e9 USD | 2024-05-01/2024-05-20 | -"),
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
  @Test(
    "a figure says what its words say",
    arguments: Turn.all + Turn.flows + Turn.forms + Turn.releases + Turn.releaseTimes
      + Turn.lookBacks)
  func turn(_ turn: Turn) {
    let lines = prose(turn.text).check.figures.map(line)
    #expect(lines.contains(turn.line), "\(lines)")
  }

  @Test("one level told with two values is two things") func twice() {
    // 5.0 is 2 % of 250, so the whole is not 300; but a level of $300bn may be of something else.
    let text = "Exports were $250bn in 2019. The year's $300bn were a record."
    #expect(verdict(text) != .inconsistent)
  }

  @Test("texts look back and return without saying so") func lookingBack() {
    // 9 - 5 = 4 in 2019, not 8 - 5 in 2018.
    let text = """
      In 2019 exports were $9.0bn. In 2018 they had been $8.0bn, a record. Imports were $5.0bn and \
      the surplus $4.0bn.
      """
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

  @Test("letters glued to a number that nothing knows make no number of its end")
  func gluedLetters() {
    #expect(prose("Zambia's exports were X2.4 billion in August 2022.").check.figures.isEmpty)
  }

  @Test("two complements beside a third part are not all") func thirdPart() {
    // 12.6 + 7.4 + 1.7 = 21.7, where 12.6 + 7.4 = 20.0
    let text = """
      Oman's exports were RO %bn in 2023. Oil and gas exports were RO 12.6bn, non-oil exports RO 7.4bn \
      and mining exports RO 1.7bn.
      """
    #expect(verdict(text.replacing("%", with: "21.7")) != .inconsistent)
  }

  @Test("the place where a text was written is not whose figures it tells") func dateline() {
    let text = "LONDON, July 5 (Wire) - Germany's exports were 5 billion euros in May 2019."
    #expect(prose(text).check.figures.map(\.subject) == ["Germany"])
  }
}
