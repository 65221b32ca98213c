import Testing

@testable import Validation

/// A text in which a rule decides what a figure says.
struct RuleExample: Sendable, CustomTestStringConvertible {
  let rule: ProseRule
  let figure: String
  let text: String
  var testDescription: String { rule.rawValue }

  static let all = [
    RuleExample(
      rule: .inheritedUnit, figure: "151.0",
      text: "Exports rose to SEK 169.1 billion from 151.0 in 2023."),
    RuleExample(
      rule: .announcedUnit, figure: "37.9",
      text: "In 2024 exports of oil were 37.9 and of gas 62.8, in billions of kroner."),
    RuleExample(rule: .measureBefore, figure: "$5bn", text: "Exports fell to $5bn in 2019."),
    RuleExample(
      rule: .measureBehind, figure: "$4 billion",
      text: "Trade with India was $4 billion in imports and $3 billion in exports in 2019."),
    RuleExample(
      rule: .topicBehind, figure: "$16.20 billion",
      text: "At $16.20 billion, external trade was smaller in 2019."),
    RuleExample(
      rule: .flowVerb, figure: "$1.7 billion", text: "Peru sold goods for $1.7 billion in 2019."),
    RuleExample(
      rule: .inheritedTopic, figure: "3%", text: "Exports fell to $5bn in 2019. The drop was 3%."),
    RuleExample(
      rule: .respectively, figure: "$3bn",
      text: "Exports and imports were $5bn and $3bn respectively in 2019."),
    RuleExample(
      rule: .silentRespectively, figure: "3%", text: "Exports and imports grew 5% and 3% in 2019."),
    RuleExample(
      rule: .formerLatter, figure: "$8bn",
      text: "In 2019 exports and imports set records: the former reached $9bn, the latter $8bn."),
    RuleExample(
      rule: .otherWay, figure: "$6bn",
      text: "China's exports to Russia reached $9bn in 2019; the flow the other way was $6bn."),
    RuleExample(
      rule: .restatement, figure: "$571 billion",
      text: "Trade was 4.02 trillion yuan (about $571 billion) in 2019."),
    RuleExample(
      rule: .sameAsBefore, figure: "the same as the previous year",
      text: "Exports were $5bn in 2019, the same as the previous year."),
    RuleExample(
      rule: .levelOfShare, figure: "$3bn",
      text: "Goods from China made up 60% of imports in 2019, i.e. $3bn."),
    RuleExample(
      rule: .multipleInWords, figure: "doubled",
      text: "Exports doubled to $6bn in 2019 from $3bn in 2018."),
    RuleExample(
      rule: .fractionInWords, figure: "a third",
      text: "Exports of shoes were $1bn, a third of total exports, in 2019."),
    RuleExample(
      rule: .flowsExceed, figure: "$1bn", text: "Exports exceeded imports by $1bn in 2019."),
    RuleExample(
      rule: .changeByVerb, figure: "$2bn", text: "The deficit fell $2bn to $7bn in 2019."),
    RuleExample(
      rule: .changeBy, figure: "$2bn", text: "The deficit narrowed by $2bn to $7bn in 2019."),
    RuleExample(
      rule: .changeByComparative, figure: "$2bn",
      text: "The deficit of $7bn in 2019 was $2bn smaller than in 2018."),
    RuleExample(
      rule: .changeByNoun, figure: "$2bn", text: "Exports came to $7bn in 2019, a rise of $2bn."),
    RuleExample(
      rule: .baseAmount, figure: "$6bn", text: "Exports were $7bn in 2019 against $6bn in 2018."),
    RuleExample(rule: .signPrinted, figure: "-3%", text: "Exports were $7bn (-3%) in 2019."),
    RuleExample(rule: .signBehind, figure: "3%", text: "Exports were 3% lower in 2019."),
    RuleExample(rule: .signBefore, figure: "3%", text: "Exports fell 3% in 2019."),
    RuleExample(
      rule: .signShared, figure: "2%", text: "Exports fell by 3% and imports by 2% in 2019."),
    RuleExample(rule: .deficit, figure: "$7bn", text: "The deficit was $7bn in 2019."),
    RuleExample(rule: .surplus, figure: "$7bn", text: "The surplus was $7bn in 2019."),
    RuleExample(rule: .shareOf, figure: "32%", text: "Cars were 32% of total exports in 2019."),
    RuleExample(
      rule: .shareVerb, figure: "32%", text: "Exports were $9bn in 2019. Cars accounted for 32%."),
    RuleExample(
      rule: .shareInBrackets, figure: "32%",
      text: "Exports were $9bn in 2019. Cars brought $3bn, or 32%."),
    RuleExample(
      rule: .shareBefore, figure: "21%",
      text: "Cars were 22% of total exports in 2019, up from 21% in 2018."),
    RuleExample(
      rule: .partnersFlow, figure: "$5bn",
      text: "Trade between China and Peru was $9bn in 2019. Peru exported $5bn."),
    RuleExample(
      rule: .breakdown, figure: "$3bn",
      text:
        "Exports of $8bn in 2019 were made up of grain exports of $5bn and beef exports of $3bn."),
    RuleExample(
      rule: .coverage, figure: "82.9 percent",
      text: "Exports covered 82.9 percent of imports in 2019."),
    RuleExample(
      rule: .ownTime, figure: "$6bn", text: "Exports were $7bn in 2019 and $6bn in 2018."),
    RuleExample(rule: .clauseTime, figure: "$7bn", text: "In 2019 exports were $7bn."),
    RuleExample(
      rule: .laterTime, figure: "$7bn", text: "Exports came to $7bn for the whole of 2019."),
    RuleExample(
      rule: .inheritedTime, figure: "$6bn", text: "In 2019 exports were $7bn. Imports were $6bn."),
    RuleExample(
      rule: .comparisonStated, figure: "3%", text: "Exports fell 3% year on year in May 2019."),
    RuleExample(
      rule: .comparisonFromBase, figure: "3%",
      text: "Exports fell 3% in May 2019 compared with April 2019."),
    RuleExample(
      rule: .comparisonInherited, figure: "2%",
      text: "Exports fell 3% on the month in May 2019. Imports fell 2%."),
    RuleExample(rule: .comparisonUsual, figure: "3%", text: "Exports fell 3% in 2019."),
  ]
}

