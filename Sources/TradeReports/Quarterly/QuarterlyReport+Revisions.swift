internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// What was changed after its first publication.
extension QuarterlyReport {
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
        observation.vintage != nil, request.product.map({ $0 == key.product }) ?? true,
        key.measure != .value || key.unit == unit,
        usedSpan.contains(where: { $0.contains(observation.period) }),
        request.vintage.map({ (observation.vintage ?? $0) <= $0 }) ?? true
      else { continue }
      if histories[key]?[observation.period] == nil { order.append((key, observation.period)) }
      let known = histories[key]?[observation.period] ?? []
      guard !known.contains(where: { $0.vintage == observation.vintage }) else { continue }
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
      if Set(history.map(\.observation.value)).count > 1 {
        result.revised.append(Revision(newest: newest, first: first))
      }
    }
    return result
  }

  var revisions: [Block] {
    var texts: [Prose] = []
    var tables: [Block] = []
    for (measures, name) in [
      ([Measure.value], ("level", "levels")),
      ([.yearOverYear], ("printed change on the year", "printed changes on the year")),
    ] {
      let found = revisions(of: measures)
      guard found.repeated > 0 else { continue }
      let revised = found.revised.count
      texts.append(Prose(sentence(found.repeated, revised, name)))
      if revised > 0 { tables.append(.table(table(found.revised, measures, name.1))) }
    }
    guard !texts.isEmpty else { return [] }
    let text = texts.dropFirst().reduce(texts[0]) { $0 + " " + $1 }
    return [.heading(level: 1, "Revisions"), .paragraph(text)] + tables
  }

  /// Says, for example, `Of the 54 levels of … published more than once, none was changed`.
  private func sentence(_ repeated: Int, _ revised: Int, _ name: (String, String)) -> String {
    let span = Phrases.list(usedSpan.map(\.words))
    let found =
      switch revised {
      case 0: repeated == 1 ? "was not changed" : "none was changed"
      case repeated:
        ["", "was changed", "both were changed"].dropFirst(repeated).first ?? "all were changed"
      default: "\(Phrases.count(revised)) \(revised == 1 ? "was" : "were") changed"
      }
    let limit =
      revised > Self.revisionsShown
      ? "; the \(Phrases.count(Self.revisionsShown)) largest changes are listed" : ""
    return repeated == 1
      ? "The only \(name.0) of \(span) that was published more than once \(found)\(limit)."
      : """
      Of the \(Phrases.count(repeated)) \(name.1) of \(span) that were published more than once, \
      \(found)\(limit).
      """
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
