internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Reads the rows of the Census Bureau's file and compares each year with its months.
struct CensusRows {
  let layout: CensusLayout
  let names: [String]
  let partners: CensusPartners
  let published: CensusCalendar
  private var artefacts = 0
  private var firstArtefact: (place: CellPlace, text: String)?
  private var totals = 0

  init(
    layout: CensusLayout, names: [String], partners: CensusPartners, published: CensusCalendar
  ) {
    self.layout = layout
    self.names = names
    self.partners = partners
    self.published = published
  }

  mutating func read(_ record: PlacedRecord, _ collector: inout FigureCollector) {
    let yearText = record.text(layout.year)
    guard let year = Int(yearText), (1800...2200).contains(year) else {
      collector.refuse(
        record.place(layout.year, name: "year"), "us-census.year",
        "\(yearText.quoted) is not a year", expected: "a year such as 2003",
        cells: layout.flows.reduce(0) { $0 + $1.months.count + 1 })
      return
    }
    let code = record.text(layout.code)
    for columns in layout.flows {
      let key = SeriesKey(
        reporter: "USA", partner: partners.codes[code] ?? code, flow: columns.flow,
        product: code == "0007" ? "ATP" : "", basis: Basis(code == "0004" ? "SA" : "NSA"),
        unit: .usDollar)
      var months: [PublisherNumber?] = []
      for (index, column) in columns.months.enumerated() {
        let cell = record.place(column, name: names[column])
        let isToCome = published.isToCome(year, month: index + 1)
        let number = read(
          cell, key: key, period: .month(year, index + 1), isToCome: isToCome, &collector)
        months.append(number)
      }
      readTotal(record, columns.total, key: key, year: year, months: months, &collector)
    }
  }

  /// Reads a cell; an empty one is missing, and a zero of a month to come is not yet published.
  private mutating func read(
    _ cell: CellPlace, key: SeriesKey, period: Period, isToCome: Bool,
    _ collector: inout FigureCollector
  ) -> PublisherNumber? {
    let text = cell.text.trimmed
    if text.isEmpty {
      collector.take(missing: .unknown, key: key, period: period, at: cell)
      return nil
    }
    guard let number = number(cell, &collector) else { return nil }
    if isToCome, number.value == 0 {
      collector.take(missing: .notYetPublished, key: key, period: period, at: cell)
    } else {
      collector.take(number, key: key, period: period, at: cell)
    }
    return number
  }

  private mutating func number(
    _ cell: CellPlace, _ collector: inout FigureCollector
  ) -> PublisherNumber? {
    guard
      let number = PublisherNumber(cell.text.trimmed, scale: .million, roundsArtefacts: true)
    else {
      collector.refuse(notNumber: cell, expected: "millions of dollars with '.'")
      return nil
    }
    if number.isArtefact {
      artefacts += 1
      if firstArtefact == nil { firstArtefact = (cell, number.figure?.text ?? "") }
    }
    return number
  }

  /// The year's column: compared with its months, and dated by the months that are published.
  private mutating func readTotal(
    _ record: PlacedRecord, _ column: Int, key: SeriesKey, year: Int, months: [PublisherNumber?],
    _ collector: inout FigureCollector
  ) {
    let cell = record.place(column, name: names[column])
    guard !cell.text.trimmed.isEmpty else {
      collector.take(missing: .unknown, key: key, period: .year(year), at: cell)
      return
    }
    guard let number = number(cell, &collector) else { return }
    if let sum = Self.sum(months), let total = number.figure {
      totals += 1
      if !Self.areEqual(sum, total, months: months) {
        let expected = Self.text(sum)
        collector.report(
          cell, "us-census.year-total", .warning,
          "\(names[column]) \(total.text) is not the sum of its months, expected \(expected)",
          expected: expected, hint: "the year is kept as it stands")
      }
    }
    let isOpen = published.isToCome(year, month: 12)
    guard isOpen else {
      collector.take(number, key: key, period: .year(year), at: cell)
      return
    }
    switch published.lastMonth {
    case 0: collector.take(missing: .notYetPublished, key: key, period: .year(year), at: cell)
    case 1: collector.leaveOut("totals of a year with one month, which repeat January")
    default:
      let last = Month(year: year, month: published.lastMonth)
      collector.take(number, key: key, period: .yearToDate(through: last), at: cell)
    }
  }

