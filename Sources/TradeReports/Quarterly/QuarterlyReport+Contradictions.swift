internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// What the source prints and the report does not use, because its own figures do not allow it.
extension QuarterlyReport {
  /// Printed balances that cannot be exports less imports, whatever the digits stand for.
  var contradictions: [Prose] {
    var newest: [(partner: String, figure: TradeObservation)] = []
    let spans = [figures.period, figures.period.shifted(byYears: -1)]
    for printed in dataset.observations
    where printed.key.flow == .balance
      && figures.panels.keys.contains(where: {
        $0 == printed.key.with(flow: .exports) && figures.partners.contains($0.partner)
      }) && spans.contains(where: { $0.contains(printed.period) })
      && request.vintage.map({ limit in printed.vintage.map { $0 <= limit } ?? true }) ?? true
    {
      let known = newest.firstIndex {
        $0.partner == printed.key.partner && $0.figure.period == printed.period
      }
      guard let known else {
        newest.append((printed.key.partner, printed))
        continue
      }
      if let vintage = printed.vintage, newest[known].figure.vintage.map({ $0 < vintage }) ?? true {
        newest[known].figure = printed
      }
    }
    let found = newest.compactMap { newest in
      dataset.contradictions.first { $0.printed == newest.figure }.map(sentence)
        ?? contradiction(newest.figure)
    }
    return found + rateContradictions
  }

  /// A balance that contradicts the flows of its own period.
  private func sentence(_ found: ContradictedBalance) -> Prose {
    unused(
      found.printed, exports: found.exports.observation.value,
      imports: found.imports.observation.value, computed: found.computed.observation.value)
  }

  /// A balance that contradicts the sums of shorter periods, as published together.
  private func contradiction(_ printed: TradeObservation) -> Prose? {
    let partner = Scope.partners([printed.key.partner])
    guard let value = printed.observation.value,
      let version = figures.panels.versions.first(where: { $0.vintage == printed.vintage })
    else { return nil }
    let exports = partner.combination(.exports)
    let imports = partner.combination(.imports)
    let computed = (exports - imports).level(in: version, over: printed.period)
    guard let bounds = computed.bounds,
      !bounds.overlaps(Bounds(value, halfWidth: printed.halfUnit))
    else { return nil }
    return unused(
      printed, exports: exports.level(in: version, over: printed.period).value,
      imports: imports.level(in: version, over: printed.period).value, computed: computed.value)
  }

  private func unused(
    _ printed: TradeObservation, exports: Double?, imports: Double?, computed: Double?
  ) -> Prose {
    let style = money.cell
    return """
      The balance with \(inSentence(.partners([printed.key.partner]))) printed for \
      \(printed.period.words), \(StyledQuantity(printed.observation.value, style)), is not used: \
      exports of \(StyledQuantity(exports, style)) less imports of \
      \(StyledQuantity(imports, style)) give \(StyledQuantity(computed, style)) \
      (\(money.unitName)).
      """
  }

  /// Printed changes on the year that the printed levels do not allow.
  private var rateContradictions: [Prose] {
    var found: [Prose] = []
    let months = figures.period.months.map { Period.month($0) }
    let spans = figures.period.count == 1 ? months : months + [figures.period]
    for partner in figures.partners {
      for flow in [Flow.exports, .imports] {
        for span in spans {
          let computed = figures.at(span, .partners([partner])).comparison(of: flow).rate
          guard let printed = figures.printedRate(flow, partner, span),
            let own = printed.bounds, let bounds = computed.bounds, !bounds.overlaps(own)
          else { continue }
          let style = NumberStyle.percent().withSign(.always)
          found.append(
            """
            The change of \(directed(flow, inSentence(partner))) printed for \(span.words), \
            \(StyledQuantity(printed.value, style)), is not used: the levels give \
            \(style.text(bounds.lower)) to \(style.text(bounds.upper)).
            """)
        }
      }
    }
    return found
  }
}
