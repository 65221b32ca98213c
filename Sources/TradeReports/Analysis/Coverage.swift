internal import Diagnostics
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Which months of a period all series of a report hold.
struct Coverage: Sendable {
  let period: Period
  /// The period, or the longest run of its months that all series hold; `nil` without any.
  let covered: Period?
  /// What all series hold, as runs of periods.
  let runs: [Period]

  init(_ panels: VintagePanels, partners: [String], period: Period) {
    self.period = period
    let both = [Flow.exports, .imports].map { Combination.flow($0, partners) }
    func isHeld(_ span: Period) -> Bool {
      both.allSatisfy { $0.level(in: panels.latest, over: span).value != nil }
    }
    let held = panels.latest.values.axis.filter(isHeld)
    runs = Self.joined(held)
    covered =
      isHeld(period)
      ? period
      : Self.joined(held.filter(period.contains)).filter(isHeld)
        .max { ($0.count, $1.first) < ($1.count, $0.first) }
  }

  /// Periods that follow each other without a gap, joined; longer ones that others tile left out.
  private static func joined(_ periods: [Period]) -> [Period] {
    var runs: [Period] = []
    for period in periods.sorted() {
      guard let last = runs.last, period.first <= last.last.advanced(by: 1) else {
        runs.append(period)
        continue
      }
      runs[runs.count - 1] = Period(from: last.first, through: max(last.last, period.last))
    }
    return runs
  }

  /// How much of the period is held: `1 of 3 months`.
  var share: String { "\(covered?.count ?? 0) of \(period.count) months" }

  /// The error for a period of which nothing is held.
  func absence(in path: String) -> Diagnostic {
    let held = runs.isEmpty ? "nothing" : runs.map { Self.text($0) }.joined(separator: ", ")
    return Diagnostic(
      "data.period", .error, at: InputLocation(file: path),
      "period \(period) is not in the data for all of the selected series",
      hint: "they hold \(held)")
  }

  /// The warning for a period of which a part is held.
  func incompleteness(in path: String) -> Diagnostic {
    Diagnostic(
      "report.incomplete", .warning, at: InputLocation(file: path),
      "period \(period) is published for \(share) only",
      hint: covered.map { "the report covers \($0)" })
  }

  private static func text(_ run: Period) -> String {
    run.count == 1 ? "\(run.first)" : "\(run.first) to \(run.last)"
  }
}
