internal import DelimitedText
internal import TradeModel

/// Gives every column one role, so that together they make keys.
///
/// A role of a key goes to the column that fits best. While two rows still have the same key, the
/// column that separates most of them names the product too; columns that separate nothing, such
/// as names beside codes, are left out.
struct RoleAssignment {
  private let sample: [DelimitedRecord]
  private let table: DelimitedTable
  private let data: Range<Int>
  private let title: TableTitle

  init(_ table: DelimitedTable, _ layout: TableLayout, _ title: TableTitle) {
    self.title = title
    self.table = table
    data = layout.data
    let rows = table.rows
    let step = max(1, layout.data.count / 500)
    sample = stride(from: layout.data.lowerBound, to: layout.data.upperBound, by: step)
      .map { rows[$0] }
  }

  func assign(to columns: inout [ColumnReport], isWide: Bool) {
    let free = columns.indices.filter { columns[$0].period == nil }
    assignValues(&columns, free, isWide: isWide)
    if !isWide { assignPeriods(&columns, free) }
    for role in [ColumnRole.flow, .partner, .reporter, .unit, .measure, .product] {
      take(role, &columns, free, named: role == .partner || role == .unit)
    }
    takeSecondArea(&columns, free)
    takePartners(&columns)
    for column in free
    where columns[column].role == .ignore && score(columns[column], .status) >= 0.5 {
      columns[column].role = .status
      break
    }
    completeKeys(&columns, free, isWide: isWide)
  }

  private func take(
    _ role: ColumnRole, _ columns: inout [ColumnReport], _ free: [Int], named: Bool
  ) {
    let best = free.filter { columns[$0].role == .ignore && (!named || isNamed(columns[$0], role)) }
      .map { (column: $0, score: score(columns[$0], role)) }
      .filter { $0.score >= 0.4 }
      .max { ($0.score, -$0.column) < ($1.score, -$1.column) }
    guard let best, columns[best.column].roles.first?.role == role || best.score >= 0.5 else {
      return
    }
    columns[best.column].role = role
  }

  private func isNamed(_ column: ColumnReport, _ role: ColumnRole) -> Bool {
    ColumnRole.isName(column.name, of: role) || role == .value && column.heading.namesFigures
  }

  /// A second column of areas that the first one does not determine names the partners.
  private func takeSecondArea(_ columns: inout [ColumnReport], _ free: [Int]) {
    guard !columns.contains(where: { $0.role == .partner }),
      let reporter = columns.firstIndex(where: { $0.role == .reporter })
    else { return }
    let texts = self.texts(reporter)
    let second = free.first { column in
      guard columns[column].role == .ignore, score(columns[column], .partner) >= 0.4 else {
        return false
      }
      let own = self.texts(column)
      return !isRedundant(own, texts) && !isRedundant(texts, own)
    }
    if let second { columns[second].role = .partner }
  }

  /// Countries alone are the partners of a table that says so.
  private func takePartners(_ columns: inout [ColumnReport]) {
    guard title.listsPartners, !columns.contains(where: { $0.role == .partner }),
      let areas = columns.firstIndex(where: { $0.role == .reporter }),
      !["reporter", "declarant", "reportingeconomy"].contains(where: {
        ColumnRole.key(columns[areas].name).hasPrefix($0)
      })
    else { return }
    columns[areas].role = .partner
  }

  /// Adds columns to the product until no two rows have the same key; a column that separates
  /// nothing is left out.
  private func completeKeys(_ columns: inout [ColumnReport], _ free: [Int], isWide: Bool) {
    let keyRoles: [ColumnRole] = [.period, .flow, .partner, .reporter, .unit, .measure, .product]
    var keys = RowKeys(table, data)
      .joined(with: free.filter { keyRoles.contains(columns[$0].role) })
    while keys.distinct < data.count {
      var best: (column: Int, keys: RowKeys)?
      for column in free where columns[column].role == .ignore {
        if columns[column].roles.first?.role == .value { continue }
        let more = keys.joined(with: [column])
        if more.distinct > best?.keys.distinct ?? keys.distinct { best = (column, more) }
      }
      guard let best else { return }
      columns[best.column].role = .product
      keys = best.keys
    }
  }

  private func score(_ column: ColumnReport, _ role: ColumnRole) -> Double {
    column.roles.first { $0.role == role }?.score ?? 0
  }

  private func assignValues(_ columns: inout [ColumnReport], _ free: [Int], isWide: Bool) {
    for column in columns.indices where columns[column].period != nil {
      columns[column].role = .value
    }
    guard !isWide else { return }
    let named = free.filter {
      (ColumnRole.isName(columns[$0].name, of: .value) || columns[$0].heading.isMeasured)
        && score(columns[$0], .value) >= 0.75
    }
    let chosen =
      named.isEmpty
      ? free.filter {
        score(columns[$0], .value) >= 0.4
          && score(columns[$0], .value) > score(columns[$0], .period)
          && ![.period, .status].contains(columns[$0].roles.first?.role)
      } : named
    for column in chosen { columns[column].role = .value }
    // Other flows, changes and shares stand beside the values.
    for column in free where score(columns[column], .value) >= 0.4 {
      let heading = columns[column].heading
      if heading.isRate || heading.flow != nil { columns[column].role = .value }
    }
  }

  private func assignPeriods(_ columns: inout [ColumnReport], _ free: [Int]) {
    let best = free.filter { columns[$0].role == .ignore }
      .map { (column: $0, score: score(columns[$0], .period)) }
      .filter { $0.score > 0 }
      .max { a, b in
        // Of two equally good ones the finer: months before years, then the first.
        (a.score, Set(texts(a.column)).count, -a.column)
          < (b.score, Set(texts(b.column)).count, -b.column)
      }
    guard let best else { return }
    columns[best.column].role = .period
    let years = texts(best.column).filter { !$0.isEmpty }
    guard years.allSatisfy({ $0.count == 4 }) else { return }
    // A year beside a column of months: both together are the period.
    let months = free.first { column in
      guard ["month", "mois", "monat", "refmonth"].contains(ColumnRole.key(columns[column].name))
      else { return false }
      let texts = self.texts(column)
      return !texts.isEmpty && texts.allSatisfy { PeriodLabel.read("2000-" + $0) != nil }
    }
    if let months, months > best.column { columns[months].role = .period }
  }

  private func texts(_ column: Int) -> [String] {
    sample.map { ($0.text(in: column) ?? "").trimmedCell }
  }

  /// Whether each text of one column always stands beside the same of the other.
  private func isRedundant(_ a: [String], _ b: [String]) -> Bool {
    var partner: [String: String] = [:]
    for (x, y) in zip(b, a) {
      if let known = partner[x], known != y { return false }
      partner[x] = y
    }
    return true
  }
}
