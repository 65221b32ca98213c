import FoundationEssentials
import TestSupport
import Testing
import TimeSeries

@testable import Forecasting

/// Fits of R's `forecast::ets`, as the tests of statsmodels 0.15.0 keep them, read from the shared
/// data: parameters, states, log-likelihood, forecasts.
@Suite(
  "Against R's ets",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct ETSReferenceTests {
  /// One fit; R writes `"NaN"` for a weight that the form does not have, and nothing for a form
  /// that it does not fit.
  private struct Entry: Decodable {
    let alpha, beta, gamma, phi, initstate, residuals, fitted, loglik, forecast: [Double?]

    private enum Key: String, CodingKey {
      case alpha, beta, gamma, phi, initstate, residuals, fitted, loglik, forecast
    }

    private struct Number: Decodable {
      let value: Double?
      init(from decoder: any Decoder) throws {
        value = try? decoder.singleValueContainer().decode(Double.self)
      }
    }

    init(from decoder: any Decoder) throws {
      guard let values = try? decoder.container(keyedBy: Key.self) else {
        (alpha, beta, gamma, phi, initstate) = ([], [], [], [], [])
        (residuals, fitted, loglik, forecast) = ([], [], [], [])
        return
      }
      func read(_ key: Key) throws -> [Double?] {
        try values.decodeIfPresent([Number].self, forKey: key)?.map(\.value) ?? []
      }
      alpha = try read(.alpha)
      beta = try read(.beta)
      gamma = try read(.gamma)
      phi = try read(.phi)
      initstate = try read(.initstate)
      residuals = try read(.residuals)
      fitted = try read(.fitted)
      loglik = try read(.loglik)
      forecast = try read(.forecast)
    }
  }

  @Test(
    "the likelihood at R's parameters is R's, and our maximum is not below it",
    arguments: [("fit_ets_results_nonseasonal.json", 1), ("fit_ets_results_seasonal.json", 4)])
  func fits(_ file: String, _ seasonLength: Int) throws {
    let root = try #require(RepositoryFiles.sharedData)
    let data = try Data(contentsOf: root.appending(path: "reference/statsmodels/\(file)"))
    let fits = try JSONDecoder().decode([String: [String: Entry]].self, from: data)
    var compared = 0
    for damped in ["TRUE", "FALSE"] {
      for form in ExponentialSmoothing.all where (form.trend == .damped) == (damped == "TRUE") {
        let key =
          form.error.rawValue + (form.trend == .none ? "N" : "A") + form.season.rawValue
        guard let entry = fits[damped]?[key], let alpha = entry.alpha.first ?? nil else { continue }
        compared += 1
        try compare(form, alpha, entry, seasonLength)
      }
    }
    #expect(compared >= 5)
  }

  private func compare(
    _ form: ExponentialSmoothing, _ alpha: Double, _ entry: Entry, _ m: Int
  ) throws {
    let y = zip(entry.fitted, entry.residuals).compactMap { fitted, residual -> Double? in
      guard let fitted, let residual else { return nil }
      return form.error == .additive ? fitted + residual : fitted * (1 + residual)
    }
    let states = entry.initstate.compactMap { $0 }
    var p = ETSKernel.Parameters()
    p.alpha = alpha
    p.beta = form.trend == .none ? 0 : (entry.beta.first ?? nil) ?? 0
    p.gamma = form.season == .none ? 0 : (entry.gamma.first ?? nil) ?? 0
    p.phi = form.trend == .damped ? (entry.phi.first ?? nil) ?? 1 : 1
    p.level = states[0]
    p.slope = form.trend == .none ? 0 : states[1]
    // R keeps the season of the first period last.
    if form.season != .none { p.seasons = states.suffix(m).reversed() }
    var kernel = ETSKernel(form, y: y, observed: [], seasonLength: m)
    let own = -kernel.objective(p) / 2
    let reference = try #require(entry.loglik.first ?? nil)
    #expect(isNear(own, reference, 2e-4), "\(form): \(own), R \(reference)")

    let first: Period = m == 1 ? .year(1960) : .quarter(1999, 1)
    let model = try ETSModel(form, ForecastSample("R", from: first, values: y))
    #expect(
      model.logLikelihood >= reference - 0.05,
      "\(form): our maximum \(model.logLikelihood), R \(reference)")
    // Forecasts from R's weights and states.
    let last = ETSModel(
      form: form, seasonLength: m, start: p, last: kernel.last, residuals: [], parameterCount: 0,
      variance: nil, logLikelihood: own, criterion: .infinity)
    let expected = entry.forecast.compactMap { $0 }
    guard form.trend == .damped, form.season == .multiplicative else {
      #expect(areNear(last.points(expected.count), expected, 2e-4), "\(form)")
      return
    }
    // Here R's forecast adds the slope before it is damped, one step later than its own fit does;
    // we damp first, as the fit does. Undoing that gives R's numbers.
    var (slope, weight) = (0.0, 1.0)
    let undamped = (0..<expected.count).map { h -> Double in
      slope += weight
      weight *= p.phi
      return (kernel.last.level + slope * kernel.last.slope) * kernel.last.seasons[h % m]
    }
    #expect(areNear(undamped, expected, 2e-3), "\(form)")
  }
}
