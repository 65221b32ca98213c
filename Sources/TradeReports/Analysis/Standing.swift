internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// How a figure stands among the earlier ones of its kind.
enum Standing: Sendable, Hashable {
  /// Larger (smaller) than every earlier one since a period that was larger (smaller).
  case since(Period, isHigh: Bool)
  /// Larger (smaller) than every other one of an unbroken run that begins with a period.
  case extreme(of: Int, from: Period, isHigh: Bool)
}

extension TradeFigures {
  /// The spans before the report's that have a level, newest first, until one has none.
  ///
  /// They follow each other where the span is a month, a quarter, a half or a year; others, such
  /// as January to September, are compared with the same span of earlier years.
  func earlierSpans(of what: Combination, limit: Int) -> [(period: Period, level: Figure)] {
    guard let start = panels.latest.values.axis.span?.first else { return [] }
    let step = period.frequency == nil ? max(12, period.count) : period.count
    var spans: [(period: Period, level: Figure)] = []
    var span = period.shifted(byMonths: -step)
    while span.first >= start, spans.count < limit {
      let level = what.level(in: panels.latest, over: span)
      if level.value == nil { break }
      spans.append((span, level))
      span = span.shifted(byMonths: -step)
    }
    return spans
  }

  /// Where the report's level of a flow stands in the unbroken run of spans before it; `nil` when
  /// the digits do not tell, or fewer than three spans could be compared.
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
}
