internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Rows and cells.
extension GenericReading {
  /// What all figures of a row have in common.
  private struct RowKey {
    let reporter: String
    let partner: String
    let flow: Flow?
    /// The texts of the columns of products, joined.
    let product: String
    let measure: Measure
    let unit: String?
    let status: ObservationStatus
    let period: Period?
  }

  /// Reads rows of data; whatever becomes of them, all their cells of figures are counted.
  mutating func read(
    _ data: Range<Int>, of rows: DelimitedRecords, _ columns: GenericColumns,
    _ numbers: NumberFormat
  ) {
    let count = data.count * columns.values.count
    observations.reserveCapacity(count)
    account.cells += count
    var knownRows = knownRows(columns, numbers)
    knownRows.isLearning = isLearning
    var start = data.lowerBound
    while start < data.upperBound {
      let end = min(start + knownRows.room, data.upperBound)
      knownRows.open(start..<end)
      for row in start..<end { read(row, of: rows, columns, numbers, &knownRows) }
      start = end
    }
  }

  /// Reads a row: what is known of it, and the rest in full.
  private mutating func read(
    _ number: Int, of rows: DelimitedRecords, _ columns: GenericColumns, _ numbers: NumberFormat,
    _ knownRows: inout KnownRows
  ) {
    if knownRows.hasNoFigures(row: number), isHeading(rows[number], columns) {
      account.leftOut["rows without figures", default: 0] += columns.values.count
      return
    }
    var key: RowKey?
    // Whatever is found or noted while a row is read must be so for each row like it.
    var found = (problems: problems.count, notes: notes.count)
    for place in columns.values.indices {
      if knownRows.append(row: number, value: place, to: &observations) { continue }
      let row = rows[number]
      if key == nil {
        guard row.count == columns.fieldCount else {
          account.refused += columns.values.count
          report(
            row, nil, columns, "table.fields",
            "the row has \(row.count) fields, expected \(columns.fieldCount)",
            expected: "\(columns.fieldCount) fields",
            hint: "a delimiter or a quote may be missing or too much")
          return
        }
        key = self.key(of: row, columns)
      }
      guard let key else {
        account.refused += columns.values.count
        return
      }
      let before = (problems: problems.count, observations: observations.count)
      read(row, columns.values[place], place, key, columns, numbers)
      if found == (problems.count, notes.count), observations.count > before.observations {
        knownRows.learn(row: number, value: place, from: observations)
      }
      // What is wrong with a number is so of its own cell alone.
      found.problems += problems.count - before.problems
    }
  }

  /// Whether a row of several columns has one text at most: a heading between rows, or nothing.
  private func isHeading(_ row: DelimitedRecord, _ columns: GenericColumns) -> Bool {
    guard columns.values.count > 1, row.count == columns.fieldCount else { return false }
    return row.count { !$0.isEmpty } <= 1
  }

  private func text(_ row: DelimitedRecord, _ index: Int?) -> String? {
    guard let index, let text = row.text(in: index)?.trimmedCell, !text.isEmpty else { return nil }
    return text
  }

  private mutating func key(of row: DelimitedRecord, _ columns: GenericColumns) -> RowKey? {
    var isSound = true
    var period: Period?
    let keys = columns.keys
    if !keys.periods.isEmpty {
      period = self.period(row, keys.periods, columns)
      if period == nil { isSound = false }
    }
    var flow = options.flow ?? schema.constants.flow
    if let index = keys.flow {
      flow = text(row, index).flatMap { known.flows.reading(of: $0, FlowWords.read) }
      if flow == nil {
        isSound = false
        let known = Flow.allCases.map(\.rawValue)
        report(
          row, index, columns, "table.flow",
          "flow \(quoted(row, index)) is not known, expected a flow such as exports or imports",
          expected: "a flow such as exports or imports",
          hint: known.nearest(to: text(row, index) ?? "").map { "did you mean '\($0)'?" })
      }
    }
    var measure = schema.constants.measure ?? .value
    if let index = keys.measure {
      let read = text(row, index).flatMap {
        known.measures.reading(of: $0) { Measure(rawValue: $0.lowercased()) }
      }
      if let read {
        measure = read
      } else {
        isSound = false
        report(
          row, index, columns, "table.measure",
          "measure \(quoted(row, index)) is not known, expected one of "
            + Measure.allCases.map(\.rawValue).joined(separator: ", "),
          expected: "a measure such as value or quantity",
          hint: "give the column the role 'product' to keep it as a name")
      }
    }
    let reporter = area(
      row, keys.reporter, options.reporter ?? schema.constants.reporter,
      Area.notSpecified.code, columns)
    let partner = area(
      row, keys.partner, options.partner ?? schema.constants.partner,
      Area.world.code, columns)
    guard isSound else { return nil }
    let product =
      keys.products.count == 1
      ? text(row, keys.products[0]) ?? ""
      : keys.products.compactMap { text(row, $0) }.joined(separator: " / ")
    return RowKey(
      reporter: reporter, partner: partner, flow: flow,
      product: product.isEmpty ? schema.constants.product ?? "" : product,
      measure: measure,
      unit: text(row, keys.unit),
      status: status(row, columns), period: period)
  }

