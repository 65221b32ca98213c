internal import TimeSeries
internal import TradeModel

extension StructureFinder {
  /// Finds periods that are the sum of shorter ones: a year of its quarters or months, a quarter
  /// of its months, a year to date of its months.
  mutating func findPeriods() {
    var families: [Quantity: [Period]] = [:]
    var order: [Quantity] = []
    for (index, figure) in figures.enumerated() where figure.role == .level {
      guard case .span(let period)? = figure.period, figure.flow?.kind != .stock,
        figure.unit != "index", levels[figure.quantity]?.first == index
      else { continue }
      let family = figure.quantity(of: nil)
      if families[family] == nil { order.append(family) }
      families[family, default: []].append(period)
    }
    var found: [Candidate] = []
    for family in order {
      let periods = families[family] ?? []
      let known = Set(periods)
      // Shorter periods first, so that a year is told by its quarters when it has them.
      for period in periods.sorted() where period.count > 1 {
        guard let parts = Self.tiling(of: period, among: known) else { continue }
        let total = family.of(.span(period))
        let quantities = parts.map { family.of(.span($0)) }
        let sum = quantities.compactMap { interval($0) }
          .reduce(ExactInterval(exactly: .zero)) { $0 + $1 }
        found.append(
          Candidate(
            identity: .sum(
              id: "periods/\(found.count + 1)", "a period is the sum of its parts", total,
              of: quantities, kind: .periods),
            fits: interval(total).map { $0.overlaps(sum) }))
      }
    }
    keep(found, "periods", "a period is the sum of its parts")
  }

  /// The known periods of one length that tile a longer one, the longest that do.
  static func tiling(of period: Period, among known: Set<Period>) -> [Period]? {
    for months in [6, 3, 1] where months < period.count && period.count % months == 0 {
      let parts = stride(from: 0, to: period.count, by: months).map {
        Period(from: period.first.advanced(by: $0), count: months)
      }
      if parts.allSatisfy(known.contains) { return parts }
    }
    return nil
  }

  /// Finds a month beside its year to date, where neither says which month: the year to date is
  /// not below the month.
  mutating func findToDate() {
    guard counts("to-date") else { return }
    var rows: [[Int]: [Int]] = [:]
    for (index, figure) in figures.enumerated() where figure.role == .level && figure.period == nil
    {
      rows[[figure.table, figure.row], default: []].append(index)
    }
    var count = 0
    for key in rows.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      guard let row = rows[key], row.count == 2,
        let toDate = row.first(where: { figures[$0].isToDate }),
        let month = row.first(where: { !figures[$0].isToDate }),
        figures[toDate].unit == figures[month].unit,
        figures[month].flow?.isNonNegative ?? isPositive(row)
      else { continue }
      count += 1
      identities.append(
        Identity(
          id: "to-date/\(count)", "a year to date is not below its last month",
          form: LinearForm(figures[toDate].quantity) - LinearForm(figures[month].quantity),
          relation: .notNegative))
    }
    assume("to-date", "a year to date is not below its last month", count: count)
  }

  private func isPositive(_ row: [Int]) -> Bool {
    row.allSatisfy { figures[$0].number.significand >= 0 }
  }
}
