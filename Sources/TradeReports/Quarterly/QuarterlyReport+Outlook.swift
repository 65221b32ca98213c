internal import Forecasting
internal import Reporting
internal import TimeSeries
internal import TradeModel

/// The quarters that may follow, where the past is long enough to say something.
extension QuarterlyReport {
  /// Quarters in a row below which a season cannot be told from chance.
  private static let fewestQuarters = 8

  /// Forecasts of the next four quarters, or why there are none; nothing for other periods.
  ///
  /// Only what was known at the end of the period is used.
  var outlook: [Block] {
    guard figures.period.frequency == .quarterly else { return [] }
    let heading = Block.heading(level: 1, "Outlook")
    let history = [Flow.exports, .imports].map(quarters)
    let count = history.map(\.axis.count).min() ?? 0
    guard count >= Self.fewestQuarters else {
      let held = count == 1 ? "One quarter is" : "\(count) quarters in a row are"
      return [
        heading,
        .paragraph(
          Prose(
            "No forecast is made: \(held) complete, and a forecast needs "
              + "\(Self.fewestQuarters).")),
      ]
    }
    var forecasts: [Forecast] = []
    for series in history {
      do throws(ForecastError) {
        forecasts.append(
          try ForecastMethod.automatic.forecast(
            series, horizon: 4, options: ForecastOptions(levels: [.percent(80)])))
      } catch {
        return [
          heading,
          .paragraph(
            Prose("No forecast is made of \(series.name), because \(error.description).")),
        ]
      }
    }
    return [heading, .table(outlookTable(forecasts))]
  }

  /// The complete quarters in a row that end with the period.
  private func quarters(of flow: Flow) -> Series {
    var values: [Double] = []
    var quarter = figures.period
    while let value = figures.at(quarter).comparison(of: flow).level.value {
      values.append(value)
      quarter = quarter.previous
    }
    return Series(flow.name, from: quarter.next, values: values.reversed())
  }

  private func outlookTable(_ forecasts: [Forecast]) -> Table {
    let periods = forecasts.first?.points.map(\.period) ?? []
    let columns = [Flow.exports, .imports].flatMap { flow in
      let group = Prose(Phrases.capitalized(flow.name))
      return [
        TableColumn("forecast", group: group, unit: money.unitName),
        TableColumn("from", group: group), TableColumn("to", group: group),
      ]
    }
    let rows = periods.indices.map { index in
      TableRow.body(
        Prose(periods[index].label),
        forecasts.flatMap { forecast -> [TableCell] in
          let point = forecast.points[index]
          let interval = point.interval(.percent(80))
          return [point.value, interval?.lower, interval?.upper].map { .number($0, money.cell) }
        })
    }
    let members = forecasts.map { forecast in
      forecast.members.isEmpty
        ? forecast.model : forecast.members.map(\.model).joined(separator: "; ")
    }
    let methods = zip(forecasts, members)
      .map { "Methods of \($0.series): \($1)" }.joined(separator: ". ")
    return Table(
      caption: Prose("\(capitalPossessive) trade with \(partnersShort), forecast"),
      stub: "Period", columns: columns, rows: rows,
      notes: [
        Prose(
          "From \(forecasts.first?.observationCount ?? 0) quarters through "
            + "\(figures.period.label); the true value is expected between from and to in four "
            + "cases of five. \(methods).")
      ])
  }
}
