internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Who and what, in words.
extension QuarterlyReport {
  /// A partner in a table: `European Union`.
  func name(_ code: String) -> String {
    Area(code: code)?.name ?? dataset.manifest.groups[code]?.name ?? code
  }

  /// A partner in a sentence: `the European Union`.
  func inSentence(_ code: String) -> String {
    Area(code: code)?.nameInSentence ?? dataset.manifest.groups[code]?.name ?? code
  }

  /// The partners of a row in a table: `Other partners`.
  func name(_ scope: Scope) -> String {
    switch scope {
    case .partners(let codes): codes.count == 1 ? name(codes[0]) : "Together"
    case .others: "Other partners"
    }
  }

  /// The partners of a row in a sentence: `all other partners`.
  func inSentence(_ scope: Scope) -> String {
    switch scope {
    case .partners(let codes):
      codes.count == 1 ? inSentence(codes[0]) : "the \(Phrases.count(codes.count)) partners"
    case .others: "all other partners"
    }
  }

  /// Whose trade: `China's`.
  var possessive: String {
    reporter?.possessive ?? (reporterCode.isEmpty ? "the reporter's" : "\(reporterCode)'s")
  }

  /// Whose trade, at the start of a sentence.
  var capitalPossessive: String { Phrases.capitalized(possessive) }

  /// The reporter in a sentence.
  var reporterName: String {
    reporter?.nameInSentence ?? (reporterCode.isEmpty ? "the reporter" : reporterCode)
  }

  /// All partners by name.
  var together: String { Phrases.list(figures.partners.map(inSentence)) }

  /// All partners short: `the three partners`, or the name of the only one.
  var partnersShort: String { inSentence(figures.total.scope) }

  var unit: Unit { figures.panels.keys.first?.unit ?? Unit("") }

  var basis: Basis { figures.panels.keys.first?.basis ?? Basis("") }

  var subtitle: Prose {
    var parts = [Phrases.capitalized(unit.name)]
    if let product = figures.panels.keys.first?.product, !product.isEmpty {
      parts.append("product \(product)")
    }
    if dataset.manifest.isSeasonallyAdjusted(basis) {
      parts.append("seasonally adjusted")
    } else if dataset.manifest.adjustment == "NSA" || basis.includes(Basis("NSA")) {
      parts.append("not seasonally adjusted")
    }
    let concepts = basis.tokens.filter { $0 != "SA" && $0 != "NSA" }
    parts += concepts.map(Self.concept)
    if let vintage = request.vintage { parts.append("as published by \(vintage)") }
    if figures.period != request.period {
      let count = figures.period.count
      parts.append(
        "\(count) of the \(request.period.count) months of \(request.period.words) "
          + (count == 1 ? "is" : "are") + " published")
    }
    return Prose(parts.joined(separator: "; "))
  }

  /// A token of a basis in words.
  private static func concept(_ token: String) -> String {
    if token.hasPrefix("constant") {
      return "constant \(token.dropFirst(8)) prices".replacing("  ", with: " ")
    }
    return switch token {
    case "current": "current prices"
    case "BOP": "balance of payments basis"
    case "customs": "customs basis"
    default: "basis \(token)"
    }
  }

  /// The mark of a value that is not there.
  func mark(_ figure: Figure) -> MissingMark {
    let status = figure.observation.status
    if status.contains(.baseMissing), status.isDisjoint(with: [.confidential, .notApplicable]) {
      return MissingMark(":", meaning: "no figure to compare with")
    }
    return switch status.missingReason {
    case .confidential: .confidential
    case .notApplicable: .notApplicable
    case .notYetPublished: MissingMark("..", meaning: "not yet published")
    default: .notAvailable
    }
  }

  /// An amount in a sentence: `US$63.9 billion`, `nil`, `less than US$0.05 billion`.
  func amount(_ figure: Figure) -> Prose {
    guard figure.value != nil else { return "not available" }
    guard isPrintedAsZero(figure) else { return "\(StyledQuantity(figure.value, money.amount))" }
    guard let upper = figure.bounds?.upper, upper > 0 else { return "nil" }
    let style = money.amount.withDecimals(min(15, money.amount.decimals + 1)).withRounding(.up)
    return "less than \(StyledQuantity(upper, style))"
  }

  /// Whether a figure is zero at the digits of the report.
  func isPrintedAsZero(_ figure: Figure) -> Bool {
    figure.value.map { money.amount.print($0).isZero } ?? false
  }

  /// Whether the range of a rate is wider than one unit of the last digit printed.
  func exceedsLastDigit(_ range: Bounds) -> Bool { range.width > 0.1 * (1 + 1e-9) }

  /// The size of a balance or of a change, whose direction is said in words.
  func size(_ figure: Figure) -> StyledQuantity {
    StyledQuantity(figure.value, money.size, missing: mark(figure))
  }

  /// A rate in a sentence, whose direction is said in words.
  func percentSize(_ figure: Figure) -> StyledQuantity {
    StyledQuantity(figure.value, .percent().withSign(.never), missing: mark(figure))
  }

  /// A figure in a table.
  func cell(_ figure: Figure, _ style: NumberStyle) -> TableCell {
    figure.value == nil
      ? .missing(mark(figure)) : .quantity(StyledQuantity(figure.value, style.withoutUnit))
  }
}
