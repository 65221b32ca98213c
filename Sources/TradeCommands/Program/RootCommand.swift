internal import ArgumentParser

/// The root of the command line.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tradewind",
    abstract: "Trade statistics: reports, indicators and checks of published figures.",
    discussion: """
      EXAMPLES
        tradewind report Datasets/china-partners --period 2009-Q3 --partner EU,USA
        tradewind show Datasets/canada-quarterly exports --basis current --chart
        tradewind compute Datasets/china-partners 'yoy(exports)' --partner EU
        tradewind forecast Datasets/us-goods exports --basis SA+BOP --horizon 12
        tradewind describe contribution

      EXIT STATUS
        0 fine; 1 findings; 2 an input cannot be read or does not hold what was
        asked for; 64 wrong usage; 70 a defect of the program
      """,
    version: TradewindProgram.version,
    subcommands: [
      ReportCommand.self, ImportCommand.self, SniffCommand.self, ShowCommand.self,
      ComputeCommand.self, AggregateCommand.self, CheckCommand.self, ForecastCommand.self,
      BacktestCommand.self, DescribeCommand.self, NotebookCommand.self,
    ])
}
