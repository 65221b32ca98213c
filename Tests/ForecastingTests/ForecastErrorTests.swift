import Forecasting
import Testing

@Suite("Reasons without a forecast") struct ForecastErrorTests {
  @Test("a reason names what is needed, what was found and a simpler method") func sentence() {
    #expect(
      ForecastError.tooShort(method: "drift", needed: 2, found: 1, simpler: "naive").description
        == "drift needs 2 values, found 1; a simpler method is \"naive\"")
  }
}
