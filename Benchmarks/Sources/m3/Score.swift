import FoundationEssentials
import Tradewind

/// Named rows of numbers of different lengths, below one line of headings.
struct Collection {
  let rows: [(name: String, values: [Double])]

  init(path: String) throws {
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    rows = text.split(whereSeparator: \.isNewline).dropFirst().map { line in
      let fields = line.split(separator: ",").map { $0.filter { $0 != "\"" } }
      return (fields[0], fields.dropFirst().compactMap { Double($0) })
    }
  }
}

/// A number with three decimals.
func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }

/// Means over series of sMAPE and MASE, and the share of values inside the intervals.
struct Score {
  let summary: String
  let forecasts: String

  init(_ batch: ForecastBatch, train: Collection, test: Collection, seasonLength: Int) {
    var (percent, scaled, inside, points, series) = (0.0, 0.0, 0, 0, 0)
    var text = "series,h,value\n"
    for (index, row) in batch.rows.enumerated() {
      guard case .success(let forecast) = row.result else { continue }
      let actual = test.rows[index].values
      let scale = AccuracyScale(values: train.rows[index].values, seasonLength: seasonLength)
      let outcomes = zip(forecast.points, actual).enumerated().map { step, pair in
        ForecastOutcome(
          origin: forecast.origin, step: step + 1, period: pair.0.period, actual: pair.1,
          forecast: pair.0.value, intervals: pair.0.intervals, scale: scale)
      }
      let accuracy = ForecastAccuracy(outcomes)
      percent += accuracy[.symmetricMeanAbsolutePercentageError] ?? 0
      scaled += accuracy[.meanAbsoluteScaledError] ?? 0
      inside += outcomes.count { outcome in
        outcome.intervals.contains { $0.lower <= outcome.actual && outcome.actual <= $0.upper }
      }
      points += outcomes.count
      series += 1
      for (step, point) in forecast.points.enumerated() {
        text += "\(row.series),\(step + 1),\(point.value)\n"
      }
    }
    let count = Double(max(1, series))
    summary =
      "\(rounded(percent / count)),\(rounded(scaled / count)),"
      + rounded(100 * Double(inside) / Double(max(1, points)))
    forecasts = text
  }
}
