internal import Validation

/// A figure that cannot be right, with every relation that shows it.
///
/// A relation that does not hold is told of its last figure. Where one figure alone would repair
/// it, that one is accused: the others only follow from it.
struct AccusedFigure {
  /// The id of the figure.
  let figure: String
  /// The relations that do not hold, in the order of the result.
  private(set) var findings: [ClaimResult]

  /// The accused figures of a document, in the order of their first findings.
  static func all(in result: CheckResult) -> [AccusedFigure] {
    var all: [AccusedFigure] = []
    for finding in result.claims where finding.verdict == .inconsistent {
      guard let figure = accused(by: finding, result.repairs) else { continue }
      if let place = all.firstIndex(where: { $0.figure == figure }) {
        all[place].findings.append(finding)
      } else {
        all.append(AccusedFigure(figure: figure, findings: [finding]))
      }
    }
    return all.map(\.withOwnReasons)
  }

  /// Without what only follows from the figure, where relations are told of the figure itself.
  private var withOwnReasons: AccusedFigure {
    let own = findings.filter { $0.claim.target == figure }
    return own.isEmpty ? self : AccusedFigure(figure: figure, findings: own)
  }

  private static func accused(by finding: ClaimResult, _ repairs: [Repair]) -> String? {
    let own = Set(finding.claim.figures)
    let touching = repairs.filter { !own.isDisjoint(with: $0.figures) }
    guard let target = finding.claim.target, let best = touching.map(\.group).min() else {
      return finding.claim.target
    }
    let first = touching.filter { $0.group == best }
    guard first.count == 1, repairs.count(where: { $0.group == best }) == 1,
      !first[0].figures.contains(target)
    else { return target }
    return first[0].figures.first(where: own.contains) ?? target
  }

  /// What a reader would conclude otherwise, where a relation of the figure itself says it.
  var decisionError: DecisionError? {
    findings.first { $0.claim.target == figure && $0.decisionError != nil }?.decisionError
  }

  /// What the relation allows the figure, or where there are several or it is told of another
  /// figure, what all others allow.
  func feasible(_ result: CheckResult) -> ExactInterval? {
    if findings.count == 1, findings[0].claim.target == figure { return findings[0].feasible }
    return result.ranges[figure].flatMap { $0.isEmpty ? nil : $0 }
  }
}
