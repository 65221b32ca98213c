import Testing

@testable import Validation

extension Turn {
  /// Flows told by verbs and by those who buy and sell, and what they are shares of.
  static let flows = [
    Turn(
      text: "Coffee earned Ethiopia $1.4bn in 2023, as opposed to $1.3bn in 2022.",
      line: "$1.4bn | level exports | 1.4e9 USD | 2023 | -"),
    Turn(
      text: "Goods worth $83bn were exported in 2022 and goods worth $97bn imported.",
      line: "$97bn | level imports | 97e9 USD | 2022 | -"),
    Turn(
      text: "In 2023 Chile sold $5bn of wine abroad. Of the $9bn that it bought, fuels were $2bn.",
      line: "$9bn | level imports | 9e9 USD | 2023 | -"),
    Turn(
      text: "In 2023 we sold Chile goods worth $8bn; it sold us $1bn, says Peru's minister.",
      line: "$1bn | level imports | 1e9 USD | 2023 | -"),
    Turn(
      text:
        "Moldova exported $4.0bn in 2023. The main customers were Romania ($1.4bn) and Italy ($0.6bn).",
      line: "$0.6bn | level exports | 0.6e9 USD | 2023 | -"),
    Turn(
      text: "Trade of Ukraine was $99bn in 2023. China led the suppliers ($10.5bn).",
      line: "$10.5bn | level imports | 10.5e9 USD | 2023 | -"),
    Turn(
      text: "Goods worth $82m went to Chile from Peru in May 2023.",
      line: "$82m | level exports | 82e6 USD | 2023-05 | -"),
    Turn(
      text: "Tourists spent $5bn in Jamaica's hotels in 2023.",
      line: "$5bn | level services_exports | 5e9 JMD | 2023 | -"),
    Turn(
      text: "Farmers shipped 8.1 million tonnes in 2023, up from 7.2 million in 2022.",
      line: "7.2 million | level exports | 7.2e6 tonnes | 2022 | -"),
    Turn(
      text: "Exports were 8 million tonnes in 2023 at $260 a tonne, after $240 in 2022.",
      line: "$240 | level other | 240 USD | 2022 | -"),
    Turn(
      text: "Exports were $15bn in 2023. Coal was worth $9bn, 60 percent of everything sold.",
      line: "60 percent | share exports | 60 percent | 2023 | -"),
    Turn(
      text: "Peru's exports were $9bn in 2023. Nearly 20% went to China.",
      line: "20% | share exports | 20 percent | 2023 | - ~less_than"),
    Turn(
      text: "In 2023 exports fell short of imports by $6bn.",
      line: "$6bn | balance balance | -6e9 USD | 2023 | -"),
    Turn(
      text: "In May 2023 imports were $2.5bn higher than exports.",
      line: "$2.5bn | balance balance | -2.5e9 USD | 2023-05 | -"),
    Turn(
      text: "Peru's deficit, i.e. the difference between imports and exports, was $2bn in 2023.",
      line: "$2bn | balance balance | -2e9 USD | 2023 | -"),
    Turn(
      text: "Peru's trade with Chile in 2023 left a balance of $2bn in Chile's favour.",
      line: "$2bn | balance balance | -2e9 USD | 2023 | -"),
    Turn(
      text: "Imports grew less strongly in 2023, by 8.8 percent to $35bn.",
      line: "8.8 percent | change imports | 8.8 percent | 2023 | yoy"),
  ]

