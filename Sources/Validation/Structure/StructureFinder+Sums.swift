internal import TradeModel

extension StructureFinder {
  /// A line of levels that may add up: the figures of one column, or of one row.
  struct Line {
    var totals: [Int] = []
    var parts: [Int] = []
    var adjustments: [Int] = []
  }

  private struct LineKey: Hashable {
    let table: Int
    let number: Int
    let flow: Flow?
    let period: FigurePeriod?
    let basis: String
    let reporter: String
  }

  // MARK: Rows that add up in a column

  /// Finds totals that are the sum of the rows of their column.
  mutating func findColumnSums() {
    var lines: [LineKey: Line] = [:]
    var order: [LineKey] = []
    for (index, figure) in figures.enumerated() where figure.role == .level {
      let key = LineKey(
        table: figure.table, number: figure.column, flow: figure.flow, period: figure.period,
        basis: figure.basis, reporter: figure.reporter)
      if lines[key] == nil { order.append(key) }
      if figure.isAdjustment {
        lines[key, default: Line()].adjustments.append(index)
      } else if figure.isTotal {
        lines[key, default: Line()].totals.append(index)
      } else {
        lines[key, default: Line()].parts.append(index)
      }
    }
    let all = order.compactMap { lines[$0] }
    let complete = findComplements(all).union(findSubtotals(all))
    findAdjustments(all)
    let wholes = all.filter { line in
      !line.totals.isEmpty && line.parts.count > 1 && !complete.contains(line.totals[0])
        && isMeantAsSum(line)
    }
    let candidates = wholes.map { sum($0.totals[0], $0.parts, "sum") }
    let hasRest = wholes.contains { $0.parts.contains { figures[$0].isOthers } }
    let tested = candidates.compactMap(\.fits)
    let isNear = wholes.allSatisfy { isClose($0.totals[0], $0.parts) }
    guard hasRest || isNear || tested.count(where: { $0 }) * 2 >= tested.count else { return }
    keepAll(candidates, "sum", "the total is the sum of the rows")
  }

  /// Finds the same sums a year before, where a total and its parts all print their change: the
  /// growth of a total is that of its parts together.
  ///
  /// A table that prints the total of the time before has a column of it, whose own rows say what
  /// the sum is: a row that has a value only there belongs to it.
  mutating func findBaseSums() {
    var bases: [Quantity: Quantity] = [:]
    let printed = Set(statements.filter { $0.kind == .level }.flatMap(\.quantities))
    for statement in statements where statement.kind == .growth && statement.cases.count == 1 {
      let keys = statement.quantities
      if keys.count == 2, bases[keys[0]] == nil { bases[keys[0]] = keys[1] }
    }
    var known = Set(identities.map { Set($0.form.quantities) })
    var found: [Candidate] = []
    for identity in identities where identity.kind == .sum && identity.id.hasPrefix("sum/") {
      let before = identity.form.quantities.compactMap { bases[$0] }
      guard before.count == identity.form.terms.count, Set(before.map(\.period)).count == 1,
        !printed.contains(before[0]), known.insert(Set(before)).inserted
      else { continue }
      let total = Identity.sum(
        id: "sum", identity.sentence, before[0], of: Array(before.dropFirst()))
      found.append(Candidate(identity: total, fits: nil))
    }
    keepAll(found, "sum", "the total of the time before is the sum of the rows too")
  }

  /// Whether the parts come near the total in a column: within a half percent, or with a rest
  /// among them, a tenth.
  private func isMeantAsSum(_ line: Line) -> Bool {
    let hasRest = line.parts.contains { figures[$0].isOthers }
    return isClose(line.totals[0], line.parts, percent: hasRest ? 10 : 0)
      || !hasRest && isClose(line.totals[0], line.parts)
  }

  func isClose(_ total: Int, _ parts: [Int], percent: Int = 0) -> Bool {
    let sum = parts.reduce(Rational.zero) { $0 + figures[$1].number.value }
    let whole = figures[total].number.value
    let allowed = whole.magnitude * Rational(percent == 0 ? 1 : percent * 2, 200)
    return (sum - whole).magnitude <= allowed
  }

  /// Names that leave nothing out: the European Union and the countries outside it.
  ///
  /// - Returns: The totals that have such parts.
  private mutating func findComplements(_ lines: [Line]) -> Set<Int> {
    var found: [Candidate] = []
    var totals: Set<Int> = []
    for line in lines {
      guard let total = line.totals.first else { continue }
      let inside = line.parts.filter {
        Self.names($0, figures).isSubset(of: ["eu", "intra", "intra-eu", "eu27"])
          && !Self.names($0, figures).isEmpty
      }
      let outside = line.parts.filter {
        !Self.names($0, figures).isDisjoint(with: [
          "drittstaaten", "drittländer", "non-eu", "extra-eu", "extra", "third",
        ])
      }
      guard inside.count == 1, outside.count == 1, isClose(total, inside + outside, percent: 10)
      else { continue }
      found.append(sum(total, inside + outside, "complement"))
      totals.insert(total)
    }
    keep(
      numbered(found, "complement"), "complement", "the two parts leave nothing of the total out")
    return totals
  }

