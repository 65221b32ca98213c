internal import TradeCommands

/// The command `tradewind`.
@main
enum Tool {
  static func main() {
    TradewindProgram.main(Array(CommandLine.arguments.dropFirst()))
  }
}