@Suite("Rules of the prose grammar") struct ProseRuleTests {
  @Test("a rule fires and is told", arguments: RuleExample.all)
  func fires(_ example: RuleExample) throws {
    let document = prose(example.text)
    let figure = try #require(document.check.figures.first { $0.text == example.figure })
    let names = (document.rules[figure.id] ?? []).map(\.name)
    #expect(names.contains(example.rule.rawValue))
  }

  @Test("every rule has an explanation of its own") func explanations() {
    #expect(Set(ProseRule.allCases.map(\.explanation)).count == ProseRule.allCases.count)
  }

  @Test("the partner's exports are the reporter's imports") func mirrored() throws {
    let text = "Trade between China and Peru was $9bn in 2019. Peru's exports were $5bn."
    let figure = try #require(prose(text).check.figures.last)
    #expect(figure.measure == .imports)
  }

  @Test("the example of the issue: five numbers and 'the same as', tied and possible")
  func issueExample() {
    let text = """
      From January to September 2024, China-Belgium bilateral trade volume was US$29.71 billion, a \
      year-on-year decrease of 3.1%. Among them, China's exports amounted to US$24.85 billion, the same as \
      the previous year; imports amounted to US$4.86 billion, a year-on-year decrease of 16.7%.
      """
    let document = prose(text).check
    #expect(
      document.figures.map(line) == [
        "US$29.71 billion | level total_trade | 29.71e9 USD | 2024-01/2024-09 | -",
        "3.1% | change total_trade | -3.1 percent | 2024-01/2024-09 | yoy",
        "US$24.85 billion | level exports | 24.85e9 USD | 2024-01/2024-09 | -",
        "the same as the previous year | level exports | 24.85e9 USD | 2023-01/2023-09 | -",
        "US$4.86 billion | level imports | 4.86e9 USD | 2024-01/2024-09 | -",
        "16.7% | change imports | -16.7 percent | 2024-01/2024-09 | yoy",
      ])
    let result = DocumentChecker(CheckOptions()).check(document)
    #expect(result.verdict == .consistent)
    #expect(result.checkedFigures.count == 6)
  }
}
