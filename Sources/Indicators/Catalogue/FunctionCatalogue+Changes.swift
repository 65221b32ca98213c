extension FunctionCatalogue {
  /// Changes of a value against an earlier one.
  static let changes: [FunctionEntry] = [
    FunctionEntry(
      .yearOverYear, "yoy", aliases: ["yearOverYear"], usage: "yoy(x)", unit: .percent,
      summary: "change on the same months of the year before",
      definition: "The rate of change of each value against the value of the same span of months "
        + "one year earlier. The base is found by period, never by row, and the result has the "
        + "periods whose base is in the data.",
      formula: "100 * (x(t) / x(t - 1 year) - 1)",
      edgeCases: baseRules + ["of a rate: refused, use pp"],
      example: "exports of 100, 60 and 40 become 120, 54 and 46: 20, -10 and 15; in total 10",
      source: "OECD, Data and Metadata Reporting and Presentation Handbook, 2007, section 4"),
    FunctionEntry(
      .periodOverPeriod, "qoq", aliases: ["periodOverPeriod", "pop", "mom"], usage: "qoq(x)",
      unit: .percent, summary: "change on the span of the same length before",
      definition: "The rate of change of each value against the span of the same length that ends "
        + "where this one begins: the month before for months, the quarter before for quarters. "
        + "Meant for seasonally adjusted series; of others it shows mostly the season.",
      formula: "100 * (x(t) / x(t - 1) - 1)",
      edgeCases: baseRules + ["the period before is not in the data: no result for this period"],
      example: "quarters of 80 and 92: 15",
      source: "OECD, Data and Metadata Reporting and Presentation Handbook, 2007, section 4"),
    FunctionEntry(
      .annualized, "annualized", aliases: ["annualised"], usage: "annualized(x)", unit: .percent,
      summary: "change on the period before at the pace of a year",
      definition: "The rate that a year of changes like this one would give. Meant for seasonally "
        + "adjusted series.",
      formula: "100 * ((x(t) / x(t - 1))^p - 1), p periods in a year",
      edgeCases: baseRules + ["periods of different lengths: refused"],
      example: "quarters of 100 and 102: 8.243216",
      source: "U.S. Bureau of Economic Analysis, NIPA Handbook, chapter 4"),
    FunctionEntry(
      .yearToDate, "ytd", aliases: ["yearToDate"], usage: "ytd(x)", unit: .sameAsInput,
      summary: "sum since January",
      definition: "The sum from January through the end of each period of the data. January and "
        + "February published together count as both.",
      formula: "x(January) + … + x(t)",
      edgeCases: [
        "a gap: every later sum of the year is missing", "of anything but a flow: refused",
      ],
      example: "January-February 300, March 170, April 170: 300, 470, 640",
      source: "Eurostat, euro indicators on international trade in goods"),
    FunctionEntry(
      .yearToDateChange, "ytdchange", aliases: ["yearToDateChange"], usage: "ytdchange(x)",
      unit: .percent, summary: "change of the sum since January on that of the year before",
      definition: "The rate of change of the year-to-date sum. Both years have the same months, "
        + "whether or not they were published apart.",
      formula: "100 * (ytd(t) / ytd(t - 1 year) - 1)",
      edgeCases: baseRules + ["a gap in either year: missing from there on"],
      example: "1741.9 after 1692.3: 2.93, printed 2.9",
      source: "Eurostat, news release 178/2019"),
    FunctionEntry(
      .threeMonths, "threemonth", aliases: ["threeMonthOnThreeMonth"], usage: "threemonth(x)",
      unit: .percent, summary: "change of three months on the three months before",
      definition: "The rate of change of the sum of the last three months against the sum of the "
        + "three before. Needs six months. Meant for seasonally adjusted series.",
      formula: "100 * (sum x(t-2 … t) / sum x(t-5 … t-3) - 1)",
      edgeCases: baseRules + ["a gap within the six months: missing"],
      example: "months of 1, 2, 3, 4, 5, 6: 15 after 6 is 150",
      source: "Office for National Statistics, UK trade"),
    FunctionEntry(
      .movingQuarter, "movingquarter", aliases: ["movingQuarterYearOverYear"],
      usage: "movingquarter(x)", unit: .percent,
      summary: "change of three months on the same months of the year before",
      definition: "The rate of change of the sum of the last three months against the same three "
        + "months one year earlier, for every month. Smoother than yoy.",
      formula: "100 * (sum x(t-2 … t) / sum x(t-14 … t-12) - 1)",
      edgeCases: baseRules + ["a gap within either three months: missing"],
      example: "months of 1, 2, …, 15: 42 after 6 is 600",
      source: "National Bank of Belgium, foreign trade statistics"),
    FunctionEntry(
      .difference, "diff", aliases: ["difference"], usage: "diff(x)", unit: .sameAsInput,
      summary: "change on the year in the unit of the data",
      definition:
        "Each value less the value of the same months one year earlier. The change to use "
        + "for balances and net flows, whose rates of change have no meaning.",
      formula: "x(t) - x(t - 1 year)",
      edgeCases: ["a value missing or incomplete: missing", "of a rate: refused, use pp"],
      example: "a balance of 20 that becomes 40: 20",
      source: "U.S. Census Bureau and U.S. Bureau of Economic Analysis, FT-900"),
    FunctionEntry(
      .periodDifference, "popdiff", aliases: ["qoqdiff", "periodDifference"],
      usage: "popdiff(x)", unit: .sameAsInput,
      summary: "change on the period before in the unit of the data",
      definition: "Each value less the value of the span of the same length before it.",
      formula: "x(t) - x(t - 1)",
      edgeCases: ["a value missing or incomplete: missing", "of a rate: refused, use pp"],
      example: "quarters of 80 and 92: 12",
      source: "U.S. Census Bureau and U.S. Bureau of Economic Analysis, FT-900"),
    FunctionEntry(
      .percentagePoints, "pp", aliases: ["percentagePointChange"], usage: "pp(x)",
      unit: .percentagePoints, summary: "change of a rate on the year in percentage points",
      definition: "Each rate less the rate of the same months one year earlier. The change of a "
        + "percentage is in percentage points, never in percent.",
      formula: "r(t) - r(t - 1 year)",
      edgeCases: ["a rate missing: missing", "of a level: refused, use yoy or diff"],
      example: "growth of 5.0 and a year later 3.1: -1.9",
      source: "Eurostat, Statistics Explained, glossary: percentage point"),
  ]
}
