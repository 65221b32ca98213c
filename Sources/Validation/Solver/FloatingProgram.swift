internal import CClp

/// A linear program of Clp over the rows of a large system.
///
/// It proposes what exact arithmetic then proves; no result of it counts by itself.
///
/// Unknowns are counted from a centre near the printed values, so that big values keep their
/// digits. Rows of one unknown become the ends of that unknown, so that few are free and the dual
/// simplex method can start anywhere. Each question starts from the basis of the one before: with a
/// few figures left out it takes a few exchanges only.
@safe final class FloatingProgram {
  /// What Clp says of a system.
  enum Proposal {
    /// The distance of each unknown from the centre.
    case point([Double])
    /// The places of rows that contradict each other.
    case contradiction([Int])
    /// Clp is missing, failed or needs more iterations.
    case nothing
  }

  /// What Clp says of the largest value of a sum.
  enum Optimum {
    /// The distance of each unknown from the centre, and the places of the rows that keep the sum
    /// from being larger.
    case reached([Double], support: [Int])
    case unbounded
    case nothing
  }

  private let rows: IntegerRows
  private let widths: [Double]
  /// What a row's bound is when unknowns are counted from the centre.
  private let gaps: [Double]
  /// The rows of several unknowns, and the size of their largest factor.
  private let sums: [(row: Int, size: Double)]
  /// The rows of one unknown.
  private let ends: [Int]
  private let model: UnsafeMutableRawPointer
  private let iterations: CInt
  private var low: [Double]
  private var high: [Double]
  private var lowRow: [Int]
  private var highRow: [Int]
  private var rowLow: [Double]
  private var rowHigh: [Double]

  private static var infinity: Double { .greatestFiniteMagnitude }

  /// Sets a program up; `nil` when Clp is missing or the program is too large for it.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - start: The printed values, from which unknowns are counted.
  ///   - iterations: How many iterations one question may take.
  init?(_ rows: IntegerRows, _ start: StartingPoint, iterations: Int) {
    let sums = rows.relations.indices.filter { rows.entries($0).count > 1 }
    guard let matrix = Matrix(rows, sums), let columnCount = CInt(exactly: rows.count),
      let rowCount = CInt(exactly: sums.count), iterations > 0,
      unsafe tradewind_linear_programs() != nil, let model = unsafe loaded_Clp_newModel()()
    else { return nil }
    self.rows = rows
    widths = start.widths
    self.sums = zip(sums, matrix.sizes).map { ($0, $1) }
    unsafe self.model = unsafe model
    self.iterations = CInt(clamping: iterations)
    ends = rows.relations.indices.filter { rows.entries($0).count == 1 }
    gaps = start.gaps
    low = Array(repeating: -FloatingProgram.infinity, count: rows.count)
    high = Array(repeating: FloatingProgram.infinity, count: rows.count)
    lowRow = Array(repeating: -1, count: rows.count)
    highRow = lowRow
    rowLow = Array(repeating: -FloatingProgram.infinity, count: sums.count)
    rowHigh = Array(repeating: FloatingProgram.infinity, count: sums.count)
    let costs = [Double](repeating: 0, count: rows.count)
    unsafe loaded_Clp_setLogLevel()(model, 0)
    unsafe loaded_Clp_setPrimalTolerance()(model, 1e-9)
    unsafe loaded_Clp_setMaximumIterations()(model, self.iterations)
    unsafe loaded_Clp_loadProblem()(
      model, columnCount, rowCount, matrix.starts, matrix.indices, matrix.values, low, high, costs,
      rowLow, rowHigh)
  }

  deinit { unsafe loaded_Clp_deleteModel()(model) }

  /// Looks for a point.
  ///
  /// - Parameters:
  ///   - isOff: The rows that do not count.
  ///   - margin: How far inside of each row the point should be, in widths of the row.
  /// - Returns: What Clp says.
  func point(isOff: [Bool], margin: Double) -> Proposal {
    if let clash = setBounds(isOff, margin) { return .contradiction(clash) }
    let costs = [Double](repeating: 0, count: rows.count)
    unsafe loaded_Clp_chgObjCoefficients()(model, costs)
    unsafe loaded_Clp_setNumberIterations()(model, 0)
    unsafe loaded_Clp_dual()(model, 0)
    switch unsafe loaded_Clp_status()(model) {
    case 0: return solution().map(Proposal.point) ?? .nothing
    case 1: return ray().map(Proposal.contradiction) ?? .nothing
    default: return .nothing
    }
  }

