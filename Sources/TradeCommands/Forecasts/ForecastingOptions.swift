internal import ArgumentParser
internal import Diagnostics
internal import Forecasting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// What `forecast` and `backtest` share: the series, the horizon, the levels.
struct ForecastingOptions: ParsableArguments {
  @Argument(help: "The data: a folder, a CSV file, or - for standard input.")
  var data: String

  @Argument(
    help: "More data, with / or . in their paths; and the flows, such as exports.")
  var selection: [String] = []

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "How many periods ahead, at least 1.")
  var horizon = 4

  @Option(name: .long, help: "The levels of the intervals in percent, between commas.")
  var level = "80,95"

  @Option(name: .long, help: "Add up to monthly, quarterly, half-yearly or yearly periods.")
  var frequency: String?

  @Option(name: .long, help: "Use the data through this period only, such as 2009-12.")
  var until: String?

  @Option(name: .long, help: "Intervals from the model, or conformal: from past errors.")
  var intervals = "model"

  @Option(name: .long, help: "The start of the random numbers for simulated intervals.")
  var seed: UInt64 = 1

  func validate() throws {
    guard horizon >= 1 else {
      throw ValidationError("--horizon \(horizon) is not possible, expected at least 1.")
    }
    guard horizon <= 1000 else {
      throw ValidationError("--horizon \(horizon) is too far, expected at most 1000.")
    }
    guard ["model", "conformal"].contains(intervals) else {
      throw ValidationError(
        "--intervals \(intervals.quoted) is not known, expected model or conformal.")
    }
    _ = try levels
  }

  /// The levels in ascending order.
  var levels: [IntervalLevel] {
    get throws {
      let texts = level.split(separator: ",", omittingEmptySubsequences: false)
      var levels: [IntervalLevel] = []
      for text in texts {
        guard let percent = Double(text), let found = IntervalLevel(percent: percent) else {
          throw ValidationError(
            "--level \(String(text).quoted) is not a level, expected numbers between 0 and 100, "
              + "such as 80,95.")
        }
        guard !levels.contains(found) else {
          throw ValidationError("--level names \(text) twice.")
        }
        levels.append(found)
      }
      return levels.sorted()
    }
  }

  /// The levels, the kind of intervals and the seed.
  var forecastOptions: ForecastOptions {
    get throws {
      ForecastOptions(
        levels: try levels, intervals: intervals == "conformal" ? .conformal(windows: 24) : .model,
        seed: seed)
    }
  }

  /// Whether rows of one plain panel could be read as a stream: nothing else is asked for.
  var isPlain: Bool {
    selection.isEmpty && frequency == nil && until == nil && options.partner == nil
      && options.product == nil && options.basis == nil && options.vintage == nil
      && options.reporter == nil
  }

  /// The chosen series, by longer periods and cut off where that is asked for.
  func table(in context: inout CommandContext) throws -> SeriesTable {
    let chosen = try ChosenSeries(data, selection, frequency: frequency)
    let end = try until.map { try options.period($0, option: "--until") }
    let (table, path) = try chosen.table(.value, options, in: &context)
    context.report(table.warnings)
    guard !table.periods.isEmpty else {
      throw DiagnosticError(table.absence(ofPeriods: "", in: path))
    }
    return end.map { table.through($0.last) } ?? table
  }

  /// Reads the name of a method.
  static func method(_ name: String, option: String) throws -> ForecastMethod {
    if let method = ForecastMethod(name: name) { return method }
    let names = ForecastMethod.named.map(\.description)
    let nearest = names.nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "\(option) \(name.quoted) is not known, expected one of \(names.joined(separator: ", ")), "
        + "or a form such as ETS(A,Ad,M) or ARIMA(0,1,1)(0,1,1).\(nearest)")
  }
}
