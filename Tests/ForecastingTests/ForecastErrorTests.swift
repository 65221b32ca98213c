import Forecasting
import Testing

@Suite("Reasons without a forecast") struct ForecastErrorTests {
  @Test("a reason names what is needed and what was found") func sentence() {
    #expect(
      ForecastError.tooShort(method: "drift", needed: 2, found: 1).description
        == "drift needs 2 values, found 1")
  }
}
