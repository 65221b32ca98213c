import Glibc
import Tradewind

/// How long checks take: wall time, the time of the processor and the peak of memory so far.
struct Speed {
  private struct Usage {
    let seconds: Double
    let peak: Int

    init() {
      var usage = rusage()
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
      self.seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
      // Linux counts in KiB.
      peak = Int(usage.ru_maxrss) / 1024
    }
  }

  private func row(_ name: String, _ work: () -> String) {
    let before = Usage()
    var said = ""
    let wall = ContinuousClock().measure { said = work() }
    let after = Usage()
    func text(_ seconds: Double) -> String {
      Rational(Int((seconds * 1000).rounded()), 1000).text(decimals: 3)
    }
    let seconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) / 1e18
    print(
      "| \(name) | \(said) | \(text(seconds)) | \(text(after.seconds - before.seconds)) "
        + "| \(after.peak) |")
  }

  private func check(_ document: CheckDocument) -> String {
    let result = DocumentChecker(CheckOptions(rounding: .halfUp)).check(document)
    var said = result.verdict.rawValue
    if result.isUndecided { said += ", partly undecided" }
    if !result.repairs.isEmpty {
      said += ", \(result.repairs.count) repairs of \(result.repairs[0].figures.count) figures"
    }
    return said
  }

  /// Prints the table of the page on what checks cost.
  func measure() {
    print("\n## Speed\n")
    print("| work | result | seconds | processor seconds | peak MiB |\n|---|---|---:|---:|---:|")
    for partners in [50, 770] {
      var generator = Chance(seed: 7)
      let document = SimulatedTable(partners: partners, level: 200, using: &generator)
        .document(.halfUp)
      row("a table of \(document.figures.count) figures") { check(document) }
      for (name, place) in [("a partner", 40), ("the total", 0)] {
        guard
          let wrong = PlantedSlip.digitsExchanged.planted(
            in: document, at: place, using: &generator)
        else { continue }
        row("the same, two digits of \(name) exchanged") { check(wrong) }
      }
    }
    var generator = Chance(seed: 8)
    let releases = (0..<1000).map { _ in SimulatedRelease(level: 30, using: &generator).document }
    row("1,000 releases of six figures") {
      let right = releases.count { DocumentChecker().check($0).verdict == .consistent }
      return "\(right) consistent"
    }
  }
}
