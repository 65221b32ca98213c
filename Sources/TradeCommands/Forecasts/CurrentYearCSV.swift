internal import DelimitedText
internal import Forecasting
internal import TimeSeries
internal import TradeImport

/// Estimates of the current year as CSV; errors of a balance stand in columns of their own, in its unit.
enum CurrentYearCSV {
  static func text(_ estimates: [CurrentYearEstimate]) -> String {
    let header = [
      "series", "year", "through", "known", "way", "value", "mean_error_percent",
      "worst_error_percent", "worst_year", "years", "mean_error", "worst_error",
    ]
    let rows = estimates.flatMap { estimate -> [[String]] in
      let start = [
        estimate.series, "\(estimate.year)", estimate.yearToDate.description,
        TidyNumber.text(estimate.knownValue),
      ]
      let median = estimate.median.map(TidyNumber.text) ?? ""
      let empty = [String](repeating: "", count: 6)
      return estimate.figures.map { start + fields(of: $0, estimate.subject) }
        + [start + ["median", median] + empty]
    }
    return DelimitedWriter().text(of: [header] + rows)
  }

  private static func fields(
    of figure: CurrentYearEstimate.Figure, _ subject: CurrentYear.Subject
  ) -> [String] {
    let errors = [figure.meanAbsoluteError, figure.worstError].map {
      $0.map(TidyNumber.text) ?? ""
    }
    let (percent, own) = subject == .flow ? (errors, ["", ""]) : (["", ""], errors)
    let value = figure.value.map(TidyNumber.text) ?? ""
    let year = figure.worstYear.map { "\($0)" } ?? ""
    return [figure.way.rawValue, value] + percent + [year, "\(figure.errors.count)"] + own
  }
}
