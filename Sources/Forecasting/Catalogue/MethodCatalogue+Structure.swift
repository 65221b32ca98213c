extension MethodCatalogue {
  private static let traceMinimization =
    "S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman, Journal of the American Statistical "
    + "Association 114 (2019) 804-819"
  private static let benchmarking =
    "E. B. Dagum, P. A. Cholette, Benchmarking, Temporal Distribution, and Reconciliation Methods "
    + "for Time Series, Springer 2006"
  private static let projection = "ỹ = ŷ − W·Cᵀ·(C·W·Cᵀ)⁻¹·C·ŷ"

  /// What makes forecasts add up, splits values, adjusts, and estimates the current year.
  static let structure: [MethodEntry] = [
    MethodEntry(
      name: "mint", purpose: .reconciliation,
      summary: "Forecasts that add up, by the covariance of their errors",
      definition:
        "The values nearest to the forecasts that meet all sums, distances being measured "
        + "by the covariance of the residuals, which is drawn towards its diagonal.",
      formula: projection + ", W = λ·diag(V) + (1 − λ)·V",
      edgeCases: [
        "needs three common residuals",
        "flows that would be below zero are zero and the rest is solved again",
      ], source: traceMinimization),
    MethodEntry(
      name: "variance", purpose: .reconciliation,
      summary: "Forecasts that add up, by the variance of their errors",
      definition: "As mint, without covariances.", formula: projection + ", W = diag(mean e²)",
      edgeCases: ["needs one residual of each series"], source: traceMinimization),
    MethodEntry(
      name: "structural", purpose: .reconciliation,
      summary: "Forecasts that add up, by the number of their parts",
      definition: "As mint, the error of a sum being taken as that of its number of leaves.",
      formula: projection + ", W = diag(number of leaves)", edgeCases: ["needs no residuals"],
      source: traceMinimization),
    MethodEntry(
      name: "ols", purpose: .reconciliation, summary: "Forecasts that add up, all alike",
      definition: "As mint, all errors being equal.", formula: projection + ", W = I",
      edgeCases: ["needs no residuals", "moves small series as much as large ones"],
      source: traceMinimization),
    MethodEntry(
      name: "denton", purpose: .splitting,
      summary: "Short periods that add up and move as an indicator",
      definition: "The path with the smallest changes of its ratio to the indicator, or of its "
        + "difference from it, that meets the totals.",
      formula: "min Σ (x(t)/p(t) − x(t − 1)/p(t − 1))² with C·x = y",
      edgeCases: ["an indicator at or below zero: differences instead of ratios"],
      source: benchmarking),
    MethodEntry(
      name: "chow-lin", purpose: .splitting,
      summary: "Short periods from a regression on indicators",
      definition: "The totals are regressed on the indicators' totals; the errors of the short "
        + "periods are an autoregression.",
      formula: "x = X·b + V·Cᵀ·(C·V·Cᵀ)⁻¹·(y − C·X·b)",
      edgeCases: ["a negative autocorrelation is replaced by zero"],
      source: "G. C. Chow, A. Lin, Review of Economics and Statistics 53 (1971) 372-375"),
    MethodEntry(
      name: "litterman", purpose: .splitting,
      summary: "As chow-lin, the errors being a random walk with correlated steps",
      definition: "For indicators that drift away from the series.",
      formula: "u(t) = u(t − 1) + ε(t), ε(t) = ρ·ε(t − 1) + e(t)",
      edgeCases: ["a negative autocorrelation is replaced by zero"],
      source: "R. B. Litterman, Journal of Business and Economic Statistics 1 (1983) 169-173"),
    MethodEntry(
      name: "fernandez", purpose: .splitting,
      summary: "As litterman, the steps being independent",
      definition: "For indicators that drift away from the series.", formula: "ρ = 0",
      edgeCases: ["needs more totals than coefficients"],
      source: "R. B. Fernández, Review of Economics and Statistics 63 (1981) 471-476"),
    MethodEntry(
      name: "stl", purpose: .adjustment, summary: "Season and trend by local regressions",
      definition:
        "The season is smoothed within each month over the years, the trend over the rest; "
        + "extreme values lose weight. It is not X-13ARIMA-SEATS.",
      formula: "y = trend + season + remainder", edgeCases: ["needs two whole years"],
      source: "R. B. Cleveland and others, Journal of Official Statistics 6 (1990) 3-73"),
    MethodEntry(
      name: "classical", purpose: .adjustment, summary: "Constant seasonal indices",
      definition: "The mean ratio, or difference, of each month to a centred moving average.",
      formula: "y = trend·season·remainder, or their sum", edgeCases: ["needs two whole years"],
      source: "\(textbook), section 3.4"),
    MethodEntry(
      name: "current-year", purpose: .currentYear,
      summary: "The whole year from the year to date, three ways",
      definition: "By the share of last year, by recent growth, and by a model; with their middle, "
        + "their range and how wrong each was at the same point of past years.",
      formula: "YTD·Y/B; YTD + G·(Y − B); YTD + forecasts",
      edgeCases: ["without a year before only the model has a value"],
      source: "the usual extrapolation in trade reports"),
  ]
}
