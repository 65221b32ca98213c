import Forecasting
import FoundationEssentials
import TestSupport
import Testing

/// Outputs of the R package tempdisagg 0.24.1 for the sales and the trade of Swiss pharmaceuticals.
@Suite(
  "Disaggregation beside another program",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct DisaggregationReferenceTests {
  /// One run of the other program.
  struct Case: Sendable, CustomTestStringConvertible {
    /// Annual totals to quarters, or quarterly totals to months.
    let isYearly: Bool
    let name: String
    let method: DisaggregationMethod
    let hasIndicator: Bool
    /// The relative distance that is allowed: rounding, or the tolerance of the other program's
    /// search for the autocorrelation (`optimize` in R stops at about 1e-4).
    let tolerance: Double
    var testDescription: String { (isYearly ? "y2q " : "q2m ") + name }

    static let all: [Case] = [true, false].flatMap { isYearly in
      func make(
        _ name: String, _ method: DisaggregationMethod, _ hasIndicator: Bool = true,
        within tolerance: Double = 1e-8
      ) -> Case {
        Case(
          isYearly: isYearly, name: name, method: method, hasIndicator: hasIndicator,
          tolerance: tolerance)
      }
      // The other program ran its nine regressions of quarterly sales on monthly exports and
      // imports. Monthly imports are not among the data, so those nine cannot be computed.
      var cases = [make("uni", .uniform, false)]
      if isYearly {
        cases += [
          make("cl_fix", .regression(.autoregressive, autocorrelation: .fixed(0.6))),
          make("lit_fix", .regression(.integrated, autocorrelation: .fixed(0.6))),
          make("fer", .fernandez), make("ols", .ordinary),
          make(
            "cl_log",
            .regression(.autoregressive, autocorrelation: .mostLikely(truncated: false)),
            within: 1e-4),
          make(
            "cl_rss_R", .regression(.autoregressive, autocorrelation: .leastSquares), within: 1e-4),
          make(
            "cl_rss_Q", .regression(.autoregressive, autocorrelation: .leastInnovations),
            within: 1e-4),
          make(
            "lit_log", .regression(.integrated, autocorrelation: .mostLikely(truncated: false)),
            within: 1e-4),
          make("lit_rss", .regression(.integrated, autocorrelation: .leastSquares), within: 1e-4),
        ]
      }
      for (start, prefix) in [(DisaggregationMethod.Denton.Start.tied, "den"), (.free, "dencho")] {
        for (criterion, letter) in [
          (DisaggregationMethod.Denton.Criterion.proportional, "p"), (.additive, "a"),
        ] {
          for order in 0...2 {
            let method = DisaggregationMethod.denton(
              .init(criterion, differences: order, start: start))
            // Second differences of 474 months tied at the start have a condition of about 1e10
            // in both programs; the others agree to 8 digits.
            let tolerance = !isYearly && order == 2 && start == .tied ? 1e-6 : 1e-8
            cases.append(
              make("\(prefix)_\(letter)_\(order)", method, false, within: tolerance))
            cases.append(
              make("\(prefix)_ind_\(letter)_\(order)", method, within: tolerance))
          }
        }
      }
      return cases
    }
  }

  /// The inputs of a case: totals, indicators, the short periods before the first total.
  struct Inputs {
    let totals: [Double?]
    let indicators: [[Double]]
    let offset: Int
    let periods: Int
  }

  static func table(_ name: String) throws -> PlainTable {
    let folder = try #require(RepositoryFiles.sharedData).appending(path: "reference/tempdisagg")
    return PlainTable(try String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }

  static func inputs(isYearly: Bool) throws -> Inputs {
    func numbers(_ name: String) throws -> [Double] {
      try table("swisspharma_\(name).csv").numbers(name).map { try #require($0) }
    }
    // Sales are known from 1975, trade from 1972.
    return isYearly
      ? Inputs(
        totals: try numbers("sales.a"),
        indicators: [try numbers("exports.q"), try numbers("imports.q")], offset: 12, periods: 4)
      : Inputs(
        totals: try numbers("sales.q"), indicators: [try numbers("exports.m")], offset: 36,
        periods: 3)
  }

  private func run(_ item: Case, _ inputs: Inputs) throws -> Disaggregation {
    let isRegression = if case .regression = item.method { true } else { false }
    return try TemporalDisaggregation(item.method).disaggregated(
      inputs.totals, into: inputs.periods,
      following: item.hasIndicator
        ? Array(inputs.indicators.prefix(isRegression ? inputs.indicators.count : 1)) : [],
      offset: item.hasIndicator ? inputs.offset : 0)
  }

  @Test("the path of each method", arguments: Case.all) func series(_ item: Case) throws {
    let inputs = try Self.inputs(isYearly: item.isYearly)
    let reference = try Self.table(
      item.isYearly ? "td_reference_series_y2q.csv" : "td_reference_series_q2m.csv")
    let found = try run(item, inputs).values
    let expected = reference.numbers(item.name)
    let start = item.hasIndicator ? 0 : inputs.offset
    let scale = expected.compactMap(\.self).reduce(0) { max($0, $1.magnitude) }
    var compared = 0
    for (index, value) in found.enumerated() {
      guard let wanted = expected[start + index] else { continue }
      compared += 1
      #expect(
        (value - wanted).magnitude <= item.tolerance * scale,
        "period \(index): \(value), expected \(wanted)")
    }
    #expect(compared >= inputs.totals.count * inputs.periods)
  }

  @Test(
    "autocorrelation, coefficients, errors and likelihood",
    arguments: Case.all.filter { if case .regression = $0.method { true } else { false } })
  func parameters(_ item: Case) throws {
    let inputs = try Self.inputs(isYearly: item.isYearly)
    let found = try #require(try run(item, inputs).regression)
    let folder = try #require(RepositoryFiles.sharedData).appending(path: "reference/tempdisagg")
    let text = try String(
      contentsOf: folder.appending(path: "td_reference_parameters.csv"), encoding: .utf8)
    let prefix = "y2q,\(item.name),"
    let rows = PlainTable(
      "case,method,field,index,value\n"
        + text.split(separator: "\n").filter { $0.hasPrefix(prefix) }.joined(separator: "\n")
    ).rows
    func numbers(_ field: String) throws -> [Double] {
      try rows.filter { $0[2] == field }.map { try #require(Double($0[4])) }
    }
    func agree(_ a: [Double], _ b: [Double], _ what: String) {
      #expect(a.count == b.count)
      for (x, y) in zip(a, b) {
        #expect((x - y).magnitude <= 10 * item.tolerance * y.magnitude, "\(what): \(x), \(y)")
      }
    }
    let rho = try numbers("rho")
    #expect((found.autocorrelation - rho[0]).magnitude <= item.tolerance, "\(rho)")
    agree(found.coefficients, try numbers("coefficients"), "coefficients")
    agree(try #require(found.standardErrors), try numbers("se"), "standard errors")
    agree([found.logLikelihood], try numbers("logl"), "log-likelihood")
    agree([found.weightedSumOfSquares], try numbers("rss"), "sum of squares")
  }
}