  /// The exact sum of decimal numbers; `nil` when one is missing.
  private static func sum(_ months: [PublisherNumber?]) -> Decimal? {
    var sum = Decimal(significand: 0, decimals: 0)
    for month in months {
      guard let figure = month?.figure, let next = sum.adding(Decimal(figure)) else { return nil }
      sum = next
    }
    return sum
  }

  /// Whether a total is the sum of its months: exactly, but for half a unit of the fifteenth digit
  /// for each month that was rounded to fifteen digits.
  ///
  /// Seasonally adjusted months have more digits than a binary number can hold.
  private static func areEqual(
    _ sum: Decimal, _ total: PublishedFigure, months: [PublisherNumber?]
  ) -> Bool {
    guard let difference = sum.adding(Decimal(total).negated) else { return false }
    if difference.significand == 0 { return true }
    let units = months.compactMap { month -> Double? in
      guard let month, month.isArtefact, let figure = month.figure else { return nil }
      let digits = String(figure.significand.magnitude).count
      return Double("5e\(digits - Decimal(figure).decimals - 16)")
    }
    let distance =
      Double("\(difference.significand.magnitude)e-\(difference.decimals)") ?? .infinity
    return distance <= units.reduce(0, +)
  }

  private static func text(_ sum: Decimal) -> String {
    PlainNumber.digits(of: Double("\(sum.significand)e-\(sum.decimals)") ?? 0)
  }

  /// Says what was assumed and what was compared.
  func report(to collector: inout FigureCollector) {
    collector.note(
      "us-census.unit",
      "values are taken as millions of dollars (USD), basis NSA, "
        + "SA for the world seasonally adjusted")
    if let firstArtefact {
      collector.note(
        "us-census.binary",
        "\(artefacts) numbers with more than 15 digits are artefacts of binary storage and are "
          + "read as the decimals they came from, the first \(firstArtefact.place.text.quoted) as "
          + "\(firstArtefact.text)",
        at: firstArtefact.place.location)
    }
    if published.lastMonth < 12 {
      collector.note(
        "us-census.months-to-come",
        "no country has trade after month \(published.lastMonth) of \(published.lastYear): zero "
          + "there is not yet published, and the year's column is January to that month")
    }
    collector.note("us-census.totals", "\(totals) yearly totals were compared with their months")
  }
}

/// A decimal number with an exact sum: digits, and how many of them are decimals.
private struct Decimal {
  let significand: Int
  let decimals: Int

  init(significand: Int, decimals: Int) {
    self.significand = significand
    self.decimals = decimals
  }

  /// The figure in its own scale made one with millions, so that `3e-06` counts as it should.
  init(_ figure: PublishedFigure) {
    let shift = figure.decimals - (figure.scale.exponent - DecimalScale.million.exponent)
    significand = figure.significand
    decimals = max(shift, 0)
  }

  var negated: Decimal { Decimal(significand: -significand, decimals: decimals) }

  /// The sum; `nil` when it has too many digits.
  func adding(_ other: Decimal) -> Decimal? {
    let common = max(decimals, other.decimals)
    guard let a = scaled(to: common), let b = other.scaled(to: common) else { return nil }
    let (sum, overflows) = a.addingReportingOverflow(b)
    return overflows ? nil : Decimal(significand: sum, decimals: common)
  }

  private func scaled(to common: Int) -> Int? {
    var value = significand
    for _ in decimals..<common {
      let (next, overflows) = value.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      value = next
    }
    return value
  }
}
