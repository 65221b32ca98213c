internal import ArgumentParser
internal import Diagnostics
internal import Forecasting
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeReports

struct ForecastCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Forecast series with intervals, and the current year from the year to date.",
    discussion: """
      The default, auto, is a combination of simple methods; the output names its
      members. Other methods: mean, naive, drift, snaive, naive2, momentum, ses,
      holt, damped, hw-additive, hw-multiplicative, ets, theta, dotm, 4theta, comb,
      arima, regression, and forms such as ETS(A,Ad,M). 'tradewind describe auto'
      and the like say what each does. A series that cannot be forecast has its
      reason in its place, and the others are forecast all the same.

      A file with the columns series,period,value, the rows of a series together,
      is read and written in parts with --format csv or json, whatever its length.

      EXAMPLES
        tradewind forecast Datasets/us-goods exports --basis SA+BOP --horizon 12
        tradewind forecast Datasets/canada-quarterly exports imports balance \\
          --basis current --reconcile mint
        tradewind forecast panel.csv --horizon 12 --format csv

      OUTPUT
        csv: series,period,h,value,lower_80,upper_80,lower_95,upper_95,method; the
        levels are those of --level
        json: one object a line for each series

      EXIT STATUS
        0 done; 2 the data cannot be read, do not hold what was asked for, or no
        series can be forecast; 64 wrong usage
      """)

  @OptionGroup var shared: ForecastingOptions

  @Option(name: .long, help: "How to forecast.")
  var method = "auto"

  @Option(
    name: .long,
    help: "Make totals, parts and balances add up: mint, variance, structural or ols.")
  var reconcile: String?

  @Flag(
    inversion: .prefixedNo,
    help: "Estimate the current year from the year to date; text and json do so by themselves.")
  var currentYear: Bool?

  @Option(name: .long, help: "How many processors to use; all of them, at most 8, without it.")
  var threads: Int?

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.dataFormat()
    let method = try ForecastingOptions.method(method, option: "--method")
    let options = try shared.forecastOptions
    let reconciliation = try reconcile.map(Self.reconciliation)
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads \(threads) is not between 1 and 64.")
    }
    let workers = threads ?? FileByteSource.workers
    let isStream = format == .csv || format == .json
    if isStream, reconciliation == nil, currentYear != true, shared.isPlain,
      let stream = try context.panel(shared.data, kind: shared.options.kind)
    {
      let panel = panelRun(method, options, isJSON: format == .json, workers)
      let summary = try context.delivering(to: result.output) { context in
        try panel.run(stream, in: &context)
      }
      context.report(summary.diagnostics(of: "forecast"), notes: true)
      return summary.status
    }
    let table = try shared.table(in: &context)
    let forecasts = try SeriesForecasts(
      table, method: method, horizon: shared.horizon, options: options,
      reconciliation: reconciliation, workers: workers)
    let wantsYear = currentYear ?? (format != .csv && table.columns.count <= 20)
    let years = wantsYear ? forecasts.currentYears(of: table, method: method, workers: workers) : []
    try context.deliver(
      forecasts.text(
        as: format, table, levels: options.levels, years: years,
        isYearOnly: currentYear == true && format == .csv, result), to: result.output)
    context.report(forecasts.summary.diagnostics(of: "forecast"), notes: true)
    return forecasts.summary.status
  }

  private func panelRun(
    _ method: ForecastMethod, _ options: ForecastOptions, isJSON: Bool, _ workers: Int
  ) -> PanelRun<Forecast> {
    let horizon = shared.horizon
    let csv = ForecastCSV(levels: options.levels)
    return PanelRun(
      workers: workers,
      compute: { (series) throws(ForecastError) in
        try method.forecast(series, horizon: horizon, options: options)
      },
      header: isJSON ? "" : csv.header,
      append: { name, result, bytes in
        if isJSON {
          bytes += ForecastJSON.line(name, result).utf8
        } else {
          csv.append(name, result, to: &bytes)
        }
      },
      appendUnreadable: { name, reason, bytes in
        if isJSON {
          bytes += ForecastJSON.line(name, failure: reason).utf8
        } else {
          csv.append(name, failure: reason, to: &bytes)
        }
      })
  }

  private static func reconciliation(_ name: String) throws -> ReconciliationMethod {
    if let method = ReconciliationMethod(rawValue: name) { return method }
    let names = ReconciliationMethod.allCases.map(\.rawValue)
    let nearest = names.nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "--reconcile \(name.quoted) is not known, expected \(names.joined(separator: ", ")).\(nearest)"
    )
  }
}
