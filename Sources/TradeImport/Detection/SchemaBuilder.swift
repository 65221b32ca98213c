internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// Writes down what was found as a schema.
struct SchemaBuilder {
  let decoded: DecodedText
  let dialect: Dialect
  let rows: DelimitedRecords
  let layout: TableLayout
  let header: TableHeader
  let columns: [ColumnReport]
  let isWide: Bool
  let numbers: NumberDecision
  let title: TableTitle

  func schema() -> ImportSchema {
    var schema = ImportSchema(columns: columns.filter { $0.period == nil }.map(entry))
    schema.encoding = decoded.encoding
    schema.dialect = dialect
    let first = layout.header.isEmpty ? layout.data.lowerBound : layout.header.lowerBound
    schema.skippedLines = first < rows.count ? rows[first].line - 1 : 0
    schema.headerRows = layout.header.count
    schema.rowsAfterHeader = layout.data.lowerBound - layout.header.upperBound
    schema.unitsRow = layout.units.map { $0 - layout.header.upperBound + 1 }
    schema.footerRows = layout.footer.count
    if let footer = layout.footer.first, let text = rows[footer].first(where: { !$0.isEmpty }) {
      schema.footerMarker = String(text.text.prefix(30))
    }
    schema.layout = isWide ? .wide : .long
    schema.dates = dates
    if numbers.openColumns.isEmpty {
      schema.decimalMark = numbers.candidates.first?.format.decimalMark
    }
    schema.quarters = quarters
    schema.fiscalStart = title.fiscalStart
    schema.grouping = numbers.candidates.first?.format.grouping ?? .threes
    if let unit = unit ?? (layout.units == nil ? title.unit : nil) {
      schema.constants.unit = unit.unit
      schema.constants.scale = unit.scale.map(DecimalScale.init(exponent:))
    }
    if let flow = title.flow,
      !columns.contains(where: { $0.role == .flow || $0.role == .value && $0.heading.flow != nil }),
      !rowsNameOtherFlows(than: flow)
    {
      schema.constants.flow = flow
    }
    return schema
  }

  private func entry(_ column: ColumnReport) -> ImportSchema.Column {
    let flow = column.role == .value ? column.heading.flow : nil
    return ImportSchema.Column(name: column.name, role: column.role, flow: flow)
  }

  /// The unit over the figures, when it is one for all of them.
  private var unit: UnitWords.Reading? {
    guard let row = layout.units else { return nil }
    let units = Set(
      columns.filter { $0.role == .value }
        .compactMap { rows[row].text(in: $0.number - 1)?.trimmedCell }.filter { !$0.isEmpty })
    return units.count == 1 ? units.first.flatMap(UnitWords.read) : nil
  }

  /// Whether a row names another flow than the title, as `Re-exports` in a table of exports.
  private func rowsNameOtherFlows(than flow: Flow) -> Bool {
    let texts = columns.filter { $0.role != .value && $0.role != .period }.map { $0.number - 1 }
    return layout.data.prefix(200).contains { index in
      texts.contains { column in
        guard let text = rows[index].text(in: column), text.utf8.count <= 60 else { return false }
        return TableTitle.flows(in: text).contains { $0 != flow }
      }
    }
  }

  /// What stands for a quarter in the column of the periods, or in the header of a wide table.
  private var quarters: QuarterMark? {
    guard !isWide, let column = columns.first(where: { $0.role == .period }) else {
      return isWide ? QuarterMark.of(columns.filter { $0.period != nil }.map(\.name)) : nil
    }
    let step = max(1, layout.data.count / 2000)
    let sample = stride(from: layout.data.lowerBound, to: layout.data.upperBound, by: step)
    return QuarterMark.of(
      sample.compactMap { rows[$0].text(in: column.number - 1)?.trimmedCell }
        .filter { !$0.isEmpty })
  }

  /// How far apart the dates are, when periods are written as dates.
  private var dates: ImportSchema.DateFrequency? {
    guard !isWide, let column = columns.first(where: { $0.role == .period }) else { return nil }
    var months: Set<Int> = []
    for index in layout.data {
      guard let text = rows[index].text(in: column.number - 1)?.trimmedCell, !text.isEmpty else {
        continue
      }
      guard let date = PeriodLabel.date(text) else { return nil }
      months.insert(date.month.ordinal)
    }
    let sorted = months.sorted()
    guard let gap = zip(sorted, sorted.dropFirst()).map({ $1 - $0 }).min() else {
      return months.isEmpty ? nil : .month
    }
    return gap >= 12 ? .year : gap >= 3 ? .quarter : .month
  }
}
