internal import Indicators
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// A sum of flows over partners: exports to one, imports from all, exports less imports.
struct Combination: Sendable, Hashable {
  /// One flow with one partner, added or taken off.
  struct Term: Sendable, Hashable {
    /// 1 or -1.
    let sign: Double
    let flow: Flow
    /// The area code.
    let partner: String
  }

  let terms: [Term]

  static func flow(_ flow: Flow, _ partners: [String], sign: Double = 1) -> Combination {
    Combination(terms: partners.map { Term(sign: sign, flow: flow, partner: $0) })
  }

  static func - (lhs: Combination, rhs: Combination) -> Combination {
    Combination(
      terms: lhs.terms
        + rhs.terms.map { Term(sign: -$0.sign, flow: $0.flow, partner: $0.partner) })
  }

  /// The level in a period; missing, with the reasons, when any part of it is.
  func level(in version: PanelVersion, over period: Period) -> Figure {
    let block = version.values.block
    var sum = Observation(0)
    var bounds = Bounds(0, 0)
    for term in terms {
      let column = version.values.keys.firstIndex {
        $0.partner == term.partner && $0.flow == term.flow
      }
      guard let column, let aggregate = try? block.aggregate(over: period, column: column) else {
        return .missing(column == nil ? .unknown : .notApplicable)
      }
      sum = sum.combined(with: aggregate.observation) { $0 + term.sign * $1 }
      let reach = aggregate.pieces.reduce(0) {
        $0 + (version.halfUnits.block.observation($1, column: column).value ?? 0)
      }
      let value = aggregate.observation.value ?? 0
      // What is exported or imported is not below zero, whatever rounding allows.
      let lower = value < 0 ? value - reach : max(0, value - reach)
      bounds = bounds + Bounds(lower, value + reach).scaled(by: term.sign)
    }
    return Figure(sum, bounds)
  }
}
