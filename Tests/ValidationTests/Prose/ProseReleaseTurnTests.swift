import Testing

@testable import Validation

extension Turn {
  /// Words of releases for flows, totals and balances.
  static let releases = [
    Turn(
      text: "Trade in services hit $71bn in 2022, or 9 percent more than in 2021.",
      line: "$71bn | level services_total | 71e9 USD | 2022 | -"),
    Turn(
      text: "The country's import-export volume in 2022 was $90bn.",
      line: "$90bn | level total_trade | 90e9 USD | 2022 | -"),
    Turn(
      text: "The value of goods crossing Chile's borders was $190bn in 2022.",
      line: "$190bn | level total_trade | 190e9 USD | 2022 | -"),
    Turn(
      text: "Turnover was $20bn in 2022. Of this, $12bn fell to the share of exports.",
      line: "$12bn | level exports | 12e9 USD | 2022 | -"),
    Turn(
      text: "Cargo for other lands was $12bn in 2022, and inbound cargo came to $8bn.",
      line: "$8bn | level imports | 8e9 USD | 2022 | -"),
    Turn(
      text: "In 2021 Norway provided services worth $40bn and received services worth $45bn.",
      line: "$45bn | level services_imports | 45e9 USD | 2021 | -"),
    Turn(
      text:
        "Peru's trade was $90bn in 2022. China was the destination of $20bn and the origin of $15bn.",
      line: "$15bn | level imports | 15e9 USD | 2022 | -"),
    Turn(
      text:
        "In May 2022 the balance with Asia was negative by $4bn, that with Africa positive by $2bn.",
      line: "$2bn | balance balance | 2e9 USD | 2022-05 | -"),
    Turn(
      text:
        "The year 2022 closed with a negative balance of $4bn; in 2021 it was positive at $3bn.",
      line: "$3bn | balance balance | 3e9 USD | 2021 | -"),
    Turn(
      text: "In 2022 exports came to $9bn and imports to $7bn, a positive $2bn.",
      line: "positive $2bn | balance balance | 2e9 USD | 2022 | -"),
    Turn(
      text: "Imports were $60bn in 2022. They made up 60 percent of the $100bn total.",
      line: "$100bn | level total_trade | 100e9 USD | 2022 | -"),
    Turn(
      text: "Peru's exports were $60bn in 2022 and imports, mainly fuels, $55bn.",
      line: "$55bn | level imports | 55e9 USD | 2022 | -"),
    Turn(
      text: "Foreign investors pledged $7bn in Kenya in 2022.",
      line: "$7bn | level fdi_flow | 7e9 USD | 2022 | -"),
    Turn(
      text: "Exports summed up $7bn in 2022, growing by 3%.",
      line: "$7bn | level exports | 7e9 USD | 2022 | -"),
    Turn(
      text: "The surplus went from $7bn in 2021 down to $5bn in 2022.",
      line: "$7bn | balance balance | 7e9 USD | 2021 | -"),
    Turn(
      text: "In May 2022 imports were 8% and exports 6% lower than a year earlier.",
      line: "8% | change imports | -8 percent | 2022-05 | yoy"),
  ]

