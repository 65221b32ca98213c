import Indicators
import Testing
import TimeSeries

/// Last year's separate months are summed to the span of a combined figure first.
@Suite("Bases published in parts") struct AssembledBaseTests {
  static let combined = Period(from: Month(year: 2020, month: 1), count: 2)

  static let exports = Series(
    "Exports",
    [
      (.month(2019, 1), Observation(217)), (.month(2019, 2), Observation(135)),
      (.month(2019, 3), Observation(198)), (combined, Observation(292)),
      (.month(2020, 3), Observation(185)),
    ])

  @Test("January-February is compared with the sum of January and February") func combined() throws
  {
    let growth = try Self.exports.yearOverYear()
    // By hand: 292 / (217 + 135) - 1 and 185 / 198 - 1.
    #expect(growth.axis.periods == [Self.combined, .month(2020, 3)])
    #expect(abs((growth[Self.combined].value ?? 0) - 100 * (292.0 / 352 - 1)) < 1e-12)
    #expect(abs((growth[.month(2020, 3)].value ?? 0) - 100 * (185.0 / 198 - 1)) < 1e-12)
  }

  @Test("a part that is missing leaves the change missing with its reason") func missingPart()
    throws
  {
    let series = Series(
      "Exports",
      [
        (.month(2019, 1), Observation(217)),
        (.month(2019, 2), Observation(missing: .confidential)), (Self.combined, Observation(292)),
      ])
    let growth = try series.yearOverYear()[Self.combined]
    #expect(growth.value == nil)
    #expect(growth.status.contains(.confidential))
  }

  @Test("a month this year has no base in a combined one last year") func otherWay() throws {
    let series = Series(
      "Exports",
      [
        (Period(from: Month(year: 2020, month: 1), count: 2), Observation(292)),
        (.month(2021, 1), Observation(263)), (.month(2021, 2), Observation(204)),
      ])
    #expect(try series.yearOverYear().axis.isEmpty)
  }
}
