internal import TimeSeries
internal import TradeModel

/// Which column of levels each column of changes or shares of a table is about.
///
/// A heading such as `Change (%)` says little: whom and what the change is about, its time and its
/// unit stand over the levels beside it. The levels on the left count, or without any those on the
/// right; among several times the latest one, in whatever order the columns stand. Where the
/// headings leave it open, or what they suggest fails in most rows, the numbers decide.
struct ColumnTies {
  /// What a column of changes or shares is about.
  struct Tie: Sendable, Hashable {
    /// The column of its levels.
    var level: Int
    /// The column of the levels that a change is compared with, where it is printed.
    var base: Int?
    /// Whether the names over the levels are those of the column too.
    var hasNames = true
    /// Whether the numbers show that the changes are in the unit of the levels.
    var isMoney = false
  }

  /// The ties, by column.
  private(set) var ties: [Int: Tie] = [:]

  private let labels: [Int: TableLabel]
  /// The columns of figures, and those of levels among them, from left to right.
  private let columns: [Int]
  private let levels: [Int]
  private let percentColumns: Set<Int>
  /// The rows that numbers are compared in, and the only total among them.
  private let rows: [Int]
  private let total: Int?
  private let number: (_ row: Int, _ column: Int) -> ExactInterval?

  /// How many rows show what a column is about.
  private static var shownRows: Int { 200 }
  /// How many columns of levels are tried where the headings do not tell.
  private static var triedColumns: Int { 24 }

  /// Finds the ties of a table.
  ///
  /// - Parameters:
  ///   - labels: The labels of the columns of figures.
  ///   - percentColumns: The columns whose cells have percent signs.
  ///   - rows: The rows of levels.
  ///   - totals: Those that are totals.
  ///   - number: What a cell stands for in the scale of its column; `nil` without a number.
  /// - Complexity: O(*c*²) comparisons of headings for *c* columns, and of numbers a few in each of
  ///   the rows.
  init(
    _ labels: [Int: TableLabel], percentColumns: Set<Int>, rows: [Int], totals: [Int],
    number: @escaping (_ row: Int, _ column: Int) -> ExactInterval?
  ) {
    self.labels = labels
    self.percentColumns = percentColumns
    self.rows = Array(rows.prefix(Self.shownRows))
    self.number = number
    total = totals.count == 1 ? totals[0] : nil
    columns = labels.keys.sorted()
    levels = columns.filter { labels[$0].map(Self.isLevel) ?? false }
    for column in columns {
      guard let label = labels[column], label.role == .change || label.role == .share else {
        continue
      }
      ties[column] = tie(column, label)
    }
  }

  private static func isLevel(_ label: TableLabel) -> Bool {
    label.role == nil && label.unit != .percent && label.unit != .percentagePoints
  }

  // MARK: What the headings say

  /// The levels beside a column: the run on its left, or without one the run on its right; shares
  /// do not end the run of a change.
  private func block(of column: Int) -> [Int] {
    let isChange = labels[column]?.role == .change
    func isLevel(_ column: Int) -> Bool { labels[column].map(Self.isLevel) ?? false }
    func run(_ side: some Sequence<Int>) -> [Int] {
      side.drop { !isLevel($0) }
        .prefix { isLevel($0) || isChange && labels[$0]?.role == .share }.filter(isLevel)
    }
    let left = run(columns.filter { $0 < column }.reversed())
    return left.isEmpty ? run(columns.filter { $0 > column }) : left
  }

  private func tie(_ column: Int, _ label: TableLabel) -> Tie? {
    let beside = block(of: column)
    let named = told(label, among: beside)
    let pool = named.isEmpty ? told(label, among: levels.reversed()) : named
    guard let nearest = pool.first, let first = labels[nearest] else { return nil }
    let times = pool.filter {
      isFamily($0, nearest) && span($0)?.count == first.periods.last?.count
    }
    let latest = newestFirst(times).first ?? nearest
    var tie = Tie(level: latest, base: bases(of: latest, label).first)
    tie.hasNames = pool.allSatisfy { isNamed($0, like: nearest) }
    let fit = fit(column, tie)
    if fit.isGood, tie.hasNames { return tie }
    let other = candidates(column, label, pool).first {
      ($0.level, $0.base, $0.isMoney) != (tie.level, tie.base, tie.isMoney)
        && self.fit(column, $0).isClear
    }
    if let other, !fit.isClear { return other }
    // Two columns that fit leave the names open.
    if !tie.hasNames { tie.hasNames = fit.isClear && other == nil }
    return tie
  }

  /// Columns by their time, the latest first, and by their place.
  private func newestFirst(_ columns: [Int]) -> [Int] {
    columns.sorted { first, second in
      guard let one = span(first), let two = span(second), one.last != two.last else {
        return first < second
      }
      return one.last > two.last
    }
  }

