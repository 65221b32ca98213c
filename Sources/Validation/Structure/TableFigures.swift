internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Makes figures of the cells of a table: joins what column, row and caption say.
struct TableFigures {
  private let table: PrintedTable
  private let number: Int
  private let survey: TableSurvey
  private let reader: PeriodText
  private let caption: TableLabel
  /// The label of each column of figures, by column.
  private var labels: [Int: TableLabel] = [:]
  /// The label of each column of places in an order, by column.
  private var places: [Int: TableLabel] = [:]
  private(set) var figures: [TableFigure] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the figures of the table with a number in its file.
  init(_ table: PrintedTable, number: Int, _ reader: PeriodText) {
    self.table = table
    self.number = number
    self.reader = reader
    survey = TableSurvey(table, reader)
    caption = TableLabel(table.caption, reader)
    diagnostics = survey.diagnostics
    for (column, use) in survey.uses.enumerated() {
      switch use {
      case .figures(let label): labels[column] = label
      case .places(let label): places[column] = label
      case .dimension, .stub, .ignored: break
      }
    }
    var section = ""
    for row in table.rows.indices {
      if let name = sectionName(row) {
        section = name
        continue
      }
      read(row, section)
    }
    giveDecimalsToZeros()
  }

  /// The name of a section: a row with nothing but a name.
  private func sectionName(_ row: Int) -> String? {
    let filled = table.rows[row].enumerated().filter { !$0.element.isEmpty }
    guard filled.count == 1, let only = filled.first, labels[only.offset] == nil,
      table.width > 1
    else { return nil }
    return only.element.text
  }

  // MARK: Rows

  /// What the columns that name things say about a row.
  private struct RowFacts {
    var label: TableLabel
    var values: [TableDimension: [(column: Int, text: String)]] = [:]
    var period: FigurePeriod?

    /// The nearest name left of a column, or else the first.
    func value(_ dimension: TableDimension, for column: Int) -> String {
      guard let all = values[dimension] else { return "" }
      return (all.last { $0.column < column } ?? all[0]).text
    }
  }

  private func facts(_ row: Int, _ section: String) -> RowFacts {
    var stub: [String] = section.isEmpty ? [] : [section]
    var values: [TableDimension: [(column: Int, text: String)]] = [:]
    for (column, use) in survey.uses.enumerated() {
      guard let cell = table.cell(row, column), !cell.isEmpty else { continue }
      switch use {
      case .dimension(let dimension): values[dimension, default: []].append((column, cell.text))
      case .stub: stub.append(cell.text)
      case .figures, .places, .ignored: break
      }
    }
    for dimension in [TableDimension.item] {
      for value in values[dimension] ?? [] { stub.append(Self.spoken(value.text)) }
    }
    // A product column and a partner column may hold the name of a total or of a change.
    let names = [TableDimension.partner, .product].flatMap { values[$0] ?? [] }.map(\.text)
    var label = TableLabel(stub.joined(separator: " "), reader)
    for name in names {
      let other = TableLabel(name, reader)
      label.isTotal = label.isTotal || other.isTotal
      label.isOthers = label.isOthers || other.isOthers
      label.isAdjustment = label.isAdjustment || other.isAdjustment
      if other.role == .change || other.role == .share { label.role = other.role }
    }
    var facts = RowFacts(label: label, values: values)
    if let text = values[.period]?.first?.text, let reading = reader.read(text) {
      facts.period =
        reading.isStockDate ? .stock(endOf: reading.period.last) : .span(reading.period)
    }
    return facts
  }

  /// `total_trade` as words.
  private static func spoken(_ text: String) -> String {
    text.contains(" ") ? text : text.split(separator: "_").joined(separator: " ")
  }

