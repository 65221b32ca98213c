internal import DelimitedText
internal import Diagnostics
internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// Selected series side by side, for `show`: the newest figure of each period.
struct SeriesTable {
  /// A series with what it is called.
  struct Column {
    let key: SeriesKey
    let series: Series
    let decimals: Int
    let exponent: Int
    /// The balances among its figures that were printed otherwise and are not used so.
    var contradictions: [Period: ContradictedBalance] = [:]

    /// Whether the series may change its sign, so that ratios mean nothing.
    var isBalance: Bool { key.flow == .balance }
  }

  let title: String
  let columns: [Column]
  let periods: [Period]

  private init(title: String, columns: [Column], periods: [Period]) {
    self.title = title
    self.columns = columns
    self.periods = periods
  }

  init(_ dataset: Dataset, _ selection: Selection) throws(SelectionError) {
    let observations = try dataset.checked(selection)
    var columns: [Column] = []
    var order: [SeriesKey] = []
    var groups: [SeriesKey: [TradeObservation]] = [:]
    for observation in observations {
      if groups[observation.key] == nil { order.append(observation.key) }
      groups[observation.key, default: []].append(observation)
    }
    let rank = { (key: SeriesKey) in selection.partners.firstIndex(of: key.partner) ?? 0 }
    for key in order.enumerated().sorted(by: {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }).map(\.element) {
      let rows = groups[key] ?? []
      let kind = key.measure.isChange ? SeriesKind.rate : dataset.manifest.kind(of: key.flow)
      let panels = VintagePanels(rows, kind: kind)
      guard let series = panels.latest.values.series(key, named: key.label) else { continue }
      let figures = rows.compactMap(\.figure)
      let contradictions = dataset.contradictions.filter { found in
        panels.history(key, found.printed.period).first == found.computed
      }
      columns.append(
        Column(
          key: key, series: series, decimals: figures.map(\.decimals).max() ?? 0,
          exponent: figures.map(\.scale.exponent).max() ?? 0,
          contradictions: Dictionary(
            contradictions.map { ($0.printed.period, $0) }, uniquingKeysWith: { first, _ in first })
        ))
    }
    self.columns = columns
    title = dataset.manifest.title ?? dataset.path
    periods = Array(PeriodAxis(columns.flatMap(\.series.axis.periods)))
  }

  /// The same series by longer periods.
  func aggregated(to frequency: Frequency) throws(SeriesError) -> SeriesTable {
    var columns: [Column] = []
    for column in self.columns {
      let series = try column.series.aggregated(to: frequency)
      columns.append(
        Column(
          key: column.key, series: series, decimals: column.decimals, exponent: column.exponent))
    }
    let held = columns.flatMap { column in
      zip(column.series.axis, column.series.observations)
        .filter { $0.1.value != nil || $0.1.status.contains(.partial) }.map(\.0)
    }
    return SeriesTable(title: title, columns: columns, periods: Array(PeriodAxis(held)))
  }

  /// The periods that lie within a span.
  func within(_ span: Period) -> SeriesTable {
    SeriesTable(title: title, columns: columns, periods: periods.filter(span.contains))
  }

  /// The columns through a month.
  func through(_ last: Month) -> SeriesTable {
    let kept = columns.map { column in
      let axis = PeriodAxis(column.series.axis.filter { $0.last <= last })
      return Column(
        key: column.key, series: column.series.selecting(axis: axis), decimals: column.decimals,
        exponent: column.exponent)
    }
    return SeriesTable(
      title: title, columns: kept, periods: periods.filter { $0.last <= last })
  }

