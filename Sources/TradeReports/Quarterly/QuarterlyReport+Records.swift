internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Records and streaks.
extension QuarterlyReport {
  var records: [Block] {
    var points: [Prose] = []
    for flow in [Flow.exports, .imports] {
      if let streak = figures.streak(of: flow), streak.count > 1 {
        points.append(sentence(streak, flow))
      }
      points += standings(of: flow)
    }
    return points.isEmpty ? [] : [.heading(level: 1, "Records and streaks"), .list(points)]
  }

  /// Says, for example, `July 2009 was the ninth month in a row in which exports to … fell`.
  private func sentence(_ streak: Streak, _ flow: Flow) -> Prose {
    let (atLeast, limit) =
      switch streak.start {
      case .turn: ("", "")
      case .unclear:
        (
          "at least ",
          "; the printed digits leave the direction of the \(streak.last.noun) before it open"
        )
      case .unknown: ("at least ", "; no earlier \(streak.last.noun) can be compared")
      }
    return """
      \(Phrases.capitalized(streak.last.words)) was \(atLeast)the \
      \(Phrases.ordinal(streak.count)) \(streak.last.noun) in a row in which \
      \(directed(flow, partnersShort)) \(streak.isRise ? "rose" : "fell") on the year\(limit).
      """
  }

  /// One sentence for each standing, naming all whose standing it is.
  private func standings(of flow: Flow) -> [Prose] {
    let scopes = [figures.total.scope] + (figures.each.count > 1 ? figures.each.map(\.scope) : [])
    var order: [Standing] = []
    var names: [[String]] = []
    for scope in scopes {
      guard let standing = figures.standing(of: scope.combination(flow)) else { continue }
      let own = inSentence(scope) + (scope.single == nil ? " together" : "")
      if let known = order.firstIndex(of: standing) {
        names[known].append(own)
      } else {
        order.append(standing)
        names.append([own])
      }
    }
    return zip(order, names).map { standing, names in
      let subject = Phrases.capitalized(directed(flow, Phrases.list(names)))
      return Prose("\(subject) were \(names.count > 1 ? "each " : "")\(words(standing)).")
    }
  }

  /// `the highest since the third quarter of 2008`, `the lowest of the 17 months from June 2008`.
  private func words(_ standing: Standing) -> String {
    switch standing {
    case .since(let period, let isHigh):
      "the \(isHigh ? "highest" : "lowest") since \(period.words)"
    case .extreme(let count, let from, let isHigh):
      """
      the \(isHigh ? "highest" : "lowest") of the \(Phrases.count(count)) \(from.noun)s in an \
      unbroken row that can be compared, from \(from.words) on
      """
    }
  }
}
