import Forecasting
import NumericCore
import TestSupport
import Testing

@Suite("Reconciliation") struct ReconciliationTests {
  /// balance = exports − imports; exports and imports of three partners each.
  private func balance() throws -> Hierarchy {
    try Hierarchy(
      names: ["balance", "exports", "imports", "xA", "xB", "xC", "mA", "mB", "mC"],
      definitions: [
        [.init(1), .init(2, times: -1)], [.init(3), .init(4), .init(5)],
        [.init(6), .init(7), .init(8)], [], [], [], [], [], [],
      ])
  }

  @Test("the worked example: a total one third too large is shared by all three") func worked()
    throws
  {
    // ŷ = (12, 6, 3), C·ŷ = 3, C·Cᵀ = 3, so ỹ = ŷ − (1, −1, −1).
    let sum = try Hierarchy(
      names: ["a+b", "a", "b"], definitions: [[.init(1), .init(2)], [], []])
    let found = try Reconciliation(.ordinary).reconciled(
      Matrix(fromColumns: [[12, 6, 3]]), by: sum)
    #expect(Array(found.values.column(0)) == [11, 7, 4])
  }

  @Test("the constraint form agrees with the summing form S(S'W⁻¹S)⁻¹S'W⁻¹", arguments: [1, 2, 3])
  func summingForm(seed: UInt64) throws {
    let hierarchy = try balance()
    var generator = SeededGenerator(seed: seed)
    let base = (0..<9).map { _ in 10 + 5 * generator.nextStandardNormal() }
    let residuals = Matrix(
      rows: 20, columns: 9, byColumn: (0..<180).map { _ in generator.nextStandardNormal() })
    let found = try Reconciliation(.variance).reconciled(
      Matrix(fromColumns: [base]), by: hierarchy, residuals: residuals)
    // The obvious way, with W⁻¹ on the rows of S.
    let s = hierarchy.summingMatrix()
    let weights = (0..<9).map { 20 / residuals.column($0).reduce(0) { $0 + $1 * $1 } }
    var weighted = s
    for j in 0..<s.columns { for i in 0..<s.rows { weighted[i, j] *= weights[i] } }
    let normal = try weighted.multiplied(by: s, transposing: .left)
    let leaves = try LUFactorization(of: normal).solve(weighted.transposedMultiplied(by: base))
    for (a, b) in zip(found.values.column(0), try s.multiplied(by: leaves)) {
      #expect((a - b).magnitude < 1e-10)
    }
  }

  @Test("sums are exact in any order, and as printed", arguments: ReconciliationMethod.allCases)
  func exactSums(_ method: ReconciliationMethod) throws {
    let hierarchy = try balance()
    var generator = SeededGenerator(seed: 7)
    let base = Matrix(
      rows: 9, columns: 6, byColumn: (0..<54).map { _ in 1e9 * (1 + generator.nextUniform()) })
    let residuals = Matrix(
      rows: 30, columns: 9, byColumn: (0..<270).map { _ in 1e7 * generator.nextStandardNormal() })
    let found = try Reconciliation(method).reconciled(base, by: hierarchy, residuals: residuals)
    #expect(found.unit == 1e-5)
    for step in 0..<6 {
      // The printed decimals as whole numbers of the unit, 10⁻⁵.
      let units = try found.values.column(step).map { try Self.units("\($0)") }
      #expect(units[0] == units[1] - units[2])
      #expect(units[1] == units[3] + units[4] + units[5])
      #expect(units[2] == units[8] + units[7] + units[6])
      #expect(hierarchy.gaps(Array(found.values.column(step))).allSatisfy { $0.magnitude < 1e-5 })
    }
  }

