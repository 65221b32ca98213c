internal import TimeSeries
internal import TradeModel

/// The columns of one file in a publisher's layout.
struct PublishedColumns {
  /// A column of values.
  struct Value {
    let column: Int
    /// What its name says it is; empty where a column of titles says so.
    let title: String
    let unit: UnitPhrase
    let kind: PublishedTable.Kind?
    /// The period at the end of its name.
    let period: Period?
    /// Columns of flags for these values alone.
    var status: [Int] = []
  }

  /// A breakdown: a column, or a code with its name and its label.
  struct Breakdown {
    /// What it means; `nil` where the name of the record says so.
    var meaning: PublishedTable.Meaning?
    var name: Int?
    var code: Int?
    var label: Int?
  }

  let names: [String]
  private(set) var period: Int?
  private(set) var month: Int?
  private(set) var values: [Value] = []
  private(set) var breakdowns: [Breakdown] = []
  private(set) var unit: Int?
  private(set) var scale: Int?
  private(set) var exponent: Int?
  private(set) var decimals: Int?
  private(set) var title: Int?
  private(set) var status: [Int] = []
  private(set) var frequency: Int?
  /// The flow that the columns themselves tell.
  private(set) var flow: Flow?

  /// A column whose name is probably a damaged one, and what is expected there.
  private(set) var fault: (column: Int, expected: String)?

  /// Whether the columns of values have their periods.
  var hasPeriods: Bool { !values.isEmpty && values.allSatisfy { $0.period != nil } }

  /// The columns that say what a record is about.
  let subjectColumns: [Int]

  /// Reads the names of a header, and of the records above it where they are titles.
  init(
    _ layout: PublishedTable, _ header: [String], below records: [[String]] = [],
    _ found: PublishedTable.Found? = nil
  ) {
    var names = found?.names ?? header
    var firstValue = names.count
    fault = Self.fault(of: header, layout, records)
    if case .unitsBelowTitles(let labels, _) = layout.header {
      // A label or an empty field stands above each breakdown.
      let titles = records.filter { labels.contains($0.first ?? "") }
      firstValue =
        titles.map { row in
          row.firstIndex { !$0.isEmpty && !labels.contains($0) } ?? row.count
        }.max() ?? names.count
      for column in names.indices.dropFirst(firstValue) {
        let words = titles.compactMap { column < $0.count ? $0[column] : nil }
        names[column] = Self.joined(words) + " (" + names[column] + ")"
      }
    }
    self.names = names
    var numbered: [Int: Breakdown] = [:]
    var used: [Int] = []
    let others = names.indices.filter { layout.columns[names[$0]] == nil }
    let labels = Self.labels(layout.pairing, names)
    for (column, name) in names.enumerated() {
      let (use, number) =
        column < firstValue ? layout.use(of: name) : (PublishedTable.Use.titledValue, nil)
      flow = flow ?? layout.flowsByColumn[name]
      // The label of a code, or marks behind the values, which are named by the other column.
      if labels.values.contains(column) || Self.base(of: name, layout, names) != nil { continue }
      if name.isEmpty, layout.columns[""] == nil {
        if layout.flags != nil, let last = values.indices.last, values[last].column == column - 1 {
          values[last].status.append(column)
        }
        continue
      }
      switch use {
      case .period: period = column
      case .month: month = column
      case .unit: unit = column
      case .scale: scale = column
      case .exponent: exponent = column
      case .frequency: frequency = column
      case .series: breakdowns.append(Breakdown(meaning: .series, code: column))
      case .decimals: decimals = column
      case .title: title = column
      case .status: status.append(column)
      case .repeats: break
      case .breakdown:
        let subject = labels[column].map { names[$0] } ?? name
        breakdowns.append(
          Breakdown(
            meaning: PublishedTable.Meaning(ofBreakdown: subject), code: column,
            label: labels[column]))
      case .named(let meaning):
        breakdowns.append(Breakdown(meaning: meaning, code: column, label: labels[column]))
      case .breakdownName: numbered[number ?? 0, default: Breakdown()].name = column
      case .breakdownCode: numbered[number ?? 0, default: Breakdown()].code = column
      case .breakdownLabel: numbered[number ?? 0, default: Breakdown()].label = column
      case .value(let kind):
        values.append(
          Value(column: column, title: "", unit: UnitPhrase(""), kind: kind, period: nil))
      case .recordValue:
        values.append(
          Value(column: column, title: "", unit: UnitPhrase(""), kind: nil, period: nil))
      case .titledValue:
        let title = ValueTitle(name, own: layout.units, layout.unitWords)
        guard title.qualityOf == nil else { continue }
        values.append(
          Value(
            column: column, title: title.title, unit: title.unit,
            kind: layout.titles[TradeWords.folded(name)], period: nil,
            status: others.filter {
              ValueTitle(names[$0]).qualityOf == title.series
                || Self.base(of: names[$0], layout, names) == name
            }))
      case .periodValue:
        if let ending = PeriodEnding(name) {
          let title = ValueTitle(ending.title, own: layout.units, layout.unitWords)
          values.append(
            Value(
              column: column, title: title.title, unit: title.unit,
              kind: layout.titles[TradeWords.folded(ending.title)], period: ending.period))
        } else {
          breakdowns.append(
            Breakdown(meaning: PublishedTable.Meaning(ofBreakdown: name), code: column))
        }
      }
    }
    breakdowns += numbered.sorted { $0.key < $1.key }.map(\.value)
    for breakdown in breakdowns {
      used += [breakdown.name, breakdown.code, breakdown.label].compactMap { $0 }
    }
    subjectColumns = used + [unit, scale, exponent, title, frequency].compactMap { $0 }
  }

