// Times the reading of a file into typed columns on one thread: periods, texts and numbers of the
// file that Benchmarks/peers/aggregate_peers.py writes. Prints seconds of the processor and MB a
// second, and the total as a check.
//
//     swift run -c release --package-path Benchmarks columns FILE [RUNS]
import Glibc
import Tradewind

/// A file as a source of bytes.
struct FileSource: ByteSource {
  private let descriptor: Int32

  init?(_ path: String) {
    descriptor = open(path, O_RDONLY)
    if descriptor < 0 { return nil }
  }

  func read(into bytes: inout [UInt8], range: Range<Int>) -> Int {
    bytes.withUnsafeMutableBytes { buffer in
      Glibc.read(descriptor, buffer.baseAddress?.advanced(by: range.lowerBound), range.count)
    }
  }

  func end() { close(descriptor) }
}

/// The time of the processor that this thread has used.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

let arguments = CommandLine.arguments
guard arguments.count > 1, FileSource(arguments[1]) != nil else {
  print("usage: columns FILE [RUNS]")
  exit(64)
}
let path = arguments[1]
let runs = arguments.count > 2 ? Int(arguments[2]) ?? 5 : 5
let reader = TypedTableReader(columns: [
  "period": .period, "reporter": .text, "partner": .text, "flow": .text, "product": .text,
  "value": .number, "quantity": .number, "description": .text,
])
var status = stat()
stat(path, &status)
let megabytes = Double(status.st_size) / 1e6
var times: [Double] = []
for _ in 0..<runs {
  guard let source = FileSource(path) else { exit(2) }
  let start = processorSeconds()
  let table = try reader.read(source, file: path)
  times.append(processorSeconds() - start)
  source.end()
  guard case .number(let values) = table.columns["value"], !table.hasErrors else { exit(2) }
  print("rows \(table.rowCount), total \(values.values.reduce(0, +))")
}
let median = times.sorted()[runs / 2]
print(
  "typed columns: \(megabytes) MB in \(median) s of one core, \((megabytes / median).rounded()) MB/s"
)
