internal import NumericCore

/// The stepwise search for the orders of a seasonal ARIMA model.
///
/// Differences come from tests; the other orders from steps to a neighbour with a smaller corrected
/// Akaike criterion, by the exact likelihood. For series of more than 150 values, and where speed
/// counts, steps go by the conditional likelihood; then the best are fitted by the exact one, which
/// decides. Models near the unit circle are left out.
///
/// Source: R. J. Hyndman, Y. Khandakar, Journal of Statistical Software 27 (2008) 3,
/// doi 10.18637/jss.v027.i03.
struct ARIMASearch {
  private let sample: ForecastSample
  private let m: Int
  private let d: Int
  private let seasonalD: Int
  private let w: [Double]
  private let isExact: Bool
  private var tried: [ARIMAOrder: Candidate] = [:]

  /// What was found for orders.
  private struct Candidate {
    /// Infinite for orders that cannot be fitted or are near the unit circle.
    var criterion = Double.infinity
    /// Where the likelihood has its maximum.
    var point: [Double] = []
  }

  /// The largest number of values for which the search goes by the exact likelihood.
  private static var exactLimit: Int { 150 }

  /// Returns the best model that a search finds.
  ///
  /// `isQuick`: Whether steps go by the conditional likelihood for short series too, and only the best
  /// orders are fitted by the exact one: a fifth of the time.
  static func best(
    _ sample: ForecastSample, isQuick: Bool = false
  ) throws(ForecastError) -> any FittedModel {
    guard sample.count >= 8 else {
      throw .tooShort(method: "arima", needed: 8, found: sample.count, simpler: "drift")
    }
    if sample.isConstant {
      throw .noAnswer(method: "arima", reason: "all values are the same", simpler: "naive")
    }
    var search = ARIMASearch(
      sample, isExact: !isQuick && sample.count <= exactLimit)
    search.run()
    let ranked = search.tried.sorted {
      ($0.value.criterion, $0.key.description) < ($1.value.criterion, $1.key.description)
    }
    var models: [ARIMAModel] = []
    let wanted = isQuick || search.isExact ? 1 : 3
    for (order, found) in ranked where models.count < wanted {
      guard let model = ARIMAModel(order, sample, from: found.point) else {
        continue
      }
      if isQuick || !model.isNearCircle { models.append(model) }
    }
    guard let best = models.min(by: { $0.criterion < $1.criterion }) else {
      throw .noAnswer(method: "arima", reason: "no orders fit these values", simpler: "drift")
    }
    return best
  }

  private init(_ sample: ForecastSample, isExact: Bool) {
    self.sample = sample
    self.isExact = isExact
    m = sample.seasonLength
    let size = sample.values.reduce(0) { $0 + $1.magnitude / Double(sample.count) }
    let unit = size > 0 ? Double(sign: .plus, exponent: Int(size.exponent), significand: 1) : 1
    let y = sample.values.map { $0 / unit }
    seasonalD = Differencing.needsSeasonal(y, seasonLength: m) ? 1 : 0
    let seasonal = seasonalD == 1 ? Differencing.difference(y, lag: m) : y
    d = Differencing.plainCount(seasonal)
    var values = seasonal
    for _ in 0..<d { values = Differencing.difference(values, lag: 1) }
    w = values
  }

  private mutating func run() {
    let (seasonal, most) = (min(1, largestSeasonal), largestPlain)
    let constant = d + seasonalD < 2
    var best = order(0, 0, 0, 0, constant)
    for start in [
      order(min(2, most), min(2, most), seasonal, seasonal, constant), order(0, 0, 0, 0, constant),
      order(1, 0, seasonal, 0, constant), order(0, 1, 0, seasonal, constant),
      order(0, 0, 0, 0, false),
    ] where criterion(start) < criterion(best) { best = start }
    var isBetter = true
    while isBetter && tried.count < 94 {
      isBetter = false
      for next in neighbours(of: best) where tried[next] == nil {
        if criterion(next) < criterion(best) {
          best = next
          isBetter = true
          break
        }
      }
    }
  }

  /// The largest orders, a third of the values (of the years) at most.
  private var largestPlain: Int { min(5, sample.count / 3) }
  private var largestSeasonal: Int { m > 1 ? min(2, sample.count / (3 * m)) : 0 }

  private func order(_ p: Int, _ q: Int, _ sp: Int, _ sq: Int, _ constant: Bool) -> ARIMAOrder {
    ARIMAOrder(p: p, d: d, q: q, seasonal: (sp, seasonalD, sq), constant: constant)
  }

  private func neighbours(of o: ARIMAOrder) -> [ARIMAOrder] {
    let moves: [(Int, Int, Int, Int)] = [
      (0, 0, -1, 0), (0, 0, 0, -1), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, -1, -1), (0, 0, 1, 1),
      (-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (-1, -1, 0, 0), (1, 1, 0, 0),
    ]
    let steps = moves.compactMap { dp, dq, dsp, dsq -> ARIMAOrder? in
      let (p, q) = (o.p + dp, o.q + dq)
      let (sp, sq) = (o.seasonalP + dsp, o.seasonalQ + dsq)
      guard (0...largestPlain).contains(p), (0...largestPlain).contains(q),
        (0...largestSeasonal).contains(sp), (0...largestSeasonal).contains(sq)
      else { return nil }
      return order(p, q, sp, sq, o.hasConstant)
    }
    return d + seasonalD < 2
      ? steps + [order(o.p, o.q, o.seasonalP, o.seasonalQ, !o.hasConstant)] : steps
  }

  /// The criterion of orders; infinite for orders that are near the unit circle.
  private mutating func criterion(_ order: ARIMAOrder) -> Double {
    if let known = tried[order] { return known.criterion }
    let found = candidate(order)
    tried[order] = found
    return found.criterion
  }

  private func candidate(_ order: ARIMAOrder) -> Candidate {
    let (n, k) = (Double(w.count), Double(order.coefficientCount + 1))
    guard n - k - 1 > 0 else { return Candidate() }
    let conditional = ARMAObjective(order, w: w, seasonLength: m, kind: .conditional)
    var found = minimum(conditional, from: conditional.start)
    if isExact {
      // The conditional likelihood says where to begin, unless it ends at the circle.
      let start = found.criterion.isFinite ? found.point : conditional.start
      found = minimum(
        ARMAObjective(order, w: w, seasonLength: m, kind: .exactSearch), from: start)
    }
    found.criterion += 2 * k + 2 * k * (k + 1) / (n - k - 1)
    return found
  }

  private func minimum(_ objective: ARMAObjective, from start: [Double]) -> Candidate {
    var objective = objective
    if start.isEmpty { return Candidate(criterion: objective.objective(start)) }
    let scales = [Double](repeating: 1 / Double(w.count), count: start.count)
    guard
      let minimum = QuasiNewton(tolerance: 1e-3, stepLimit: 50).minimize(
        &objective, from: start, scales: scales)
    else { return Candidate() }
    let isNear = objective.order.isNearCircle(minimum.point)
    return Candidate(criterion: isNear ? .infinity : minimum.value, point: minimum.point)
  }
}
