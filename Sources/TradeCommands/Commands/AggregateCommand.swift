internal import ArgumentParser
internal import DelimitedText
internal import Diagnostics
internal import TradeImport

struct AggregateCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "aggregate",
    abstract: "Add up a file of any length by the columns that are named.",
    discussion: """
      The file is read once, in parts, on all processors; gzip is unpacked on the
      way. Sums are exact and rounded once. Of a figure in several vintages the
      newest counts, of a tidy table the rows of values. Rows that differ in unit,
      basis or measure, and balances beside flows, are refused unless --by or
      --filter names the column. Standard error has an account of the rows: read =
      aggregated + without a value + of older vintages + filtered out + reported.

      EXAMPLES
        tradewind aggregate trade.csv --by period,partner,flow
        tradewind aggregate trade.csv.gz --by period,partner --growth yoy
        tradewind aggregate trade.csv --by partner,period --measure quantity \\
          --filter flow=X --filter partner=DEU,FRA

      OUTPUT
        CSV: the columns of --by in their order, the measure, and yoy in percent
        when asked for, empty where it has no meaning; sorted by the keys with the
        period last

      EXIT STATUS
        0 done; 2 the file cannot be read, or rows of it are wrong; 64 wrong usage
      """)

  @Argument(help: "The file, also gzip; a folder with data.csv; - for standard input.")
  var data: String

  @Option(name: .long, help: "The columns whose values make a group, between commas.")
  var by: String

  @Option(name: .long, help: "The column that is added up.")
  var measure = "value"

  @Option(name: .long, help: "yoy: the change on the same period a year earlier, in percent.")
  var growth: String?

  @Option(name: .long, help: "Only rows with one of these values: column=value[,value].")
  var filter: [String] = []

  @Option(name: .long, help: "The column that holds the period.")
  var periodColumn = "period"

  @Option(name: .long, help: "comma, semicolon, tab, bar, or the character itself.")
  var delimiter = "comma"

  @Flag(name: .long, help: "Write the sums of the good rows even if others are wrong.")
  var keepGoing = false

  @Option(name: .long, help: "Refuse to hold more groups than this.")
  var maxGroups = 2_000_000

  @Option(name: .long, help: "How many processors to use; all of them, at most 8, without it.")
  var threads: Int?

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
  var output: String?

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let plan = try plan()
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads \(threads) is not between 1 and 64.")
    }
    let workers = threads ?? FileByteSource.workers
    let isFolder = data != "-" && context.files.isDirectory(data)
    let path = isFolder ? (data.hasSuffix("/") ? data : data + "/") + "data.csv" : data
    let name = path == "-" ? FileSystem.standardInputName : path
    let result = try AggregationEngine(workers: workers).run(
      plan, on: try context.byteSource(path), file: name)
    context.report(result.diagnostics)
    var account = result.account.description
    if result.hasErrors, !keepGoing { account += "; nothing is written because of errors" }
    context.report(
      [
        Diagnostic(
          "aggregate.account", .note, at: InputLocation(file: name), account,
          hint: result.hasErrors && !keepGoing
            ? "--keep-going writes the sums of the other rows" : nil)
      ], notes: true)
    if result.hasErrors, !keepGoing { return .badInput }
    try context.deliver(result.csv(workers: workers), to: output)
    return result.hasErrors ? .badInput : .fine
  }

  /// The plan that the options describe.
  private func plan() throws(ValidationError) -> AggregationPlan {
    let keys = by.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    if keys.contains("") { throw ValidationError("--by \(by.quoted) has an empty name.") }
    if let twice = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
      throw ValidationError("--by names \(twice.quoted) twice.")
    }
    if keys.contains(measure) {
      throw ValidationError("\(measure.quoted) cannot be both a key and the measure.")
    }
    let kind = try growth.map { name throws(ValidationError) in
      guard let kind = AggregationPlan.Growth(rawValue: name) else {
        throw ValidationError("--growth \(name.quoted) is not known, expected yoy.")
      }
      return kind
    }
    if kind != nil, !keys.contains(periodColumn) {
      throw ValidationError(
        "--growth needs the period among the keys: add \(periodColumn.quoted) to --by, "
          + "or name its column with --period-column.")
    }
    guard maxGroups > 0 else { throw ValidationError("--max-groups \(maxGroups) is below 1.") }
    return AggregationPlan(
      keys: keys, measure: measure, filters: try filter.map(Self.condition), growth: kind,
      periodColumn: periodColumn, dialect: try dialect(),
      limits: AggregationPlan.Limits(groups: maxGroups))
  }

  private static func condition(_ text: String) throws(ValidationError) -> AggregationPlan.Filter {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex else {
      throw ValidationError("--filter \(text.quoted) has no name, expected column=value.")
    }
    let values = text[text.index(after: sign)...]
      .split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return AggregationPlan.Filter(column: String(text[..<sign]), values: values)
  }

  private func dialect() throws(ValidationError) -> Dialect {
    switch delimiter {
    case "comma": return .commas
    case "semicolon": return .semicolons
    case "tab", "\\t": return .tabs
    case "bar": return .bars
    default:
      let bytes = Array(delimiter.utf8)
      guard bytes.count == 1, bytes[0] > 0x1F || bytes[0] == 9, bytes[0] < 0x7F,
        bytes[0] != UInt8(ascii: "\"")
      else {
        throw ValidationError(
          "--delimiter \(delimiter.quoted) is not known, expected comma, semicolon, tab, bar "
            + "or one ASCII character.")
      }
      return Dialect(delimiter: bytes[0])
    }
  }
}
