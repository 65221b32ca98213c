internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// A change on the year as a report gives it.
struct Change: Sendable {
  /// The rate in percent.
  let rate: Figure
  /// Whether the source prints it; otherwise it is computed from the levels.
  let isPrinted: Bool
  /// What the digits allow to say about its direction; `nil` without a rate.
  let movement: Movement?
}

extension TradeFigures {
  /// The change on the year of a flow: as the source prints it where the levels allow it,
  /// otherwise as it is computed.
  ///
  /// An office computes from more digits than it prints. The same change is given everywhere in a
  /// report.
  func change(_ partner: PartnerFigures, of flow: Flow) -> Change {
    let comparison = partner.comparison(of: flow)
    if let code = partner.scope.single, let printed = printedRate(flow, code, comparison.period),
      let own = printed.bounds, comparison.rate.bounds?.overlaps(own) ?? true,
      comparison.base.value != 0
    {
      return Change(
        rate: printed, isPrinted: true, movement: Movement(printed, printedIn: .percent()))
    }
    let rate = comparison.rate
    return Change(
      rate: rate, isPrinted: false,
      movement: Movement(rate, sureAs: comparison.difference, printedIn: .percent()))
  }
}
