public import Diagnostics
public import Reporting
internal import TimeSeries
public import TradeImport
internal import TradeModel

/// The quarterly trade report: what was exported and imported, how that changed, with whom, and
/// how sure the figures are.
///
///     let report = try QuarterlyReport(dataset, TradeReportRequest(period: .quarter(2009, 3)))
///     TextWriter(width: 80).write(report.document(provenance))
///
/// Any span of months can be reported on, not only a quarter. Where a part of it is not published
/// yet, the report covers the months that are, and compares them with the same months of the year
/// before. A balance is always exports less imports; a printed one that contradicts them is noted
/// and not used. Every sentence is chosen by the figures as they are printed and by the range that
/// the digits behind them allow.
public struct QuarterlyReport: Sendable {
  let dataset: Dataset
  let request: TradeReportRequest
  let figures: TradeFigures
  let observations: [TradeObservation]
  let money: MoneyStyles
  let reporter: Area?
  let reporterCode: String

  /// What the reader should know before the report.
  public let diagnostics: [Diagnostic]

  /// Computes the figures of a report.
  ///
  /// - Throws: `DiagnosticError` when the data do not hold what was asked for; it says what they
  ///   hold.
  public init(_ dataset: Dataset, _ request: TradeReportRequest) throws(DiagnosticError) {
    let world = Area.world.code
    let asked =
      request.partners.count > 1 ? request.partners.filter { $0 != world } : request.partners
    var selection = Selection(
      reporter: request.reporter, partners: asked, flows: [.exports, .imports],
      products: request.product.map { [$0] } ?? [], unit: request.unit, basis: request.basis,
      vintage: request.vintage)
    let chosen: [TradeObservation]
    do throws(SelectionError) {
      chosen = try dataset.checked(selection)
    } catch {
      throw DiagnosticError(error.diagnostic)
    }
    let keys = Set(chosen.map(\.key))
    // The world is read beside the partners, as what their shares are of.
    selection.partners = asked.isEmpty ? [] : asked + [world]
    observations = dataset.observations(selection).filter { observation in
      keys.contains(observation.key)
        || observation.key.partner == world && keys.contains { $0.matches(observation.key) }
    }
    let panels = VintagePanels(observations, kind: .flow)
    let known = asked.isEmpty ? Self.partners(of: panels.keys) : asked
    // Without a choice the report is on all partners that the period is published for.
    let held = known.filter { partner in
      Coverage(panels, partners: [partner], period: request.period).covered != nil
    }
    let partners = asked.isEmpty && !held.isEmpty ? held : known
    let leftOut = known.filter { !partners.contains($0) }
    let coverage = Coverage(panels, partners: partners, period: request.period)
    guard let covered = coverage.covered else {
      throw DiagnosticError(coverage.absence(in: dataset.path))
    }
    self.dataset = dataset
    self.request = request
    var changes = selection
    (changes.measure, changes.unit) = (.yearOverYear, nil)
    figures = TradeFigures(
      panels, printed: VintagePanels(dataset.observations(changes), kind: .rate), period: covered,
      partners: partners)
    reporterCode = panels.keys.first?.reporter ?? ""
    reporter = Area(code: reporterCode)
    // The digits are those of the figures that the report is about, not of other times.
    let own = observations.filter { partners.contains($0.key.partner) }
    let spans = [covered, covered.shifted(byYears: -1)]
    let current = own.filter { observation in spans.contains { $0.contains(observation.period) } }
    money = MoneyStyles(
      current.contains { $0.figure != nil } ? current : own,
      unit: panels.keys.first?.unit ?? Unit(""))
    let overlaps = Self.overlaps(partners, in: covered.last).map { group, member in
      Diagnostic(
        "report.overlap", .warning, at: InputLocation(file: dataset.path),
        "\(member) is a member of \(group), so that sums of both count its trade twice",
        hint: "choose partners that do not overlap with --partner")
    }
    let absences =
      leftOut.isEmpty
      ? []
      : [
        Diagnostic(
          "report.partners", .warning, at: InputLocation(file: dataset.path),
          "no figures of \(request.period) for \(leftOut.joined(separator: ", ")), which "
            + "\(leftOut.count == 1 ? "is" : "are") left out",
          hint: "choose partners with --partner")
      ]
    let gaps = covered == request.period ? [] : [coverage.incompleteness(in: dataset.path)]
    diagnostics = absences + gaps + overlaps
  }

  /// The report as a document.
  ///
  /// - Parameter provenance: What it was made from and by, for its last section.
  /// - Returns: The title, the main points, the sections with their tables, and the notes.
  public func document(_ provenance: Provenance) -> Document {
    Document(
      title: Prose("\(capitalPossessive) trade with \(together), \(figures.period.heading)"),
      subtitle: subtitle,
      summary + byPartner + flowSections + balanceSection + yearToDate + overTime + outlook
        + records
        + revisions + exactness + notes(provenance))
  }

  /// The partners of the data that have both flows, the world only when it is alone.
  private static func partners(of keys: [SeriesKey]) -> [String] {
    var partners: [String] = []
    for key in keys where !partners.contains(key.partner) {
      let flows = keys.filter { $0.partner == key.partner }.map(\.flow)
      if flows.contains(.exports), flows.contains(.imports) { partners.append(key.partner) }
    }
    let single = partners.filter { $0 != Area.world.code }
    return single.isEmpty ? partners : single
  }

  /// The partners that are members of others among them, with the group of each.
  private static func overlaps(
    _ partners: [String], in month: Month
  ) -> [(group: String, member: String)] {
    let areas = partners.compactMap { Area(code: $0) }
    return areas.flatMap { group in
      areas.filter { $0.isMember(of: group, in: month) }.map { (group.code, $0.code) }
    }
  }
}

extension SeriesKey {
  /// Whether another key differs in the partner and the flow at most.
  fileprivate func matches(_ other: SeriesKey) -> Bool {
    reporter == other.reporter && product == other.product && measure == other.measure
      && basis == other.basis && unit == other.unit
  }
}
