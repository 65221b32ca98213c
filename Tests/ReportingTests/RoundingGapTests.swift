import Reporting
import TestSupport
import Testing

@Suite("Figures that do not add") struct RoundingGapTests {
  private let share = NumberStyle.percent()

  private func quantities(_ values: [Double?], decimals: Int = 1) -> [StyledQuantity] {
    values.map { StyledQuantity($0, NumberStyle(decimals: decimals)) }
  }

  /// Shares of 120, 54 and 46 in 220: 54.5, 24.5 and 20.9 add to 99.9 in print.
  @Test("a visible gap is found and named") func visible() throws {
    let parts = [120.0, 54, 46].map { StyledQuantity(100 * $0 / 220, share) }
    let gap = try #require(RoundingGap("World", parts: parts, total: StyledQuantity(100, share)))
    #expect((gap.sumOfParts, gap.total) == (99.9, 100))
    #expect(RoundingGap.note(for: [gap, gap]) == "Figures may not add because of rounding: World.")
    #expect(RoundingGap.note(for: []) == nil)
  }

  @Test("figures that add have no gap") func adds() {
    let total = StyledQuantity(6.6, NumberStyle(decimals: 1))
    #expect(RoundingGap("x", parts: quantities([1.1, 2.2, 3.3]), total: total) == nil)
  }

  @Test("nothing is said where a figure is missing or there are no parts") func missing() {
    let total = StyledQuantity(9, NumberStyle(decimals: 1))
    #expect(RoundingGap("x", parts: quantities([1.1, nil]), total: total) == nil)
    #expect(RoundingGap("x", parts: [], total: total) == nil)
    #expect(
      RoundingGap("x", parts: quantities([1]), total: StyledQuantity(nil, NumberStyle(decimals: 1)))
        == nil)
  }

  /// 1.4 + 1.4 = 2.8 beside 3 is what rounding does to 2.8; 2 beside it is a unit away from 3.
  @Test("with unequal decimals the coarsest unit counts") func unequal() {
    let whole = NumberStyle(decimals: 0)
    #expect(
      RoundingGap("x", parts: quantities([1.4, 1.4]), total: StyledQuantity(2.8, whole)) == nil)
    #expect(
      RoundingGap("x", parts: quantities([1.4, 1.6]), total: StyledQuantity(2, whole)) != nil)
  }

  /// The definition, in integers: values are counted in hundredths and printed to tenths.
  @Test("agrees with the definition in integers") func definition() {
    var generator = RepeatableGenerator(seed: 11)
    let style = NumberStyle(decimals: 1, divisor: 100)
    var found = 0
    for _ in 0..<2000 {
      let parts = (0..<4).map { _ in Int.random(in: -9999...9999, using: &generator) }
      let total = parts.reduce(0, +)
      func tenths(_ hundredths: Int) -> Int {
        let (tenths, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 10)
        return hundredths.signum() * Int(rest >= 5 ? tenths + 1 : tenths)
      }
      let gap = RoundingGap(
        "x", parts: parts.map { StyledQuantity(Double($0), style) },
        total: StyledQuantity(Double(total), style))
      let expected = parts.map(tenths).reduce(0, +) != tenths(total)
      #expect((gap != nil) == expected)
      if expected { found += 1 }
    }
    #expect((1...1999).contains(found))
  }

  @Test("a table names its totals that do not add") func table() {
    let style = NumberStyle(decimals: 0)
    func cells(_ values: Double...) -> [TableCell] { values.map { .number($0, style) } }
    let table = Table(
      columns: [TableColumn("Exports"), TableColumn("Imports")],
      rows: [
        .body("A", cells(1.4, 2)), .body("B", cells(1.4, 3)), .total("All", cells(2.8, 5)),
      ])
    let gaps = table.roundingGaps(total: 2, parts: [0, 1], columns: [0, 1])
    #expect(gaps.map(\.name) == ["All"])
    #expect(gaps.map(\.sumOfParts) == [2])
    #expect(table.roundingGaps(total: 2, parts: [0, 1], columns: [1]) == [])
  }

  @Test("parts in another scale stop the program") func scales() async {
    await #expect(processExitsWith: .failure) {
      _ = RoundingGap(
        "x", parts: [StyledQuantity(1, NumberStyle(decimals: 0, divisor: 1e6))],
        total: StyledQuantity(1, NumberStyle(decimals: 0)))
    }
  }
}
