internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// How a figure stands among the earlier ones of its kind.
enum Standing: Sendable, Equatable {
  /// Larger (smaller) than every earlier one since a period that was larger (smaller).
  case since(Period, isHigh: Bool)
  /// Larger (smaller) than every earlier one in the data, which begin with a period.
  case extreme(of: Int, from: Period, isHigh: Bool)
}

extension TradeFigures {
  /// The spans of the report's length that end at or before it and have a level, newest first.
  func earlierSpans(of what: Combination, limit: Int) -> [(period: Period, level: Figure)] {
    guard let start = panels.latest.values.axis.span?.first else { return [] }
    var spans: [(period: Period, level: Figure)] = []
    var span = period.previous
    while span.first >= start, spans.count < limit {
      let level = what.level(in: panels.latest, over: span)
      if level.value == nil { break }
      spans.append((span, level))
      span = span.previous
    }
    return spans
  }

  /// Where the report's level of a flow stands among the unbroken run of spans before it; `nil`
  /// when the digits do not tell, or fewer than three spans could be compared.
  func standing(of what: Combination) -> Standing? {
    let level = what.level(in: panels.latest, over: period)
    let earlier = earlierSpans(of: what, limit: 400)
    guard level.value != nil, earlier.count >= 3 else { return nil }
    for isHigh in [true, false] {
      let beaten = earlier.prefix {
        isHigh ? level.isSurelyAbove($0.level) : $0.level.isSurelyAbove(level)
      }
      if beaten.count == earlier.count, let first = earlier.last {
        return .extreme(of: earlier.count + 1, from: first.period, isHigh: isHigh)
      }
      let next = earlier[beaten.count]
      let isTold =
        isHigh ? next.level.isSurelyAbove(level) : level.isSurelyAbove(next.level)
      if beaten.count >= 3, isTold { return .since(next.period, isHigh: isHigh) }
    }
    return nil
  }

  /// How many single months up to the end of the report rose (or fell) on the year one after the
  /// other, and whether the month before them can be compared at all.
  func streak(of flow: Flow) -> (months: Int, isRise: Bool, isBounded: Bool)? {
    let what = Combination.flow(flow, partners)
    func rate(_ month: Month) -> Figure {
      let span = Period.month(month)
      return Comparison(what, span, against: span.shifted(byYears: -1), in: panels).rate
    }
    let last = rate(period.last)
    guard last.isSurelyPositive || last.isSurelyNegative else { return nil }
    let isRise = last.isSurelyPositive
    var count = 1
    while true {
      let before = rate(period.last.advanced(by: -count))
      guard before.value != nil else { return (count, isRise, false) }
      guard isRise ? before.isSurelyPositive : before.isSurelyNegative else {
        return (count, isRise, true)
      }
      count += 1
    }
  }
}
