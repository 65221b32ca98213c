internal import DelimitedText
internal import Diagnostics
internal import TradeModel

/// Which of the sums that were kept apart are used, and whether those that a plan adds up are alike.
///
/// An office publishes a figure again when it revises it: of the same figure in several vintages the
/// newest is used. Rows that differ in what they measure are never added up unless the plan names
/// the column.
struct FigureChoice {
  private let plan: AggregationPlan
  private let layout: AggregationLayout
  private let total: AggregationWorker
  private let groups: GroupList
  private let file: String

  init(
    _ plan: AggregationPlan, _ layout: AggregationLayout, _ total: AggregationWorker, file: String
  ) {
    self.plan = plan
    self.layout = layout
    self.total = total
    self.file = file
    groups = total.sums.listed
  }

  /// The flows whose sum is trade in both directions: what a sum without the flow is taken for.
  private static let addableFlows: Set<String> = [
    "exports", "imports", "X", "M", "re_exports", "re_imports",
  ]

  /// The sums of the plan, with an account of the rows that newer ones stand for, and what a reader
  /// should know of them.
  ///
  /// - Throws: `DiagnosticError` when rows of one sum measure different things, when it cannot be
  ///   told which of several figures counts, and when changes would mix vintages.
  func result() throws(DiagnosticError)
    -> (groups: GroupList, account: AggregationAccount, notes: [Diagnostic])
  {
    var account = total.account
    if layout.takesValues, account.filtered > 0, groups.values.isEmpty {
      throw finding(
        "aggregate.measure", "no row has the measure 'value'",
        hint: "name the measure with --filter measure=…, or add measure to --by")
    }
    var chosen = [Int32](0..<Int32(groups.values.count))
    if let edition = layout.edition {
      guard groups.values.count == account.aggregated + account.missing else {
        throw finding(
          "aggregate.repeated",
          "rows are alike in every column that names a figure, found "
            + "\(account.aggregated + account.missing) rows for \(groups.values.count) figures, and "
            + "a vintage replaces figures one by one",
          hint: "add vintage to --by, or choose one with --filter vintage=…")
      }
      chosen = try newest(edition)
      let used = chosen.reduce(into: 0) { $0 += groups.values[Int($1)] == nil ? 0 : 1 }
      account.superseded = groups.values.count - chosen.count
      account.missing = chosen.count - used
      account.aggregated = used
    }
    let notes = try checkLikeness(chosen)
    if layout.edition != nil || !notes.isEmpty {
      return (total.sums.projected(chosen, keyCount: layout.planKeyCount), account, notes)
    }
    // Groups of the same keys would differ in a guard.
    return (
      GroupList(keys: Array(groups.keys[..<layout.planKeyCount]), values: groups.values), account,
      notes
    )
  }

  /// The groups in the order of some keys.
  private func order(by keys: [Int]) -> [Int32] {
    GroupList.order(
      ranks: keys.map { (groups.keys[$0].ofGroup, groups.keys[$0].words.count) },
      count: groups.values.count)
  }

  private func text(_ key: Int, _ group: Int32) -> String {
    let number = groups.keys[key].ofGroup[Int(group)]
    return String(
      decoding: total.coder.text(of: groups.keys[key].words[Int(number)]), as: UTF8.self)
  }

  /// Of the groups that differ in their vintage and source alone the newest.
  private func newest(_ edition: (vintage: Int, source: Int?)) throws(DiagnosticError) -> [Int32] {
    let texts = groups.keys[edition.vintage].words.map {
      String(decoding: total.coder.text(of: $0), as: UTF8.self)
    }
    let sorted = texts.indices.sorted { a, b in
      switch (Vintage(parsing: texts[a]), Vintage(parsing: texts[b])) {
      case (let a?, let b?): a < b
      case (nil, _?): true
      case (_?, nil): false
      case (nil, nil): texts[a].utf8.lexicographicallyPrecedes(texts[b].utf8)
      }
    }
    var rank = [Int32](repeating: 0, count: texts.count)
    for (place, number) in sorted.enumerated() { rank[number] = Int32(place) }
    func age(_ group: Int32) -> Int32 {
      rank[Int(groups.keys[edition.vintage].ofGroup[Int(group)])]
    }

    let names = layout.keys.indices.filter { $0 != edition.vintage && $0 != edition.source }
    var chosen: [Int32] = []
    var rival: (Int32, Int32)?
    for group in order(by: names) {
      guard let last = chosen.last, isAlike(group, last, in: names) else {
        if let rival { throw rivals(rival, edition) }
        chosen.append(group)
        continue
      }
      if age(group) > age(last) {
        chosen[chosen.count - 1] = group
        rival = nil
      } else if age(group) == age(last) {
        rival = (last, group)
      }
    }
    if let rival { throw rivals(rival, edition) }
    let vintages = Set(chosen.map(age))
    if plan.growth != nil, vintages.count > 1 {
      throw finding(
        "aggregate.vintages",
        "the figures are of \(vintages.count) vintages, and a change between two of them mixes the "
          + "change with the revision",
        hint: "add vintage to --by, or choose one with --filter vintage=…; 'tradewind compute' "
          + "computes each change inside one vintage where one holds both periods")
    }
    return chosen.sorted()
  }

