/// The default method: what it combines, and what it does with short series.
///
/// How the members were chosen, by backtests that never saw a test set, is told in
/// `Documentation/Methods/forecast-default.md`.
enum AutomaticForecast {
  /// Returns the combination for a sample; for short and constant ones a simple method, and a note
  /// that says so.
  static func model(_ sample: ForecastSample) throws(ForecastError) -> any FittedModel {
    let (n, m) = (sample.count, sample.seasonLength)
    if sample.isConstant {
      let reason = n == 1 ? "there is only one value" : "all values are the same"
      return simple(NaiveModel(sample), "naive is used: \(reason)")
    }
    if n < 4 || n < m + 3 {
      let reason = n < 4 ? "fewer than 4 values" : "\(n) values, fewer than a year and 3 more"
      return simple(NaiveModel(sample), "naive is used: \(reason)")
    }
    if m > 1 && n < 2 * m {
      return simple(
        try SeasonalNaiveModel(sample), "seasonal naive is used: \(n) values, fewer than two years")
    }
    return m == 1 ? try yearly(sample) : try seasonal(sample)
  }

  private static func simple(_ model: any FittedModel, _ note: String) -> any FittedModel {
    EnsembleModel([model], rule: .mean, calibration: .none, notes: [note])
  }

  /// The mean of weighted exponential smoothing and of the dynamic Theta model; for quarters and
  /// half-years also of weighted smoothing with the seasons of Theta, of ARIMA, and of the best
  /// Theta line about an exponential trend.
  private static func seasonal(_ sample: ForecastSample) throws(ForecastError) -> EnsembleModel {
    var members: [any FittedModel] = []
    var notes: [String] = []
    add("ETS", to: &members, &notes) { () throws(ForecastError) in try ETSMixtureModel(sample) }
    add("DOTM", to: &members, &notes) { () throws(ForecastError) in
      try DynamicThetaModel(sample, shrinkingSeasons: true)
    }
    // For months these gained nothing in the backtests, and ARIMA would cost most of the time.
    if sample.seasonLength < 12 {
      add("ETS on adjusted values", to: &members, &notes) { () throws(ForecastError) in
        try ETSMixtureModel(sample, shrinkingSeasons: true)
      }
      add("ARIMA", to: &members, &notes) { () throws(ForecastError) in
        try ARIMASearch.best(sample, isQuick: true)
      }
      add("4Theta", to: &members, &notes) { () throws(ForecastError) in
        try FourThetaModel(sample, trends: .exponential, shrinkingSeasons: true)
      }
    }
    return try combination(members, sample, rule: .mean, notes: notes)
  }

  /// The median of the dynamic and the classic Theta model and of damped smoothing.
  private static func yearly(_ sample: ForecastSample) throws(ForecastError) -> EnsembleModel {
    var members: [any FittedModel] = []
    var notes: [String] = []
    add("DOTM", to: &members, &notes) { () throws(ForecastError) in
      try DynamicThetaModel(sample)
    }
    add("Theta", to: &members, &notes) { () throws(ForecastError) in try ThetaModel(sample) }
    add("ETS", to: &members, &notes) { () throws(ForecastError) in
      try ETSModel(.dampedHolt, sample, slopeShare: ETSSelection.slopeShare)
    }
    return try combination(members, sample, rule: .median, notes: notes)
  }

  private static func combination(
    _ members: [any FittedModel], _ sample: ForecastSample, rule: EnsembleModel.Rule,
    notes: [String]
  ) throws(ForecastError) -> EnsembleModel {
    guard !members.isEmpty else {
      throw .noAnswer(method: "auto", reason: "no member can be fitted", simpler: "naive")
    }
    return EnsembleModel(
      members, rule: rule, calibration: IntervalCalibration(sample.frequency), notes: notes)
  }

  /// Fits a member; one that fails is left out and named.
  private static func add(
    _ name: String, to members: inout [any FittedModel], _ notes: inout [String],
    _ fit: () throws(ForecastError) -> any FittedModel
  ) {
    do throws(ForecastError) {
      members.append(try fit())
    } catch .noAnswer(_, let reason, _) {
      notes.append("\(name) is left out: \(reason)")
    } catch {
      notes.append("\(name) is left out: \(error)")
    }
  }
}
