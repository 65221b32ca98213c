internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Months (or the periods of the data) up to the end of a report that all rose on the year, or all
/// fell.
struct Streak: Sendable, Equatable {
  /// Why the streak does not go further back.
  enum Start: Sendable, Equatable {
    /// The period before moved the other way, or not at all.
    case turn
    /// The digits of the period before leave its direction open.
    case unclear
    /// The period before cannot be compared.
    case unknown
  }

  /// The last period.
  let last: Period
  let count: Int
  let isRise: Bool
  let start: Start
}

extension TradeFigures {
  /// The streak that the report's period ends; `nil` when its last month or period has no sure
  /// direction.
  func streak(of flow: Flow) -> Streak? {
    guard let last = lastStep(flow) else { return nil }
    func movement(_ steps: Int) -> Movement? {
      let span = last.shifted(byMonths: -steps * last.count)
      return change(at(span), of: flow).movement
    }
    guard let now = movement(0), now == .up || now == .down else { return nil }
    var count = 1
    while let before = movement(count), before == now { count += 1 }
    let start: Streak.Start =
      switch movement(count) {
      case .up, .down: .turn
      case .unchanged, .unclear: .unclear
      case nil: .unknown
      }
    return Streak(last: last, count: count, isRise: now == .up, start: start)
  }

  /// The last month of the report, or the last period of the data's frequency that ends with it.
  private func lastStep(_ flow: Flow) -> Period? {
    let what = total.scope.combination(flow)
    return [Frequency.monthly, .quarterly, .halfYearly, .yearly].lazy
      .map { Period.containing(period.last, $0) }
      .first {
        $0.last == period.last && what.level(in: panels.latest, over: $0).value != nil
      }
  }
}
