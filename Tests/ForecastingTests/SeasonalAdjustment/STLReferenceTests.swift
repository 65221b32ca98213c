import Forecasting
import FoundationEssentials
import TestSupport
import Testing

/// Results of the authors' Fortran program (netlib `stl`) for the carbon dioxide series that comes
/// with it, as statsmodels 0.15.0 keeps them.
@Suite(
  "STL beside the authors' program",
  .enabled(if: RepositoryFiles.sharedData != nil, "TRADEWIND_SHARED_DATA is not set"))
struct STLReferenceTests {
  /// A scenario: the jumps of low-pass and trend, and how many values are left out at the end.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let lowPassJump: Int
    let trendJump: Int
    var testDescription: String { name }
    static let all = [
      Case(name: "baseline", lowPassJump: 2, trendJump: 2),
      Case(name: "short", lowPassJump: 2, trendJump: 2),
      Case(name: "nljump-1", lowPassJump: 1, trendJump: 2),
      Case(name: "ntjump-1", lowPassJump: 2, trendJump: 1),
      Case(name: "nljump-1-ntjump-1", lowPassJump: 1, trendJump: 1),
    ]
  }

  @Test("season, trend and weights to 11 digits", arguments: Case.all)
  func scenario(_ item: Case) throws {
    let folder = try #require(RepositoryFiles.sharedData).appending(path: "reference/statsmodels")
    let series = try String(contentsOf: folder.appending(path: "stl_co2.csv"), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map { try #require(Double($0)) }
    let text = try String(
      contentsOf: folder.appending(path: "stl_test_results.csv"), encoding: .utf8)
    let wanted = text.split(whereSeparator: \.isNewline).filter {
      $0.drop { $0 == " " }.hasPrefix("\(item.name) ")
        || $0.drop { $0 == " " }.hasPrefix("\(item.name),")
    }
    let rows = PlainTable("scenario,idx,season,trend,rw\n" + wanted.joined(separator: "\n"))
    let values = Array(series.prefix(rows.rows.count))
    let parts = try #require(
      STLDecomposition(
        values, seasonLength: 12,
        parameters: STLParameters(
          seasonal: .init(35, jump: 4), trend: .init(19, jump: item.trendJump),
          lowPass: .init(13, jump: item.lowPassJump), innerRounds: 1, robustRounds: 2)))
    #expect(values.count >= 347)
    let (places, seasons) = (rows.numbers("idx"), rows.numbers("season"))
    let (trends, weights) = (rows.numbers("trend"), rows.numbers("rw"))
    for index in rows.rows.indices {
      let place = Int(try #require(places[index]))
      #expect((parts.seasonal[place] - (try #require(seasons[index]))).magnitude < 1e-10)
      #expect((parts.trend[place] - (try #require(trends[index]))).magnitude < 1e-9)
      #expect((parts.weights[place] - (try #require(weights[index]))).magnitude < 1e-10)
    }
  }
}
