extension FunctionCatalogue {
  /// Balances, shares and contributions.
  static let parts: [FunctionEntry] = [
    FunctionEntry(
      .balance, "balance", usage: "balance, or balance(x, m)", [.data, .data], required: 2,
      isForTradeByDefault: true, unit: .sameAsInput, summary: "exports less imports",
      definition:
        "The trade balance: a surplus above zero, a deficit below. Without arguments it is "
        + "that of the measures exports and imports; a measure called balance comes first.",
      formula: "X - M",
      edgeCases: [
        "a side missing or incomplete: missing", "units differ: refused",
        "exports at the border of departure and imports at that of arrival: the deficit is "
          + "overstated by freight and insurance",
      ],
      example: "200 and 180, then 220 and 180: 20, 40",
      source: "International Monetary Fund, Balance of Payments Manual, sixth edition, chapter 10"),
    FunctionEntry(
      .cover, "cover", aliases: ["coverRatio"], usage: "cover, or cover(x, m)", [.data, .data],
      required: 2, isForTradeByDefault: true, unit: .percent,
      summary: "exports in percent of imports",
      definition: "How much of the imports the exports pay for, 100 for equal values.",
      formula: "100 * X / M",
      edgeCases: [
        "no imports: missing", "a side below zero: missing", "a side missing: missing",
      ],
      example: "220 and 180: 122.2222",
      source: "INSEE, definitions: coverage rate of foreign trade"),
    FunctionEntry(
      .normalizedBalance, "normbalance", aliases: ["normalizedBalance"],
      usage: "normbalance, or normbalance(x, m)", [.data, .data], required: 2,
      isForTradeByDefault: true, unit: .ratio, summary: "balance over total trade",
      definition: "The balance divided by exports and imports together: -1 for imports only, 1 for "
        + "exports only. It compares partners and products of different size.",
      formula: "(X - M) / (X + M)",
      edgeCases: ["no trade: missing", "a side below zero: missing", "a side missing: missing"],
      example: "220 and 180: 0.1",
      source: "ESCAP, Mikic and Gilbert, Trade Statistics in Policymaking, 2009"),
    FunctionEntry(
      .share, "share", usage: "share(x by dimension), or share(x, total)", [.data, .data],
      required: 1, takesDimension: true, unit: .percent, summary: "part in percent of a whole",
      definition: "With a dimension, each series in percent of the whole over that dimension: the "
        + "published total where the data have one, else the sum of what is listed. With two "
        + "arguments, the first in percent of the second.",
      formula: "100 * x / X",
      edgeCases: [
        "whole zero: missing", "part or whole below zero: missing",
        "no published total and a part missing: every share is missing",
      ],
      example: "120, 54 and 46: 54.5455, 24.5455, 20.9091",
      source: "World Integrated Trade Solution, trade indicators"),
    FunctionEntry(
      .contribution, "contribution",
      usage: "contribution(x by dimension), or contribution(x, total)", [.data, .data],
      required: 1, takesDimension: true, unit: .percentagePoints,
      summary: "what a part adds to the growth of the whole on the year",
      definition: "The change of the part on the year against the whole of the year before. The "
        + "contributions of all parts add to the growth of the whole.",
      formula: "100 * (x(t) - x(t - 1 year)) / X(t - 1 year)",
      edgeCases: [
        "growth of the whole missing: missing for the same reason", "parts may be negative",
        "parts that do not cover the whole: the rest of the growth is not shown",
      ],
      example: "100, 60 and 40 become 120, 54 and 46: 10, -3 and 3; together 10",
      source: "International Monetary Fund, Quarterly National Accounts Manual, 2017"),
  ]
}
