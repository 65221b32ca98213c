internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Footnotes, and the last section: sources, methods, checksums.
extension QuarterlyReport {
  /// The footnote of a change whose two levels are not those of one vintage, or not the newest.
  func vintageNote(_ comparison: Comparison) -> Footnote? {
    if comparison.isMixed, comparison.rate.value != nil {
      let parts = usedSpan.map { span in
        "\(span.first.year) from \(Phrases.list(vintages(of: span).map(\.description)))"
      }
      return Footnote(
        """
        No vintage holds both years in full, so figures of several are compared: \
        \(Phrases.list(parts)).\(overlap)
        """)
    }
    guard comparison.usesOlderLevel, let vintage = comparison.vintage else { return nil }
    return Footnote(
      """
      The change is computed inside the vintage of \(vintage.description), the newest that holds both periods; \
      its level of the later period is \(amount(comparison.current)).
      """)
  }

  /// The vintages that the newest figures of a span come from, the oldest first.
  private func vintages(of span: Period) -> [Vintage] {
    var found = Set<Vintage>()
    for key in figures.panels.keys where figures.partners.contains(key.partner) {
      for period in figures.panels.latest.values.axis where span.contains(period) {
        if let vintage = figures.panels.history(key, period).first?.vintage {
          found.insert(vintage)
        }
      }
    }
    return found.sorted()
  }

  /// Whether the vintages that are compared agree where they hold the same months.
  private var overlap: String {
    var (shared, equal) = (0, 0)
    let used = Set([figures.period, figures.period.shifted(byYears: -1)].flatMap(vintages))
    for key in figures.panels.keys where figures.partners.contains(key.partner) {
      for period in figures.panels.latest.values.axis {
        let values = figures.panels.history(key, period)
          .filter { $0.vintage.map(used.contains) ?? false }.map(\.observation.value)
        guard values.count > 1 else { continue }
        shared += 1
        if Set(values).count == 1 { equal += 1 }
      }
    }
    if shared == 0 { return "" }
    return equal == shared
      ? " The \(shared) figures that these vintages share are equal in them."
      : " Of the \(shared) figures that these vintages share, \(shared - equal) differ."
  }

  /// Printed balances that cannot be exports less imports, whatever the digits stand for.
  var contradictions: [Prose] {
    var found: [Prose] = []
    var seen: [(String, Period)] = []
    let spans = [figures.period, figures.period.shifted(byYears: -1)]
    for printed in dataset.observations
    where printed.key.flow == .balance && printed.key.measure == .value
      && printed.key.reporter == reporterCode && printed.key.basis == basis
      && figures.partners.contains(printed.key.partner)
      && spans.contains(where: { $0.contains(printed.period) })
    {
      guard let value = printed.observation.value,
        let version = figures.panels.versions.first(where: { $0.vintage == printed.vintage }),
        !seen.contains(where: { $0 == (printed.key.partner, printed.period) })
      else { continue }
      let one = [printed.key.partner]
      let computed = Combination.balance(one).level(in: version, over: printed.period)
      guard let bounds = computed.bounds,
        !bounds.overlaps(Bounds(value, halfWidth: printed.halfUnit))
      else { continue }
      seen.append((printed.key.partner, printed.period))
      let exports = Combination.flow(.exports, one).level(in: version, over: printed.period)
      let imports = Combination.flow(.imports, one).level(in: version, over: printed.period)
      let style = money.cell
      found.append(
        """
        The balance with \(inSentence(printed.key.partner)) printed for \(printed.period.words), \
        \(Quantity(value, style)), is not used: exports of \(Quantity(exports.value, style)) less \
        imports of \(Quantity(imports.value, style)) give \(Quantity(computed.value, style)) \
        (\(money.unitName)).
        """)
    }
    return found + rateContradictions
  }

