internal import ArgumentParser
internal import DelimitedText
internal import Diagnostics
internal import Forecasting
internal import TimeSeries
internal import TradeImport
internal import TradeReports

struct BacktestCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "backtest",
    abstract: "Measure how wrong methods would have been on the past of series.",
    discussion: """
      Each method is fitted anew at each origin to what was known then, and its
      forecasts are compared with what came. The seasonal naive method and naive 2
      stand beside as benchmarks. MASE and RMSSE are below 1 where a method beats
      last year's value within the sample; OWA below 1 beats naive 2.

      A file with the columns series,period,value, the rows of a series together,
      is read and written in parts with --format csv or json, whatever its length.

      EXAMPLES
        tradewind backtest Datasets/us-goods exports --basis SA+BOP \\
          --methods auto,ets,theta --horizon 6
        tradewind backtest panel.csv --origins 20 --format csv

      OUTPUT
        csv: series,method,h,forecasts and a column for each measure; h is empty in
        the row of all periods ahead
        json: one object a line for each series

      EXIT STATUS
        0 done; 2 the data cannot be read, do not hold what was asked for, or no
        series is long enough; 64 wrong usage
      """)

  @OptionGroup var shared: ForecastingOptions

  @Option(name: .long, help: "The methods, between commas.")
  var methods = "auto"

  @Option(name: .long, help: "At most so many origins, the latest ones; all without it.")
  var origins: Int?

  @Option(name: .long, help: "The periods from one origin to the next.")
  var step = 1

  @Option(name: .long, help: "How many processors to use; all of them, at most 8, without it.")
  var threads: Int?

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.dataFormat()
    let methods = try methodList()
    if let origins, origins < 1 {
      throw ValidationError("--origins \(origins) is not possible, expected at least 1.")
    }
    guard step >= 1 else {
      throw ValidationError("--step \(step) is not possible, expected at least 1.")
    }
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads \(threads) is not between 1 and 64.")
    }
    let options = try shared.forecastOptions
    let workers = threads ?? FileByteSource.workers
    if format == .csv || format == .json, shared.isPlain,
      let stream = try context.panel(shared.data, kind: shared.options.kind)
    {
      let panel = panelRun(methods, options, isJSON: format == .json, workers)
      let summary = try context.delivering(to: result.output) { context in
        try panel.run(stream, in: &context)
      }
      context.report(summary.diagnostics(of: "backtest"), notes: true)
      return summary.status
    }
    let table = try shared.table(in: &context)
    let names = table.names
    let results = ForecastBatch.mapped(
      Array(table.columns.indices), workers: workers
    ) { index in
      let column = table.columns[index]
      var own = options
      if column.isBalance { own.lowerBound = .none }
      let backtest = Backtest(
        horizon: shared.horizon, step: step, mostOrigins: origins, options: own)
      return Self.result(backtest, column.series.named(names[index]), methods)
    }
    try context.deliver(text(as: format, table, results), to: result.output)
    var summary = FailureSummary()
    for result in results { summary.add(result) }
    context.report(summary.diagnostics(of: "backtest"), notes: true)
    return summary.status
  }

  private func panelRun(
    _ methods: [ForecastMethod], _ options: ForecastOptions, isJSON: Bool, _ workers: Int
  ) -> PanelRun<BacktestResult> {
    let backtest = Backtest(
      horizon: shared.horizon, step: step, mostOrigins: origins, options: options)
    return PanelRun(
      workers: workers,
      compute: { (series) throws(ForecastError) in try backtest.run(series, methods: methods) },
      header: isJSON ? "" : BacktestCSV.header,
      append: { name, result, bytes in
        if isJSON {
          bytes += BacktestCSV.jsonLine(name, result).utf8
        } else {
          BacktestCSV.append(name, result, to: &bytes)
        }
      },
      appendUnreadable: { name, reason, bytes in
        if isJSON {
          bytes += ForecastJSON.line(name, failure: reason).utf8
        } else {
          BacktestCSV.append(name, failure: reason, to: &bytes)
        }
      })
  }

  private func methodList() throws -> [ForecastMethod] {
    // Commas also stand inside the parentheses of ETS(A,Ad,M).
    var names: [String] = [""]
    var depth = 0
    for character in methods {
      if character == ",", depth == 0 {
        names.append("")
        continue
      }
      depth += character == "(" ? 1 : character == ")" ? -1 : 0
      names[names.count - 1].append(character)
    }
    return try names.map { try ForecastingOptions.method($0, option: "--methods") }
  }

  private static func result(
    _ backtest: Backtest, _ series: Series, _ methods: [ForecastMethod]
  ) -> Result<BacktestResult, ForecastError> {
    do throws(ForecastError) {
      return .success(try backtest.run(series, methods: methods))
    } catch {
      return .failure(error)
    }
  }

  private func text(
    as format: DataFormat, _ table: SeriesTable, _ results: [Result<BacktestResult, ForecastError>]
  ) -> String {
    let names = table.names
    return switch format {
    case .csv: BacktestCSV.text(names, results)
    case .json: zip(names, results).map { BacktestCSV.jsonLine($0, $1) }.joined()
    case .text, .markdown, .html:
      result.text(
        of: BacktestReport(
          table.columns.indices.map { index in
            BacktestReport.Entry(
              name: names[index], style: table.forecastStyle(table.columns[index]),
              unit: table.unit(table.columns[index]), result: results[index])
          }
        ).document, as: format.ofDocuments ?? .text)
    }
  }
}
