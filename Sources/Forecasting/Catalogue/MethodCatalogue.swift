/// All methods by name.
public enum MethodCatalogue {
  /// The entries in the order of their purposes.
  public static let entries: [MethodEntry] = simple + smoothing + combined + structure

  /// The names in the order of the entries.
  public static var names: [String] { entries.map(\.name) }

  /// The entry of a name; `nil` when there is none.
  public static func entry(named name: String) -> MethodEntry? {
    entries.first { $0.name == name }
  }

  static let textbook =
    "R. J. Hyndman, G. Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., OTexts 2021"
  static let stateSpace =
    "R. J. Hyndman, A. B. Koehler, J. K. Ord, R. D. Snyder, Forecasting with Exponential Smoothing, "
    + "Springer 2008"

  static let simple: [MethodEntry] = [
    MethodEntry(
      name: "mean", purpose: .forecast, summary: "The mean of all values",
      definition: "Every forecast is the mean of the series.",
      formula: "mean(y); standard deviation s·√(1 + 1/T)",
      edgeCases: ["one value: its forecast, without intervals"],
      source: "\(textbook), section 5.2"),
    MethodEntry(
      name: "naive", purpose: .forecast, summary: "The last value",
      definition: "Every forecast is the last value.",
      formula: "y(T); standard deviation s·√h",
      edgeCases: ["one value: its forecast, without intervals"],
      source: "\(textbook), section 5.2"),
    MethodEntry(
      name: "drift", purpose: .forecast,
      summary: "The last value and the mean change since the first",
      definition: "A line from the first value through the last goes on.",
      formula: "y(T) + h·(y(T) − y(1))/(T − 1); standard deviation s·√(h·(1 + h/(T − 1)))",
      edgeCases: ["needs two values"], source: "\(textbook), section 5.2"),
    MethodEntry(
      name: "snaive", purpose: .forecast, summary: "The value of the same period a year before",
      definition: "Every forecast is the last value of the same month, quarter or half-year.",
      formula: "y(T + h − m·(k + 1)), k = floor((h − 1)/m); standard deviation s·√(k + 1)",
      edgeCases: ["needs one year of values", "one value a year: as naive"],
      source: "\(textbook), section 5.2"),
    MethodEntry(
      name: "naive2", purpose: .forecast,
      summary: "The last seasonally adjusted value, with its season",
      definition:
        "Where a test finds a season, it is taken off by classical decomposition, the last "
        + "value is carried forward, and the season is put back. It is the benchmark of the M "
        + "competitions.",
      formula: "x(T)·season(T + h)", edgeCases: ["without a season: as naive"],
      source:
        "S. Makridakis, E. Spiliotis, V. Assimakopoulos, International Journal of Forecasting "
        + "36 (2020) 54-74"),
    MethodEntry(
      name: "momentum", purpose: .forecast,
      summary: "The value of a year before, grown as the last quarter has",
      definition: "The same period a year before times the growth of the last three months, or two "
        + "quarters, on the same a year before.",
      formula: "y(T + h − m)·G, G = sum of the last q / sum of the same q a year earlier",
      edgeCases: ["the base of G must be above zero"],
      source: "the usual extrapolation in trade reports"),
  ]

  static let smoothing: [MethodEntry] = [
    MethodEntry(
      name: "ses", purpose: .forecast, summary: "Simple exponential smoothing",
      definition: "A level that moves towards each new value by a part of the error.",
      formula: "l(t) = l(t − 1) + α·e(t); forecast l(T)",
      edgeCases: ["for series without trend and season"], source: "\(stateSpace), chapter 2"),
    MethodEntry(
      name: "holt", purpose: .forecast, summary: "Exponential smoothing with a trend",
      definition: "A level and a slope, both of which move by a part of the error.",
      formula: "forecast l(T) + h·b(T)", edgeCases: ["far ahead the trend never ends"],
      source: "\(stateSpace), chapter 2"),
    MethodEntry(
      name: "damped", purpose: .forecast,
      summary: "Exponential smoothing with a trend that fades",
      definition: "As holt, the slope being multiplied by φ < 1 in each period.",
      formula: "forecast l(T) + (φ + … + φʰ)·b(T)", edgeCases: ["φ lies between 0.8 and 0.98"],
      source: "\(stateSpace), chapter 2"),
    MethodEntry(
      name: "hw-additive", purpose: .forecast,
      summary: "Holt and Winters, the season being added",
      definition: "Level, slope and a season whose swings keep their size.",
      formula: "forecast l(T) + h·b(T) + s(T + h − m·(k + 1))",
      edgeCases: ["needs seasons of at least two years"], source: "\(stateSpace), chapter 2"),
    MethodEntry(
      name: "hw-multiplicative", purpose: .forecast,
      summary: "Holt and Winters, the season being a ratio",
      definition: "Level, slope and a season whose swings grow with the level.",
      formula: "forecast (l(T) + h·b(T))·s(T + h − m·(k + 1))",
      edgeCases: ["all values must be above zero"], source: "\(stateSpace), chapter 2"),
    MethodEntry(
      name: "ets", purpose: .forecast,
      summary: "The exponential smoothing model that fits best",
      definition: "All forms of error, trend and season that suit the data are fitted by maximum "
        + "likelihood; the one with the smallest corrected information criterion is used. "
        + "One form is asked for by its letters, ETS(A,Ad,M).",
      formula: "AICc = −2·log L + 2k + 2k(k + 1)/(T − k − 1)",
      edgeCases: ["ratios only where all values are above zero"],
      source: "\(stateSpace), chapters 2 to 7"),
  ]

