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
  init(_ plan: AggregationPlan, header: DelimitedTable) throws(DiagnosticError) {
    var problems: [Diagnostic] = []
    func column(_ name: String, _ role: String) -> Int {
      if let column = header.column(named: name) { return column }
      let nearest = header.names.nearest(to: name)
      let isOneColumn = header.names.count == 1
      problems.append(
        Diagnostic(
          "aggregate.column", .error,
          at: header.header?.location ?? InputLocation(file: header.file),
          "there is no column \(name.quoted) for \(role), found "
            + header.names.map(\.quoted).joined(separator: ", "),
          hint: isOneColumn
            ? "the columns may be separated by something else; name it with --delimiter"
            : nearest.map { "did you mean \($0.quoted)?" }))
      return 0
    }
    keys = plan.keys.map { column($0, "the keys") }
    measure = column(plan.measure, "the measure")
    filters = plan.filters.map { filter in
      (column(filter.column, "a filter"), filter.values.map { Array($0.utf8) })
    }
    periodKey = plan.growth == nil ? nil : plan.keys.firstIndex(of: plan.periodColumn)
    fieldCount = header.names.count
    if !problems.isEmpty { throw DiagnosticError(problems) }
  }
}
