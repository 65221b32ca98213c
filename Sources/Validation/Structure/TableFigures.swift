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
  /// What stands over the names of the rows, which may be the unit of all figures.
  private let corner: TableLabel
  /// The label of each column of figures, by column.
  private var labels: [Int: TableLabel] = [:]
  /// The label of each column of places in an order, by column.
  private var places: [Int: TableLabel] = [:]
  /// The levels that columns of changes and shares are about, by column.
  private var ties: [Int: ColumnTies.Tie] = [:]
  private(set) var figures: [TableFigure] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the figures of the table with a number in its file.
  init(_ table: PrintedTable, number: Int, _ reader: PeriodText) {
    self.table = table
    self.number = number
    self.reader = reader
    survey = TableSurvey(table, reader)
    caption = TableLabel(table.caption, reader)
    let names = survey.uses.firstIndex { if case .stub = $0 { true } else { false } }
    corner = TableLabel(names.map { table.heading(of: $0) } ?? "", reader)
    diagnostics = survey.diagnostics
    for (column, use) in survey.uses.enumerated() {
      switch use {
      case .figures(let label): labels[column] = label
      case .places(let label): places[column] = label
      case .dimension, .stub, .ignored: break
      }
    }
    var section = ""
    var rows: [(row: Int, facts: RowFacts)] = []
    for row in table.rows.indices {
      if let name = sectionName(row) {
        section = name
        continue
      }
      rows.append((row, facts(row, section)))
    }
    tieColumns(rows)
    for (row, facts) in rows { read(row, facts) }
    giveDecimalsToZeros()
  }

  /// Finds the levels that columns of changes and shares are about, and gives them their names.
  private mutating func tieColumns(_ rows: [(row: Int, facts: RowFacts)]) {
    guard labels.values.contains(where: { $0.role != nil }) else { return }
    let levels = rows.filter { $0.facts.label.role == nil }
    let contents = survey.contents
    let scales = labels.mapValues { $0.scale ?? .one }
    let percentColumns = labels.keys.filter { column in
      contents[column].contains { if case .figure(_, isPercent: true) = $0 { true } else { false } }
    }
    ties =
      ColumnTies(
        labels, percentColumns: Set(percentColumns), rows: levels.map(\.row),
        totals: levels.filter(\.facts.label.isTotal).map(\.row)
      ) { row, column in
        guard case .figure(let figure, _) = contents[column][row], let scale = scales[column] else {
          return nil
        }
        let exponent = max(-18, min(18, scale.exponent + figure.scale.exponent))
        return PrintedNumber(
          significand: figure.significand, decimals: figure.decimals,
          scale: DecimalScale(exponent: exponent)
        ).interval(under: .unknown)
      }.ties
    for (column, tie) in ties where tie.hasNames {
      if let level = labels[tie.level] { labels[column] = labels[column]?.named(by: level) }
    }
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

  private mutating func read(_ row: Int, _ facts: RowFacts) {
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
      if label.unit?.isCurrency == true || ties[column]?.isMoney == true { return .change }
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
    let over = corner.unit?.isCurrency == true ? corner : caption
    let named = [label.unit, cell?.unit, over.unit].compactMap { $0 }.filter { $0 != .percent }
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
      ?? (label.unit == nil ? levelLabel?.scale : nil) ?? over.scale ?? .one
    figure.number = PrintedNumber(
      significand: figure.number.significand, decimals: figure.number.decimals,
      scale: DecimalScale(
        exponent: max(-18, min(18, scale.exponent + figure.number.scale.exponent))))
    return true
  }

  /// The label of the column of levels that has the unit of a column: that which a change or share
  /// is about, or the nearest with a unit on the left, or else on the right.
  private func labelOfLevel(before own: Int) -> TableLabel? {
    let column = ties[own]?.level ?? own
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
    let tie = label.role == nil ? nil : ties[column]
    let beside = tie.flatMap { labels[$0.level]?.periods.last }
    let named =
      beside ?? label.periods.last ?? facts.label.periods.last ?? caption.periods.last
    figure.period = facts.period ?? named.map { .span($0) }
    if figure.role == .growth || figure.role == .change {
      figure.comparison = label.comparison ?? facts.label.comparison ?? comparison(facts, column)
      if facts.period == nil { setBase(&figure, label, tie) }
    }
    if label.relative == .previous, case .span(let period) = figure.period {
      figure.period = .span(period.previous)
    }
    if label.relative != nil, let flow = figure.flow, flow.kind == .stock { figure.period = nil }
  }

  /// Sets what a change is compared with: the first of two periods in its heading, or the levels
  /// before those that it is about.
  private func setBase(
    _ figure: inout TableFigure, _ label: TableLabel, _ tie: ColumnTies.Tie?
  ) {
    guard label.role == .change else { return }
    if label.periods.count == 2 {
      figure.base = .span(min(label.periods[0], label.periods[1]))
      figure.period = .span(max(label.periods[0], label.periods[1]))
    } else if label.periods.isEmpty, label.comparison == nil, let base = tie?.base {
      figure.base = labels[base]?.periods.last.map { .span($0) }
    }
  }

  private func comparison(_ facts: RowFacts, _ column: Int) -> TableLabel.Comparison? {
    switch facts.value(.comparison, for: column).lowercased() {
    case let text where text.hasPrefix("yoy"): .yearOverYear
    case "mom", "qoq", "pop": .periodOverPeriod
    default: nil
    }
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
