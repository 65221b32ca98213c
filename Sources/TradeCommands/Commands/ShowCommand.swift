internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

struct ShowCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show series of a dataset as a table, or as a chart in a line each.",
    discussion: """
      Each observation is the newest published; --vintage goes back in time.
      Without a flow all are shown. Several datasets are joined.

      EXAMPLES
        tradewind show Datasets/china-partners exports imports --partner EU,USA
        tradewind show Datasets/china-partners exports --frequency quarterly --chart
        tradewind show Datasets/china-belgium --reporter BEL --measure value

      EXIT STATUS
        0 done; 2 the data cannot be read or do not hold what was asked for;
        64 wrong usage
      """)

  @Argument(help: "The data.")
  var data: String

  @Argument(
    help: "More data, with / or . in their paths; and the flows, such as exports.")
  var selection: [String] = []

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "value, or a printed change: yoy, pop.")
  var measure = "value"

  @Option(name: .long, help: "Only periods within this one, such as 2009 or 2008-06/2009-10.")
  var period: String?

  @Option(name: .long, help: "Add up to monthly, quarterly, half-yearly or yearly periods.")
  var frequency: String?

  @Flag(name: .long, help: "Draw the series: as lines of small bars, in HTML as charts.")
  var chart = false

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.format(of: OutputFormat.allCases)
    guard let measure = Measure(rawValue: measure) else {
      throw ValidationError("--measure \(measure.quoted) is not known, expected value, yoy or pop.")
    }
    let chosen = try ChosenSeries(data, selection, frequency: frequency)
    let span = try period.map { try options.period($0, option: "--period") }
    var (table, path) = try chosen.table(measure, options, in: &context)
    if let span {
      table = table.within(span)
      guard !table.periods.isEmpty else {
        throw DiagnosticError(table.absence(of: span, in: path))
      }
    }
    let text =
      switch format {
      case .csv: table.csv
      case .text, .markdown, .html:
        result.text(
          of: chart ? table.drawings(asText: format != .html) : table.document, as: format)
      }
    try context.deliver(text, to: result.output)
    return .fine
  }
}