  private mutating func read(_ row: Int, _ section: String) {
    let facts = facts(row, section)
    for column in places.keys.sorted() {
      if let label = places[column] { addPlace(row, column, label, facts) }
    }
    for column in labels.keys.sorted() {
      guard let cell = table.cell(row, column), let label = labels[column] else { continue }
      switch survey.contents[column][row] {
      case .figure(let figure, let isPercent):
        add(
          PrintedNumber(
            significand: figure.significand, decimals: figure.decimals, scale: figure.scale),
          isPercent, cell, row, column, label, facts)
      case .roundsToZero:
        // The decimals follow from the rest of the column.
        add(PrintedNumber(significand: 0, decimals: 0), false, cell, row, column, label, facts)
      case .empty, .missing, .text:
        addUnchanged(cell, row, column, label, facts)
      }
    }
  }

  /// Adds a place in an order; totals have none.
  private mutating func addPlace(
    _ row: Int, _ column: Int, _ label: TableLabel, _ facts: RowFacts
  ) {
    guard let cell = table.cell(row, column), let place = PlaceInOrder(cell.text) else { return }
    var number = 1
    if case .number(let printed) = place { number = printed }
    var figure = TableFigure(cell, PrintedNumber(significand: number, decimals: 0), .rank)
    (figure.row, figure.column, figure.table) = (row, column, self.number)
    name(&figure, label, facts, column)
    figure.flow = label.flow
    (figure.place, figure.isRowNumber) = (place, label.isNumber)
    guard !figure.isTotal else { return }
    figures.append(figure)
  }

  /// Adds a change that was printed in words: `yoy-unchanged` in a column of comparisons.
  private mutating func addUnchanged(
    _ cell: PrintedCell, _ row: Int, _ column: Int, _ label: TableLabel, _ facts: RowFacts
  ) {
    guard label.role == .change,
      facts.value(.comparison, for: column).hasSuffix("unchanged"), let last = figures.last,
      last.row == row, last.role == .level
    else { return }
    var figure = last
    figure.role = .growth
    figure.isUnchanged = true
    figure.comparison = .yearOverYear
    figure.column = column
    figures.append(figure)
  }

  private mutating func add(
    _ printed: PrintedNumber, _ isPercent: Bool, _ cell: PrintedCell, _ row: Int, _ column: Int,
    _ label: TableLabel, _ facts: RowFacts
  ) {
    guard let role = role(label, facts, isPercent, column) else { return }
    var figure = TableFigure(cell, printed, role)
    (figure.row, figure.column, figure.table) = (row, column, number)
    name(&figure, label, facts, column)
    measure(&figure, label, facts, column)
    date(&figure, label, facts, column)
    guard setUnit(&figure, label, facts, column, isPercent) else { return }
    figure.hedge = Self.hedge(facts.value(.hedge, for: column), role)
    figures.append(figure)
  }

  // MARK: What a cell is

  private func role(
    _ label: TableLabel, _ facts: RowFacts, _ isPercent: Bool, _ column: Int
  ) -> TableFigure.Role? {
    switch facts.label.role ?? label.role {
    case .share: return .share
    case .rank: return nil
    case .change:
      let unit = facts.value(.changeUnit, for: column)
      if !unit.isEmpty { return unit.hasPrefix("perc") || unit == "%" ? .growth : .change }
      if label.unit?.isCurrency == true { return .change }
      // A balance changes in money unless a percent sign says otherwise.
      if flow(label, facts) == .balance, label.unit != .percent, !isPercent,
        facts.label.unit != .percent
      {
        return .change
      }
      return .growth
    case .level, nil:
      if isPercent || label.unit == .percent || label.unit == .percentagePoints {
        // Percent without a word for what they are: a change when a sign says so, else unknown.
        return label.unit == .percentagePoints ? nil : label.comparison != nil ? .growth : nil
      }
      return .level
    }
  }

  private func flow(_ label: TableLabel, _ facts: RowFacts) -> Flow? {
    if let item = facts.values[.item]?.first?.text, let flow = Flow(parsing: item), flow != .other {
      return flow
    }
    return label.flow ?? facts.label.flow ?? caption.flow
  }