  /// Fiscal years, days and times that a sentence only looks back to.
  static let releaseTimes = [
    Turn(
      text:
        "Exports were $9bn in fiscal 2018, which ended in June 2019, after $8bn in fiscal 2017.",
      line: "$8bn | level exports | 8e9 USD | 2017-07/2018-06 | -"),
    Turn(
      text: "In the fiscal year from mid-July 2018 to mid-July 2019 exports were $9bn.",
      line: "$9bn | level exports | 9e9 USD | 2018-07/2019-07 | -"),
    Turn(
      text: "In the first ten months of FY22 Pakistan's exports were $26bn.",
      line: "$26bn | level exports | 26e9 USD | 2021-07/2022-04 | -"),
    Turn(
      text: "From October to May 2018-19 exports were $26bn.",
      line: "$26bn | level exports | 26e9 USD | 2018-10/2019-05 | -"),
    Turn(
      text: "Exports in the year 1398 (March 21, 2019-March 19, 2020) were $41bn.",
      line: "$41bn | level exports | 41e9 USD | 2019-03-21/2020-03-19 | -"),
    Turn(
      text: "Exports were $41bn in the period January 1 - April 30, 2020.",
      line: "$41bn | level exports | 41e9 USD | 2020-01/2020-04 | -"),
    Turn(
      text: "Exports were $4bn in May 2019; in May 2018 they had shown $3bn. Imports were $5bn.",
      line: "$5bn | level imports | 5e9 USD | 2019-05 | -"),
    Turn(
      text: "Imports were $9bn in 2019. The deficit, $3bn in 2018, fell to $2bn.",
      line: "$2bn | balance balance | -2e9 USD | 2019 | -"),
    Turn(
      text:
        "In the second week of May 2019 (May 6-12) exports were $1bn. Month to date they were $2bn.",
      line: "$2bn | level exports | 2e9 USD | 2019-05-01/2019-05-12 | -"),
    Turn(
      text: "In May 2019 exports were $1bn. In the last six months they were $5bn.",
      line: "$5bn | level exports | 5e9 USD | 2018-12/2019-05 | -"),
    Turn(
      text: "At the end of 2018 investors held FDI stocks of $90bn in Chile.",
      line: "$90bn | level fdi_stock | 90e9 USD | end-2018-12 | -"),
    Turn(
      text: "Exports were $9bn in 2018, the Trade Outlook 2020 says. Imports were $7bn.",
      line: "$7bn | level imports | 7e9 USD | 2018 | -"),
    Turn(
      text: "Exports rose 9% on June 2018 to $5bn in June 2019. The deficit in the month grew 4%.",
      line: "4% | change balance | 4 percent | 2019-06 | yoy"),
  ]
}

@Suite("Turns of releases") struct ProseReleaseTurnTests {
  @Test("levels with shares that make up 100 percent add up to the total") func shares() {
    // 6.4 + 3.6 = 10.0
    let text = """
      Investment in Peru reached $10.0bn in 2022. FDI contributed $6.4bn (64%) and domestic investment \
      $#bn (36%).
      """
    #expect(verdict(text.replacing("#", with: "3.6")) == .consistent)
    #expect(verdict(text.replacing("#", with: "3.9")) == .inconsistent)
  }

  @Test("shares of another whole tie no total") func otherWhole() {
    let text = """
      Investment in Peru reached $10.6bn in 2022. FDI contributed $6.4bn (64%) and domestic investment \
      $3.6bn (36%).
      """
    #expect(verdict(text) != .inconsistent)
  }

  @Test("shares that leave something out tie no total") func partialShares() {
    let text = """
      Investment in Peru reached $10.6bn in 2022. FDI contributed $6.4bn (60%) and domestic investment \
      $3.6bn (34%).
      """
    #expect(verdict(text) != .inconsistent)
  }

  @Test("what a flow is led by is no other topic") func aside() {
    // 9.1 - 6.0 = 3.1
    let text = """
      Peru's exports to China, led by copper and fishmeal, grew to $9.1bn in 2022 while imports, mostly \
      light machinery, rose to $6.0bn. The surplus was $%bn.
      """
    #expect(verdict(text.replacing("%", with: "3.1")) == .consistent)
    #expect(verdict(text.replacing("%", with: "1.3")) == .inconsistent)
    // 60 - 55 = 5
    let listed =
      "Exports were $60bn in 2022 and imports, mainly fuels, $55bn. The surplus was $%bn."
    #expect(verdict(listed.replacing("%", with: "5")) == .consistent)
    #expect(verdict(listed.replacing("%", with: "8")) == .inconsistent)
  }

  @Test("an amount beside a rate that is set apart is of the same thing") func apart() {
    // 20 % more is 10.0 on 50.0; the 4 % of something else are 1.5.
    let text = """
      Imports were $60.0bn in 2022, an increase of 20%; the corresponding change without fuels was 4%, \
      i.e. $1.5bn. In 2021 they were $50.0bn.
      """
    #expect(verdict(text) != .inconsistent)
  }
}
