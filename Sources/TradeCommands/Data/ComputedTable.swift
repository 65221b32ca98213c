internal import DelimitedText
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// What an expression gives for the selected series, each figure computed inside one vintage
/// where one holds all that it needs.
struct ComputedTable {
  private let title: String
  private let label: String
  private let unit: String
  private let money: (decimals: Int, exponent: Int)
  private let panel: Panel<SubjectKey>
  private let periods: [Period]

  /// Computes an expression.
  ///
  /// The expression is evaluated for every vintage, the newest first, and last for the newest
  /// figures of all together; a figure is taken from the first that has it. One that only all
  /// vintages together give is marked.
  init(_ expression: Expression, _ dataset: Dataset, _ selection: Selection, within span: Period?)
    throws
  {
    var flows: [Flow] = []
    for observation in dataset.observations(selection) where !flows.contains(observation.key.flow) {
      flows.append(observation.key.flow)
    }
    // Where nothing is selected, a wrong name in the selection is told, not a wrong measure.
    if flows.isEmpty { _ = try Self.checked(dataset, selection) }
    // A balance is exports less imports, and a printed one is no measure beside these.
    if flows.contains(.exports), flows.contains(.imports) { flows.removeAll { $0 == .balance } }
    let evaluator = try Evaluator<SubjectKey>(
      expression, measures: flows.map(Self.name), dimensions: SubjectKey.dimensions)
    var needed = selection
    needed.flows = flows.filter { evaluator.measures.contains(Self.name($0)) }
    let used = try Self.checked(dataset, needed)
    let currency = used.first?.key.unit.code ?? ""
    var panels: [SeriesKind: VintagePanels] = [:]
    for (kind, group) in Dictionary(grouping: used, by: { dataset.manifest.kind(of: $0.key.flow) })
    {
      panels[kind] = VintagePanels(group, kind: kind)
    }
    let vintages = Set(panels.values.flatMap { $0.versions.map(\.vintage) })
      .sorted { a, b in
        guard let a else { return false }
        return b.map { a > $0 } ?? true
      }

    func evaluate(
      _ version: @escaping (VintagePanels) -> Panel<SeriesKey>
    ) throws -> ComputedPanel<SubjectKey> {
      try evaluator.evaluate(
        measure: { name in
          guard let flow = flows.first(where: { Self.name($0) == name }),
            let panels = panels[dataset.manifest.kind(of: flow)]
          else { return nil }
          return (Self.subjects(of: flow, in: version(panels)), currency)
        },
        value: { $0.value(in: $1) }, isTotal: { $0.isTotal(of: $1) })
    }

    let all = try evaluate { $0.latest.values }
    var result = all.panel
    if vintages.count > 1 {
      let each = try vintages.map { vintage in
        try evaluate { $0.values(of: vintage) }.panel
      }
      result = Self.overlaid(all.panel, with: each)
    }
    panel = Self.ordered(result, by: selection.partners)
    unit = all.unit
    label = all.label
    title = dataset.manifest.title ?? dataset.path
    let figures = used.compactMap(\.figure)
    money = (figures.map(\.decimals).max() ?? 0, figures.map(\.scale.exponent).max() ?? 0)
    let held = result.axis.enumerated().filter { row, _ in
      result.keys.indices.contains { result.block[row, $0].value != nil }
    }.map(\.element)
    // A window of months is the result of the month with which it ends.
    periods = held.filter { period in
      span.map {
        $0.contains(period) || evaluator.hasWindows && $0.contains(.month(period.last))
      } ?? true
    }
    if periods.isEmpty {
      throw DiagnosticError(Self.nothing(all.label, in: dataset.path, span, result, held: held))
    }
  }

  private static func checked(
    _ dataset: Dataset, _ selection: Selection
  ) throws(DiagnosticError) -> [TradeObservation] {
    do throws(SelectionError) {
      return try dataset.checked(selection)
    } catch {
      throw DiagnosticError(error.diagnostic)
    }
  }

  /// What a flow is called in expressions; the figures of a plain table are just values.
  private static func name(_ flow: Flow) -> String { flow == .other ? "value" : flow.rawValue }

  /// The columns of one flow, named by what they are about.
  private static func subjects(of flow: Flow, in panel: Panel<SeriesKey>) -> Panel<SubjectKey> {
    let chosen = panel.filter { $0.flow == flow }
    return Panel(keys: chosen.keys.map(SubjectKey.init), chosen.block)
  }

  /// Each figure from the first panel that has it; one that only the last resort has is marked as
  /// made from several vintages.
  private static func overlaid(
    _ all: Panel<SubjectKey>, with each: [Panel<SubjectKey>]
  ) -> Panel<SubjectKey> {
    var block = all.block
    for (column, key) in all.keys.enumerated() {
      for (row, period) in all.axis.enumerated() {
        let found = each.lazy.compactMap { panel -> Observation? in
          guard let column = panel.column(of: key), let row = panel.axis.index(of: period) else {
            return nil
          }
          let observation = panel.block[row, column]
          return observation.value == nil ? nil : observation
        }.first
        let joint = all.block[row, column]
        if let found {
          block[row, column] = found
        } else if let value = joint.value {
          block[row, column] = Observation(value, joint.status.union(.mixedVintages))
        }
      }
    }
    return all.with(block)
  }