  static let combined: [MethodEntry] = [
    MethodEntry(
      name: "theta", purpose: .forecast, summary: "The Theta method",
      definition: "The mean of a straight line and of the smoothed series with doubled curvature, "
        + "after the season is taken off.",
      formula: "(line + SES of 2y − line)/2",
      edgeCases: ["a season is taken off where a test finds one"],
      source: "V. Assimakopoulos, K. Nikolopoulos, International Journal of Forecasting 16 (2000) "
        + "521-530"),
    MethodEntry(
      name: "dotm", purpose: .forecast, summary: "The dynamic optimized Theta model",
      definition:
        "The Theta method as a state-space model whose line moves with the data and whose "
        + "weight is estimated.",
      formula: "y(t) = l(t − 1) + (1 − 1/θ)·(a(t − 1)·(1 − α)^(t − 1) + …) + e(t)",
      edgeCases: ["a season is taken off where a test finds one"],
      source: "J. A. Fiorucci and others, International Journal of Forecasting 32 (2016) 1151-1161"),
    MethodEntry(
      name: "4theta", purpose: .forecast, summary: "The best of several Theta lines",
      definition: "Theta lines about a straight and an exponential trend, by differences and by "
        + "ratios, for several θ; the one that was least wrong one step ahead is used.",
      formula: "SES of θ·y + (1 − θ)·trend, divided by θ, and (1 − 1/θ)·trend; or by powers",
      edgeCases: [
        "ratios and exponential trends only where all values are above zero",
        "a season is taken off where a test finds one",
      ],
      source: "E. Spiliotis, V. Assimakopoulos, S. Makridakis, European Journal of Operational "
        + "Research 284 (2020) 550-558"),
    MethodEntry(
      name: "comb", purpose: .forecast, summary: "The mean of ses, holt and damped",
      definition: "The three methods on the seasonally adjusted series, averaged.",
      formula: "(ses + holt + damped)/3",
      edgeCases: ["a season is taken off where a test finds one"],
      source: "S. Makridakis, M. Hibon, International Journal of Forecasting 16 (2000) 451-476"),
    MethodEntry(
      name: "arima", purpose: .forecast, summary: "The seasonal ARIMA model that fits best",
      definition: "Tests choose the differences, a stepwise search the orders, by the corrected "
        + "information criterion. One form is asked for as ARIMA(0,1,1)(0,1,1).",
      formula: "φ(B)Φ(Bᵐ)(1 − B)ᵈ(1 − Bᵐ)ᴰ y = c + θ(B)Θ(Bᵐ) e",
      edgeCases: ["short series get fewer candidates"],
      source: "R. J. Hyndman, Y. Khandakar, Journal of Statistical Software 27 (2008) 3"),
    MethodEntry(
      name: "regression", purpose: .forecast, summary: "A trend and a season by least squares",
      definition: "Ordinary least squares on a line and a constant for each season.",
      formula: "y(t) = a + b·t + s(t mod m) + e(t)",
      edgeCases: ["needs more values than coefficients"], source: "\(textbook), chapter 7"),
    MethodEntry(
      name: "auto", purpose: .forecast, summary: "A combination of several methods, the default",
      definition:
        "Exponential smoothing models weighted by their information criterion, Theta models "
        + "and, where backtests say that it helps, ARIMA are fitted and their forecasts combined; "
        + "the output names the members. The method that was best so far is sometimes far off; a "
        + "combination is so less often. How it was chosen stands in "
        + "Documentation/Methods/forecast-default.md.",
      formula: "the mean or the median of the members, period by period",
      edgeCases: [
        "members that have no answer are left out and named",
        "constant and very short series get naive or snaive, and a note says so",
      ],
      source: "R. T. Clemen, International Journal of Forecasting 5 (1989) 559-583"),
  ]
}
