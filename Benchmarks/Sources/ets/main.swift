// Times automatic exponential smoothing with intervals on 500 made-up monthly series of 144
// values, twelve months ahead, on two workers, and writes the panel for the peer.
//
//     swift run -c release --package-path Benchmarks ets OUTPUT
//     python3 Benchmarks/peers/ets_statsforecast.py OUTPUT/panel-500.csv

import FoundationEssentials
import Tradewind

let (count, length) = (500, 144)
var generator = SeededGenerator(seed: 1)
var text = "series,period,value\n"
let series = (0..<count).map { number -> Series in
  let (slope, phase) = (0.5 + 0.3 * generator.nextStandardNormal(), generator.nextUniform())
  let seasons = (0..<12).map { month -> Double in
    // A season of two halves, up and down, in place of a sine, which needs no library.
    let place = (Double(month) / 12 + phase).truncatingRemainder(dividingBy: 1)
    return 1 + 0.2
      * (place < 0.5
        ? 1 - 16 * (place - 0.25) * (place - 0.25) : 16 * (place - 0.75) * (place - 0.75) - 1)
  }
  var walk = 0.0
  let values = (0..<length).map { t -> Double in
    walk += 0.015 * generator.nextStandardNormal()
    let noise = walk + 0.05 * generator.nextStandardNormal()
    return (100 + slope * Double(t)) * seasons[t % 12] * (1 + noise + noise * noise / 2)
  }
  let one = Series("s\(number)", from: .month(2010, 1), values: values)
  for (period, value) in zip(one.axis, values) { text += "s\(number),\(period),\(value)\n" }
  return one
}
if CommandLine.arguments.count > 1 {
  try Data(text.utf8).write(to: URL(filePath: "\(CommandLine.arguments[1])/panel-\(count).csv"))
}
let clock = ContinuousClock()
var times: [Double] = []
for _ in 0..<5 {
  let duration = clock.measure {
    let batch = ForecastBatch(
      series, method: .automaticExponentialSmoothing, horizon: 12, workers: 2)
    precondition(batch.failedCount == 0, "\(batch.failedCount) series have no forecast")
  }
  let (whole, atto) = duration.components
  times.append(1000 * (Double(whole) + Double(atto) * 1e-18) / Double(count))
}
print("tradewind ets: \(times.sorted()[2]) ms a series, median of 5 runs, two workers")
