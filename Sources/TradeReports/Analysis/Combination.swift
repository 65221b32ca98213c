internal import Indicators
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// A sum of flows over partners: exports to one, imports from all, exports less imports.
struct Combination: Sendable, Hashable {
  /// The flows that are added, each with 1 or -1.
  let terms: [Term]
  /// The partners by area code.
  let partners: [String]

  struct Term: Sendable, Hashable {
    let sign: Double
    let flow: Flow
  }

  static func flow(_ flow: Flow, _ partners: [String]) -> Combination {
    Combination(terms: [Term(sign: 1, flow: flow)], partners: partners)
  }

  static func balance(_ partners: [String]) -> Combination {
    Combination(
      terms: [Term(sign: 1, flow: .exports), Term(sign: -1, flow: .imports)], partners: partners)
  }

  /// The columns of a panel that take part, with their signs.
  func columns(of panel: Panel<SeriesKey>) -> [(sign: Double, column: Int)] {
    var columns: [(sign: Double, column: Int)] = []
    for (column, key) in panel.keys.enumerated() where partners.contains(key.partner) {
      for term in terms where term.flow == key.flow { columns.append((term.sign, column)) }
    }
    return columns
  }

  /// The level in a period; missing, with the reasons, when any part of it is.
  func level(in version: PanelVersion, over period: Period) -> Figure {
    let block = version.values.block
    let columns = columns(of: version.values)
    guard columns.count == terms.count * partners.count else { return .missing(.unknown) }
    var sum = Observation(0)
    var halfWidth = 0.0
    for (sign, column) in columns {
      guard let aggregate = try? block.aggregate(over: period, column: column) else {
        return .missing(.notApplicable)
      }
      sum = sum.combined(with: aggregate.observation) { $0 + sign * $1 }
      for piece in aggregate.pieces {
        halfWidth += version.halfUnits.block.observation(piece, column: column).value ?? 0
      }
    }
    return Figure(sum, sum.value.map { Bounds($0, halfWidth: halfWidth) })
  }
}
