internal import Forecasting
internal import Reporting
internal import TimeSeries

/// The past, the forecast and its intervals, drawn.
extension ForecastReport {
  /// How many series have a chart at most; the caption of the last one names the others.
  static let chartLimit = 12

  /// The charts by the places of their entries.
  var charts: [Int: Chart] {
    let drawable = entries.indices.filter { index in
      guard case .success = entries[index].result else { return false }
      return entries[index].history != nil
    }
    let others = drawable.count - Self.chartLimit
    var charts: [Int: Chart] = [:]
    for (place, index) in drawable.prefix(Self.chartLimit).enumerated() {
      guard case .success(let forecast) = entries[index].result,
        let history = entries[index].history
      else { continue }
      let isLast = place == Self.chartLimit - 1 && others > 0
      let remark =
        isLast ? " (\(others) more series \(others == 1 ? "has a table" : "have tables") only)" : ""
      charts[index] = chart(entries[index], forecast, history, remark)
    }
    return charts
  }

  private func chart(
    _ entry: ForecastEntry, _ forecast: Forecast, _ history: Series, _ remark: String
  ) -> Chart {
    // What is of another length, such as January and February together, is a gap.
    let known =
      PeriodAxis(history.axis.filter { $0.last <= forecast.origin.last })
      .regular(length: forecast.origin.count)?.suffix(Self.historyCount(forecast)) ?? []
    let ahead = forecast.points
    let none = StyledQuantity(nil, entry.style)
    let before = [StyledQuantity](repeating: none, count: known.count)
    func drawn(_ value: Double?) -> StyledQuantity { StyledQuantity(value, entry.style) }
    let bands = levels.reversed().filter { level in
      ahead.contains { $0.interval(level) != nil }
    }.map { level in
      Chart.Band(
        "\(Self.text(level)) % interval",
        lower: before + ahead.map { drawn($0.interval(level)?.lower) },
        upper: before + ahead.map { drawn($0.interval(level)?.upper) })
    }
    return Chart(
      caption: Prose(
        "\(entry.name) through \(forecast.origin.description) and its forecast\(remark)"),
      unit: entry.unit, places: (known + ahead.map(\.period)).map(\.description),
      series: [
        .init(
          "Observed", .line,
          known.map { drawn(history[$0].value) } + ahead.map { _ in none }),
        .init("Forecast", .continuation, before + ahead.map { drawn($0.value) }, bands: bands),
      ])
  }

  /// The periods before the forecast that are drawn: five years, twenty periods or three times the
  /// horizon, whichever is most.
  private static func historyCount(_ forecast: Forecast) -> Int {
    let year = forecast.origin.frequency?.periodsPerYear ?? 1
    return max(20, 5 * year, 3 * forecast.points.count)
  }
}
