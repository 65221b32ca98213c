import Tradewind

// Measures the checks: what they find, what they accuse, and how long they take. The numbers of
// Documentation/Methods/validation-power.md are the output of this program.

let parts = Set(CommandLine.arguments.dropFirst())
func wants(_ name: String) -> Bool { parts.isEmpty || parts.contains(name) }

let sizes = [5, 20, 65, 200, 1000]

func percent(_ part: Int, _ whole: Int) -> String {
  whole == 0 ? "-" : Rational(part * 100, whole).text(decimals: 1)
}

if wants("alarms") {
  print("## False alarms on right tables\n")
  print("| level | tables | figures each | accused, half up | accused, unknown |")
  print("|---:|---:|---:|---:|---:|")
  for size in sizes {
    var generator = Chance(seed: UInt64(size))
    var (halfUp, unknown, figures) = (0, 0, 0)
    let tables = 40
    for _ in 0..<tables {
      let document = SimulatedTable(partners: 3, level: size, using: &generator).document(.halfUp)
      figures = document.figures.count
      for rounding in [RoundingConvention.halfUp, .unknown] {
        let result = DocumentChecker(CheckOptions(rounding: rounding, wantsRepairs: false))
          .check(document)
        if result.verdict != .consistent {
          if rounding == .halfUp { halfUp += 1 } else { unknown += 1 }
        }
      }
    }
    print("| \(size) | \(tables) | \(figures) | \(halfUp) | \(unknown) |")
  }
  print("\n## Tables made by truncation\n")
  print("| level | tables | consistent | saved by fits_under truncation | accused |")
  print("|---:|---:|---:|---:|---:|")
  for size in sizes {
    var generator = Chance(seed: UInt64(size) + 1)
    var (fine, saved, accused) = (0, 0, 0)
    for _ in 0..<40 {
      let document = SimulatedTable(partners: 3, level: size, using: &generator)
        .document(.truncation)
      let result = DocumentChecker(CheckOptions(wantsRepairs: false)).check(document)
      if result.verdict == .consistent {
        fine += 1
      } else if result.fitsUnder.contains(.truncation) {
        saved += 1
      } else {
        accused += 1
      }
    }
    print("| \(size) | 40 | \(fine) | \(saved) | \(accused) |")
  }
}

if wants("power") {
  // Every slip at every level of size, planted into this many tables; half of them are enough to
  // locate.
  let (tables, located) = (20, 10)
  print("\n## Detection: percent of the planted slips, one relation at a time / joint system\n")
  print("| slip | " + sizes.map(String.init).joined(separator: " | ") + " |")
  print("|---|" + sizes.map { _ in "---:|" }.joined())
  var bySize: [Int: Localisation] = [:]
  var bySlip: [PlantedSlip: Localisation] = [:]
  for slip in PlantedSlip.allCases {
    var line = "| \(slip.rawValue) |"
    for size in sizes {
      var generator = Chance(seed: UInt64(size) * 100 + UInt64(slip.rawValue.utf8.count))
      var (planted, pairwise, joint) = (0, 0, 0)
      while planted < tables {
        let right = SimulatedTable(partners: 3, level: size, using: &generator).document(.halfUp)
        let place = Int.random(in: right.figures.indices, using: &generator)
        guard let wrong = slip.planted(in: right, at: place, using: &generator) else { continue }
        planted += 1
        let result = DocumentChecker(CheckOptions(wantsRepairs: planted <= located)).check(wrong)
        let isSeenAlone = result.claims.contains {
          $0.verdict == .inconsistent && $0.claim.kind != .joint && $0.claim.kind != .growthMix
        }
        if isSeenAlone { pairwise += 1 }
        guard result.verdict == .inconsistent else { continue }
        joint += 1
        guard planted <= located else { continue }
        let outcome = Localisation.Outcome(result, figure: right.figures[place])
        bySize[size, default: Localisation()].add(outcome)
        bySlip[slip, default: Localisation()].add(outcome)
      }
      line += " \(percent(pairwise, planted)) / \(percent(joint, planted)) |"
    }
    print(line)
  }
  print("\n## Localisation of the detected slips\n")
  print("| level | \(Localisation.head) |\n|---:|\(Localisation.rule)")
  for size in sizes { print("| \(size) | \(bySize[size, default: Localisation()].cells) |") }
  print("\n| slip | \(Localisation.head) |\n|---|\(Localisation.rule)")
  for slip in PlantedSlip.allCases {
    print("| \(slip.rawValue) | \(bySlip[slip, default: Localisation()].cells) |")
  }
}

if wants("speed") { Speed().measure() }