  /// A printed number in units of 10⁻⁵, read digit by digit.
  private static func units(_ text: String) throws -> Int {
    let parts = text.split(separator: ".")
    let decimals = parts.count > 1 ? String(parts[1]) : "0"
    try #require(decimals.count <= 5, "\(text)")
    let zeros = String(repeating: "0", count: 5 - decimals.count)
    return try #require(Int("\(parts[0])\(decimals)\(zeros)"))
  }

  @Test("forecasts that add up stay as they are", arguments: ReconciliationMethod.allCases)
  func unchanged(_ method: ReconciliationMethod) throws {
    let values = [5.0, 30, 25, 10, 15, 5, 5, 12, 8]
    var generator = SeededGenerator(seed: 1)
    let residuals = Matrix(
      rows: 12, columns: 9, byColumn: (0..<108).map { _ in generator.nextStandardNormal() })
    let found = try Reconciliation(method).reconciled(
      Matrix(fromColumns: [values]), by: try balance(), residuals: residuals)
    #expect(Array(found.values.column(0)) == values)
  }

  @Test("fixed rows keep their values", arguments: ReconciliationMethod.allCases)
  func fixedRows(_ method: ReconciliationMethod) throws {
    var generator = SeededGenerator(seed: 5)
    let residuals = Matrix(
      rows: 12, columns: 9, byColumn: (0..<108).map { _ in generator.nextStandardNormal() })
    let base = [4.0, 31.7, 25, 10, 15.25, 5, 5, 12, 8.5]
    let found = try Reconciliation(method, fixing: [1, 4]).reconciled(
      Matrix(fromColumns: [base]), by: try balance(), residuals: residuals)
    #expect(found.values[1, 0] == 31.7)
    #expect(found.values[4, 0] == 15.25)
    #expect(try balance().gaps(Array(found.values.column(0))).allSatisfy { $0.magnitude < 1e-12 })
  }

