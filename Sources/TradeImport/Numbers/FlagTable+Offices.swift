internal import TimeSeries

/// The flags of offices, as data.
extension FlagTable {
  /// All tables, in the order in which they are asked.
  public static let all: [FlagTable] = [
    .eurostat, .oecd, .ons, .statisticsCanada, .germanOffices, .sdmx,
  ]

  /// Eurostat: small letters behind the value, several side by side.
  public static let eurostat = FlagTable(
    id: "eurostat",
    source: "Eurostat, data browser, observation status and confidentiality flags, with the "
      + "letters used until January 2025",
    flags: [
      Flag("b", .breakInSeries, "break in time series"),
      Flag("c", .confidential, "confidential"),
      Flag("d", .definitionDiffers, "definition differs (see metadata)"),
      Flag("e", .estimated, "estimated"),
      Flag("f", .forecast, "forecast"),
      Flag("i", .imputed, "value imputed by Eurostat or other receiving agencies"),
      Flag("m", .notApplicable, "missing value, data cannot exist"),
      Flag("n", .notSignificant, "not significant"),
      Flag("p", .provisional, "provisional"),
      Flag("r", .normal, "revised"),
      Flag("s", .imputed, "Eurostat estimate"),
      Flag("u", .lowReliability, "low reliability"),
      Flag("z", .notApplicable, "not applicable"),
    ])

  /// OECD: the column Flag Codes of its former data site.
  public static let oecd = FlagTable(
    id: "oecd", source: "OECD, OECD.Stat, observation status codes of its downloads",
    flags: [
      Flag("B", .breakInSeries, "break"),
      Flag("C", .confidential, "non-publishable and confidential value"),
      Flag("D", .definitionDiffers, "difference in methodology"),
      Flag("E", .estimated, "estimated value"),
      Flag("F", .forecast, "forecast value"),
      Flag("H", .holiday, "missing value; holiday or weekend"),
      Flag("I", .partial, "incomplete data"),
      Flag("L", .notCollected, "missing value; data exist but were not collected"),
      Flag("M", .notApplicable, "missing value; data cannot exist"),
      Flag("N", .notSignificant, "not significant"),
      Flag("P", .provisional, "provisional value"),
      Flag("Q", .confidential, "missing value; suppressed"),
      Flag("R", .normal, "revised value"),
      Flag("S", .strike, "strike"),
      Flag("U", .lowReliability, "unreliable value"),
    ])

  /// Office for National Statistics and the statistical service of the United Kingdom: short
  /// words, often in square brackets.
  public static let ons = FlagTable(
    id: "ons",
    source:
      "Government Analysis Function (United Kingdom), Symbols in tables: definitions and help",
    flags: [
      Flag("b", .breakInSeries, "break in time series"),
      Flag("c", .confidential, "confidential"),
      Flag("e", .estimated, "estimated"),
      Flag("f", .forecast, "forecast"),
      Flag("low", .normal, "rounds to zero but is not zero"),
      Flag("p", .provisional, "provisional"),
      Flag("r", .normal, "revised"),
      Flag("u", .lowReliability, "low reliability"),
      Flag("x", .unknown, "not available"),
      Flag("z", .notApplicable, "not applicable"),
    ])

  /// Statistics Canada: standard table symbols.
  public static let statisticsCanada = FlagTable(
    id: "statcan", source: "Statistics Canada, standard table symbols", isCaseSensitive: true,
    flags: [
      Flag("p", .provisional, "preliminary"),
      Flag("r", .normal, "revised"),
      Flag("x", .confidential, "suppressed to meet the confidentiality requirements"),
      Flag("E", .lowReliability, "use with caution"),
      Flag("F", [.lowReliability, .unknown], "too unreliable to be published"),
      Flag("s", .normal, "rounded to zero where there is a meaningful distinction"),
    ])

  /// The statistical offices of Germany and its states.
  public static let germanOffices = FlagTable(
    id: "destatis", source: "Statistische Ämter des Bundes und der Länder, explanation of symbols",
    isCaseSensitive: true,
    flags: [
      Flag("p", .provisional, "provisional figure"),
      Flag("r", .normal, "revised figure"),
      Flag("s", .estimated, "estimated figure"),
    ])

  /// SDMX: the code list of observation statuses.
  public static let sdmx = FlagTable(
    id: "sdmx", source: "SDMX cross-domain code list CL_OBS_STATUS, version 2.2",
    isCaseSensitive: true,
    flags: [Flag("A", .normal, "normal")]
      + ObservationStatus.codes.filter { $0.code.count == 1 }.map {
        Flag($0.code, $0.status, $0.name)
      })
}
