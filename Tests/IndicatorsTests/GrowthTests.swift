import Indicators
import Testing
import TimeSeries

/// One row of the table of base rules in Documentation/Methods/growth.md.
struct BaseRule: Sendable, CustomTestStringConvertible {
  let name: String
  let base: Observation
  let current: Observation
  let value: Double?
  let status: ObservationStatus
  var testDescription: String { name }

  static let all = [
    BaseRule(
      name: "both above zero", base: Observation(100), current: Observation(120), value: 20,
      status: .normal),
    BaseRule(
      name: "ten times the base", base: Observation(1), current: Observation(10), value: 900,
      status: .normal),
    BaseRule(
      name: "more than ten times the base", base: Observation(1), current: Observation(11),
      value: 1000, status: .extreme),
    BaseRule(
      name: "stopped", base: Observation(5), current: Observation(0), value: -100,
      status: .normal),
    BaseRule(
      name: "from zero", base: Observation(0), current: Observation(7), value: nil,
      status: .zeroBase),
    BaseRule(
      name: "zero to zero", base: Observation(0), current: Observation(0), value: nil,
      status: .zeroBase),
    BaseRule(
      name: "both below zero", base: Observation(-20), current: Observation(-25), value: nil,
      status: .negativeBase),
    BaseRule(
      name: "below zero to zero", base: Observation(-20), current: Observation(0), value: nil,
      status: .negativeBase),
    BaseRule(
      name: "deficit to surplus", base: Observation(-20), current: Observation(5), value: nil,
      status: .signChange),
    BaseRule(
      name: "surplus to deficit", base: Observation(20), current: Observation(-5), value: nil,
      status: .signChange),
    BaseRule(
      name: "no base", base: Observation(missing: .confidential), current: Observation(5),
      value: nil, status: [.confidential, .baseMissing]),
    BaseRule(
      name: "no current value", base: Observation(5), current: Observation(missing: .unknown),
      value: nil, status: .unknown),
    BaseRule(
      name: "neither", base: Observation(missing: .notCollected),
      current: Observation(missing: .notYetPublished), value: nil,
      status: [.notCollected, .notYetPublished, .baseMissing]),
    BaseRule(
      name: "incomplete base", base: Observation(100, .partial), current: Observation(120),
      value: nil, status: .partial),
    BaseRule(
      name: "incomplete current value", base: Observation(100),
      current: Observation(120, .partial), value: nil, status: .partial),
    BaseRule(
      name: "break in between", base: Observation(100),
      current: Observation(120, [.breakInSeries, .provisional]), value: 20,
      status: [.breakInSeries, .provisional]),
    BaseRule(
      name: "beyond the range of numbers", base: Observation(1e-300),
      current: Observation(1e300), value: nil, status: [.extreme, .unknown]),
  ]
}

@Suite("Growth of single observations") struct GrowthTests {
  @Test("follows the table of base rules", arguments: BaseRule.all)
  func baseRules(_ rule: BaseRule) throws {
    let rate = Growth.rate(from: rule.base, to: rule.current)
    #expect(rate.status == rule.status)
    if let expected = rule.value {
      #expect(abs(try #require(rate.value) - expected) < 1e-12)
    } else {
      #expect(rate.value == nil)
    }
  }

  // The nine printed rates of Eurostat news releases 178/2019 and of June 2019.
  @Test(
    "agrees with rates printed by Eurostat",
    arguments: [
      [196.2, 186.5, 5.2], [177.6, 173.9, 2.1], [1741.9, 1692.3, 2.9], [1586.3, 1545.0, 2.7],
      [163.4, 161.9, 0.9], [1470.9, 1451.0, 1.4], [189.9, 199.3, -4.7], [169.3, 176.6, -4.1],
      [164.5, 172.1, -4.4],
    ])
  func eurostat(_ printed: [Double]) throws {
    let rate = Growth.rate(from: Observation(printed[1]), to: Observation(printed[0]))
    #expect(abs(try #require(rate.value) - printed[2]) <= 0.05)
  }