  private func name(
    _ figure: inout TableFigure, _ label: TableLabel, _ facts: RowFacts, _ column: Int
  ) {
    figure.flow = flow(label, facts)
    figure.reporter = facts.value(.reporter, for: column)
    figure.partner = facts.value(.partner, for: column)
    figure.product = (facts.values[.product] ?? []).map(\.text).joined(separator: " ")
    let isKnownFlow = facts.values[.item]?.first.flatMap { Flow(parsing: $0.text) } != nil
    let parts = [isKnownFlow ? "" : facts.label.subject, label.subject].filter { !$0.isEmpty }
    figure.item = parts.joined(separator: " ")
    figure.isTotal = facts.label.isTotal || label.isTotal
    figure.isOthers = facts.label.isOthers || label.isOthers
    figure.isAdjustment = facts.label.isAdjustment || label.isAdjustment
    figure.isToDate = label.isToDate || facts.label.isToDate
    // The name of a total says nothing else: 'Total', 'Merchandise total', 'insgesamt'.
    if facts.label.isTotal || facts.label.role != nil {
      if TableLabel(figure.partner).isTotal || facts.label.role != nil {
        figure.partner = TableLabel(figure.partner).subject
      }
      if TableLabel(figure.product).isTotal || facts.label.role != nil {
        figure.product = TableLabel(figure.product).subject
      }
    }
    (figure.vintage, figure.source) = (
      facts.value(.vintage, for: column), facts.value(.source, for: column)
    )
  }

  private func measure(
    _ figure: inout TableFigure, _ label: TableLabel, _ facts: RowFacts, _ column: Int
  ) {
    var basis = (facts.values[.basis] ?? []).map(\.text)
    let own =
      label.basis.isEmpty && label.unit?.isCurrency != true
      ? labelOfLevel(before: column)?.basis ?? "" : label.basis
    if !own.isEmpty { basis.append(own) }
    if basis.isEmpty, let unit = facts.values[.unit]?.first?.text {
      let rest = TableLabel(unit, reader)
      // What stands beside the currency keeps apart what must not be mixed.
      let words = [
        rest.flow.map(\.rawValue) ?? "", rest.subject, rest.periods.first?.description ?? "",
      ]
      basis += [words.filter { !$0.isEmpty }.joined(separator: " ")].filter { !$0.isEmpty }
    }
    figure.basis = basis.joined(separator: "+")
  }

  private mutating func setUnit(
    _ figure: inout TableFigure, _ label: TableLabel, _ facts: RowFacts, _ column: Int,
    _ isPercent: Bool
  ) -> Bool {
    let cell = facts.values[.unit]?.first.map { TableLabel("value " + $0.text, reader) }
    let named = [label.unit, cell?.unit, caption.unit].compactMap { $0 }.filter { $0 != .percent }
    let levelLabel = labelOfLevel(before: column)
    let unit = named.first ?? levelLabel?.unit
    if let own = label.unit, own.isCurrency, let other = cell?.unit, other.isCurrency, own != other
    {
      contradiction(figure, own.code, other.code)
      return false
    }
    figure.unit = unit.map(\.code) ?? ""
    guard !figure.isPercentage else { return true }
    let scaleText = facts.value(.scale, for: column)
    let scale =
      (scaleText.isEmpty ? nil : DecimalScale(parsing: scaleText)) ?? label.scale ?? cell?.scale
      ?? (label.unit == nil ? levelLabel?.scale : nil) ?? caption.scale ?? .one
    figure.number = PrintedNumber(
      significand: figure.number.significand, decimals: figure.number.decimals,
      scale: DecimalScale(
        exponent: max(-18, min(18, scale.exponent + figure.number.scale.exponent))))
    return true
  }

  /// The label of the nearest column of levels on the left, or else on the right, that has a unit.
  private func labelOfLevel(before column: Int) -> TableLabel? {
    let levels = labels.keys.sorted().compactMap { key -> (key: Int, label: TableLabel)? in
      guard let label = labels[key], label.role == nil, let unit = label.unit, unit != .percent
      else { return nil }
      return (key, label)
    }
    return (levels.last { $0.key <= column } ?? levels.first)?.label
  }