  /// The columns in the order of the partners asked for.
  private static func ordered(
    _ panel: Panel<SubjectKey>, by partners: [String]
  ) -> Panel<SubjectKey> {
    let order = panel.keys.indices.sorted { a, b in
      let ranks = [a, b].map { partners.firstIndex(of: panel.keys[$0].partner) ?? partners.count }
      return (ranks[0], a) < (ranks[1], b)
    }
    return Panel(keys: order.map { panel.keys[$0] }, panel.block.selecting(columns: order))
  }

  private static func nothing(
    _ label: String, in path: String, _ span: Period?, _ panel: Panel<SubjectKey>, held: [Period]
  ) -> Diagnostic {
    var reasons = ObservationStatus()
    for (row, period) in panel.axis.enumerated() where span.map({ $0.contains(period) }) ?? true {
      for column in panel.keys.indices { reasons.formUnion(panel.block[row, column].status) }
    }
    let names = reasons.intersection(.missing).name
    var hints = names.isEmpty ? [] : ["reasons: \(names)"]
    if let first = held.first, let last = held.last {
      hints.append("it has values from \(first) to \(last)")
    } else if names.isEmpty {
      hints.append("the data hold no period with all others that it is computed from")
    }
    return Diagnostic(
      "compute.nothing", .error, at: InputLocation(file: path),
      "\(label) has no value" + (span.map { " within \($0)" } ?? ""),
      hint: hints.joined(separator: "; "))
  }

  // MARK: Output

  private var style: NumberStyle {
    switch unit {
    case "percent", "pp": NumberStyle(decimals: 1, sign: isShare ? .automatic : .always)
    case "ratio": NumberStyle(decimals: 3)
    case "index": NumberStyle(decimals: 1)
    default:
      NumberStyle(
        decimals: money.decimals, divisor: DecimalScale(exponent: money.exponent).factor)
    }
  }

  /// Whether the figures are parts of a whole, which need no sign.
  private var isShare: Bool { label.hasPrefix("share") || label.hasPrefix("cover") }

  private var unitName: String {
    switch unit {
    case "percent": return "%"
    case "pp", "ratio", "index": return unit
    default:
      let currency = Unit(unit)
      let sign = currency.isCurrency ? currency.prefix : unit
      let scale = DecimalScale(exponent: money.exponent).symbol
      return [sign.filter { $0 != " " }, scale].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  var document: Document {
    let note = Footnote(
      "Computed from figures of different vintages, because no vintage holds all of them.")
    let shown = periods.compactMap { panel.axis.index(of: $0) }
    let isMixedThroughout = panel.keys.indices.allSatisfy { column in
      shown.allSatisfy { row in
        let observation = panel.block[row, column]
        return observation.value == nil || observation.status.contains(.mixedVintages)
      }
    }
    let bases = Set(panel.keys.map(\.basis))
    let columns = panel.keys.map { key in
      TableColumn(Prose(Self.name(key, withBasis: bases.count > 1)), unit: unitName)
    }
    let rows = periods.compactMap { period -> TableRow? in
      guard let row = panel.axis.index(of: period) else { return nil }
      return .body(
        Prose(period.description),
        panel.keys.indices.map { column in
          let observation = panel.block[row, column]
          guard let value = observation.value else { return .missing(.notAvailable) }
          var quantity = StyledQuantity(value, style)
          var status = observation.status
          if status.contains(.mixedVintages), !isMixedThroughout { quantity = quantity.noted(note) }
          status.remove(.mixedVintages)
          if status != .normal { quantity = quantity.noted(Footnote(Prose("\(status.name)."))) }
          return .quantity(quantity)
        })
    }
    return Document([
      .table(
        Table(
          caption: Prose("\(label): \(title)")
            + (isMixedThroughout ? Prose([.footnote(note)]) : ""),
          stub: "Period", columns: columns, rows: rows))
    ])
  }

  private static func name(_ key: SubjectKey, withBasis: Bool) -> String {
    // A plain panel names series and no partner.
    let isPlain = key.partner == "WLD" && !key.product.isEmpty
    let partner = isPlain ? "" : Area(code: key.partner)?.name ?? key.partner
    let rest = [key.product, withBasis ? key.basis.description : ""].filter { !$0.isEmpty }
    return ([partner] + rest).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Keys, period, value, unit; values in base units at full precision.
  var csv: String {
    var records = [
      ["reporter", "partner", "product", "basis", "period", "value", "unit", "status"]
    ]
    for (column, key) in panel.keys.enumerated() {
      for period in periods {
        guard let row = panel.axis.index(of: period) else { continue }
        let observation = panel.block[row, column]
        records.append([
          key.reporter, key.partner, key.product, key.basis.description, period.description,
          observation.value.map { TidyNumber.text($0) } ?? "", unit,
          observation.status.description,
        ])
      }
    }
    return DelimitedWriter().text(of: records)
  }
}