  private mutating func period(
    _ row: DelimitedRecord, _ indices: [Int], _ columns: GenericColumns
  ) -> Period? {
    let words = indices.count == 1 ? [] : indices.compactMap { text(row, $0) }
    let joined = indices.count == 1 ? text(row, indices[0]) ?? "" : words.joined(separator: "-")
    if words.count == indices.count || indices.count == 1 && !joined.isEmpty {
      let dates = schema.dates
      let forms = PeriodForms(parser: schema.periodParser, quarters: schema.quarters)
      let period = known.periods.reading(of: joined) { joined in
        if let dates, let date = PeriodLabel.date(joined) {
          switch dates {
          case .month: return .month(date.month)
          case .quarter: return .containing(date.month, .quarterly)
          case .year: return .year(date.month.year)
          }
        }
        return forms.read(joined)
      }
      if let period { return period }
    }
    var message = "the period is empty, expected a form such as 2024-09"
    var hint: String?
    if !joined.isEmpty {
      do throws(PeriodError) {
        let period = try PeriodParser().parse(joined)
        message =
          "period \(joined.quoted) is in the year \(period.first.year), expected 1700 to 2200"
      } catch {
        (message, hint) = (error.description, error.hint)
      }
    }
    report(
      row, indices.first, columns, "table.period", message, expected: "a period such as 2024-09",
      hint: hint)
    return nil
  }

  private mutating func area(
    _ row: DelimitedRecord, _ index: Int?, _ constant: String?, _ fallback: String,
    _ columns: GenericColumns
  ) -> String {
    guard let text = text(row, index) ?? constant else { return fallback }
    if let known = areas[text] { return known }
    // Notes in brackets are no part of a name.
    let name = text.firstIndex(of: "[").map { String(text[..<$0]).trimmedCell } ?? text
    let code = (Area(code: text) ?? Area(code: name))?.code ?? AreaWords.code(name)
    areas[text] = code ?? text
    if code == nil {
      notes.append(
        Diagnostic(
          "import.unknown-area", .warning,
          at: index.map { row.location(in: $0) } ?? InputLocation(file: source.file),
          "\(text.quoted) is not a known area, it is kept as it is",
          hint: Areas.nearest(to: text).map { "did you mean '\($0.name)'?" }))
    }
    return code ?? text
  }

  private mutating func status(
    _ row: DelimitedRecord, _ columns: GenericColumns
  ) -> ObservationStatus {
    guard let index = columns.keys.status, let text = text(row, index) else { return .normal }
    let flags = schema.flags
    func tables() -> [FlagTable] {
      [flags, "sdmx"].compactMap { id in FlagTable.all.first { $0.id == id } }
    }
    let status = known.statuses.reading(of: text) { text in
      tables().lazy.compactMap { $0.status(of: text) }.first
    }
    if let status { return status }
    report(
      row, index, columns, "table.status",
      "flag \(text.quoted) is not known, expected flags of the table "
        + (tables().first.map { "'\($0.id)'" } ?? "'sdmx'"),
      expected: "a known flag",
      hint: "the figure is kept without it; name another table in 'flags'",
      .warning)
    return .normal
  }

