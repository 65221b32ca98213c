import Indicators
import Testing
import TimeSeries

@Suite("Errors of indicators") struct IndicatorErrorTests {
  static let rate = Series("r", from: .year(2020), kind: .rate, values: [1, 2, 3])
  static let stock = Series("s", from: .year(2020), kind: .stock, values: [1, 2, 3])
  static let flow = Series("f", from: .year(2020), kind: .flow, values: [1, 2, 3])

  static func message(_ work: () throws -> Void) -> String {
    do { try work() } catch { return "\(error)" }
    return "no error"
  }

  @Test("say what was found and what was expected")
  func messages() {
    let cases: [(() throws -> Void, String)] = [
      (
        { _ = try Self.rate.yearOverYear() },
        "a rate of change of a rate has no meaning, expected a level; percentagePointChange "
          + "gives the change of a rate"
      ),
      (
        { _ = try Self.rate.annualized() },
        "the annualized change of a rate has no meaning, expected a level; "
          + "percentagePointChange gives the change of a rate"
      ),
      (
        { _ = try Self.rate.difference() },
        "a change in the unit of the data of a rate has no meaning, expected a level; "
          + "percentagePointChange gives the change of a rate"
      ),
      (
        { _ = try Self.flow.percentagePointChange() },
        "a change in percentage points of a flow has no meaning, expected a rate; "
          + "yearOverYear or difference give the change of a level"
      ),
      (
        { _ = try Self.stock.yearToDateChange() },
        "the change of a year-to-date sum of a stock has no meaning, expected a flow"
      ),
      (
        { _ = try Self.stock.threeMonthOnThreeMonth() },
        "the change of three months of a stock has no meaning, expected a flow or an index"
      ),
      (
        { _ = try Self.rate.contributions() },
        "a contribution to growth of a rate has no meaning, expected flows or stocks"
      ),
      (
        { _ = try Self.rate.shares() },
        "a share of a rate has no meaning, expected flows or stocks"
      ),
      (
        { _ = try Balance.difference(exports: Self.flow, imports: Self.stock) },
        "a balance of a stock has no meaning, expected a flow"
      ),
      (
        { _ = try Self.flow.compoundAnnualGrowth(from: .year(2020), to: .quarter(2021, 1)) },
        "compound growth from 2020 (12 months) to 2021-Q1 (3 months), expected periods of the "
          + "same length"
      ),
      (
        { _ = try Self.flow.compoundAnnualGrowth(from: .year(2021), to: .year(2020)) },
        "compound growth from 2021 to 2020, expected a later second period"
      ),
      (
        { _ = try Self.flow.compoundAnnualGrowth(from: .year(2020), to: .year(2030)) },
        "compound growth needs 2030, which is not in the data"
      ),
      (
        {
          _ = try Self.flow.compoundAnnualGrowth(
            from: .yearToDate(through: Month(year: 2020, month: 9)),
            to: Period(from: Month(year: 2021, month: 3), count: 9))
        },
        "compound growth from 2020-01/2020-09 to 2021-03/2021-11, expected the same months of "
          + "both years"
      ),
      (
        { _ = try Self.stock.rebased(in: .year(1999)) },
        "an index needs 1999, which is not in the data"
      ),
    ]
    for (work, expected) in cases { #expect(Self.message(work) == expected) }
    #expect(
      IndicatorError.columnMismatch(operation: "a share", 2, 3).description
        == "a share of 2 and 3 series, expected as many on both sides")
    #expect(
      IndicatorError.series(.rateNotAggregable).description
        == SeriesError.rateNotAggregable.description)
  }
}
