import Forecasting
import FoundationEssentials
import TestSupport
import Testing
import TimeSeries

@Suite("Seasonal adjustment") struct SeasonalAdjustmentTests {
  /// Six years of a trend with a season.
  private func sample(_ factor: Double = 1, from first: Period = .quarter(2015, 1)) throws
    -> ForecastSample
  {
    let season = [10.0, -4, 3, -9]
    let values = (0..<24).map { (index: Int) -> Double in
      factor * (Double(100 + index + (index == 13 ? 30 : 0)) + season[index % 4])
    }
    return try ForecastSample("x", from: first, values: values)
  }

  @Test("classical differences keep the sum of any whole year") func yearSums() throws {
    let found = try SeasonalAdjustmentPlan(.classical, form: .additive).adjusted(sample())
    for start in 0...20 {
      let before = found.original[start..<start + 4].reduce(0, +)
      #expect((found.values[start..<start + 4].reduce(0, +) - before).magnitude < 1e-9)
    }
  }

  @Test(
    "whole calendar years keep their sum on request",
    arguments: [SeasonalAdjustmentPlan.Filter.classical, .stl],
    [SeasonalForm.additive, .multiplicative])
  func calendarYears(_ filter: SeasonalAdjustmentPlan.Filter, _ form: SeasonalForm) throws {
    let found = try SeasonalAdjustmentPlan(filter, form: form, keepsYearSums: true).adjusted(
      sample(from: .quarter(2015, 3)))
    for start in stride(from: 2, through: 18, by: 4) {
      let before = found.original[start..<start + 4].reduce(0, +)
      #expect((found.values[start..<start + 4].reduce(0, +) - before).magnitude < 1e-9)
    }
  }

  @Test("original = adjusted × season × calendar, or their sum") func identity() throws {
    for form in [SeasonalForm.additive, .multiplicative] {
      let plan = SeasonalAdjustmentPlan(.stl, form: form, effects: [.workingDays])
      let found = try plan.adjusted(sample())
      for index in found.values.indices {
        let again =
          form == .additive
          ? found.values[index] + found.season[index] + found.calendar[index]
          : found.values[index] * found.season[index] * found.calendar[index]
        #expect((again / found.original[index] - 1).magnitude < 1e-12)
      }
    }
  }

  @Test("one extreme value does not move the robust season") func robust() throws {
    let found = try SeasonalAdjustmentPlan(.stl, form: .additive).adjusted(sample())
    for (index, season) in found.season.enumerated() {
      #expect((season - [10.0, -4, 3, -9][index % 4]).magnitude < 0.2)
    }
  }

  @Test("a known effect of the new year is found again") func knownEffect() throws {
    let effect = CalendarEffect.holiday(.chineseNewYear, from: 0, through: 6)
    let first = Period.month(2000, 1)
    let periods = (0..<144).map { first.shifted(byMonths: $0) }
    let share = try #require(effect.values(over: periods))
    let values = (0..<144).map { (month: Int) -> Double in
      Double(200 + month + (month % 12 == 2 ? 15 : 0)) - 30 * share[month]
    }
    let found = try SeasonalAdjustmentPlan(.classical, form: .additive, effects: [effect]).adjusted(
      ForecastSample("x", from: first, values: values))
    #expect((try #require(found.effects.first).coefficient + 30).magnitude < 1e-9)
  }

  @Test(
    "the exports of China fall in the weeks of the new year",
    .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
  func china() throws {
    let path = "series/china_total_exports_imports_monthly_nsa_1983_2013.csv"
    let table = PlainTable(
      try String(
        contentsOf: try #require(RepositoryFiles.sharedData).appending(path: path), encoding: .utf8)
    )
    let values = table.numbers("exports_100mUSD").compactMap(\.self).suffix(168)
    let sample = try ForecastSample("exports", from: .month(2000, 1), values: Array(values))
    let plain = try SeasonalAdjustmentPlan(.stl).adjusted(sample)
    let found = try SeasonalAdjustmentPlan(.stl, effects: CalendarEffect.chineseNewYear).adjusted(
      sample)
    // During and after the holiday trade is lower, by more than two standard errors.
    for effect in found.effects.dropFirst() {
      #expect(effect.coefficient < -2 * (effect.standardError ?? .infinity))
    }
    // Januaries and Februaries no longer jump: the largest monthly change of the adjusted series falls.
    func largestJump(_ y: [Double]) -> Double {
      zip(y.dropFirst(), y).map { ($0 / $1 - 1).magnitude }.max() ?? 0
    }
    #expect(largestJump(found.values) < 0.8 * largestJump(plain.values))
  }

  @Test("what cannot be adjusted is refused with a reason") func refusals() throws {
    let short = try ForecastSample("x", from: .quarter(2015, 1), values: [1, 2, 3, 4, 5])
    #expect(
      throws: ForecastError.tooShort(
        method: "seasonal adjustment", needed: 8, found: 5, simpler: nil)
    ) { try SeasonalAdjustmentPlan().adjusted(short) }
    let yearly = try ForecastSample("x", from: .year(2015), values: [1, 2, 3, 4, 5])
    #expect(
      throws: ForecastError.noSeasons(
        method: "seasonal adjustment", simpler: "the values as they are")
    ) { try SeasonalAdjustmentPlan().adjusted(yearly) }
    let negative = try ForecastSample(
      "x", from: .quarter(2015, 1), values: [1, 2, -3, 4, 5, 6, 7, 8])
    #expect(throws: ForecastError.self) {
      try SeasonalAdjustmentPlan(form: .multiplicative).adjusted(negative)
    }
    #expect(try SeasonalAdjustmentPlan().adjusted(negative).form == .additive)
  }
}
