import Testing
import Tradewind

@Suite("The library example of the README") struct ReadmeExampleTests {
  /// 63.9 / 83.5 - 1 = -23.473 percent, by hand; the levels are China's exports to the European
  /// Union in Datasets/china-partners.
  @Test("runs with one import and gives what it says") func example() throws {
    let exports = Series(
      "Exports", from: .quarter(2008, 3), values: [83.5, 72.4, 49.9, 53.6, 63.9])
    let growth = try exports.yearOverYear()
    let value = try #require(growth[.quarter(2009, 3)].value)
    #expect(abs(value - -23.473) < 0.0005)
  }
}
