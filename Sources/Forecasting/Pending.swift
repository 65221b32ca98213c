struct PendingModel: FittedModel {
  init(_ what: String) throws(ForecastError) {
    throw .noAnswer(method: what, reason: "not built yet", simpler: "naive")
  }
  var name: String { "" }
  var parameters: [ForecastParameter] { [] }
  var residuals: [Double] { [] }
  var parameterCount: Int { 0 }
  func points(_ horizon: Int) -> [Double] { [] }
  func bands(_ horizon: Int, options: ForecastOptions) -> IntervalBands? { nil }
}
typealias P = PendingModel
func ARIMAModel(_ o: ARIMAOrder, _ s: ForecastSample) throws(ForecastError) -> P { try P("ets") }
enum ARIMASearch { static func best(_ s: ForecastSample) throws(ForecastError) -> P { try P("ets") } }
func RegressionModel(_ s: ForecastSample) throws(ForecastError) -> P { try P("ets") }
enum AutomaticForecast { static func model(_ s: ForecastSample) throws(ForecastError) -> NaiveModel { NaiveModel(s) } }
