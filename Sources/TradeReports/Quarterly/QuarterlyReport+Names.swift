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
  var partnersShort: String {
    figures.partners.count == 1
      ? inSentence(figures.partners[0]) : "the \(Phrases.count(figures.partners.count)) partners"
  }

  /// The row of all partners together.
  var totalName: String {
    figures.partners.count == 1 ? name(figures.partners[0]) : "Together"
  }

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
    if !concepts.isEmpty { parts.append("basis \(concepts.joined(separator: ", "))") }
    if let vintage = request.vintage { parts.append("as published by \(vintage)") }
    if figures.period != request.period {
      let count = figures.period.count
      parts.append(
        "\(count) of the \(request.period.count) months of \(request.period.words) "
          + (count == 1 ? "is" : "are") + " published")
    }
    return Prose(parts.joined(separator: "; "))
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

  /// An amount in a sentence.
  func amount(_ figure: Figure) -> Quantity {
    Quantity(figure.value, money.amount, missing: mark(figure))
  }

  /// The size of a balance or of a change, whose direction is said in words.
  func size(_ figure: Figure) -> Quantity {
    Quantity(figure.value, money.size, missing: mark(figure))
  }

  /// A rate in a sentence, whose direction is said in words.
  func percentSize(_ figure: Figure) -> Quantity {
    Quantity(figure.value, .percent().withSign(.never), missing: mark(figure))
  }

  /// A figure in a table.
  func cell(_ figure: Figure, _ style: NumberStyle) -> TableCell {
    figure.value == nil
      ? .missing(mark(figure)) : .quantity(Quantity(figure.value, style.withoutUnit))
  }
}
