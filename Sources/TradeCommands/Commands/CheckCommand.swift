internal import ArgumentParser
internal import Diagnostics
internal import Reporting
internal import TradeReports
internal import Validation

struct CheckCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether the printed figures of tables and texts can all be true.",
    discussion: """
      Every printed figure stands for an interval. All figures of a document are one
      system: levels, changes, shares and balances hold together, or the smallest sets
      that must be wrong are named, with what would fit and the likely slip. Several
      vintages in one file are documents of their own and are compared pairwise.

      EXAMPLES
        tradewind check release.csv
        tradewind check release.csv --rules rules.yaml --rounding half-up
        tradewind check Datasets/china-partners/data.csv --format json
        tradewind check table.csv --without sum
        tradewind check press-release.md --published 2023-11-08 --explain
        tradewind check months.csv quarters.csv --together

      EXIT STATUS
        0 no figure is inconsistent; 1 at least one is; 2 an input cannot be read;
        64 wrong usage
      """)

  @Argument(help: "The files; - for standard input.")
  var files: [String]

  @Option(name: .long, help: "What the files are: table, text, markdown or html.")
  var `as`: String?

  @Flag(name: .long, help: "The files are one release: their figures are one system.")
  var together = false

  @Option(
    name: .long,
    help: "How figures were rounded: unknown, half-up, half-even, truncation, floor or ceiling.")
  var rounding = RoundingConvention.unknown.rawValue

  @Option(
    name: .long,
    help: "Do not assume this, by its name in the list of what was assumed; joined by commas.")
  var without: String?

  @Option(name: .long, help: "Rules of your own, a YAML file.")
  var rules: String?

  @Option(name: .long, help: "A dataset to compare the figures with; may be repeated.")
  var data: [String] = []

  @Flag(name: .long, help: "Also show what the other figures allow each figure, and revisions.")
  var ranges = false

  @Flag(name: .long, help: "Also tell which rules decided what each figure of a text says.")
  var explain = false

  @Option(
    name: .long,
    help: "When texts were published, as 2023-11-08: the years that they do not tell follow.")
  var published: String?

  @Option(name: .long, help: "The first month of fiscal years, 1 to 12.")
  var fiscalStart: Int?

  @Option(name: .long, help: "text, markdown, html or json.")
  var format = "text"

  @Option(name: .long, help: "The greatest width of text in columns, 40 to 400.")
  var width = 80

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
  var output: String?

  func validate() throws {
    guard (40...400).contains(width) else {
      throw ValidationError("--width \(width) is out of range, expected 40 to 400.")
    }
    if let fiscalStart, !(1...12).contains(fiscalStart) {
      throw ValidationError("--fiscal-start \(fiscalStart) is not a month, expected 1 to 12.")
    }
    let choices = try CheckChoices(self)
    guard choices.format != .html || files.count == 1 || together else {
      throw ValidationError(
        "--format html makes one page, of one input: found \(files.count) files; name one, or "
          + "check them --together.")
    }
  }

  func run(in context: inout CommandContext) throws -> ExitStatus {
    try context.delivering(to: output) { context in try check(in: &context) }
  }

  private func check(in context: inout CommandContext) throws -> ExitStatus {
    let choices = try CheckChoices(self)
    let sentences = RunningTextFrontEnd(
      published: choices.published, keepsSource: explain || choices.format != .json,
      workers: FileByteSource.workers)
    let reader = SourceReader(
      without: choices.without, fiscalStart: fiscalStart,
      prose: { sentences.reading(of: $0, file: $1, frontMatter: $2) },
      pages: { sentences.reading(of: $0, file: $1) })
    var options = CheckOptions(rounding: choices.rounding, wantsRanges: ranges)
    options.switchedOff = choices.without
    let extras = try CheckExtras(self, choices, in: &context)
    let writer = CheckOutput(width: width, ranges: ranges, explain: explain)
    var status = ExitStatus.fine
    var isFirst = true
    func show(_ reading: SourceReading, in context: inout CommandContext) throws {
      let checked = extras.check(reading, options)
      context.report(checked.diagnostics, notes: ranges)
      if checked.diagnostics.contains(where: { $0.severity == .error }) {
        status = max(status, .badInput)
      }
      if checked.verdict == .inconsistent { status = max(status, .findings) }
      if !isFirst { context.write(choices.format.separator) }
      isFirst = false
      try writer.write(checked, reading.prose, as: choices.format) { piece in
        context.write(piece)
        try context.flush()
      }
    }
    // Only where something is switched off all inputs must be known before the first is checked.
    var waiting: [SourceReading] = []
    if together {
      // A release without one of its tables is another release.
      waiting = [try CheckInput.read(together: files, reader, as: choices.form, in: &context)]
    }
    for path in together ? [] : files {
      let reading: SourceReading
      do throws(FileError) {
        reading = try CheckInput(path).read(reader, as: choices.form, in: &context)
      } catch {
        // The other files are still checked.
        context.report([error.diagnostic])
        status = max(status, .badInput)
        continue
      }
      if choices.without.isEmpty {
        try show(reading, in: &context)
      } else {
        waiting.append(reading)
      }
    }
    try choices.checkAssumptions(of: waiting)
    for reading in waiting { try show(reading, in: &context) }
    return status
  }
}
