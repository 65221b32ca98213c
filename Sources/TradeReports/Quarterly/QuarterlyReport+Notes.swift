internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The last section: sources, methods, checksums.
extension QuarterlyReport {
  func notes(_ provenance: Provenance) -> [Block] {
    var notes: [Note] = []
    for text in contradictions { notes.append(Note("Contradiction", text)) }
    notes.append(Note("Data", dataText))
    if !groupTexts.isEmpty {
      notes.append(Note("Groups", Prose(groupTexts.joined(separator: " "))))
    }
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
          Where \(rule.flow.name) are not printed, they are computed as \(rule.formula); the \
          roundings of the terms add up.
          """))
    }
    notes.append(
      Note(
        "Method",
        """
        Exports and imports are seen from \(possessive) side. Changes are on the same months of \
        the year before. A balance is exports less imports.\(contributionText) Figures are \
        computed from the digits as printed and rounded once, half away from zero.
        """))
    for input in provenance.inputs {
      notes.append(Note("Input", "\(input.path), SHA-256 \(input.sha256)"))
    }
    notes.append(Note("Made with", "Tradewind \(provenance.version)"))
    return [.heading(level: 1, "Notes"), .notes(notes)]
  }

  private var contributionText: String {
    guard figures.hasParts else { return "" }
    let whole =
      figures.world == nil
      ? "sum of the partners listed; contributions add to the growth of the sum"
      : "total of the world; contributions, with that of all other partners, add to its growth"
    return " A contribution is the change in money over the earlier \(whole)."
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
    var dates: [(publisher: String, dates: Set<String>)] = []
    for key in figures.panels.keys where figures.partners.contains(key.partner) {
      for period in figures.panels.latest.values.axis
      where spans.contains(where: { $0.contains(period) }) {
        guard let used = figures.panels.history(key, period).first, !used.source.isEmpty else {
          continue
        }
        let source = dataset.manifest.sources[used.source]
        let publisher = source?.publisher ?? used.source
        let date = source?.published ?? used.vintage?.description
        let place = dates.firstIndex { $0.publisher == publisher }
        if place == nil { dates.append((publisher, [])) }
        if let date { dates[place ?? dates.count - 1].dates.insert(date) }
      }
    }
    return dates.sorted { $0.publisher < $1.publisher }.map { publisher, dates in
      dates.isEmpty ? publisher : "\(publisher) (\(Phrases.list(dates.sorted())))"
    }
  }

  private var groupTexts: [String] {
    figures.partners.compactMap { code in
      guard let group = dataset.manifest.groups[code] else { return nil }
      let first = group.members(in: figures.period.first)
      let last = group.members(in: figures.period.last)
      let base = group.members(in: figures.period.shifted(byYears: -1).first)
      return Set(first) == Set(last) && Set(base) == Set(first)
        ? "\(group.name): \(last.count) members throughout."
        : """
        \(group.name): \(base.count) members a year earlier, \(last.count) at the end of the period.
        """
    }
  }
}
