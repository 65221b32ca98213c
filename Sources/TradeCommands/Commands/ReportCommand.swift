internal import ArgumentParser
internal import Diagnostics
internal import TradeReports

struct ReportCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the trade report of a quarter, or of any span of months.",
    discussion: """
      DATA is a folder with data.csv and dataset.json, a tidy CSV file, or - for
      standard input. Where the period is not published in full, the report covers
      the months that are.

      EXAMPLES
        tradewind report Datasets/china-partners --reporter CHN \\
          --partner EU,USA,JPN --period 2009-Q3
        tradewind report Datasets/us-goods --basis SA+BOP --period 2009-Q4 \\
          --format markdown -o us-goods-2009-Q4.md

      EXIT STATUS
        0 done; 2 the data cannot be read or do not hold what was asked for;
        64 wrong usage
      """)

  @Argument(help: "The data; several are joined.")
  var data: [String]

  @Option(name: .long, help: "The period, such as 2009-Q3, 2009-09 or 2009-01/2009-09.")
  var period: String

  @OptionGroup var options: DataOptions

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.format(of: [.text, .markdown, .html])
    let span = try options.period(period, option: "--period")
    let files = try DatasetFiles(data, options, in: &context)
    let report = try QuarterlyReport(
      files.dataset,
      TradeReportRequest(
        reporter: options.reporter, partners: options.partners, period: span,
        unit: options.chosenUnit, basis: options.chosenBasis, product: options.product,
        vintage: options.chosenVintage))
    context.report(report.diagnostics)
    let document = report.document(
      Provenance(version: TradewindProgram.version, inputs: files.inputs))
    try context.deliver(result.text(of: document, as: format), to: result.output)
    return .fine
  }
}