  /// What each column is called where its heading is not above it, all different.
  var names: [String] {
    let short = columns.map { column in
      let (group, header) = heading(column)
      return [header, group].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    return columns.indices.map { index in
      short.count { $0 == short[index] } > 1 ? columns[index].key.label : short[index]
    }
  }

  /// How a forecast of a column is printed: as its figures are, with at least three digits.
  func forecastStyle(_ column: Column) -> NumberStyle {
    let factor = DecimalScale(exponent: column.exponent).factor
    let largest = (column.series.values.compactMap { $0?.magnitude }.max() ?? 0) / factor
    let needed = largest >= 100 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : largest > 0 ? 4 : 0
    let decimals = max(column.decimals, needed)
    return NumberStyle(decimals: decimals, divisor: factor)
  }

  /// The power of ten of the last digit that forecasts of all columns are printed with.
  var printedExponent: Int {
    columns.map { $0.exponent - forecastStyle($0).decimals }.min() ?? 0
  }

  /// The style of a column that shows as many digits as the finest of the table.
  func commonStyle(_ column: Column) -> NumberStyle {
    forecastStyle(column).withDecimals(max(0, column.exponent - printedExponent))
  }

  /// The error for a span without any period.
  func absence(of span: Period, in path: String) -> Diagnostic {
    let axis = PeriodAxis(columns.flatMap(\.series.axis.periods))
    let held = axis.span.map { "the selected series hold periods from \($0.first) to \($0.last)" }
    return Diagnostic(
      "data.period", .error, at: InputLocation(file: path),
      "period \(span) is not in the data", hint: held)
  }

  /// The error for a frequency that the series cannot be brought to.
  func absence(ofPeriods frequency: String, in path: String) -> Diagnostic {
    Diagnostic(
      "data.frequency", .error, at: InputLocation(file: path),
      "no \(frequency) value can be made from the selected series",
      hint: "a period needs all of its parts, and longer periods are never divided")
  }

  // MARK: Documents

  func style(_ column: Column) -> NumberStyle {
    NumberStyle(
      decimals: column.decimals, divisor: DecimalScale(exponent: column.exponent).factor)
  }

  func unit(_ column: Column) -> String {
    if column.key.unit == .percent { return "%" }
    let sign = column.key.unit.isCurrency ? column.key.unit.prefix : column.key.unit.code
    let scale = DecimalScale(exponent: column.exponent).symbol
    return [sign.filter { $0 != " " }, scale].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func mark(_ observation: Observation) -> MissingMark {
    switch observation.status.missingReason {
    case .confidential: .confidential
    case .notApplicable: .notApplicable
    case .notYetPublished: MissingMark("..", meaning: "not yet published")
    case .partial: MissingMark("(:)", meaning: "incomplete")
    default: .notAvailable
    }
  }

  func heading(_ column: Column) -> (group: String, header: String) {
    // A plain panel names series and nothing else: no partner, no flow.
    let isPlain = column.key.flow == .other && column.key.partner == "WLD"
    let name = isPlain ? "" : Area(code: column.key.partner)?.name ?? column.key.partner
    let series = column.key.product.isEmpty ? "value" : column.key.product
    let flow = column.key.flow == .other ? series : column.key.flow.name
    let extra = column.key.flow == .other ? "" : column.key.product
    let detail = [flow, extra, column.key.measure == .value ? "" : column.key.measure.rawValue]
    return (name, detail.filter { !$0.isEmpty }.joined(separator: ", "))
  }

  var document: Document {
    let rows = periods.map { period in
      TableRow.body(
        Prose(label(period)),
        columns.map { column in
          let observation = column.series[period]
          guard let value = observation.value else { return .missing(mark(observation)) }
          let quantity = StyledQuantity(value, style(column))
          if let found = column.contradictions[period] {
            return .quantity(quantity.noted(Footnote(contradiction(found, style(column)))))
          }
          let status = observation.status
          return .quantity(
            status == .normal ? quantity : quantity.noted(Footnote(Prose(status.name + "."))))
        })
    }
    let headers = columns.map { column in
      TableColumn(
        Prose(heading(column).header), group: Prose(heading(column).group), unit: unit(column))
    }
    return Document(
      charts.map { .chart($0) } + [
        .table(
          Table(caption: Prose(title), stub: "Period", columns: headers, rows: rows))
      ])
  }

  private func contradiction(_ found: ContradictedBalance, _ style: NumberStyle) -> Prose {
    let texts = [found.exports, found.imports, found.printed].map { observation in
      StyledQuantity(observation.observation.value, style)
    }
    return """
      Exports less imports, \(texts[0]) less \(texts[1]); a balance of \(texts[2]) is printed, which \
      contradicts them.
      """
  }

  /// A warning for each printed balance that is not used.
  var warnings: [Diagnostic] {
    columns.flatMap { column in
      column.contradictions.values.sorted { $0.printed.period < $1.printed.period }.map { found in
        let style = style(column)
        func text(_ observation: TradeObservation) -> String {
          style.text(observation.observation.value)
        }
        return Diagnostic(
          "data.contradiction", .warning, at: found.printed.location,
          "the balance printed for \(found.printed.period), \(text(found.printed)), is not used: "
            + "exports of \(text(found.exports)) less imports of \(text(found.imports)) give "
            + "\(text(found.computed)) \(unit(column))")
      }
    }
  }

  func label(_ period: Period) -> String {
    let isStock = columns.allSatisfy { $0.series.kind == .stock } && period.count == 1
    return isStock ? "end-\(period)" : period.description
  }

  /// Tidy CSV of what is shown, in base units at full precision.
  var csv: String {
    var records = [
      [
        "period", "reporter", "partner", "flow", "product", "measure", "basis", "value", "unit",
        "status",
      ]
    ]
    for column in columns {
      let key = column.key
      for period in periods {
        let observation = column.series[period]
        if observation.value == nil, column.series.axis.index(of: period) == nil { continue }
        let status = observation.status.description
        records.append([
          period.description, key.reporter, key.partner, key.flow.rawValue, key.product,
          key.measure.rawValue, key.basis.description,
          observation.value.map { TidyNumber.text($0) } ?? "", key.unit.code,
          status,
        ])
      }
    }
    return DelimitedWriter().text(of: records)
  }
}
