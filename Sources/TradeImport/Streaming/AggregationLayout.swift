internal import DelimitedText
internal import Diagnostics

/// Where the columns of a plan stand in a file, and which other columns sums are kept apart by.
struct AggregationLayout: Sendable {
  /// A column that is looked at beside the keys of the plan.
  struct Guard: Sendable {
    let name: String
    /// Its place among the keys.
    let key: Int
  }

  let fieldCount: Int
  /// The columns by which sums are kept apart: the keys of the plan in its order, then others.
  let keys: [Int]
  /// How many of them the plan names.
  let planKeyCount: Int
  /// The keys in which the rows of one sum must be alike.
  let guards: [Guard]
  /// The keys that say when a figure was published and by whom; `nil` when figures have no vintage,
  /// or the plan names one.
  let edition: (vintage: Int, source: Int?)?
  let measure: Int
  let filters: [(column: Int, values: [[UInt8]])]
  /// Whether of a tidy table the rows of values are taken, because no other measure is named.
  let takesValues: Bool
  /// Which key is the period, when there is growth.
  let periodKey: Int?

  /// Rows that differ in one of these measure different things.
  private static let guarded = ["measure", "flow", "unit", "basis"]
  /// What says how a figure was printed, and not which one it is.
  private static let printing: Set = ["value", "printed", "scale", "hedge", "status"]

  /// Finds the columns by their names.
  ///
  /// - Throws: `DiagnosticError` with every name that the header does not have.
  init(_ plan: AggregationPlan, _ input: HeaderedInput) throws(DiagnosticError) {
    var problems: [Diagnostic] = []
    func column(_ name: String, _ role: String) -> Int { input.column(name, role, &problems) }
    var keys = plan.keys.map { column($0, "the keys") }
    planKeyCount = keys.count
    let measure = column(plan.measure, "the measure")
    self.measure = measure
    var filters = plan.filters.map { filter in
      (column: column(filter.column, "a filter"), values: filter.values.map { Array($0.utf8) })
    }
    periodKey = plan.growth == nil ? nil : plan.keys.firstIndex(of: plan.periodColumn)
    let names = input.header.names
    fieldCount = names.count
    if !problems.isEmpty { throw DiagnosticError(problems) }

    func key(_ name: String) -> Int? {
      guard let column = input.header.column(named: name), column != measure else { return nil }
      if let known = keys.firstIndex(of: column) { return known }
      keys.append(column)
      return keys.count - 1
    }
    func isChosen(_ name: String) -> Bool {
      plan.keys.contains(name) || plan.filters.contains { $0.column == name }
    }
    // In a tidy table changes stand beside the values; as everywhere the values are meant.
    let isTidy = ["period", "flow", "measure"].allSatisfy { input.header.column(named: $0) != nil }
    let takesValues = isTidy && plan.measure == "value" && !isChosen("measure")
    if takesValues { filters.append((column("measure", "a filter"), [Array("value".utf8)])) }
    self.takesValues = takesValues
    self.filters = filters
    let isOfOneVintage =
      plan.keys.contains("vintage")
      || plan.filters.contains { $0.column == "vintage" && $0.values.count == 1 }
    if !isOfOneVintage, let vintage = key("vintage") {
      let source = key("source")
      for (column, name) in names.enumerated()
      where column != measure && !Self.printing.contains(name) {
        _ = key(name)
      }
      edition = (vintage, source)
    } else {
      edition = nil
    }
    guards = Self.guarded.filter { !isChosen($0) && !(takesValues && $0 == "measure") }
      .compactMap { name in key(name).map { Guard(name: name, key: $0) } }
    self.keys = keys
  }
}
