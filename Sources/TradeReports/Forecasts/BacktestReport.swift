public import Forecasting
public import Reporting
internal import TimeSeries

/// Backtests as a document: for each series the accuracy of each method beside the benchmarks.
public struct BacktestReport: Sendable {
  /// A series and what its backtest gave.
  public struct Entry: Sendable {
    /// The name in headings.
    public let name: String
    /// How values in units of the series are printed.
    public let style: NumberStyle
    /// The unit in column headings.
    public let unit: String
    /// The backtest, or why there is none.
    public let result: Result<BacktestResult, ForecastError>

    /// Makes an entry.
    public init(
      name: String, style: NumberStyle, unit: String,
      result: Result<BacktestResult, ForecastError>
    ) {
      self.name = name
      self.style = style
      self.unit = unit
      self.result = result
    }
  }

  /// The series in their order.
  public let entries: [Entry]

  /// Makes a report.
  public init(_ entries: [Entry]) { self.entries = entries }

  /// The measures in units of the series.
  private static let levels: [AccuracyMeasure] = [.meanAbsoluteError, .rootMeanSquaredError]
  /// The measures that compare between series.
  private static let ratios: [AccuracyMeasure] = [
    .symmetricMeanAbsolutePercentageError, .meanAbsoluteScaledError,
    .rootMeanSquaredScaledError, .overallWeightedAverage, .meanScaledIntervalScore, .coverage,
  ]

  /// The document.
  public var document: Document {
    var blocks: [Block] = []
    for entry in entries {
      switch entry.result {
      case .failure(let reason):
        blocks.append(
          .paragraph(Prose("\(entry.name): no backtest, because \(reason.description).")))
      case .success(let result):
        blocks.append(.table(table(entry, result)))
        if result.horizon > 1 { blocks.append(.table(steps(entry, result))) }
        blocks += comparisons(result)
      }
    }
    return Document(blocks)
  }

  private func table(_ entry: Entry, _ result: BacktestResult) -> Table {
    let rows = result.methods.map { method -> TableRow in
      let accuracy = result.accuracy(of: method)
      let levels = Self.levels.map { Self.cell(accuracy[$0], entry.style) }
      let ratios = Self.ratios.map { measure in
        Self.cell(accuracy[measure], NumberStyle(decimals: Self.decimals(measure)))
      }
      return .body(Prose(method.description), levels + ratios)
    }
    let origins = result.origins
    let span =
      origins.first.map { "\(origins.count) origins, \($0) to \(origins.last ?? $0)" } ?? ""
    return Table(
      caption: Prose("\(entry.name): backtest, \(span), up to \(result.horizon) ahead"),
      stub: "Method",
      columns: Self.levels.map { TableColumn(Prose($0.shortName), unit: entry.unit) }
        + Self.ratios.map { measure in
          let unit =
            [.symmetricMeanAbsolutePercentageError, .coverage].contains(measure) ? "%" : ""
          let name = measure == .coverage ? "in 95 %" : measure.shortName
          return TableColumn(Prose(name), unit: unit)
        }, rows: rows,
      notes: Self.failureNotes(result))
  }

  private static func decimals(_ measure: AccuracyMeasure) -> Int {
    switch measure {
    case .symmetricMeanAbsolutePercentageError, .meanScaledIntervalScore: 2
    case .coverage: 0
    default: 3
    }
  }

  private static func cell(_ value: Double?, _ style: NumberStyle) -> TableCell {
    value.map { .number($0, style) } ?? .missing(.notAvailable)
  }

  private static func failureNotes(_ result: BacktestResult) -> [Prose] {
    result.methods.compactMap { method -> Prose? in
      let own = result.failures.filter { $0.method == method }
      guard let first = own.first else { return nil }
      return Prose(
        "\(method.description): no forecast from \(own.count) origins; \(first.reason.description)."
      )
    }
  }

  /// The scaled error by step.
  private func steps(_ entry: Entry, _ result: BacktestResult) -> Table {
    // At most twelve columns fit; of more steps the first ones and the last are shown.
    let all = Array(1...result.horizon)
    let shown = all.count <= 8 ? all : Array(all.prefix(7)) + [result.horizon]
    let style = NumberStyle(decimals: 3)
    return Table(
      caption: Prose("\(entry.name): MASE by periods ahead"), stub: "Method",
      columns: shown.map { TableColumn(Prose(String($0))) },
      rows: result.methods.map { method in
        .body(
          Prose(method.description),
          shown.map {
            Self.cell(result.accuracy(of: method, step: $0)[.meanAbsoluteScaledError], style)
          })
      })
  }

  /// Whether the first method differs from the seasonal naive one, where there are origins enough.
  private func comparisons(_ result: BacktestResult) -> [Block] {
    guard let first = result.methods.first, first != .seasonalNaive else { return [] }
    do throws(ForecastError) {
      let test = try result.dieboldMariano(first, .seasonalNaive)
      let three = NumberStyle(decimals: 3)
      let p = test.pValue < 0.0005 ? "< 0.001" : "= \(three.text(test.pValue))"
      return [
        .paragraph(
          Prose(
            "Diebold-Mariano, \(first.description) against snaive, one period ahead: statistic "
              + "\(NumberStyle(decimals: 2).text(test.statistic)), p \(p)."))
      ]
    } catch {
      return [.paragraph(Prose("No Diebold-Mariano test: \(error.description)."))]
    }
  }
}
