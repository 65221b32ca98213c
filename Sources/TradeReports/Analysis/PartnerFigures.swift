internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Whose trade with the reporter a row or a sentence is about.
enum Scope: Sendable, Hashable {
  /// The partners with these area codes, added up.
  case partners([String])
  /// The world without the partners with these area codes.
  case others(than: [String])

  /// The world.
  static let world = Scope.partners([Area.world.code])

  /// The only partner, if there is one.
  var single: String? {
    if case .partners(let codes) = self, codes.count == 1 { codes[0] } else { nil }
  }

  /// The flow with all of them.
  func combination(_ flow: Flow) -> Combination {
    switch self {
    case .partners(let codes): .flow(flow, codes)
    case .others(let codes): .flow(flow, [Area.world.code]) - .flow(flow, codes)
    }
  }
}

/// The levels and changes of one partner, or of several together.
struct PartnerFigures: Sendable {
  let scope: Scope
  let exports: LevelComparison
  let imports: LevelComparison
  let balance: LevelComparison

  init(_ scope: Scope, _ period: Period, against base: Period, in panels: VintagePanels) {
    self.scope = scope
    let (exports, imports) = (scope.combination(.exports), scope.combination(.imports))
    self.exports = LevelComparison(exports, period, against: base, in: panels)
    self.imports = LevelComparison(imports, period, against: base, in: panels)
    balance = LevelComparison(exports - imports, period, against: base, in: panels)
  }

  func comparison(of flow: Flow) -> LevelComparison { flow == .imports ? imports : exports }
}