  /// Printed changes on the year that the printed levels do not allow.
  private var rateContradictions: [Prose] {
    var found: [Prose] = []
    for partner in figures.partners {
      for flow in [Flow.exports, .imports] {
        for month in figures.period.months {
          let span = Period.month(month)
          let computed = figures.at(span, [partner]).comparison(of: flow).rate
          guard let printed = figures.printedRate(flow, partner, span)?.rate,
            let own = printed.bounds, let bounds = computed.bounds, !bounds.overlaps(own)
          else { continue }
          let style = NumberStyle(decimals: 1, sign: .always)
          found.append(
            """
            The change of \(flow.name) printed for \(inSentence(partner)) and \(span.words), \
            \(Quantity(printed.value, style)) percent, is not used: the levels give \
            \(style.text(bounds.lower)) to \(style.text(bounds.upper)).
            """)
        }
      }
    }
    return found
  }

  func notes(_ provenance: Provenance) -> [Block] {
    var notes: [Note] = []
    for text in contradictions { notes.append(Note("Contradiction", text)) }
    notes.append(Note("Data", dataText))
    if !groupTexts.isEmpty { notes.append(Note("Groups", Prose(Phrases.list(groupTexts) + "."))) }
    if let valuation = dataset.manifest.valuation {
      notes.append(Note("Valuation", Prose(Phrases.capitalized(valuation) + ".")))
    }
    for rule in dataset.manifest.derivations where rule.flow == .exports || rule.flow == .imports {
      let isUsed = observations.contains {
        $0.key.flow == rule.flow && $0.observation.status.contains(.derived)
      }
      guard isUsed else { continue }
      notes.append(
        Note(
          "Derived",
          """
          Where \(rule.flow.name) are not printed they are \(rule.formula); the \
          roundings of both add up.
          """))
    }
    notes.append(
      Note(
        "Method",
        """
        Exports and imports are seen from \(reporterName)'s side. A change is on the same months \
        of the year before. A balance is exports less imports. A contribution is the change in \
        money over the earlier sum of the partners listed; contributions add to the growth of the \
        sum. Figures are computed from the digits as printed and rounded once, half away from \
        zero.
        """))
    for input in provenance.inputs {
      notes.append(Note("Input", "\(input.path), SHA-256 \(input.sha256)"))
    }
    notes.append(Note("Made with", "Tradewind \(provenance.version)"))
    return [.heading(level: 1, "Notes"), .notes(notes)]
  }

  private var dataText: Prose {
    let manifest = dataset.manifest
    var text = manifest.title ?? dataset.path
    if let publisher = manifest.publisher { text += "; \(publisher)" }
    let used = usedSources
    if !used.isEmpty { text += ". Sources of the figures used: \(Phrases.list(used))" }
    return Prose(text + ".")
  }

  /// The publications that the figures of the report come from, with their vintages.
  private var usedSources: [String] {
    let spans = [figures.period, figures.period.shifted(byYears: -1)]
    var ids: [String] = []
    for key in figures.panels.keys where figures.partners.contains(key.partner) {
      for period in figures.panels.latest.values.axis
      where spans.contains(where: { $0.contains(period) }) {
        guard let id = figures.panels.history(key, period).first?.source, !id.isEmpty,
          !ids.contains(id)
        else { continue }
        ids.append(id)
      }
    }
    return ids.sorted().map { id in
      guard let source = dataset.manifest.sources[id] else { return id }
      let date = source.published.map { " (\($0))" } ?? ""
      return source.publisher + date
    }
  }

  private var groupTexts: [String] {
    figures.partners.compactMap { code in
      guard let group = dataset.manifest.groups[code] else { return nil }
      let first = group.members(in: figures.period.first)
      let last = group.members(in: figures.period.last)
      let base = group.members(in: figures.period.shifted(byYears: -1).first)
      let size =
        first.count == last.count && base == first
        ? "\(first.count) members throughout"
        : "\(base.count) members a year earlier, \(last.count) at the end of the period"
      return "\(group.name), \(size)"
    }
  }
}