  // Worked by hand: 25/20 − 1, 15/20 − 1.
  @Test("the size of a deficit has a rate of its own")
  func size() throws {
    #expect(Growth.rateOfSize(from: Observation(-20), to: Observation(-25)).value == 25)
    #expect(Growth.rateOfSize(from: Observation(-20), to: Observation(-15)).value == -25)
    #expect(Growth.rateOfSize(from: Observation(-20), to: Observation(0)).value == -100)
    #expect(Growth.rateOfSize(from: Observation(20), to: Observation(25)).value == 25)
    let turned = Growth.rateOfSize(from: Observation(-20), to: Observation(5))
    #expect(turned.value == nil && turned.status == .signChange)
    let opened = Growth.rateOfSize(from: Observation(0), to: Observation(-5))
    #expect(opened.value == nil && opened.status == .zeroBase)
    let marked = Growth.rateOfSize(from: Observation(-20, .estimated), to: Observation(-25))
    #expect(marked.status == .estimated)
  }

  // 1.02⁴ = 1.08243216, by hand; and the root of it.
  @Test("annualized and compound rates undo each other")
  func annualized() throws {
    let rate = Growth.annualizedRate(
      from: Observation(100), to: Observation(102), periodsPerYear: 4)
    #expect(abs(try #require(rate.value) - 8.243216) < 1e-10)
    let back = Growth.compoundRate(
      from: Observation(100), to: Observation(108.243216), years: 4)
    #expect(abs(try #require(back.value) - 2) < 1e-10)
    let stopped = Growth.compoundRate(from: Observation(100), to: Observation(0), years: 4)
    #expect(stopped.value == -100)
    let negative = Growth.annualizedRate(
      from: Observation(-1), to: Observation(-2), periodsPerYear: 4)
    #expect(negative.status == .negativeBase)
  }

  @Test("differences do not mind signs but need both values")
  func differences() {
    #expect(Growth.difference(from: Observation(-20), to: Observation(15)).value == 35)
    #expect(Growth.difference(from: Observation(0), to: Observation(15)).value == 15)
    let missing = Growth.difference(from: Observation(missing: .holiday), to: Observation(1))
    #expect(missing.value == nil && missing.status == [.holiday, .baseMissing])
    let partial = Growth.difference(from: Observation(1, .partial), to: Observation(1, .partial))
    #expect(partial.value == nil && partial.status == .partial)
  }

  // The worked example in Documentation/Methods/balances.md.
  @Test("totals, balances and their ratios of the worked example")
  func balances() throws {
    let exports = [Observation(200), Observation(220)]
    let imports = [Observation(180), Observation(180)]
    let balances = zip(exports, imports).map { Balance.difference(exports: $0, imports: $1) }
    #expect(balances.map(\.value) == [20, 40])
    let cover = Balance.coverRatio(exports: exports[1], imports: imports[1])
    #expect(abs(try #require(cover.value) - 122.2222) < 5e-5)
    let normalized = Balance.normalized(exports: exports[1], imports: imports[1])
    #expect(abs(try #require(normalized.value) - 0.1) < 1e-15)
  }

  @Test("ratios of a balance refuse what has no meaning")
  func balanceEdges() {
    let (zero, one, minus) = (Observation(0), Observation(1), Observation(-1))
    #expect(Balance.coverRatio(exports: one, imports: zero).status == .zeroBase)
    #expect(Balance.coverRatio(exports: minus, imports: one).status == .notApplicable)
    #expect(Balance.normalized(exports: zero, imports: zero).status == .zeroBase)
    #expect(Balance.normalized(exports: one, imports: minus).status == .notApplicable)
    #expect(Balance.normalized(exports: zero, imports: one).value == -1)
    let partial = Balance.difference(exports: Observation(3, .partial), imports: one)
    #expect(partial.value == nil && partial.status == .partial)
    let secret = Balance.difference(exports: Observation(missing: .confidential), imports: one)
    #expect(secret.value == nil && secret.status == .confidential)
  }

  @Test("shares refuse negative parts and name empty totals")
  func shares() {
    #expect(Share.percent(of: Observation(1), in: Observation(4)).value == 25)
    #expect(Share.percent(of: Observation(0), in: Observation(0)).status == .zeroBase)
    #expect(Share.percent(of: Observation(-1), in: Observation(4)).status == .notApplicable)
    #expect(Share.percent(of: Observation(1), in: Observation(-4)).status == .notApplicable)
    #expect(
      Share.percent(of: Observation(1, .partial), in: Observation(4)).status == .partial)
  }
}