  /// The columns of labels by those of their codes.
  private static func labels(_ pairing: PublishedTable.Pairing, _ names: [String]) -> [Int: Int] {
    var labels: [Int: Int] = [:]
    for (column, name) in names.enumerated() {
      switch pairing {
      case .none: break
      case .labelSuffix(let suffix): labels[column] = names.firstIndex(of: name + suffix)
      case .labelBehind(let suffix):
        if name.hasSuffix(suffix), column + 1 < names.count { labels[column] = column + 1 }
      }
    }
    return labels
  }

  /// The values that a column of marks is about, by its name.
  private static func base(
    of name: String, _ layout: PublishedTable, _ names: [String]
  ) -> String? {
    layout.statusSuffixes.lazy.filter { name.hasSuffix($0) }
      .map { String(name.dropLast($0.count)) }.first { names.contains($0) }
  }

  /// A name that differs little from one of the layout that the header lacks, a name behind the
  /// first period that is none, or titles that do not stand above the columns.
  private static func fault(
    of header: [String], _ layout: PublishedTable, _ records: [[String]]
  ) -> (column: Int, expected: String)? {
    switch layout.header {
    case .names:
      let lacking = layout.columns.keys.filter { !$0.hasPrefix("#") && !header.contains($0) }
      for (column, name) in header.enumerated() where layout.use(of: name).use == layout.others {
        if layout.columns[name] != nil || name.utf8.count < 3 { continue }
        if let near = lacking.sorted().first(where: { $0.differsLittle(from: name) }) {
          return (column, near)
        }
      }
    case .periods:
      guard let first = header.firstIndex(where: { PeriodEnding($0) != nil }) else { return nil }
      let odd = header.indices.dropFirst(first).first { PeriodEnding(header[$0]) == nil }
      return odd.map { ($0, "a period such as \(header[first])") }
    case .unitsBelowTitles(let labels, _):
      let titles = records.filter { labels.contains($0.first ?? "") }
      if let odd = titles.first(where: { $0.count != header.count }) {
        return (0, "\(odd.count) columns, as in the titles above")
      }
    case .found: break
    }
    return nil
  }

  /// Titles of several levels, each once.
  private static func joined(_ words: [String]) -> String {
    var parts: [String] = []
    for word in words where !word.isEmpty && word != parts.last { parts.append(word) }
    return parts.joined(separator: ", ")
  }
}

