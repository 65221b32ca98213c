internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// One row of a tidy table: reads its fields and collects what is wrong with them.
struct TidyRow {
  let record: DelimitedRecord
  let columns: TidyColumns
  private(set) var diagnostics: [Diagnostic] = []

  init(record: DelimitedRecord, columns: TidyColumns) {
    self.record = record
    self.columns = columns
  }

  /// Whether no field was found to be wrong.
  var isSound: Bool { diagnostics.isEmpty }

  /// The text of a field; `nil` for an empty field and for a column that is not there.
  func text(_ column: TidyColumns.Name) -> String? {
    guard let position = columns[column], let text = record.text(in: position), !text.isEmpty
    else { return nil }
    return text
  }

  /// The place of a field, or of the row when there is no such column.
  func location(_ column: TidyColumns.Name) -> InputLocation {
    columns[column].map { record.location(in: $0) } ?? record.location
  }

  /// The span of the row.
  ///
  /// Only what stands at a date can be dated by one: a flow at
  /// `end-2012` could be that of the year, the quarter or the month.
  mutating func period(
    _ parser: PeriodParser, kind: SeriesKind?, known: inout KnownTexts
  ) -> Period? {
    guard let text = text(.period) else {
      report("tidy.period", .period, "the period is empty, expected a form such as 2024-09")
      return nil
    }
    do throws(PeriodError) {
      let reading = try known.reading(of: text, parser)
      guard reading.isStockDate, kind == .flow else { return reading.period }
      report(
        "tidy.stock-date", .period,
        "period \(text.quoted) dates a stock but the row is a flow, expected a span such as "
          + "\(reading.period.first.year) or \(reading.period)",
        hint: "for stocks use a flow such as fdi_stock_in, or say \"kind\": \"stock\" in "
          + "dataset.json or --kind stock")
      return nil
    } catch {
      report("tidy.period", .period, error.description, hint: error.hint)
      return nil
    }
  }

  mutating func flow(constant: Flow?, known: inout KnownTexts) -> Flow? {
    guard let text = text(.flow) else { return constant ?? .other }
    if let flow = known.flow(text) { return flow }
    reportUnknown("flow", .flow, text, Flow.allCases.map(\.rawValue))
    return nil
  }

  mutating func measure(constant: Measure?) -> Measure? {
    guard let text = text(.measure) else { return constant ?? .value }
    if let measure = Measure(rawValue: text) { return measure }
    reportUnknown("measure", .measure, text, Measure.allCases.map(\.rawValue))
    return nil
  }

  mutating func hedge() -> Hedge? {
    guard let text = text(.hedge) else { return nil }
    if let hedge = Hedge(rawValue: text) { return hedge }
    reportUnknown("hedge", .hedge, text, Hedge.allCases.map(\.rawValue))
    return nil
  }

  mutating func status() -> ObservationStatus? {
    guard let text = text(.status) else { return .normal }
    if let status = ObservationStatus(parsing: text) { return status }
    report(
      "tidy.status", .status,
      "status \(text.quoted) is not known, expected letters of SDMX OBS_STATUS such as P or E",
      hint: "join several with '+'")
    return nil
  }

  mutating func vintage(known: inout KnownTexts) -> Vintage? {
    guard let text = text(.vintage) else { return nil }
    if let vintage = known.vintage(text) { return vintage }
    report(
      "tidy.vintage", .vintage,
      "vintage \(text.quoted) is not a date, expected 2009, 2009-11 or 2009-11-30")
    return nil
  }

  mutating func scale(constant: DecimalScale?) -> DecimalScale? {
    guard let text = text(.scale) else { return constant ?? .one }
    if let scale = DecimalScale(parsing: text) { return scale }
    report(
      "tidy.scale", .scale, "scale \(text.quoted) is not a power of ten, expected 1, 1e6 or 1e9")
    return nil
  }

  /// What the columns of the number hold.
  struct Number {
    let observation: Observation
    var figure: PublishedFigure?
    var words: String?
  }

  /// The value with its status and the figure as printed.
  mutating func value(status: ObservationStatus, scale: DecimalScale, hedge: Hedge?) -> Number? {
    guard let text = text(.value) else {
      if let printed = self.text(.printed) {
        report(
          "tidy.value", .value, "the value is empty beside the printed figure \(printed.quoted)")
        return nil
      }
      return Number(observation: Observation(missing: status))
    }
    let value: Double
    do throws(PlainNumber.Problem) {
      value = try PlainNumber.read(text)
    } catch {
      report(
        "tidy.number", .value, "value \(text.quoted) is not a number, expected digits with '.'",
        hint: error.hint)
      return nil
    }
    let observation = Observation(value, status)
    guard let printed = self.text(.printed) else {
      return Number(
        observation: observation, figure: PlainNumber.figure(text, hedge: hedge))
    }
    guard printed.utf8.contains(where: { (48...57).contains($0) }) else {
      return Number(observation: observation, words: printed)
    }
    guard let figure = PublishedFigure(printed: printed, scale: scale, hedge: hedge) else {
      report(
        "tidy.printed", .printed,
        "printed figure \(printed.quoted) is not a number, expected digits with '.' as printed")
      return nil
    }
    guard figure.value == value else {
      report(
        "tidy.printed-differs", .value,
        "value \(text.quoted) is not the printed \(printed) times \(scale)",
        hint: "value holds base units, printed the digits as published, scale their unit")
      return nil
    }
    return Number(observation: observation, figure: figure)
  }

  private mutating func reportUnknown(
    _ what: String, _ column: TidyColumns.Name, _ text: String, _ known: [String]
  ) {
    let nearest = known.nearest(to: text).map { "did you mean '\($0)'?" }
    report(
      "tidy.\(what)", column, "\(what) \(text.quoted) is not known",
      hint: nearest ?? "known are \(known.joined(separator: ", "))")
  }

  private mutating func report(
    _ id: String, _ column: TidyColumns.Name, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(id, .error, at: location(column), message, hint: hint))
  }
}

/// Periods, flows and vintages that were read before: a table repeats a few texts in all its rows.
struct KnownTexts {
  private var flows: [String: Flow] = [:]
  private var readings: [String: PeriodParser.Reading] = [:]
  private var vintages: [String: Vintage] = [:]

  mutating func reading(
    of text: String, _ parser: PeriodParser
  ) throws(PeriodError) -> PeriodParser.Reading {
    if let reading = readings[text] { return reading }
    let reading = try parser.read(text)
    readings[text] = reading
    return reading
  }

  mutating func flow(_ text: String) -> Flow? {
    if let flow = flows[text] { return flow }
    guard let flow = Flow(parsing: text) else { return nil }
    flows[text] = flow
    return flow
  }

  mutating func vintage(_ text: String) -> Vintage? {
    if let vintage = vintages[text] { return vintage }
    guard let vintage = Vintage(parsing: text) else { return nil }
    vintages[text] = vintage
    return vintage
  }
}