  private static func names(_ index: Int, _ figures: [TableFigure]) -> Set<String> {
    let figure = figures[index]
    let text = [figure.partner, figure.product, figure.item].joined(separator: " ")
    return Set(TableLabel.words(of: text.lowercased()))
  }

  /// A total, another total and the adjustments between them.
  private mutating func findAdjustments(_ lines: [Line]) {
    var found: [Candidate] = []
    for line in lines where line.totals.count == 2 && line.adjustments.count == 1 {
      found.append(sum(line.totals[0], [line.totals[1], line.adjustments[0]], "adjustments"))
    }
    let fits = found.compactMap(\.fits)
    guard fits.count(where: { $0 }) * 2 > fits.count else { return }
    keep(
      numbered(found, "adjustments"), "adjustments", "one total is the other with the adjustments")
  }

  // MARK: Columns that add up in a row

  /// Finds columns that are the sum of other columns in every row.
  mutating func findRowSums() {
    var rows: [LineKey: [Int]] = [:]
    var order: [LineKey] = []
    for (index, figure) in figures.enumerated() where figure.role == .level {
      let key = LineKey(
        table: figure.table, number: figure.row, flow: nil, period: figure.period,
        basis: figure.basis, reporter: figure.reporter)
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(index)
    }
    let full = order.compactMap { rows[$0] }.filter { $0.count > 2 }
    guard let columns = full.map(\.count).max() else { return }
    let complete = full.filter { $0.count == columns }
    guard let pattern = complete.first, let total = totalColumn(of: pattern, in: complete) else {
      return
    }
    let candidates = complete.compactMap { row -> Candidate? in
      guard let place = row.first(where: { figures[$0].column == total.column }) else { return nil }
      return sum(place, row.filter { total.parts.contains(figures[$0].column) }, "columns")
    }
    keep(numbered(candidates, "columns"), "columns", total.sentence)
  }

  private struct ColumnTotal {
    let column: Int
    let parts: Set<Int>
    let sentence: String
  }

  /// The column that is the sum of others: one named a total beside parts of its flow with a
  /// rest, or any that fits in nearly all of at least five rows.
  private func totalColumn(of row: [Int], in rows: [[Int]]) -> ColumnTotal? {
    for total in row {
      let flow = figures[total].flow
      let parts = row.filter { part in
        let figure = figures[part]
        // Exports and imports are no parts of a balance, and a balance is none of exports.
        let isOther = figure.flow != flow && Self.isNamedFlow(figure.flow)
        return part != total && !figure.isTotal && !isOther
          && figure.period == figures[total].period
      }
      guard parts.count > 1, parts.allSatisfy({ figures[$0].unit == figures[total].unit }) else {
        continue
      }
      let columns = Set(parts.map { figures[$0].column })
      let fits = rows.compactMap { each -> Bool? in
        guard let place = each.first(where: { figures[$0].column == figures[total].column })
        else { return nil }
        return sum(place, each.filter { columns.contains(figures[$0].column) }, "columns").fits
      }
      let good = fits.count { $0 }
      let hasRest = parts.contains { figures[$0].isOthers }
      let isNamed =
        hasRest && (figures[total].isTotal || flow == .balance && figures[total].item.isEmpty)
      let isShown = fits.count >= 5 && good * 10 >= fits.count * 9
      guard isShown || isNamed && good * 2 >= fits.count else { continue }
      return ColumnTotal(
        column: figures[total].column, parts: columns,
        sentence: "the first of the columns is the sum of the \(parts.count) others")
    }
    return nil
  }

  private static func isNamedFlow(_ flow: Flow?) -> Bool {
    flow == .exports || flow == .imports || flow == .totalTrade || flow == .balance
  }

  // MARK: Shared

  func sum(_ total: Int, _ parts: [Int], _ id: String) -> Candidate {
    let sentence = "the total is the sum of its \(parts.count) parts"
    let sum = parts.reduce(ExactInterval(exactly: .zero)) { $0 + interval($1) }
    return Candidate(
      identity: .sum(
        id: id, sentence, figures[total].quantity, of: parts.map { figures[$0].quantity }),
      fits: sum.overlaps(interval(total)))
  }

  func numbered(_ candidates: [Candidate], _ id: String) -> [Candidate] {
    let first = identities.count { $0.id.hasPrefix(id + "/") }
    return candidates.enumerated().map { index, candidate in
      let old = candidate.identity
      return Candidate(
        identity: Identity(
          id: "\(id)/\(first + index + 1)", old.sentence, kind: old.kind, form: old.form,
          relation: old.relation), fits: candidate.fits)
    }
  }

  /// Keeps candidates whatever the numbers say.
  mutating func keepAll(_ candidates: [Candidate], _ id: String, _ sentence: String) {
    guard counts(id), !candidates.isEmpty else { return }
    for candidate in numbered(candidates, id) { identities.append(candidate.identity) }
    assume(id, sentence, count: candidates.count)
  }
}
