extension FunctionCatalogue {
  /// Sums over time, indices and growth over many years.
  static let levels: [FunctionEntry] = [
    FunctionEntry(
      .rolling, "rolling", usage: "rolling(x, months)", [.data, .number], unit: .sameAsInput,
      summary: "sum over a moving window of months",
      definition: "The sum of a flow over the window of months that ends with each period of the "
        + "data; the mean of an index; the end value of a stock. Twelve months remove the season.",
      formula: "x(t - n + 1) + … + x(t)",
      edgeCases: ["a gap in the window: missing", "of a rate: refused"],
      example: "rolling(exports, 12) of quarters 10, 20, 30, 40: 100",
      source: "U.S. Census Bureau and U.S. Bureau of Economic Analysis, FT-900, moving averages"),
    FunctionEntry(
      .rebased, "rebase", aliases: ["rebased"], usage: "rebase(x, 'period', level)",
      [.data, .period, .number], required: 2, unit: .index,
      summary: "index against a period, 100 unless a level is given",
      definition:
        "Each value in percent of the value of a base period. When the data have only the "
        + "shorter periods that make up the base, their mean is the base.",
      formula: "level * x(t) / x(base)",
      edgeCases: [
        "base missing, zero or below: missing throughout, with the reason",
        "base not in the data: refused", "of a rate: refused",
      ],
      example: "rebase(exports, '2023') of 200 and 220: 100, 110",
      source: "International Monetary Fund, Export and Import Price Index Manual, 2009"),
    FunctionEntry(
      .compound, "cagr", aliases: ["compoundAnnualGrowth"], usage: "cagr(x, 'from', 'to')",
      [.data, .period, .period], unit: .percent,
      summary: "constant yearly rate between two periods",
      definition:
        "The yearly rate that leads from the first value to the last. Only these two count; "
        + "trend uses all. The years are those between the middles of the periods; they need not be "
        + "whole, and months of different seasons compare the seasons too.",
      formula: "100 * ((x(to) / x(from))^(1 / years) - 1)",
      edgeCases: baseRules + [
        "any two months, quarters or halves; of other spans, such as January to September, the "
          + "same months of both years, else refused",
        "periods of different lengths, or not in the data: refused",
      ],
      example: "100, 104, 99, 112, 121: 4.8808848",
      source: "World Integrated Trade Solution, trade indicators"),
    FunctionEntry(
      .trend, "trend", aliases: ["trendGrowth"], usage: "trend(x, 'from', 'to')",
      [.data, .period, .period], required: 1, unit: .percent,
      summary: "yearly growth of an exponential trend",
      definition:
        "The yearly rate of the exponential curve that fits all values best: least squares "
        + "of the logarithm on time. Zeros and missing values are left out, and the result is then "
        + "marked incomplete.",
      formula: "100 * (exp(b) - 1), ln x(t) = a + b t, t in years",
      edgeCases: [
        "fewer than three values above zero: missing", "a value below zero: missing",
        "the first or last period missing: missing", "a period that is not in the data: refused",
        "periods of different lengths: refused",
      ],
      example: "100, 104, 99, 112, 121: 4.6587498",
      source: "UNCTAD, Handbook of Statistics, annex on growth rates"),
  ]
}