  /// Currencies and times of their own.
  static let forms = [
    Turn(
      text: "Zambia's exports were K17.9 billion in August 2022.",
      line: "K17.9 billion | level exports | 17.9e9 ZMW | 2022-08 | -"),
    Turn(
      text: "Bosnia's exports were KM 16.7 billion in 2023 on 300 km of road.",
      line: "KM 16.7 billion | level exports | 16.7e9 BAM | 2023 | -"),
    Turn(
      text: "Cameroon's exports were CFA 2,366 billion in 2021.",
      line: "CFA 2,366 billion | level exports | 2366e9 XAF | 2021 | -"),
    Turn(
      text: "Alberta's exports totalled $16.1 billion in March 2024.",
      line: "$16.1 billion | level exports | 16.1e9 CAD | 2024-03 | -"),
    Turn(
      text: "Exports in 2021, in DKK million: shrimp 2,318.4, halibut 1,417.2.",
      line: "2,318.4 | level exports | 2318.4e6 DKK | 2021 | -"),
    Turn(
      text: "Exports rose to $26bn in the second quarter of 2023, from $22bn in the first.",
      line: "$22bn | level exports | 22e9 USD | 2023-Q1 | -"),
    Turn(
      text:
        "In the year ended June 2023 exports were $3.0bn, as against $2.8bn in the preceding twelve months.",
      line: "$2.8bn | level exports | 2.8e9 USD | 2021-07/2022-06 | -"),
    Turn(
      text:
        "In the marketing year 2022/23 (September to August) Kazakhstan exported goods worth $5bn.",
      line: "$5bn | level exports | 5e9 USD | 2022-09/2023-08 | -"),
    Turn(
      text: "ABIDJAN, March 2023 - Exports were worth $9bn in 2022. Cocoa made up $3bn.",
      line: "$3bn | level exports | 3e9 USD | 2022 | -"),
    Turn(
      text: "Exports fell 9.8 percent in 2023, the first annual decline since 2019.",
      line: "9.8 percent | change exports | -9.8 percent | 2023 | yoy"),
    Turn(
      text:
        "Exports were $35bn in 2023, and the ministry plans on $59bn in 2028. Imports were $20bn.",
      line: "$20bn | level imports | 20e9 USD | 2023 | -"),
  ]
}

@Suite("Turns of flows") struct ProseFlowTurnTests {
  @Test("what a total is said to be made up of adds up to it") func breakdown() {
    // 5.6 + 2.3 + 0.3 = 8.2
    let text = """
      Exports were $%bn in 2024. They break down into grain exports of $5.6bn, beef exports of \
      $2.3bn and other exports of $0.3bn.
      """
    #expect(verdict(text.replacing("%", with: "8.2")) == .consistent)
    #expect(verdict(text.replacing("%", with: "8.6")) == .inconsistent)
    // A list that is further off leaves something out.
    #expect(verdict(text.replacing("%", with: "12.0")) != .inconsistent)
  }

  @Test("the remaining amount adds up with those before it") func remainder() {
    // 2.1 + 1.5 + 2.0 = 5.6
    let text = """
      Exports were $%bn in 2023, of which $2.1bn went to the EU, $1.5bn to Asia and the remaining \
      $2.0bn to other markets.
      """
    #expect(verdict(text.replacing("%", with: "5.6")) == .consistent)
    #expect(verdict(text.replacing("%", with: "5.9")) == .inconsistent)
  }

  @Test("a balance whose sign no word tells may have either") func openSign() {
    // 3.8 - 10.7 = -6.9
    let text = "Exports were $3.8bn and imports $10.7bn in 2022. The trade balance was $%bn."
    #expect(verdict(text.replacing("%", with: "6.9")) != .inconsistent)
    #expect(verdict(text.replacing("%", with: "9.6")) == .inconsistent)
  }

  @Test("rates of things named behind them are no rates of one thing") func things() {
    // 13 % less than 1.44 is 1.25; 5 % less is not.
    let text = "Butter exports earned $1.25bn in 2023 after $1.44bn. That is 5% less fat."
    #expect(verdict(text) != .inconsistent)
  }

  @Test("a level that is told of another place's flows is no second value") func region() {
    // 442.3 / 535.1 = 82.7 %, 81.4 / 442.3 = 18.4 %
    let text = """
      Flanders exported goods for €442.3 billion in 2022, 82.7% of Belgium's €535.1 billion. Germany \
      was the best customer, good for €81.4 billion or 18.4% of the Flemish figure.
      """
    #expect(verdict(text) != .inconsistent)
  }
}
