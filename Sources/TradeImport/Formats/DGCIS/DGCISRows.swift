internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// The columns of a table of the Export Import Data Bank.
struct DGCISLayout {
  /// What a column of figures holds.
  enum Content {
    case value(Period, ObservationStatus)
    case share(Period)
    case growth(Period)
  }

  private(set) var code: Int?
  private(set) var country: Int?
  private(set) var name: Int?
  private(set) var values: [(column: Int, name: String, content: Content)] = []
  private(set) var columnCount = 0

  init(_ row: HTMLRow) {
    var latest: Period?
    for cell in row.cells {
      let text = cell.text
      let key = text.lowercased().filter { !" .".contains($0) }
      if let (period, status) = Self.period(text) {
        values.append((columnCount, text, .value(period, status)))
        latest = period
      } else if key == "%growth", let latest {
        values.append((columnCount, text, .growth(latest)))
      } else if key == "%share", let latest {
        values.append((columnCount, text, .share(latest)))
      } else if key == "hscode" {
        code = columnCount
      } else if key.hasPrefix("country") {
        country = columnCount
      } else if key == "commodity" {
        name = columnCount
      }
      columnCount += cell.columnSpan
    }
  }

  /// `2015-2016`, and `2019-2020(Apr-Feb(P))` for a part of a fiscal year that is provisional.
  static func period(_ text: String) -> (Period, ObservationStatus)? {
    let years = text.prefix { $0 != "(" }.split(separator: "-").map { String($0).trimmed }
    guard years.count == 2, let first = Int(years[0]), let last = Int(years[1]),
      (1900...2200).contains(first), last == first + 1
    else { return nil }
    let start = Month(year: first, month: 4)
    let whole = Period.fiscalYear(from: start)
    let status: ObservationStatus = text.contains("(P)") ? .provisional : .normal
    let inner = text.drop { $0 != "(" }.dropFirst()
    guard inner.lowercased().hasPrefix("apr-") else { return (whole, status) }
    let months = [
      "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "jan", "feb", "mar",
    ]
    let end = inner.dropFirst(4).prefix(3).lowercased()
    guard let count = months.firstIndex(of: end) else { return nil }
    return (Period(from: start, count: count + 1), status)
  }
}

/// Reads the rows of such a table.
struct DGCISRows {
  let source: SourceText
  let layout: DGCISLayout
  let flow: Flow
  let unit: (unit: Unit, scale: DecimalScale)
  let partner: String
  let product: String

  /// What a row is about.
  private struct Subject {
    var partner: String
    var product: String
    var isShare = false
  }

  func read(_ row: HTMLRow, _ collector: inout FigureCollector) {
    guard row.cells.contains(where: { !$0.text.isEmpty }) else {
      collector.count(.blank)
      return
    }
    collector.count(.data)
    collector.meet(cells: layout.values.count)
    let first = DGCISPage.place(source, row.cells.first)
    guard row.columnCount == layout.columnCount else {
      collector.refuse(
        first, "dgcis.columns",
        "the row covers \(row.columnCount) columns, expected \(layout.columnCount) as in the header",
        expected: "\(layout.columnCount) columns", cells: layout.values.count)
      return
    }
    guard let subject = subject(of: row, &collector) else {
      collector.refuse(
        first, "dgcis.row", "the row has no code, no country and no known total",
        expected: "a code, a country, Total, India's Total or %Share", cells: layout.values.count)
      return
    }
    for value in layout.values {
      let cell = row.cell(at: value.column)
      let place = DGCISPage.place(source, cell, column: value.column, name: value.name)
      read(place, value.content, subject, &collector)
    }
  }

  private func read(
    _ cell: CellPlace, _ content: DGCISLayout.Content, _ subject: Subject,
    _ collector: inout FigureCollector
  ) {
    let (period, status, measure, isShare) =
      switch content {
      case .value(let period, let status): (period, status, Measure.value, subject.isShare)
      case .share(let period): (period, .normal, Measure.value, true)
      case .growth(let period): (period, ObservationStatus.normal, Measure.yearOverYear, false)
      }
    let isPercent = isShare || measure.isChange
    let key = SeriesKey(
      reporter: "IND", partner: subject.partner, flow: flow, product: subject.product,
      measure: measure, basis: Basis(isShare || subject.isShare ? "share" : ""),
      unit: isPercent ? .percent : unit.unit)
    if cell.text.isEmpty {
      // The share has no growth: the cell is there to fill the row.
      let reason: ObservationStatus =
        subject.isShare && measure.isChange ? .notApplicable : .unknown
      collector.take(missing: reason, key: key, period: period, at: cell)
    } else if let number = PublisherNumber(
      cell.text, thousands: ",", scale: isPercent ? .one : unit.scale)
    {
      collector.take(number, key: key, period: period, at: cell, status: status)
    } else {
      collector.refuse(notNumber: cell, expected: "digits with '.' and commas between thousands")
    }
  }

  private func subject(of row: HTMLRow, _ collector: inout FigureCollector) -> Subject? {
    func text(_ column: Int?) -> String { column.flatMap { row.cell(at: $0)?.text } ?? "" }
    let labels = row.cells.prefix(3).map(\.text)
    if labels.contains("Total") { return Subject(partner: partner, product: total) }
    if labels.contains("India's Total") {
      return Subject(partner: Area.world.code, product: "TOTAL")
    }
    if labels.contains("%Share") {
      return Subject(partner: partner, product: total, isShare: true)
    }
    let country = text(layout.country)
    if !country.isEmpty {
      let place = DGCISPage.place(source, layout.country.flatMap { row.cell(at: $0) })
      return Subject(partner: DGCISPage.area(country, place, &collector), product: product)
    }
    let code = text(layout.code).filter { $0 != "*" }.trimmed
    return code.isEmpty ? nil : Subject(partner: partner, product: code)
  }

  /// The product of the total: all products of a country, or the page's own product.
  private var total: String { product.isEmpty ? "TOTAL" : product }
}