  /// Looks for the largest value of a sum, among the rows of the last question.
  func maximum(_ objective: [Double]) -> Optimum {
    // Clp looks for the least value.
    let costs = objective.map { -$0 }
    unsafe loaded_Clp_chgObjCoefficients()(model, costs)
    unsafe loaded_Clp_setNumberIterations()(model, 0)
    unsafe loaded_Clp_primal()(model, 0)
    switch unsafe loaded_Clp_status()(model) {
    case 0:
      guard let point = solution(), let support = support(point) else { return .nothing }
      return .reached(point, support: support)
    case 2: return .unbounded
    default: return .nothing
    }
  }

  /// The rows that meet in the corner of the last answer: those whose sum, or whose unknown, is not
  /// in the basis.
  func corner() -> [Int] {
    var places: [Int] = []
    for (place, sum) in sums.enumerated() {
      guard let number = CInt(exactly: place) else { continue }
      let status = unsafe loaded_Clp_getRowStatus()(model, number)
      if status != FloatingProgram.basic, rowLow[place] > -FloatingProgram.infinity {
        places.append(sum.row)
      }
    }
    for column in low.indices {
      guard let number = CInt(exactly: column) else { continue }
      switch unsafe loaded_Clp_getColumnStatus()(model, number) {
      case FloatingProgram.atUpper: if highRow[column] >= 0 { places.append(highRow[column]) }
      case FloatingProgram.atLower, FloatingProgram.fixed:
        if lowRow[column] >= 0 { places.append(lowRow[column]) }
      default: break
      }
    }
    return places
  }

  // The numbers of Clp for where a variable is.
  private static var basic: CInt { 1 }
  private static var atUpper: CInt { 2 }
  private static var atLower: CInt { 3 }
  private static var fixed: CInt { 5 }

  /// Sets the ends of rows and unknowns; two rows of one unknown that contradict each other are
  /// given back.
  private func setBounds(_ isOff: [Bool], _ margin: Double) -> [Int]? {
    for (place, sum) in sums.enumerated() {
      let isOn = !isOff[sum.row]
      let isExact = rows.relations[sum.row] == .exactly
      let bound = (gaps[sum.row] + (isExact ? 0 : margin * widths[sum.row])) / sum.size
      rowLow[place] = isOn ? bound : -FloatingProgram.infinity
      rowHigh[place] = isOn && isExact ? bound : FloatingProgram.infinity
    }
    for column in low.indices {
      low[column] = -FloatingProgram.infinity
      high[column] = FloatingProgram.infinity
      lowRow[column] = -1
      highRow[column] = -1
    }
    for row in ends where !isOff[row] {
      let entry = rows.starts[row]
      let (column, factor) = (rows.indices[entry], Double(rows.factors[entry]))
      let isExact = rows.relations[row] == .exactly
      let bound = (gaps[row] + (isExact ? 0 : margin * widths[row])) / factor
      if factor > 0 || isExact, bound > low[column] {
        low[column] = bound
        lowRow[column] = row
      }
      if factor < 0 || isExact, bound < high[column] {
        high[column] = bound
        highRow[column] = row
      }
    }
    for column in low.indices where low[column] > high[column] {
      if margin == 0 { return [lowRow[column], highRow[column]] }
      return setBounds(isOff, 0)
    }
    unsafe loaded_Clp_chgRowLower()(model, rowLow)
    unsafe loaded_Clp_chgRowUpper()(model, rowHigh)
    unsafe loaded_Clp_chgColumnLower()(model, low)
    unsafe loaded_Clp_chgColumnUpper()(model, high)
    return nil
  }

  private func solution() -> [Double]? {
    guard let solution = unsafe loaded_Clp_getColSolution()(model) else { return nil }
    let point = low.indices.map { unsafe solution[$0] }
    return point.allSatisfy(\.isFinite) ? point : nil
  }

