internal import Forecasting
internal import TimeSeries

/// Forecasts as JSON, one object a line for each series.
struct ForecastJSON {
  /// The line of a series, with its end.
  static func line(
    _ name: String, _ result: Result<Forecast, ForecastError>,
    _ currentYear: CurrentYearEstimate? = nil
  ) -> String {
    var members: [(String, JSONText)] = [("series", .text(name))]
    switch result {
    case .failure(let reason): members.append(("error", .text(reason.description)))
    case .success(let forecast): members += Self.members(forecast)
    }
    if let currentYear { members.append(("current_year", Self.object(currentYear))) }
    return JSONText.object(members).line + "\n"
  }

  /// The line of a series without a forecast.
  static func line(_ name: String, failure: String) -> String {
    JSONText.object([("series", .text(name)), ("error", .text(failure))]).line + "\n"
  }

  private static func members(_ forecast: Forecast) -> [(String, JSONText)] {
    let points = forecast.points.enumerated().map { index, point in
      JSONText.object([
        ("period", .text(point.period.description)), ("h", .number(index + 1)),
        ("value", .number(point.value)),
        (
          "intervals",
          .list(
            point.intervals.map { interval in
              .object([
                ("level", .number(interval.level.percent)), ("lower", .number(interval.lower)),
                ("upper", .number(interval.upper)),
              ])
            })
        ),
      ])
    }
    let residuals = forecast.residuals
    return [
      ("method", .text(forecast.method.description)), ("model", .text(forecast.model)),
      ("origin", .text(forecast.origin.description)),
      ("observations", .number(forecast.observationCount)),
      ("interval_basis", .text(forecast.intervalBasis.rawValue)), ("points", .list(points)),
      ("parameters", .object(forecast.parameters.map { ($0.name, .number($0.value)) })),
      (
        "residuals",
        .object([
          ("count", .number(residuals.count)), ("mean", .optional(residuals.mean)),
          ("standard_deviation", .optional(residuals.standardDeviation)),
          ("autocorrelation", .optional(residuals.firstAutocorrelation)),
          ("ljung_box", .optional(residuals.ljungBox)),
          ("ljung_box_lags", .number(residuals.ljungBoxLags)),
        ])
      ),
      (
        "members",
        .list(
          forecast.members.map { member in
            .object([
              ("model", .text(member.model)),
              ("values", .list(member.values.map { .number($0) })),
            ])
          })
      ),
      ("notes", .list(forecast.notes.map { .text($0) })),
    ]
  }

  private static func object(_ estimate: CurrentYearEstimate) -> JSONText {
    // Errors of a balance are in its unit.
    let unit = estimate.subject == .flow ? "_percent" : ""
    return .object([
      ("year", .number(estimate.year)), ("through", .text(estimate.yearToDate.description)),
      ("known", .number(estimate.knownValue)), ("year_before", .optional(estimate.yearBefore)),
      ("median", .optional(estimate.median)),
      ("low", .optional(estimate.range?.lowerBound)),
      ("high", .optional(estimate.range?.upperBound)),
      (
        "ways",
        .list(
          estimate.figures.map { figure in
            .object([
              ("way", .text(figure.way.rawValue)), ("value", .optional(figure.value)),
              ("reason", figure.reason.map { .text($0) } ?? .null),
              ("mean_absolute_error\(unit)", .optional(figure.meanAbsoluteError)),
              ("worst_error\(unit)", .optional(figure.worstError)),
              ("worst_year", figure.worstYear.map { .number($0) } ?? .null),
              ("years", .number(figure.errors.count)),
            ])
          })
      ),
    ])
  }
}
