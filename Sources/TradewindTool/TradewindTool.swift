internal import Glibc
internal import TradeCommands

/// The command `tradewind`.
@main
enum TradewindTool {
  static func main() {
    exit(TradewindProgram.main(Array(CommandLine.arguments.dropFirst())))
  }
}
