internal import DelimitedText
internal import Diagnostics

/// Where the columns of a plan stand in a file.
struct AggregationLayout: Sendable {
  let fieldCount: Int
  /// The columns of the keys, in the order of the plan.
  let keys: [Int]
  let measure: Int
  let filters: [(column: Int, values: [[UInt8]])]
  /// Which key is the period, when there is growth.
  let periodKey: Int?

  /// Finds the columns by their names.
  ///
  /// - Throws: `DiagnosticError` with every name that the header does not have.
  init(_ plan: AggregationPlan, _ input: HeaderedInput) throws(DiagnosticError) {
    var problems: [Diagnostic] = []
    func column(_ name: String, _ role: String) -> Int { input.column(name, role, &problems) }
    keys = plan.keys.map { column($0, "the keys") }
    measure = column(plan.measure, "the measure")
    filters = plan.filters.map { filter in
      (column(filter.column, "a filter"), filter.values.map { Array($0.utf8) })
    }
    periodKey = plan.growth == nil ? nil : plan.keys.firstIndex(of: plan.periodColumn)
    fieldCount = input.header.names.count
    if !problems.isEmpty { throw DiagnosticError(problems) }
  }
}