  /// The columns that fit what a heading says itself: flow, names and time.
  private func told(_ label: TableLabel, among columns: [Int]) -> [Int] {
    var pool = columns
    if let flow = label.flow { pool = pool.filter { labels[$0]?.flow == flow } }
    let names = label.subject.lowercased()
    if !names.isEmpty {
      let same = pool.filter { labels[$0]?.subject.lowercased() == names }
      if !same.isEmpty { pool = same }
    }
    guard let last = times(of: label).last else { return pool }
    return pool.filter { span($0) == last }
  }

  /// The times that a heading names, the base first; `2023/24` between the columns of two years
  /// names both.
  private func times(of label: TableLabel) -> [Period] {
    if label.periods.count == 1, label.role == .change, let years = label.yearsOfPair,
      years.allSatisfy({ year in levels.contains { span($0) == year } })
    {
      return years
    }
    return label.periods.sorted()
  }

  private func span(_ column: Int) -> Period? { labels[column]?.periods.last }

  private func isNamed(_ first: Int, like second: Int) -> Bool {
    labels[first]?.flow == labels[second]?.flow && labels[first]?.subject == labels[second]?.subject
  }

  /// Whether two columns differ in time only.
  private func isFamily(_ first: Int, _ second: Int) -> Bool {
    isNamed(first, like: second) && labels[first]?.unit == labels[second]?.unit
      && labels[first]?.basis == labels[second]?.basis
  }

  /// The columns of the time before: the year before, then the nearest that is earlier.
  private func bases(of level: Int, _ label: TableLabel) -> [Int] {
    guard label.role == .change, let now = span(level) else { return [] }
    let named = times(of: label)
    let earlier = levels.filter { column in
      guard isFamily(column, level), let before = span(column) else { return false }
      if named.count == 2 { return before == named[0] }
      switch label.comparison {
      case .yearOverYear?: return before == now.shifted(byYears: -1)
      case .periodOverPeriod?: return before == now.previous
      case nil: return before.count == now.count && before.first < now.first
      }
    }
    let nearest = newestFirst(earlier)
    let year = nearest.filter { span($0) == now.shifted(byYears: -1) }
    return year + nearest.filter { !year.contains($0) }
  }

  // MARK: What the numbers say

  /// In how many rows a tie fits, of those whose numbers can tell.
  private struct Fit {
    var (good, tested) = (0, 0)
    /// Whether nothing speaks against it.
    var isGood: Bool { good * 2 >= tested }
    /// Whether the numbers show it.
    var isClear: Bool { tested > 1 && good * 5 >= tested * 4 }
  }

  private func fit(_ column: Int, _ tie: Tie) -> Fit {
    var fit = Fit()
    // A change in money without a scale of its own has that of its levels.
    let level = tie.isMoney && labels[column]?.scale == nil ? labels[tie.level]?.scale : nil
    let scale = Rational(significand: 1, exponent: level?.exponent ?? 0)
    for row in rows {
      guard let printed = number(row, column), let allowed = allowed(row, tie) else { continue }
      fit.tested += 1
      if allowed.overlaps(printed.scaled(by: scale)) { fit.good += 1 }
    }
    return fit
  }

  /// What the levels allow a change or a share; `nil` when they are not printed.
  private func allowed(_ row: Int, _ tie: Tie) -> ExactInterval? {
    guard let now = number(row, tie.level) else { return nil }
    if let base = tie.base {
      guard let before = number(row, base) else { return nil }
      return tie.isMoney ? now - before : GrowthRange.growth(of: now, on: before)
    }
    // The total itself fits any column.
    guard let total, row != total, let whole = number(total, tie.level),
      let lower = whole.lower, lower.value > .zero
    else { return nil }
    return (now / whole)?.scaled(by: 100)
  }

  /// What a column could be about beside what its heading suggests.
  private func candidates(_ column: Int, _ label: TableLabel, _ all: [Int]) -> [Tie] {
    let pool = all.prefix(Self.triedColumns)
    if label.role == .share { return pool.map { Tie(level: $0) } }
    let pairs = pool.flatMap { level in
      bases(of: level, label).prefix(3).map { Tie(level: level, base: $0) }
    }
    guard label.unit == nil, !percentColumns.contains(column) else { return pairs }
    return pairs + pairs.map { Tie(level: $0.level, base: $0.base, isMoney: true) }
  }
}

extension TableLabel {
  /// The calendar years of `2023/24`, which may be one fiscal year or a change between two years.
  fileprivate var yearsOfPair: [Period]? {
    guard periods.count == 1, periods[0].count == 12, periods[0].first.month != 1 else {
      return nil
    }
    return [.year(periods[0].first.year), .year(periods[0].last.year)]
  }

  /// The label of a column of changes or shares with the names of the levels it is about.
  func named(by level: TableLabel) -> TableLabel {
    guard subject.isEmpty || subject.lowercased() == level.subject.lowercased() else {
      return self
    }
    var label = self
    label.flow = flow ?? level.flow
    label.subject = level.subject
    return label
  }
}
