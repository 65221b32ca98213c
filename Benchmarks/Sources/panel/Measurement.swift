/// The median time of an operation and how much memory it has to touch.
struct Measurement {
  static let runs = 9

  let name: String
  let seconds: Double
  let gigabytesPerSecond: Double

  /// Runs an operation once to warm up and then nine times.
  ///
  /// - Parameters:
  ///   - name: What is measured.
  ///   - numbers: The doubles that are read and written.
  ///   - operation: The work; it returns a number of results, which is the same in every run.
  init(_ name: String, touching numbers: Int, _ operation: () throws -> Int) rethrows {
    let expected = try operation()
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<Self.runs {
      var found = 0
      let duration = try clock.measure { found = try operation() }
      precondition(found == expected, "\(name): \(found) results, expected \(expected)")
      let (whole, atto) = duration.components
      times.append(Double(whole) + Double(atto) * 1e-18)
    }
    self.name = name
    seconds = times.sorted()[Self.runs / 2]
    gigabytesPerSecond = Double(numbers * 8) / seconds / 1e9
  }
}

/// All measurements as a JSON object.
struct Report: CustomStringConvertible {
  let description: String

  init(months: Int, series: Int, groups: Int, _ measurements: [Measurement]) {
    func object(_ value: (Measurement) -> Double) -> String {
      let members = measurements.map { "    \"\($0.name)\": \(value($0))" }
      return "{\n" + members.joined(separator: ",\n") + "\n  }"
    }
    let limit = measurements[0].seconds
    description = """
      {
        "peer": "tradewind",
        "months": \(months),
        "series": \(series),
        "groups": \(groups),
        "threads": 1,
        "runs": \(Measurement.runs),
        "medianSeconds": \(object(\.seconds)),
        "gigabytesPerSecond": \(object(\.gigabytesPerSecond)),
        "ratioToCopy": \(object { $0.seconds / limit })
      }
      """
  }
}
