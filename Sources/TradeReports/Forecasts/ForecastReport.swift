public import Forecasting
public import Reporting
internal import TimeSeries

/// Forecasts as a document: for each series a table, the method in words, and the current year.
public struct ForecastReport: Sendable {
  /// The series in their order.
  public let entries: [ForecastEntry]
  /// The levels of the intervals.
  public let levels: [IntervalLevel]
  /// What was made to add up, and how; `nil` when nothing was.
  public let reconciliation: String?

  /// Makes a report.
  public init(
    _ entries: [ForecastEntry], levels: [IntervalLevel], reconciliation: String? = nil
  ) {
    self.entries = entries
    self.levels = levels.sorted()
    self.reconciliation = reconciliation
  }

  /// The document.
  public var document: Document {
    var blocks: [Block] = []
    let charts = charts
    for (index, entry) in entries.enumerated() {
      switch entry.result {
      case .success(let forecast):
        if let chart = charts[index] { blocks.append(.chart(chart)) }
        blocks.append(.table(table(entry, forecast)))
        blocks.append(.notes(notes(entry, forecast)))
      case .failure(let reason):
        blocks.append(
          .paragraph(Prose("\(entry.name): no forecast, because \(reason.description).")))
      }
      if let estimate = entry.currentYear {
        blocks += CurrentYearReport(estimate, entry).blocks
      }
    }
    if let reconciliation { blocks.append(.paragraph(Prose(reconciliation))) }
    return Document(blocks)
  }

  private func table(_ entry: ForecastEntry, _ forecast: Forecast) -> Table {
    let hasIntervals = forecast.points.contains { !$0.intervals.isEmpty }
    let shown = hasIntervals ? levels : []
    let rows = forecast.points.map { point -> TableRow in
      let bounds = shown.flatMap { level -> [TableCell] in
        let interval = point.interval(level)
        return [.number(interval?.lower, entry.style), .number(interval?.upper, entry.style)]
      }
      return .body(
        Prose(point.period.description), [.number(point.value, entry.style)] + bounds)
    }
    let columns =
      [TableColumn("Forecast", unit: entry.unit)]
      + shown.flatMap { level in
        let group = Prose("\(Self.text(level)) % interval")
        return [TableColumn("from", group: group), TableColumn("to", group: group)]
      }
    return Table(
      caption: Prose("\(entry.name): forecast from data through \(forecast.origin.description)"),
      stub: "Period",
      columns: columns, rows: rows)
  }

  /// A level as it is written, `80` or `97.5`.
  public static func text(_ level: IntervalLevel) -> String {
    let whole = level.percent.rounded()
    return whole == level.percent ? "\(Int(whole))" : "\(level.percent)"
  }

  private func notes(_ entry: ForecastEntry, _ forecast: Forecast) -> [Note] {
    var notes = [Note("Method", Prose(Self.method(forecast)))]
    let count = forecast.observationCount
    let values = count == 1 ? "1 value" : "\(count) values"
    notes.append(Note("Data", Prose("\(values) through \(forecast.origin.description)")))
    let intervals: String? =
      switch forecast.intervalBasis {
      case .formula: "from the formula of the model"
      case .simulation: "from simulated paths, with a fixed seed"
      case .members where forecast.members.count > 1:
        "as wide as those of the methods on average, times how wrong combinations were before"
      case .members: "from the formula of the model"
      case .pastErrors: "from past errors at the same horizon"
      case .none: nil
      }
    if let intervals { notes.append(Note("Intervals", Prose(intervals))) }
    if let residuals = Self.residuals(forecast.residuals, entry.style) {
      notes.append(Note("Residuals", Prose(residuals)))
    }
    notes += forecast.notes.map { Note("Note", Prose($0)) }
    return notes
  }

  /// The method in a sentence; for a combination its members and why they are combined.
  private static func method(_ forecast: Forecast) -> String {
    let name = "\(forecast.method)"
    let model = forecast.members.count == 1 ? forecast.members[0].model : forecast.model
    guard forecast.members.count > 1 else { return name == model ? name : "\(name): \(model)" }
    let members = forecast.members.map(\.model).joined(separator: "; ")
    return "\(name): \(forecast.model) methods: \(members). Their errors partly cancel, "
      + "so together they are less often far off than the one that was best so far"
  }

  private static func residuals(_ found: ResidualDiagnostics, _ style: NumberStyle) -> String? {
    guard let deviation = found.standardDeviation else { return nil }
    let two = NumberStyle(decimals: 2)
    let errors = found.count == 1 ? "1 error" : "\(found.count) errors"
    var text = "\(errors) one period ahead, standard deviation \(style.text(deviation))"
    if let first = found.firstAutocorrelation {
      text += ", autocorrelation \(two.text(first))"
    }
    if let box = found.ljungBox {
      text += ", Ljung-Box \(NumberStyle(decimals: 1).text(box)) at \(found.ljungBoxLags) lags"
    }
    return text
  }
}