  private mutating func read(
    _ row: DelimitedRecord, _ value: GenericColumns.Value, _ place: Int, _ key: RowKey,
    _ columns: GenericColumns, _ numbers: NumberFormat
  ) {
    guard let period = value.period(in: key.period) else {
      account.refused += 1
      return
    }
    let raw = row.text(in: value.index) ?? ""
    let location = row.location(in: value.index)
    let over = columns.units.indices.contains(place) ? columns.units[place] : nil
    var (unit, scale) = counted(value, key, over)
    var observation: Observation
    var figure: PublishedFigure?
    switch numbers.read(raw) {
    case .notANumber(let problem):
      account.refused += 1
      report(
        row, value.index, columns, "table.number",
        "\(raw.quoted) is not a number, expected \(problem.expected)", expected: problem.expected,
        hint: problem.hint)
      return
    case .empty: observation = Observation(missing: key.status)
    case .missing(let cell): observation = Observation(missing: key.status.union(cell.status))
    case .number(let number):
      if number.isPercent { (unit, scale) = (Unit.percent.code, .one) }
      figure = number.figure(scale: scale)
      let base = figure?.value ?? number.value * scale.factor
      guard base.isFinite else {
        account.refused += 1
        report(
          row, value.index, columns, "table.number", "\(raw.quoted) is too large a number",
          expected: "a number", hint: nil)
        return
      }
      observation = Observation(base, key.status.union(number.status))
    }
    let series = series(value, key, unit, columns)
    observations.append(
      TradeObservation(
        key: series, period: period, observation: observation, figure: figure, vintage: nil,
        source: "", location: location))
    if location.line != row.line { startLines[observations.count - 1] = row.line }
  }

  /// The unit of a column of figures and what its digits are counted in: what stands over it goes
  /// before what is said of the whole table, which is about values.
  private func counted(
    _ value: GenericColumns.Value, _ key: RowKey, _ over: UnitWords.Reading?
  ) -> (unit: String?, scale: DecimalScale) {
    let own = over ?? value.heading.unit
    // The unit of a row may have its scale with it.
    let ofRow = key.unit.flatMap(UnitWords.read)
    let isOther = value.heading.isRate || (value.heading.measure ?? .value) != .value
    let unit = key.unit ?? own?.unit ?? (value.heading.isRate ? Unit.percent.code : nil)
    let scale = (ofRow?.scale ?? own?.scale).map(DecimalScale.init(exponent:))
    if isOther || own?.unit != nil || ofRow != nil {
      return (unit ?? (isOther ? nil : tableUnit), options.scale ?? scale ?? .one)
    }
    return (unit ?? tableUnit, options.scale ?? schema.constants.scale ?? scale ?? .one)
  }

  /// The unit of all values.
  private var tableUnit: String? { options.unit?.code ?? schema.constants.unit }

  private mutating func series(
    _ value: GenericColumns.Value, _ key: RowKey, _ unit: String?, _ columns: GenericColumns
  ) -> SeriesKey {
    let flow = value.flow ?? key.flow
    let heading = value.heading
    var product = key.product
    func add(_ part: String) { product = product.isEmpty ? part : "\(product) / \(part)" }
    if let part = value.column?.product {
      add(part)
    } else if !heading.names.isEmpty, !heading.isValue,
      value.column == nil || columns.values.count > 1 || product.isEmpty && flow == nil
    {
      add(heading.name)
    }
    var partner = key.partner
    if let area = heading.partner {
      if columns.keys.partner == nil {
        partner = area
      } else {
        add(area)
      }
    }
    let unit = unit.flatMap { text in
      known.units.reading(of: text) { Unit(UnitWords.read($0)?.unit ?? $0) }
    }
    return SeriesKey(
      reporter: key.reporter, partner: partner, flow: flow ?? .other, product: product,
      measure: columns.keys.measure == nil ? heading.measure ?? key.measure : key.measure,
      unit: unit ?? Unit(""))
  }

  private func quoted(_ row: DelimitedRecord, _ index: Int) -> String {
    (text(row, index) ?? "").quoted
  }

  mutating func report(
    _ row: DelimitedRecord, _ index: Int?, _ columns: GenericColumns, _ id: String,
    _ message: String, expected: String, hint: String?, _ severity: Severity = .error
  ) {
    let field = index.flatMap { row.field(in: $0) } ?? row.first
    let offset = field?.mark.start
    problems.append(
      ImportProblem(
        diagnostic: Diagnostic(
          id, severity, at: index.map { row.location(in: $0) } ?? row.location, message, hint: hint),
        byteOffset: offset.map(source.decoded.originalOffset), columnNumber: index.map { $0 + 1 },
        columnName: index.map { columns.header.names[$0] },
        rawText: index == nil ? row.map(\.text).joined(separator: " | ") : field?.text ?? "",
        expected: expected))
  }
}
