// Forecasts the M3 series with one or more methods, scores them by the M4 definitions, and writes
// the forecasts in the form `series,h,value` that other scorers read.
//
//     swift run -c release --package-path Benchmarks m3 FOLDER OUTPUT [METHOD ...]
//
// FOLDER holds m3_quarterly_train.csv, m3_quarterly_test.csv and so on. Two workers.

import FoundationEssentials
import Tradewind

let arguments = CommandLine.arguments
guard arguments.count >= 3 else {
  fatalError("m3 FOLDER OUTPUT [METHOD ...]: found \(arguments.count - 1) arguments")
}
let (folder, output) = (arguments[1], arguments[2])
let names = arguments.count > 3 ? Array(arguments.dropFirst(3)) : ["auto", "ets", "theta", "dotm"]
let level = IntervalLevel.percent(95)

print("frequency,method,series,failed,sMAPE,MASE,inside95,seconds")
for (frequency, first) in [
  ("yearly", Period.year(1960)), ("quarterly", .quarter(1960, 1)), ("monthly", .month(1960, 1)),
] {
  let train = try Collection(path: "\(folder)/m3_\(frequency)_train.csv")
  let test = try Collection(path: "\(folder)/m3_\(frequency)_test.csv")
  let series = train.rows.map { Series($0.name, from: first, values: $0.values) }
  let horizon = test.rows[0].values.count
  for name in names {
    guard let method = ForecastMethod(name: name) else { fatalError("no method \"\(name)\"") }
    let clock = ContinuousClock()
    let start = clock.now
    let batch = ForecastBatch(
      series, method: method, horizon: horizon, options: ForecastOptions(levels: [level]),
      workers: 2)
    let (whole, atto) = start.duration(to: clock.now).components
    let score = Score(
      batch, train: train, test: test, seasonLength: first.frequency?.periodsPerYear ?? 1)
    print(
      "\(frequency),\(name),\(series.count),\(batch.failedCount),\(score.summary),"
        + rounded(Double(whole) + Double(atto) * 1e-18))
    try Data(score.forecasts.utf8).write(
      to: URL(filePath: "\(output)/m3-\(frequency)-\(name).csv"))
  }
}
