// Times year-over-year, quarterly sums and sums by group on a panel of 100,000 series by 120
// months, next to a copy of the same values in the same run, and prints one JSON object.
//
//     swift run -c release --package-path Benchmarks panel
//
// A copy into a new array is the limit for what gives a new panel, as the system has to provide
// the memory in both; the copy into an array that is there already shows the bus alone. The peer
// is peers/panel_numpy.py.

import Tradewind

let (months, series, groups) = (120, 100_000, 1_000)

// Within a factor of three, so that no change is marked as extreme: such columns are done again.
var generator = SeededGenerator(seed: 42)
let values = (0..<(months * series)).map { _ in 500 + 1000 * generator.nextUniform() }
let panel = Panel(
  keys: Array(0..<series),
  PeriodBlock(
    axis: PeriodAxis(from: .month(2014, 1), count: months), columns: series, kind: .flow,
    values: values))
let neighbours: [Int?] = (0..<series).map { $0 / (series / groups) }
let scattered: [Int?] = (0..<series).map { $0 % groups }
var copy = [Double](repeating: 0, count: values.count)

let measurements = [
  try Measurement("copyToNewArray", touching: 2 * values.count) {
    var copy = values
    copy[0] = 0
    return copy.count
  },
  try Measurement("copyInPlace", touching: 2 * values.count) {
    var target = copy.mutableSpan
    let source = values.span
    for position in source.indices { target[position] = source[position] }
    return target.count
  },
  try Measurement("yearOverYear", touching: values.count + (months - 12) * series) {
    try panel.yearOverYear().block.values.count
  },
  try Measurement("quarterly", touching: values.count + months / 3 * series) {
    try panel.aggregated(to: .quarterly).block.values.count
  },
  try Measurement("groupSumsOfNeighbours", touching: values.count + months * groups) {
    try panel.block.summed(by: neighbours, groupCount: groups).values.count
  },
  try Measurement("groupSumsOfScattered", touching: values.count + months * groups) {
    try panel.block.summed(by: scattered, groupCount: groups).values.count
  },
]

print(Report(months: months, series: series, groups: groups, measurements))

// The numbers of a second way show that the first has not been optimized away.
precondition(copy.last == values.last)
