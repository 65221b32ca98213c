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
  print("\n## Detection by slip, in percent of the planted slips: pairwise / joint\n")
  print("| slip | " + sizes.map(String.init).joined(separator: " | ") + " |")
  print("|---|" + sizes.map { _ in "---:|" }.joined())
  var groups: [Int: [Int]] = [:]
  var located: [Int: Int] = [:]
  var named: [String: (right: Int, all: Int)] = [:]
  for slip in PlantedSlip.allCases {
    var line = "| \(slip.rawValue) |"
    for size in sizes {
      var generator = Chance(seed: UInt64(size) * 100 + UInt64(slip.rawValue.utf8.count))
      var (planted, pairwise, joint) = (0, 0, 0)
      while planted < 20 {
        let right = SimulatedTable(partners: 3, level: size, using: &generator).document(.halfUp)
        let place = Int.random(in: right.figures.indices, using: &generator)
        guard let wrong = slip.planted(in: right, at: place, using: &generator) else { continue }
        planted += 1
        let result = DocumentChecker().check(wrong)
        if result.claims.contains(where: {
          $0.verdict == .inconsistent && $0.claim.kind != .joint && $0.claim.kind != .growthMix
        }) {
          pairwise += 1
        }
        guard result.verdict == .inconsistent else { continue }
        joint += 1
        let first = result.repairs.filter { $0.group == result.repairs.first?.group }
        groups[size, default: []].append(first.count)
        if let found = first.first(where: { $0.figures == [right.figures[place].id] }) {
          located[size, default: 0] += 1
          let isNamed =
            found.slips.first.flatMap { $0 }.map {
              $0.corrected == nil
                || $0.corrected?.value == right.figures[place].number.value
            } ?? false
          named[slip.rawValue, default: (0, 0)].all += 1
          if isNamed { named[slip.rawValue, default: (0, 0)].right += 1 }
        }
      }
      line += " \(percent(pairwise, planted)) / \(percent(joint, planted)) |"
    }
    print(line)
  }
  print("\n## Localisation of the detected slips\n")
  print("| level | detected | in the first group, percent | median size of the group | largest |")
  print("|---:|---:|---:|---:|---:|")
  for size in sizes {
    let sizesOfGroups = (groups[size] ?? []).sorted()
    let all = sizesOfGroups.count
    let median = all == 0 ? 0 : sizesOfGroups[all / 2]
    print(
      "| \(size) | \(all) | \(percent(located[size] ?? 0, all)) | \(median) "
        + "| \(sizesOfGroups.last ?? 0) |")
  }
  print("\n## Slips whose suggested digits are the right ones, in percent of the located\n")
  print("| slip | percent |\n|---|---:|")
  for slip in PlantedSlip.allCases {
    let counts = named[slip.rawValue] ?? (0, 0)
    print("| \(slip.rawValue) | \(percent(counts.right, counts.all)) |")
  }
}

if wants("speed") { Speed().measure() }
