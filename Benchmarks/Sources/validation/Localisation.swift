import Tradewind

/// How often a planted error is named, counted over detected slips.
struct Localisation {
  /// What became of one detected slip.
  struct Outcome {
    /// How many sets the first group of equally good sets has.
    let groupSize: Int
    /// Whether the planted figure alone is one of them.
    let isNamed: Bool
    /// Whether it is the first of them.
    let isFirst: Bool
    /// Whether the suggested digits are those that were there.
    let isCorrected: Bool

    init(_ result: CheckResult, figure: CheckedFigure) {
      let group = result.repairs.filter { $0.group == result.repairs.first?.group }
      let own = group.first { $0.figures == [figure.id] }
      groupSize = group.count
      isNamed = own != nil
      isFirst = group.first?.figures == [figure.id]
      isCorrected =
        (own?.slips.first ?? nil)?.corrected?.value == figure.number.value
    }
  }

  static let head =
    "located | in the first group, percent | first of the group, percent "
    + "| digits restored, percent | median size of the group | largest"
  static let rule = "---:|---:|---:|---:|---:|---:|"

  private var outcomes: [Outcome] = []

  mutating func add(_ outcome: Outcome) { outcomes.append(outcome) }

  /// The cells of a row of the table with ``head``.
  var cells: String {
    let sizes = outcomes.map(\.groupSize).sorted()
    guard let largest = sizes.last else { return "0 | - | - | - | - | -" }
    func share(_ isCounted: (Outcome) -> Bool) -> String {
      percent(outcomes.count(where: isCounted), outcomes.count)
    }
    return "\(outcomes.count) | \(share(\.isNamed)) | \(share(\.isFirst)) | "
      + "\(share(\.isCorrected)) | \(sizes[sizes.count / 2]) | \(largest)"
  }
}
