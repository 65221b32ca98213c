public import TradeModel

/// The figures of a running text and the check document they make.
public struct ProseDocument: Sendable {
  /// What to check.
  public let check: CheckDocument
  /// What each figure says, also where nothing ties it; parts of trade under their words.
  public let statements: [FigureStatement]
  /// For each figure, by id, the names of the rules that decided what it says, with explanations;
  /// empty when they are not wanted.
  public let rules: [String: [ProseSource.Rule]]

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text with its blocks.
  ///   - file: Its name in results.
  ///   - published: When it was published, which gives the years that it does not tell.
  ///   - keepsRules: Whether the rules that fired are wanted.
  public init(
    _ text: RunningText, file: String, published: Vintage? = nil, keepsRules: Bool = true
  ) {
    let bytes = text.bytes
    let result = ProseReader(grammar: .english).read(
      bytes, blocks: text.blocks, published: published)
    let subjects = ProseSubject(partNames: result.partNames)
    var figures: [CheckedFigure] = []
    var rules: [String: [ProseSource.Rule]] = [:]
    for (index, figure) in result.figures.enumerated() {
      let id = "f\(index + 1)"
      var checked = Self.checked(
        figure, id: id, bytes, reporter: result.reporter, subject: subjects.text(of: figure))
      (checked.line, checked.column) = text.place(of: checked.start)
      figures.append(checked)
      guard keepsRules else { continue }
      var seen = Set<ProseRule>()
      rules[id] = figure.rules.filter { seen.insert($0).inserted }
        .map { .init(name: $0.rawValue, explanation: $0.explanation) }
    }
    let (readings, statements) = ProseReadings(result: result).all()
    check = CheckDocument(
      file: file, figures: figures, readings: readings, words: subjects.words(of: readings))
    self.statements = statements.map { $0.namingParts(result.partNames) }
    self.rules = rules
  }

  private static func checked(
    _ figure: ProseFigure, id: String, _ bytes: [UInt8], reporter: Int16, subject: String
  ) -> CheckedFigure {
    let code = reporter >= 0 ? ProsePlaces.codes[Int(reporter)] : ""
    let unit: String
    switch figure.unit {
    case .money(let row): unit = row >= 0 ? ProseCurrency.code(row, reporter: code) : ""
    case .percent: unit = "percent"
    case .points: unit = "pp"
    case .tonnes: unit = "tonnes"
    case .multiple: unit = "multiple"
    case .ratio: unit = "ratio"
    }
    let hedges: [FigureHedge] = [.exact, .about, .moreThan, .lessThan]
    return CheckedFigure(
      id: id, text: String(decoding: bytes[figure.range], as: UTF8.self),
      number: PrintedNumber(
        significand: figure.numeral.significand * figure.sign, decimals: figure.numeral.decimals,
        scale: DecimalScale(exponent: figure.exponent)),
      role: figure.role, measure: figure.measure.figureMeasure,
      subject: subject,
      period: figure.period.flatMap { $0.isYearKnown ? $0.period : nil }, unit: unit,
      comparison: figure.comparison,
      base: figure.base.flatMap { $0.isYearKnown ? $0.period : nil },
      hedge: figure.isUpTo ? .upTo : hedges[figure.hedge], range: figure.wordRange,
      start: figure.range.lowerBound,
      end: figure.range.upperBound)
  }
}
