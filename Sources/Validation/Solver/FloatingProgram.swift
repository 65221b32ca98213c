internal import CClp

/// The linear programs of Clp, which propose what exact arithmetic then proves.
///
/// No result of it counts by itself. Clp is touched for large systems only.
struct FloatingProgram {
  /// What Clp proposes.
  struct Proposal {
    /// The largest value of what was asked for.
    let optimum: Double
    /// A value for each unknown.
    let point: [Double]
    /// The places of the rows that keep the optimum from being larger.
    let support: [Int]
  }

  let system: LinearSystem

  /// Looks for the largest common slack.
  ///
  /// Every row `sum >= bound` becomes `sum - width * slack >= bound`, so there always is a
  /// solution. A positive slack gives a point inside all rows; the rows that support a negative
  /// one contradict each other.
  ///
  /// - Parameters:
  ///   - widths: How far apart the ends of a row are, in the unit of its sum; 0 for no slack.
  ///   - iterations: How many iterations Clp may take.
  /// - Returns: `nil` when Clp fails or needs more iterations.
  func commonSlack(_ widths: [Double], iterations: Int) -> Proposal? {
    var objective = [Double](repeating: 0, count: system.count + 1)
    objective[system.count] = 1
    return solve(objective, extra: widths, iterations: iterations)
  }

  /// Looks for the largest value of a sum of unknowns; `nil` also when there is none.
  func maximum(_ indices: [Int], _ factors: [Rational], iterations: Int) -> Proposal? {
    var objective = [Double](repeating: 0, count: system.count)
    for (position, index) in indices.enumerated() {
      objective[index] += factors[position].doubleValue
    }
    return solve(objective, extra: nil, iterations: iterations)
  }

  private func solve(_ objective: [Double], extra: [Double]?, iterations: Int) -> Proposal? {
    guard let columns = CInt(exactly: objective.count), let rows = CInt(exactly: system.rows.count),
      let limit = CInt(exactly: iterations), let matrix = Matrix(system, extra: extra),
      objective.allSatisfy(\.isFinite), unsafe tradewind_linear_programs() != nil,
      let model = unsafe loaded_Clp_newModel()()
    else { return nil }
    defer { unsafe loaded_Clp_deleteModel()(model) }
    unsafe loaded_Clp_setLogLevel()(model, 0)
    unsafe loaded_Clp_setMaximumIterations()(model, limit)
    // Clp looks for the least value.
    var costs = objective.map { -$0 }
    var low = [Double](repeating: -Double.infinity, count: objective.count)
    var high = [Double](repeating: Double.infinity, count: objective.count)
    if extra != nil {
      low[system.count] = -1e9
      high[system.count] = 1
    }
    unsafe loaded_Clp_loadProblem()(
      model, columns, rows, matrix.starts, matrix.indices, matrix.values, &low, &high, &costs,
      matrix.lower, matrix.upper)
    unsafe loaded_Clp_dual()(model, 0)
    guard unsafe loaded_Clp_status()(model) == 0,
      let solution = unsafe loaded_Clp_getColSolution()(model),
      let prices = unsafe loaded_Clp_getRowPrice()(model)
    else { return nil }
    let point = objective.indices.map { unsafe solution[$0] }
    guard point.allSatisfy(\.isFinite) else { return nil }
    let duals = system.rows.indices.map { unsafe abs(prices[$0]) }
    let largest = duals.max() ?? 0
    var optimum = 0.0
    for (index, factor) in objective.enumerated() { optimum += factor * point[index] }
    return Proposal(
      optimum: optimum, point: Array(point.prefix(system.count)),
      support: duals.indices.filter { duals[$0] > largest * 1e-9 })
  }

  /// The rows by columns, as Clp wants them; each row is scaled so that its largest factor is 1.
  private struct Matrix {
    var starts: [CInt] = [0]
    var indices: [CInt] = []
    var values: [Double] = []
    var lower: [Double] = []
    var upper: [Double] = []

    init?(_ system: LinearSystem, extra: [Double]?) {
      var counts = [Int](repeating: 0, count: system.count + (extra == nil ? 0 : 1))
      for (place, row) in system.rows.enumerated() {
        for index in row.indices { counts[index] += 1 }
        if let extra, extra[place] != 0 { counts[system.count] += 1 }
      }
      var next = [Int](repeating: 0, count: counts.count)
      var total = 0
      for column in counts.indices {
        next[column] = total
        total += counts[column]
        guard let end = CInt(exactly: total) else { return nil }
        starts.append(end)
      }
      indices = Array(repeating: 0, count: total)
      values = Array(repeating: 0, count: total)
      for (place, row) in system.rows.enumerated() {
        guard let number = CInt(exactly: place) else { return nil }
        let factors = row.factors.map(\.doubleValue)
        let size = factors.reduce(0) { max($0, abs($1)) }
        let bound = row.bound.doubleValue / size
        guard size > 0, size.isFinite, bound.isFinite else { return nil }
        for (position, index) in row.indices.enumerated() {
          indices[next[index]] = number
          values[next[index]] = factors[position] / size
          next[index] += 1
        }
        if let extra, extra[place] != 0 {
          indices[next[system.count]] = number
          values[next[system.count]] = -extra[place] / size
          next[system.count] += 1
        }
        lower.append(bound)
        upper.append(row.relation == .exactly ? bound : Double.infinity)
      }
    }
  }
}