/// The name of a column of values: what it is, with its unit.
///
///     ValueTitle("WERTA__Ausfuhr:_Wert__Tsd._EUR")   // "Ausfuhr: Wert", EUR, thousands
///     ValueTitle("Verdi (1 000 kr)")                 // "Verdi", kr, thousands
struct ValueTitle {
  let title: String
  let unit: UnitPhrase
  /// The code and the label of a column of GENESIS.
  let series: String
  /// Of which column this one holds the marks of quality, by its code and label.
  let qualityOf: String?

  init(
    _ name: String, own: [String: String] = [:], _ shortened: [String: String] = [:]
  ) {
    let parts = name.split(separator: "__", omittingEmptySubsequences: false)
    series = parts.prefix(2).joined(separator: "__")
    if parts.count > 1 {
      qualityOf = parts.last == "q" ? parts.dropLast().joined(separator: "__") : nil
      title = String(parts[1].map { $0 == "_" ? " " : $0 })
      let words = parts.count > 2 ? String(parts[parts.count - 1].map { $0 == "_" ? " " : $0 }) : ""
      unit = UnitPhrase(words, own: own, shortened)
      return
    }
    qualityOf = nil
    if name.hasSuffix(")"), let open = name.lastIndex(of: "("), !Self.isValuation(name[open...]) {
      title = String(name[..<open]).trimmed
      unit = UnitPhrase(String(name[open...]), own: own, shortened)
    } else if let open = name.firstIndex(of: "("), let close = name[open...].firstIndex(of: ")"),
      UnitPhrase(String(name[open...close]), own: own, shortened).isKnown
    {
      // `Trade (US$ Mil)-Top 5 Export Partner`.
      title = (String(name[..<open]).trimmed + String(name[name.index(after: close)...])).trimmed
      unit = UnitPhrase(String(name[open...close]), own: own, shortened)
    } else if let comma = name.lastIndex(of: ","),
      UnitPhrase(String(name[name.index(after: comma)...]), own: own, shortened).isKnown
    {
      // `Varuexport, mnkr`.
      title = String(name[..<comma]).trimmed
      unit = UnitPhrase(String(name[name.index(after: comma)...]), own: own, shortened)
    } else if let whole = Self.dollars(name) {
      (title, unit) = whole
    } else {
      title = name
      unit = UnitPhrase("")
    }
  }

  /// Whether brackets hold a valuation, and no unit.
  private static func isValuation(_ text: Substring) -> Bool {
    ["(fob)", "(cif)"].contains(text.lowercased())
  }

  /// The title and the unit of a name that begins with its unit.
  ///
  /// Such are `US dollars at current prices in millions` and `Percentage of total world`. Only
  /// current prices say no more than that.
  private static func dollars(_ name: String) -> (String, UnitPhrase)? {
    let words = TradeWords.words(of: name)
    if ["percentage", "percent", "growth"].contains(words.first) {
      return (name, UnitPhrase(unit: "percent", exponent: 0))
    }
    guard words.prefix(2) == ["us", "dollars"] || words.prefix(2) == ["us", "dollar"] else {
      return nil
    }
    let exponent = words.contains("millions") ? 6 : words.contains("thousands") ? 3 : 0
    let isPlain = words.contains("current") && !words.contains("capita")
    return (
      isPlain ? "" : name,
      UnitPhrase(unit: words.contains("capita") ? "USD per capita" : "USD", exponent: exponent)
    )
  }
}

extension String {
  /// Whether two names differ in one letter, or one has a letter more.
  fileprivate func differsLittle(from other: String) -> Bool {
    let (long, short) =
      count >= other.count ? (Array(self), Array(other)) : (Array(other), Array(self))
    if long.count == short.count { return zip(long, short).count { $0 != $1 } == 1 }
    guard long.count == short.count + 1 else { return false }
    return long.indices.contains { long[..<$0] + long[($0 + 1)...] == short[...] }
  }
}