  @Test("a total and all its parts fixed: kept when they add up, refused when not") func allFixed()
    throws
  {
    let sum = try Hierarchy(
      names: ["a+b", "a", "b"], definitions: [[.init(1), .init(2)], [], []])
    let all = Reconciliation(.ordinary, fixing: [0, 1, 2])
    let kept = try all.reconciled(Matrix(fromColumns: [[9, 6, 3]]), by: sum)
    #expect(Array(kept.values.column(0)) == [9, 6, 3])
    #expect(throws: ReconciliationError.contradictory(name: "b", step: 1)) {
      try all.reconciled(Matrix(fromColumns: [[10, 6, 3]]), by: sum)
    }
  }

  @Test("leaves that must not be negative are zero, and the rest adds up") func nonNegative() throws
  {
    let hierarchy = try balance()
    let base = [0.0, 10, 10, 1, 1, 20, 10, 0.1, 0.1]
    let plain = try Reconciliation(.ordinary).reconciled(
      Matrix(fromColumns: [base]), by: hierarchy)
    #expect(plain.values.column(0).contains { $0 < 0 })
    let found = try Reconciliation(.ordinary, nonNegative: hierarchy.leaves).reconciled(
      Matrix(fromColumns: [base, base]), by: hierarchy)
    #expect(found.values.column(1).dropFirst().allSatisfy { $0 >= 0 })
    #expect(found.keptAtZero[0] == found.keptAtZero[1])
    #expect(!found.keptAtZero[0].isEmpty)
    #expect(hierarchy.gaps(Array(found.values.column(0))).allSatisfy { $0.magnitude < 1e-12 })
  }

  @Test("what is held at zero is the nearest point: Karush, Kuhn and Tucker", arguments: 1...40)
  func nearest(seed: UInt64) throws {
    // Errors that move together make leaves that were pushed below zero by others want up again.
    let hierarchy = try balance()
    var generator = SeededGenerator(seed: seed)
    let common = (0..<12).map { _ in generator.nextStandardNormal() }
    let residuals = Matrix(
      rows: 12, columns: 9,
      byColumn: (0..<9).flatMap { row in
        common.map { ($0 * Double(row % 3 - 1) + 0.3 * generator.nextStandardNormal()) }
      })
    let base = (0..<9).map { _ in 1 + 4 * generator.nextStandardNormal() }
    for method in ReconciliationMethod.allCases {
      let found = try Reconciliation(method, nonNegative: hierarchy.leaves).reconciled(
        Matrix(fromColumns: [base]), by: hierarchy, residuals: residuals)
      let y = Array(found.values.column(0))
      // The slope of half the distance along each leaf, S'W⁻¹(y − ŷ).
      let inverse = try LUFactorization(
        of: Self.covariance(method, hierarchy, residuals, found.shrinkage))
      let slopes = try hierarchy.summingMatrix().transposedMultiplied(
        by: inverse.solve(zip(y, base).map { $0 - $1 }))
      for (leaf, slope) in zip(hierarchy.leaves, slopes) {
        #expect(y[leaf] >= 0)
        #expect(y[leaf] == 0 ? slope > -1e-7 : slope.magnitude < 1e-7, "\(method), leaf \(leaf)")
      }
    }
  }

  /// The covariance of a method, written out.
  private static func covariance(
    _ method: ReconciliationMethod, _ hierarchy: Hierarchy, _ residuals: Matrix,
    _ shrinkage: Double?
  ) -> Matrix {
    let t = Double(residuals.rows)
    let weight = shrinkage ?? 1
    var w = Matrix.identity(hierarchy.count)
    for i in 0..<hierarchy.count {
      switch method {
      case .ordinary: break
      case .structural: w[i, i] = Double(hierarchy.leafTerms()[i].count)
      case .variance: w[i, i] = residuals.column(i).reduce(0) { $0 + $1 * $1 } / t
      case .shrinkage:
        let mean = residuals.column(i).reduce(0, +) / t
        for j in 0..<hierarchy.count {
          let other = residuals.column(j).reduce(0, +) / t
          let sum = zip(residuals.column(i), residuals.column(j)).reduce(0) {
            $0 + ($1.0 - mean) * ($1.1 - other)
          }
          w[i, j] = sum / (t - 1) * (i == j ? 1 : 1 - weight)
        }
      }
    }
    return w
  }

  @Test(
    "what is left of the deviations is the root of diag(M V M')",
    arguments: ReconciliationMethod.allCases)
  func deviationRatios(_ method: ReconciliationMethod) throws {
    let hierarchy = try balance()
    var generator = SeededGenerator(seed: 11)
    let residuals = Matrix(
      rows: 20, columns: 9, byColumn: (0..<180).map { _ in generator.nextStandardNormal() })
    let ratios = try Reconciliation(method).deviationRatios(by: hierarchy, residuals: residuals)
    // The obvious way: G = (S'W⁻¹S)⁻¹S'W⁻¹ and diag(S G V G'S').
    let base = Matrix(repeating: 0, rows: 9, columns: 1)
    let shrinkage = try Reconciliation(.shrinkage).reconciled(
      base, by: hierarchy, residuals: residuals
    ).shrinkage
    let v = Self.covariance(.shrinkage, hierarchy, residuals, shrinkage)
    let weights = try LUFactorization(of: Self.covariance(method, hierarchy, residuals, shrinkage))
    let s = hierarchy.summingMatrix()
    let weighted = Matrix(
      fromColumns: try (0..<s.columns).map { try weights.solve(Array(s.column($0))) })
    let normal = try LUFactorization(of: weighted.multiplied(by: s, transposing: .left))
    for row in 0..<9 {
      // Row of S·G, which is W⁻¹S(S'W⁻¹S)⁻¹ times that row of S.
      let g = try weighted.multiplied(by: try normal.solve(Array(s.row(row))))
      let variance = zip(g, try v.multiplied(by: g)).reduce(0) { $0 + $1.0 * $1.1 }
      #expect((ratios[row] - (variance / v[row, row]).squareRoot()).magnitude < 1e-9)
      if method == .shrinkage { #expect(ratios[row] <= 1 + 1e-12) }
    }
  }

  @Test("a fixed leaf below zero that must not be so is refused") func fixedNegative() throws {
    let sum = try Hierarchy(
      names: ["a+b", "a", "b"], definitions: [[.init(1), .init(2)], [], []])
    #expect(throws: ReconciliationError.negativeAggregate(name: "a", step: 1)) {
      try Reconciliation(.ordinary, fixing: [1], nonNegative: [1]).reconciled(
        Matrix(fromColumns: [[3, -1, 3]]), by: sum)
    }
  }

  @Test("series without residual variance do not stop the others", arguments: [0, 1, 9])
  func constantSeries(count: Int) throws {
    var generator = SeededGenerator(seed: 2)
    var values = (0..<108).map { _ in generator.nextStandardNormal() }
    for index in 0..<count * 12 { values[index] = 0 }
    let residuals = Matrix(rows: 12, columns: 9, byColumn: values)
    for method in [ReconciliationMethod.variance, .shrinkage] {
      let found = try Reconciliation(method).reconciled(
        Matrix(fromColumns: [[0, 31, 25, 10, 15, 5, 5, 12, 8]]), by: try balance(),
        residuals: residuals)
      #expect(found.values.storage.allSatisfy { $0.isFinite && $0.magnitude < 100 })
    }
  }

  @Test("scales from 1e-9 to 1e15", arguments: [1e-9, 1, 1e12, 1e15]) func scales(_ factor: Double)
    throws
  {
    let base = [4.0, 31.7, 25, 10, 15.25, 5, 5, 12, 8.5]
    let plain = try Reconciliation(.structural).reconciled(
      Matrix(fromColumns: [base]), by: try balance())
    let scaled = try Reconciliation(.structural).reconciled(
      Matrix(fromColumns: [base.map { $0 * factor }]), by: try balance())
    for (a, b) in zip(plain.values.storage, scaled.values.storage) {
      #expect((a * factor - b).magnitude <= 1e-12 * factor * 40)
    }
  }

  @Test("what is missing or does not fit is named") func refusals() throws {
    let sum = try Hierarchy(
      names: ["a+b", "a", "b"], definitions: [[.init(1), .init(2)], [], []])
    let base = Matrix(fromColumns: [[1, 2, 3]])
    #expect(throws: ReconciliationError.residualsMissing(method: .shrinkage)) {
      try Reconciliation(.shrinkage).reconciled(base, by: sum)
    }
    #expect(throws: ReconciliationError.tooFewResiduals(method: .shrinkage, needed: 3, found: 2)) {
      try Reconciliation(.shrinkage).reconciled(
        base, by: sum, residuals: Matrix(repeating: 1, rows: 2, columns: 3))
    }
    #expect(throws: ReconciliationError.seriesMismatch(what: "forecasts", expected: 3, found: 2)) {
      try Reconciliation(.ordinary).reconciled(Matrix(fromColumns: [[1, 2]]), by: sum)
    }
    #expect(throws: ReconciliationError.nonFinite(what: "forecasts", name: "a")) {
      try Reconciliation(.ordinary).reconciled(Matrix(fromColumns: [[1, .nan, 2]]), by: sum)
    }
    #expect(
      ReconciliationError.residualsMissing(method: .shrinkage).description
        == "reconciliation by mint needs the residuals of the models, found none")
  }

  @Test("definitions that run in a circle or name no row are refused") func hierarchyErrors() {
    #expect(throws: HierarchyError.circular(name: "a")) {
      try Hierarchy(names: ["a", "b"], definitions: [[.init(1)], [.init(0)]])
    }
    #expect(throws: HierarchyError.unknownRow(name: "a", row: 5)) {
      try Hierarchy(names: ["a"], definitions: [[.init(5)]])
    }
  }
}