  private func isAlike(_ a: Int32, _ b: Int32, in keys: [Int]) -> Bool {
    keys.allSatisfy { groups.keys[$0].ofGroup[Int(a)] == groups.keys[$0].ofGroup[Int(b)] }
  }

  private func rivals(
    _ pair: (Int32, Int32), _ edition: (vintage: Int, source: Int?)
  ) -> DiagnosticError {
    let sources = edition.source.map { key in
      [text(key, pair.0), text(key, pair.1)].sorted().map(\.quoted).joined(separator: " and ")
    }
    let vintage = text(edition.vintage, pair.0)
    return finding(
      "aggregate.sources",
      "two sources give the same figure"
        + (vintage.isEmpty ? "" : " in the vintage \(vintage)")
        + (sources.map { ", found \($0)" } ?? "") + ", and only one can count",
      hint: "choose sources with --filter source=…, or add source and vintage to --by")
  }

  /// Refuses sums of rows that differ in what they measure; exports and imports add up to trade, which
  /// is said.
  private func checkLikeness(_ chosen: [Int32]) throws(DiagnosticError) -> [Diagnostic] {
    guard !layout.guards.isEmpty else { return [] }
    var isChosen = [Bool](repeating: false, count: groups.values.count)
    for group in chosen { isChosen[Int(group)] = true }
    let keys = Array(0..<layout.planKeyCount)
    var first: Int32?
    var mixed: [Int: Set<String>] = [:]
    for group in order(by: keys) where isChosen[Int(group)] {
      guard let start = first, isAlike(group, start, in: keys) else {
        first = group
        continue
      }
      for guarded in layout.guards where !isAlike(group, start, in: [guarded.key]) {
        mixed[guarded.key, default: []].formUnion([start, group].map { text(guarded.key, $0) })
      }
    }
    var notes: [Diagnostic] = []
    for flow in layout.guards where flow.name == "flow" {
      guard let values = mixed[flow.key], values.isSubset(of: Self.addableFlows) else { continue }
      mixed[flow.key] = nil
      notes.append(
        Diagnostic(
          "aggregate.flows", .warning, at: InputLocation(file: file),
          "\(values.sorted().joined(separator: " and ")) are added up",
          hint: "add flow to --by, or choose one with --filter flow=…, to keep them apart"))
    }
    guard !mixed.isEmpty else { return notes }
    let differing = layout.guards.filter { mixed[$0.key] != nil }
    let list = differing.map { guarded in
      let values = (mixed[guarded.key] ?? []).sorted().map { $0.isEmpty ? "(none)" : $0 }
      let rest = values.count > 4 ? ", …" : ""
      return "\(guarded.name) (\(values.prefix(4).joined(separator: ", "))\(rest))"
    }
    let names = differing.map(\.name)
    throw finding(
      "aggregate.mixed",
      "rows of one sum differ in \(list.joined(separator: ", "))",
      hint: "add to --by: \(names.joined(separator: ",")), or choose with "
        + names.map { "--filter \($0)=…" }.joined(separator: " ")
        + "; several values between commas are added up")
  }

  private func finding(_ id: String, _ message: String, hint: String) -> DiagnosticError {
    DiagnosticError(Diagnostic(id, .error, at: InputLocation(file: file), message, hint: hint))
  }
}
