import FoundationEssentials
import Forecasting
import NumericCore
import TestSupport
import Testing

/// What hierarchicalforecast 1.5.3 makes of the same forecasts.
@Suite("Reconciliation beside another program") struct ReconciliationReferenceTests {
  /// A method and its name in the reference files.
  struct Case: Sendable, CustomTestStringConvertible {
    let method: ReconciliationMethod
    let small: String
    let belgian: String
    var testDescription: String { method.rawValue }
    static let all = [
      Case(method: .ordinary, small: "ols", belgian: "mint_ols"),
      Case(method: .structural, small: "wls_struct", belgian: "mint_wls_struct"),
      Case(method: .variance, small: "wls_var", belgian: "mint_wls_var"),
      Case(method: .shrinkage, small: "mint_shrink", belgian: "mint_shrink"),
    ]
  }

  /// A table of long form as columns of numbers by series.
  private func matrix(
    _ table: PlainTable, names: [String], value: String, where isKept: (Int) -> Bool = { _ in true }
  ) throws -> Matrix {
    let series = table.column("series")
    let numbers = table.numbers(value)
    let columns = try names.map { name in
      try series.indices.filter { series[$0] == name && isKept($0) }.map {
        try #require(numbers[$0])
      }
    }
    return Matrix(fromColumns: columns)
  }

  @Test("a hierarchy whose residuals do not add up, to 7 digits", arguments: Case.all)
  func incoherentResiduals(_ item: Case) throws {
    let table = PlainTable(
      try RepositoryFiles.text(at: "Datasets/reference/reconciliation/shrinkage.csv"))
    let names = ["total", "A", "B", "A1", "A2", "B1", "B2", "B3"]
    let kinds = table.column("kind")
    func part(_ kind: String) throws -> Matrix {
      try matrix(table, names: names, value: "value") { kinds[$0] == kind }
    }
    let hierarchy = try Hierarchy(
      names: names,
      definitions: [
        [.init(1), .init(2)], [.init(3), .init(4)], [.init(5), .init(6), .init(7)],
        [], [], [], [], [],
      ])
    let found = try Reconciliation(item.method).reconciled(
      try part("base").transposed(), by: hierarchy, residuals: try part("residual"))
    let expected = try part(item.small).transposed()
    for (a, b) in zip(found.values.storage, expected.storage) {
      #expect((a / b - 1).magnitude < 1e-7)
    }
  }

  @Test(
    "the Belgian exports of the shared data, to 8 digits",
    .enabled(
      if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"),
    arguments: Case.all)
  func belgianExports(_ item: Case) throws {
    let folder = try #require(RepositoryFiles.sharedData).appending(path: "reference/misc")
    func table(_ name: String) throws -> PlainTable {
      PlainTable(try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
    let summing = try table("mint_summing_matrix.csv")
    let names = summing.column("series")
    let hierarchy = try Hierarchy(
      names: names,
      summing: Matrix(fromRows: summing.rows.map { $0.dropFirst().compactMap { Double($0) } }))
    let reference = try table("mint_reconciliation_belgium_exports_reference.csv")
    let sample = try table("mint_insample_actual_fitted.csv")
    let actual = try matrix(sample, names: names, value: "actual")
    let fitted = try matrix(sample, names: names, value: "fitted")
    let residuals = Matrix(
      rows: actual.rows, columns: actual.columns,
      byColumn: zip(actual.storage, fitted.storage).map { $0 - $1 })
    let base = try matrix(reference, names: names, value: "base").transposed()
    let found = try Reconciliation(item.method).reconciled(
      base, by: hierarchy, residuals: residuals)
    let expected = try matrix(reference, names: names, value: item.belgian).transposed()
    for (a, b) in zip(found.values.storage, expected.storage) {
      #expect((a / b - 1).magnitude < 1e-8)
    }
  }
}
