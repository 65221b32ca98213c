internal import ArgumentParser
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport

struct ComputeCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: "Compute an indicator of the series of a dataset.",
    discussion: """
      The expression names measures (exports, imports, …), functions (yoy, share, …;
      'tradewind describe' lists them) and the signs + - * / ( ). Every figure is
      computed inside the newest vintage that holds all it needs, where one does.

      EXAMPLES
        tradewind compute Datasets/china-partners 'yoy(exports)' --partner EU
        tradewind compute Datasets/china-partners 'exports - imports' --period 2009
        tradewind compute Datasets/china-partners 'share(exports by partner)' \\
          --partner EU,USA,JPN --period 2009-Q3 --format csv

      EXIT STATUS
        0 done; 2 the data cannot be read or do not hold what was asked for;
        64 wrong usage, also of the expression's form
      """)

  @Argument(help: "The data.")
  var data: String

  @Argument(help: "The expression, in quotes.")
  var expression: String

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "Only periods within this one, such as 2009 or 2008-06/2009-10.")
  var period: String?

  @OptionGroup var result: OutputOptions

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let format = try result.format(of: OutputFormat.allCases)
    let span = try period.map { try options.period($0, option: "--period") }
    let parsed: Expression
    do throws(DiagnosticError) {
      parsed = try ExpressionParser().parse(expression)
    } catch {
      context.report(error.diagnostics)
      return .usage
    }
    let files = try DatasetFiles([data], options, in: &context)
    let table = try ComputedTable(
      parsed, files.dataset,
      Selection(
        reporter: options.reporter, partners: options.partners,
        products: options.product.map { [$0] } ?? [], unit: options.chosenUnit,
        basis: options.chosenBasis,
        vintage: options.chosenVintage),
      within: span)
    try context.deliver(
      format == .csv ? table.csv : result.text(of: table.document, as: format), to: result.output)
    return .fine
  }
}