  private mutating func contradiction(_ figure: TableFigure, _ own: String, _ other: String) {
    guard !diagnostics.contains(where: { $0.id == "check.units" }) else { return }
    diagnostics.append(
      Diagnostic(
        "check.units", .error,
        at: InputLocation(file: table.file, line: figure.cell.line, column: figure.cell.column),
        "the units contradict each other, found \(own) in the heading "
          + "\(table.heading(of: figure.column).quoted) and \(other) in the row",
        hint: "figures with two units take no part; correct one of them"))
  }

  // MARK: Time

  private func date(
    _ figure: inout TableFigure, _ label: TableLabel, _ facts: RowFacts, _ column: Int
  ) {
    var own = label
    if label.role != nil || facts.label.role != nil, label.periods.isEmpty {
      // A change or share beside levels is dated by the level on its left.
      let levels = labels.keys.sorted().filter {
        labels[$0]?.role == nil && labels[$0]?.periods.isEmpty == false
      }
      let left = levels.last { $0 < column }
      if label.role != nil, let left, let nearest = labels[left] {
        own.periods = nearest.periods
        if label.role == .change, label.comparison == nil, facts.period == nil {
          let earlier = levels.filter { $0 < left }.compactMap { labels[$0]?.periods.last }
          figure.base = base(of: nearest.periods.last, among: earlier, isToDate: label.isToDate)
        }
      }
    }
    let named = own.periods.last ?? facts.label.periods.last ?? caption.periods.last
    figure.period = facts.period ?? named.map { .span($0) }
    if figure.role == .growth || figure.role == .change {
      figure.comparison = label.comparison ?? facts.label.comparison ?? comparison(facts, column)
      // Two periods in the heading of a change are its base and itself.
      if label.role == .change, label.periods.count == 2, facts.period == nil {
        figure.base = .span(min(label.periods[0], label.periods[1]))
        figure.period = .span(max(label.periods[0], label.periods[1]))
      }
    }
    if label.relative == .previous, case .span(let period) = figure.period {
      figure.period = .span(period.previous)
    }
    if label.relative != nil, let flow = figure.flow, flow.kind == .stock { figure.period = nil }
  }

  private func comparison(_ facts: RowFacts, _ column: Int) -> TableLabel.Comparison? {
    switch facts.value(.comparison, for: column).lowercased() {
    case let text where text.hasPrefix("yoy"): .yearOverYear
    case "mom", "qoq", "pop": .periodOverPeriod
    default: nil
    }
  }

  /// The base of a change among the levels on its left: the year before, or else the nearest.
  private func base(of period: Period?, among earlier: [Period], isToDate: Bool) -> FigurePeriod? {
    guard let period else { return nil }
    let same = earlier.filter { $0.count == period.count }
    return (same.last { $0 == period.shifted(byYears: -1) } ?? same.last).map { .span($0) }
  }

  private static func hedge(_ text: String, _ role: TableFigure.Role) -> FigureHedge {
    switch text {
    case "about": .about
    case "nearly", "less_than": .lessThan
    case "more_than", "at_least": .moreThan
    case "up_to": .upTo
    default: .exact
    }
  }

  /// Gives signs for zero the decimals and the scale of their column.
  private mutating func giveDecimalsToZeros() {
    var decimals: [Int: Int] = [:]
    for figure in figures where figure.cell.text.contains(where: \.isNumber) {
      decimals[figure.column] = max(decimals[figure.column] ?? 0, figure.number.decimals)
    }
    for index in figures.indices where !figures[index].cell.text.contains(where: \.isNumber) {
      figures[index].number = PrintedNumber(
        significand: 0, decimals: decimals[figures[index].column] ?? 0,
        scale: figures[index].number.scale)
    }
  }
}
