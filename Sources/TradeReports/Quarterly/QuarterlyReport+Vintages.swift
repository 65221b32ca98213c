internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Footnotes on the vintages that a change is computed from.
extension QuarterlyReport {
  /// The mark of a footnote, if there is one.
  func mark(_ footnote: Footnote?) -> Prose { footnote.map { Prose([.footnote($0)]) } ?? "" }

  /// The footnote of a change in percent; a printed one needs none, its base is the source's own.
  func vintageNote(_ change: Change, _ comparison: LevelComparison) -> Footnote? {
    change.isPrinted ? nil : vintageNote(comparison)
  }

  /// The footnote of a change whose two levels are not those of one vintage, or not the newest.
  ///
  /// The short form leaves out the level, so that the rows of a table share their notes.
  func vintageNote(_ comparison: LevelComparison, isShort: Bool = false) -> Footnote? {
    guard comparison.base.value != nil, comparison.current.value != nil else { return nil }
    if comparison.isMixed {
      let (later, earlier) = (vintages(of: comparison.period), vintages(of: comparison.basePeriod))
      return Footnote(
        """
        No vintage holds both periods in full, so figures of several are compared: the later \
        from \(list(later)), the earlier from \(list(earlier)).\(agreement(of: later + earlier))
        """)
    }
    guard comparison.usesOlderLevel, let vintage = comparison.vintage else { return nil }
    let start: Prose = """
      The change is computed inside the vintage of \(vintage.description), the newest that holds \
      both periods
      """
    let current = StyledQuantity(comparison.current.value, money.amount)
    return Footnote(
      isShort
        ? start + "; its level of the later period differs from the one shown."
        : start
          + "; its figure of the later period is \(current)."
    )
  }

  private func list(_ vintages: [Vintage]) -> String {
    Phrases.list(vintages.map(\.description))
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

  /// Whether the vintages that are compared agree where they hold the same figures.
  private func agreement(of vintages: [Vintage]) -> String {
    var (shared, equal) = (0, 0)
    let used = Set(vintages)
    for key in figures.panels.keys where figures.partners.contains(key.partner) {
      for period in figures.panels.latest.values.axis {
        let values = figures.panels.history(key, period)
          .filter { $0.vintage.map(used.contains) ?? false }.map(\.observation.value)
        guard values.count > 1 else { continue }
        shared += 1
        if Set(values).count == 1 { equal += 1 }
      }
    }
    return switch (shared, equal) {
    case (0, _): ""
    case (1, 1): " The only figure that these vintages share is equal in them."
    case (1, _): " The only figure that these vintages share differs."
    case (_, shared): " The \(shared) figures that these vintages share are equal in them."
    default:
      """
       Of the \(shared) figures that these vintages share, \(shared - equal) \
      differ\(shared - equal == 1 ? "s" : "").
      """
    }
  }
}