  /// The rows behind the optimum: those with a price, and the ends of unknowns that would go
  /// further.
  private func support(_ point: [Double]) -> [Int]? {
    guard let prices = unsafe loaded_Clp_getRowPrice()(model),
      let costs = unsafe loaded_Clp_getReducedCost()(model)
    else { return nil }
    let rowPrices = sums.indices.map { unsafe abs(prices[$0]) }
    let columnPrices = low.indices.map { unsafe abs(costs[$0]) }
    let least = max(rowPrices.max() ?? 0, columnPrices.max() ?? 0) * 1e-9
    var places = sums.indices.filter { rowPrices[$0] > least }.map { sums[$0].row }
    for column in low.indices where columnPrices[column] > least {
      let isLow = abs(point[column] - low[column]) <= abs(high[column] - point[column])
      let row = isLow ? lowRow[column] : highRow[column]
      if row >= 0 { places.append(row) }
    }
    return places.sorted()
  }

  /// The rows that Clp found to contradict each other.
  private func ray() -> [Int]? {
    guard let ray = unsafe loaded_Clp_infeasibilityRay()(model) else { return nil }
    defer { unsafe loaded_Clp_freeRay()(model, ray) }
    let multipliers = sums.indices.map { unsafe ray[$0] }
    let largest = multipliers.reduce(0) { max($0, abs($1)) }
    guard largest > 0, largest.isFinite else { return nil }
    // The direction of the ray is not promised, so both are tried.
    for sign in [-1.0, 1.0] {
      if let places = places(multipliers.map { $0 * sign }, least: largest * 1e-9) {
        return places
      }
    }
    return nil
  }

  /// The rows with multipliers and the ends of unknowns that add up to a contradiction.
  private func places(_ multipliers: [Double], least: Double) -> [Int]? {
    var (places, total) = ([Int](), 0.0)
    var columns = [Double](repeating: 0, count: rows.count)
    for (place, sum) in sums.enumerated() where abs(multipliers[place]) > least {
      let end = multipliers[place] > 0 ? rowLow[place] : rowHigh[place]
      guard abs(end) < FloatingProgram.infinity else { return nil }
      total += multipliers[place] * end
      places.append(sum.row)
      for entry in rows.entries(sum.row) {
        columns[rows.indices[entry]] +=
          multipliers[place] * Double(rows.factors[entry]) / sum.size
      }
    }
    for column in columns.indices where abs(columns[column]) > least {
      let isHigh = columns[column] > 0
      let row = isHigh ? highRow[column] : lowRow[column]
      guard row >= 0 else { return nil }
      total -= columns[column] * (isHigh ? high[column] : low[column])
      places.append(row)
    }
    return total > 0 ? places.sorted() : nil
  }

  /// The rows of several unknowns by columns, as Clp wants them; each row is divided by its largest
  /// factor.
  private struct Matrix {
    var starts: [CInt] = [0]
    var indices: [CInt]
    var values: [Double]
    var sizes: [Double] = []

    init?(_ rows: IntegerRows, _ sums: [Int]) {
      var next = [Int](repeating: 0, count: rows.count + 1)
      for row in sums {
        for entry in rows.entries(row) { next[rows.indices[entry] + 1] += 1 }
      }
      for column in 0..<rows.count {
        next[column + 1] += next[column]
        guard let end = CInt(exactly: next[column + 1]) else { return nil }
        starts.append(end)
      }
      indices = Array(repeating: 0, count: next[rows.count])
      values = Array(repeating: 0, count: next[rows.count])
      for (place, row) in sums.enumerated() {
        guard let number = CInt(exactly: place) else { return nil }
        let size = rows.entries(row).reduce(0.0) { max($0, abs(Double(rows.factors[$1]))) }
        guard size > 0 else { return nil }
        sizes.append(size)
        for entry in rows.entries(row) {
          let column = rows.indices[entry]
          indices[next[column]] = number
          values[next[column]] = Double(rows.factors[entry]) / size
          next[column] += 1
        }
      }
    }
  }
}
