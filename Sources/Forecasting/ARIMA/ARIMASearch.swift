internal import NumericCore

/// The stepwise search for the orders of a seasonal ARIMA model.
///
/// Differences come from tests; the other orders from steps to the neighbour with the smallest
/// corrected Akaike criterion, by the conditional likelihood. The three best are then fitted by
/// exact likelihood, which decides.
///
/// Source: R. J. Hyndman, Y. Khandakar, Journal of Statistical Software 27 (2008) 3,
/// doi 10.18637/jss.v027.i03.
struct ARIMASearch {
  private let sample: ForecastSample
  private let m: Int
  private let d: Int
  private let seasonalD: Int
  private let w: [Double]
  private var tried: [ARIMAOrder: (criterion: Double, point: [Double])] = [:]

  /// Returns the best model that a search finds.
  ///
  /// `candidates`: How many of the orders found are fitted by exact likelihood.
  static func best(
    _ sample: ForecastSample, candidates: Int = 3
  ) throws(ForecastError) -> any FittedModel {
    guard sample.count >= 8 else {
      throw .tooShort(method: "arima", needed: 8, found: sample.count, simpler: "drift")
    }
    if sample.isConstant {
      throw .noAnswer(method: "arima", reason: "all values are the same", simpler: "naive")
    }
    var search = ARIMASearch(sample)
    search.run()
    let ranked = search.tried.sorted {
      ($0.value.criterion, $0.key.description) < ($1.value.criterion, $1.key.description)
    }
    let models = ranked.prefix(candidates).compactMap { order, found in
      ARIMAModel(order, sample, from: found.point)
    }
    guard let best = models.min(by: { $0.criterion < $1.criterion }) else {
      throw .noAnswer(method: "arima", reason: "no orders fit these values", simpler: "drift")
    }
    return best
  }

  private init(_ sample: ForecastSample) {
    self.sample = sample
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

  /// The criterion of orders; infinite for orders with a root too near the circle, which promise
  /// more than they can keep.
  private mutating func criterion(_ order: ARIMAOrder) -> Double {
    if let known = tried[order] { return known.criterion }
    let k = Double(order.coefficientCount + 1)
    let n = Double(w.count)
    var found = (criterion: Double.infinity, point: [Double]())
    if n - k - 1 > 0 {
      var objective = ARMAObjective(order, w: w, seasonLength: m, kind: .conditional)
      let start = objective.start
      if start.isEmpty {
        found.criterion = objective.objective(start)
      } else if let minimum = QuasiNewton(tolerance: 1e-3, stepLimit: 50).minimize(
        &objective, from: start, scales: [Double](repeating: 1 / n, count: start.count))
      {
        let coefficientVariables = minimum.point.prefix(
          order.coefficientCount - (order.hasConstant ? 1 : 0))
        let isNearCircle = coefficientVariables.contains { $0.magnitude > 2.7 }
        found = (isNearCircle ? .infinity : minimum.value, minimum.point)
      }
      found.criterion += 2 * k + 2 * k * (k + 1) / (n - k - 1)
    }
    tried[order] = found
    return found.criterion
  }
}
