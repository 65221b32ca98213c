internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Records, streaks and revisions.
extension QuarterlyReport {
  var records: [Block] {
    var points: [Prose] = []
    for flow in [Flow.exports, .imports] {
      let direction = flow == .exports ? "to" : "from"
      if let streak = figures.streak(of: flow), streak.months > 1 {
        let start = streak.isBounded ? "" : "at least "
        let kind = streak.isRise ? "risen" : "fallen"
        let limit = streak.isBounded ? "" : "; earlier months cannot be compared"
        points.append(
          """
          \(Phrases.capitalized(flow.name)) \(direction) \(partnersShort) have \(kind) on the year \
          for \(start)\(Phrases.count(streak.months)) months in a row\(limit).
          """)
      }
      points += standings(of: flow, direction)
    }
    return points.isEmpty ? [] : [.heading(level: 1, "Records and streaks"), .list(points)]
  }

  /// One sentence for each standing, naming all whose standing it is.
  private func standings(of flow: Flow, _ direction: String) -> [Prose] {
    let groups = [figures.partners] + (figures.each.count > 1 ? figures.each.map(\.partners) : [])
    var order: [Standing] = []
    var names: [[String]] = []
    for partners in groups {
      guard let standing = figures.standing(of: .flow(flow, partners)) else { continue }
      let isTotal = partners == figures.partners
      let own =
        isTotal && groups.count > 1 ? partnersShort + " together" : inSentence(partners[0])
      if let known = order.firstIndex(of: standing) {
        names[known].append(own)
      } else {
        order.append(standing)
        names.append([own])
      }
    }
    return zip(order, names).map { standing, names in
      sentence(
        standing, "\(flow.name) \(direction) \(Phrases.list(names))", isEach: names.count > 1)
    }
  }

  private func sentence(_ standing: Standing, _ subject: String, isEach: Bool) -> Prose {
    let subject = Phrases.capitalized(subject) + (isEach ? " were each" : " were")
    return switch standing {
    case .since(let period, let isHigh):
      "\(subject) the \(isHigh ? "highest" : "lowest") since \(period.words)."
    case .extreme(let count, let from, let isHigh):
      """
      \(subject) the \(isHigh ? "highest" : "lowest") of the \(count) such periods in the data, \
      which begin with \(from.words).
      """
    }
  }

  /// A figure that was published with different values.
  private struct Revision {
    let newest: TradeObservation
    let first: TradeObservation
  }

  /// The months that the report uses, with the same months a year before.
  var usedSpan: [Period] {
    let span = figures.period.yearToDate ?? figures.period
    return [span, span.shifted(byYears: -1)]
  }

  private func revisions(of measures: [Measure]) -> (repeated: Int, revised: [Revision]) {
    var histories: [SeriesKey: [Period: [TradeObservation]]] = [:]
    var order: [(SeriesKey, Period)] = []
    for observation in dataset.observations {
      let key = observation.key
      guard measures.contains(key.measure), key.flow == .exports || key.flow == .imports,
        key.reporter == reporterCode, figures.partners.contains(key.partner), key.basis == basis,
        observation.vintage != nil, usedSpan.contains(where: { $0.contains(observation.period) }),
        request.vintage.map({ (observation.vintage ?? $0) <= $0 }) ?? true
      else { continue }
      if histories[key]?[observation.period] == nil { order.append((key, observation.period)) }
      histories[key, default: [:]][observation.period, default: []].append(observation)
    }
    var result: (repeated: Int, revised: [Revision]) = (0, [])
    for (key, period) in order {
      let history = (histories[key]?[period] ?? []).sorted {
        guard let a = $0.vintage, let b = $1.vintage else { return false }
        return a < b
      }
      guard let first = history.first, let newest = history.last, history.count > 1 else {
        continue
      }
      result.repeated += 1
      if first.observation.value != newest.observation.value {
        result.revised.append(Revision(newest: newest, first: first))
      }
    }
    return result
  }

  var revisions: [Block] {
    var texts: [Prose] = []
    var tables: [Block] = []
    for (measures, name) in [
      ([Measure.value], "levels"), ([.yearOverYear], "printed changes on the year"),
    ] {
      let found = revisions(of: measures)
      guard found.repeated > 0 else { continue }
      let revised = found.revised.count
      let span = usedSpan.map(\.words)
      texts.append(
        """
        Of the \(found.repeated) \(name) of \(Phrases.list(span)) that were published more \
        than once, \(revised == 0 ? "none" : Phrases.count(revised)) \
        \(revised < 2 ? "was" : "were") changed later\
        \(revised > Self.revisionsShown ? "; the \(Phrases.count(Self.revisionsShown)) largest changes are listed" : "").
        """)
      if revised > 0 { tables.append(.table(table(found.revised, measures, name))) }
    }
    guard !texts.isEmpty else { return [] }
    let text = texts.dropFirst().reduce(texts[0]) { $0 + " " + $1 }
    return [.heading(level: 1, "Revisions"), .paragraph(text)] + tables
  }

  private func vintages(_ revision: Revision) -> String {
    [revision.first, revision.newest].compactMap(\.vintage).map(\.description)
      .joined(separator: " to ")
  }

  private static let revisionsShown = 8

  private func table(_ revisions: [Revision], _ measures: [Measure], _ name: String) -> Table {
    let isRate = measures != [.value]
    let style = isRate ? NumberStyle(decimals: 1, sign: .always) : money.cell
    let change = isRate ? NumberStyle(decimals: 1, sign: .always) : money.changeCell
    func size(_ revision: Revision) -> Double {
      ((revision.newest.observation.value ?? 0) - (revision.first.observation.value ?? 0))
        .magnitude
    }
    let largest = revisions.enumerated()
      .sorted { (size($0.element), -$0.offset) > (size($1.element), -$1.offset) }
      .prefix(Self.revisionsShown).map(\.element)
    let rows = largest.map { revision -> TableRow in
      let key = revision.newest.key
      let (first, newest) = (revision.first.observation, revision.newest.observation)
      let difference = newest.combined(with: first, -)
      return .body(
        Prose("\(self.name(key.partner)), \(key.flow.name), \(revision.newest.period.label)"),
        [
          .number(first.value, style), .number(newest.value, style),
          .number(difference.value, change),
          .text(Prose(vintages(revision))),
        ])
    }
    let unit = isRate ? "%" : money.unitName
    return Table(
      caption: Prose("Revised \(name)"), stub: "Figure",
      columns: [
        TableColumn("First", unit: unit), TableColumn("Newest", unit: unit),
        TableColumn("Change", unit: isRate ? "pp" : unit),
        TableColumn("Vintages", alignment: .leading),
      ], rows: rows)
  }
}
