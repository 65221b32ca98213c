internal import ArgumentParser
internal import Diagnostics
internal import TradeImport
internal import TradeModel

/// How the text of a file is to be read, where that is not to be found out.
struct TextOptions: ParsableArguments {
  @Option(name: .long, help: "The encoding, such as utf-8, windows-1252 or gb18030.")
  var encoding: String?

  @Flag(name: .long, help: "Numbers have a decimal comma.")
  var decimalComma = false

  @Flag(name: .long, help: "Numbers have a decimal point.")
  var decimalPoint = false

  func validate() throws {
    if decimalComma, decimalPoint {
      throw ValidationError("--decimal-comma and --decimal-point exclude each other.")
    }
    _ = try Self.encoding(encoding)
  }

  /// The encoding by a name.
  static func encoding(_ name: String?) throws -> TextEncoding? {
    guard let name else { return nil }
    guard let known = TextEncoding(named: name) else {
      throw ValidationError(
        "--encoding \(name.quoted) is not known, expected a name such as utf-8 or gb18030.")
    }
    return known
  }

  /// The decimal mark of the options.
  var decimalMark: NumberFormat.DecimalMark? {
    decimalComma ? .comma : decimalPoint ? .point : nil
  }
}

struct ImportCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read files of statistical offices and write tidy CSV.",
    discussion: """
      The format is recognised by content; 'tradewind sniff FILE' shows why. Any error
      means exit status 2 and no output, unless --keep-going is given. Where every
      record and every value cell went is said on standard error.

      EXAMPLES
        tradewind import TradeData.csv -o thailand.csv
        tradewind import strange.csv --schema strange.schema.json
        tradewind import *.csv --keep-going --problems problems.csv -o all.csv

      EXIT STATUS
        0 done; 2 something cannot be read; 64 wrong usage
      """)

  @Argument(help: "The files, also gzip; - for standard input.")
  var files: [String]

  @Option(name: .long, help: "The format by its id, instead of the one that is recognised.")
  var `as`: String?

  @Option(name: .long, help: "How to read the table, a file that 'sniff --schema' writes.")
  var schema: String?

  @Option(name: .long, help: "Whose statistics, by area code, where the file does not say.")
  var reporter: String?

  @Option(name: .long, help: "With whom, by area code, where the file does not say.")
  var partner: String?

  @Option(name: .long, help: "What the values are, such as exports, where the file does not say.")
  var flow: String?

  @Option(name: .long, help: "The currency or unit, where the file does not say.")
  var unit: String?

  @Option(name: .long, help: "What the digits are counted in, such as 1e6.")
  var scale: String?

  @Option(name: .long, help: "The first month of fiscal years, 1 to 12.")
  var fiscalStart: Int?

  @OptionGroup var text: TextOptions

  @Option(name: .long, help: "Write all problems to this file, as CSV.")
  var problems: String?

  @Flag(name: .long, help: "Write what could be read, in spite of errors.")
  var keepGoing = false

  @Flag(name: .long, help: "Also print notes on what was assumed.")
  var notes = false

  @Option(name: .shortAndLong, help: "The file to write; standard output without it.")
  var output: String?

  func validate() throws {
    if let fiscalStart, !(1...12).contains(fiscalStart) {
      throw ValidationError("--fiscal-start \(fiscalStart) is not a month, expected 1 to 12.")
    }
  }

  func run(in context: inout CommandContext) throws -> ExitStatus {
    let options = try importOptions()
    let schema = try schema.map { path in
      try ImportSchema(json: try context.read(path), file: path)
    }
    let encoding = try TextOptions.encoding(text.encoding) ?? schema?.encoding
    let mark = text.decimalMark
    var report = ImportReport()
    var observations: [ObservationList] = []
    for path in files {
      let name = path == "-" ? FileSystem.standardInputName : path
      let bytes = try PackedFile.content(try context.read(path), file: name)
      if let foreign = ForeignFile.diagnostic(bytes, file: name) { throw DiagnosticError(foreign) }
      let source = SourceText(file: name, decoded: DecodedText(bytes, encoding: encoding))
      if let binary = ForeignFile.binary(source.decoded, file: name) {
        throw DiagnosticError(binary)
      }
      let result = FormatRegistry().readAny(
        source, options, as: `as`, schema: schema, decimalMark: mark)
      report.add(result, file: name, notes: notes, in: &context)
      observations.append(result.observations)
    }
    if let problems { try context.deliver(report.csv, to: problems) }
    if !report.hasErrors || keepGoing {
      try context.delivering(to: output) { inner in
        try TidyWriter().write(observations) { text in
          inner.write(text)
          try inner.flush()
        }
      }
    } else {
      context.say("nothing is written, because of errors; --keep-going writes what was read")
    }
    return report.hasErrors ? .badInput : .fine
  }

  private func importOptions() throws -> ImportOptions {
    let ids = FormatRegistry().entries.map(\.id) + [GenericFormat().id]
    if let format = `as`, !ids.contains(format) {
      let nearest = ids.nearest(to: format).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "--as \(format.quoted) is not known; there are \(ids.joined(separator: ", ")).\(nearest)")
    }
    var options = ImportOptions(
      reporter: reporter.map { Area(code: $0)?.code ?? $0 },
      partner: partner.map { Area(code: $0)?.code ?? $0 }, unit: unit.map { Unit($0) },
      fiscalStart: fiscalStart)
    if let flow {
      guard let known = Flow(parsing: flow) else {
        let nearest = Flow.allCases.map(\.rawValue).nearest(to: flow)
        throw ValidationError(
          "--flow \(flow.quoted) is not known." + (nearest.map { " Did you mean '\($0)'?" } ?? ""))
      }
      options.flow = known
    }
    if let scale {
      guard let power = DecimalScale(parsing: scale) else {
        throw ValidationError("--scale \(scale.quoted) is not a power of ten, expected 1e6.")
      }
      options.scale = power
    }
    return options
  }
}
