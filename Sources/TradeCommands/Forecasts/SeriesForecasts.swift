internal import ArgumentParser
internal import DelimitedText
internal import Diagnostics
internal import Forecasting
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeReports

/// Forecasts of the columns of a table.
struct SeriesForecasts {
  private let names: [String]
  private let results: [Result<Forecast, ForecastError>]
  private let reconciliation: String?
  private(set) var summary = FailureSummary()

  /// Forecasts all columns, and reconciles them when asked to.
  ///
  /// - Throws: `DiagnosticError` when what was asked to add up does not.
  init(
    _ table: SeriesTable, method: ForecastMethod, horizon: Int, options: ForecastOptions,
    reconciliation: ReconciliationMethod?, workers: Int
  ) throws {
    let names = table.names
    self.names = names
    if let reconciliation {
      (results, self.reconciliation) = try Self.reconciled(
        table, method, horizon, options, reconciliation, workers)
    } else {
      results = ForecastBatch.mapped(Array(table.columns.indices), workers: workers) { index in
        let column = table.columns[index]
        var own = options
        own.lowerBound = column.isBalance ? .none : .automatic
        return Self.forecast(column.series.named(names[index]), method, horizon, own)
      }
      self.reconciliation = nil
    }
    for result in results { summary.add(result) }
  }

  private static func forecast(
    _ series: Series, _ method: ForecastMethod, _ horizon: Int, _ options: ForecastOptions
  ) -> Result<Forecast, ForecastError> {
    do throws(ForecastError) {
      return .success(try method.forecast(series, horizon: horizon, options: options))
    } catch {
      return .failure(error)
    }
  }

  private typealias Reconciled = (results: [Result<Forecast, ForecastError>], sentence: String)

  private static func reconciled(
    _ table: SeriesTable, _ method: ForecastMethod, _ horizon: Int, _ options: ForecastOptions,
    _ reconciliation: ReconciliationMethod, _ workers: Int
  ) throws -> Reconciled {
    do {
      let tree = try TradeHierarchy(
        table.columns.map(\.key),
        zip(table.columns, table.names).map { $0.series.named($1) })
      let found = try HierarchyForecast(
        tree.series, by: tree.hierarchy, reconciliation: reconciliation,
        nonNegative: tree.nonNegativeLeaves, method: method, horizon: horizon, options: options,
        unitExponent: table.printedExponent, workers: workers)
      return (
        found.forecasts.prefix(tree.givenCount).map { .success($0) },
        sentence(tree, found, reconciliation)
      )
    } catch let error as TradeHierarchy.Failure {
      throw DiagnosticError(Diagnostic("forecast.hierarchy", .error, error.description))
    } catch let error as ReconciliationError {
      throw DiagnosticError(Diagnostic("forecast.reconciliation", .error, error.description))
    }
  }

  private static func sentence(
    _ tree: TradeHierarchy, _ found: HierarchyForecast, _ method: ReconciliationMethod
  ) -> String {
    let one = NumberStyle(decimals: 1)
    let sums = tree.hierarchy.aggregates.sorted().map { row in
      let parts = tree.hierarchy.definitions[row].enumerated().map { place, term in
        (term.coefficient < 0 ? " − " : place > 0 ? " + " : "") + tree.hierarchy.names[term.row]
      }
      let shown = parts.count > 6 ? parts.prefix(5) + [" + \(parts.count - 5) more"] : parts[...]
      return "\(tree.hierarchy.names[row]) = \(shown.joined())"
    }
    var text = "The forecasts add up to the last digit: \(sums.joined(separator: "; ")). "
    text += "Reconciled by \(method.rawValue)"
    if let shrinkage = found.shrinkage {
      text +=
        ", the covariance of the errors being drawn to its diagonal by "
        + "\(one.text(100 * shrinkage)) %"
    }
    text += "; the largest move of a value was \(one.text(found.largestMove)) %. "
    text += widths(found.deviationRatios, one)
    if found.keptAtZeroCount > 0 {
      text += " \(found.keptAtZeroCount) values would have been below zero and are zero."
    }
    return text
  }

  private static func widths(_ ratios: [Double], _ style: NumberStyle) -> String {
    guard let low = ratios.min(), let high = ratios.max() else { return "" }
    let (least, most) = (style.text(100 * low), style.text(100 * high))
    return "Intervals move with their values and have "
      + (least == most ? "\(least)" : "\(least) to \(most)") + " % of their width, "
      + "by what is left of the deviations of past errors."
  }

  /// The estimates of the current year; `nil` where there is nothing to estimate.
  func currentYears(
    of table: SeriesTable, method: ForecastMethod, workers: Int
  ) -> [CurrentYearEstimate?] {
    ForecastBatch.mapped(Array(table.columns.indices), workers: workers) { index in
      let column = table.columns[index]
      guard let sample = try? ForecastSample(column.series.named(names[index])) else {
        return nil
      }
      let estimate = CurrentYear(method: method, of: column.isBalance ? .balance : .flow)
        .estimated(sample)
      guard reconciliation != nil, case .success(let forecast) = results[index] else {
        return estimate
      }
      return estimate?.reconciled(with: forecast)
    }
  }

  func text(
    as format: DataFormat, _ table: SeriesTable, levels: [IntervalLevel],
    years: [CurrentYearEstimate?], isYearOnly: Bool, _ output: OutputOptions
  ) -> String {
    switch format {
    case .csv:
      if isYearOnly { return CurrentYearCSV.text(years.compactMap { $0 }) }
      let csv = ForecastCSV(levels: levels)
      var bytes = Array(csv.header.utf8)
      for (name, result) in zip(names, results) { csv.append(name, result, to: &bytes) }
      return String(decoding: bytes, as: UTF8.self)
    case .json:
      return zip(names, results).enumerated().map { index, pair in
        ForecastJSON.line(pair.0, pair.1, years.isEmpty ? nil : years[index])
      }.joined()
    case .text, .markdown, .html:
      let entries = table.columns.indices.map { index in
        ForecastEntry(
          name: names[index], unit: table.unit(table.columns[index]),
          style: reconciliation == nil
            ? table.forecastStyle(table.columns[index])
            : table.commonStyle(table.columns[index]), result: results[index],
          currentYear: years.isEmpty ? nil : years[index],
          history: table.columns[index].series)
      }
      let ofYears =
        years.allSatisfy { $0 == nil }
        ? ""
        : " Of the estimates of the current year those of the model add up, where the forecasts reach its "
          + "end; the other ways are of each series by itself."
      let report = ForecastReport(
        entries, levels: levels, reconciliation: reconciliation.map { $0 + ofYears })
      return output.text(of: report.document, as: format.ofDocuments ?? .text)
    }
  }
}
