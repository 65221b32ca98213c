import Testing
import Validation

@Suite("Rounding conventions") struct RoundingConventionTests {
  @Test("the names of the command line are read") func names() {
    #expect(RoundingConvention(rawValue: "half-even") == .halfEven)
    #expect(RoundingConvention.allCases.count == 6)
  }
}
