internal import DelimitedText
internal import Diagnostics
internal import TimeSeries
public import TradeModel

/// Writes observations as tidy CSV that ``TidyReader`` reads back as the same observations.
///
///     let text = TidyWriter().text(of: dataset.observations)
///
/// Columns are those of the tidy format, and of the optional ones only those that hold something.
/// Values are plain digits without an exponent, as many as are needed to read the same number.
/// Derived figures are left out: they follow from the rules in the manifest, and the format has no
/// place for their uncertainty. Rows stand in the order of the observations.
public struct TidyWriter: Sendable, Hashable {
  /// Makes a writer.
  public init() {}

  /// Returns the table as text, with a header line; the header alone when there is no observation.
  ///
  /// A flow of `other` is written as an empty field, since that is what it is read from; a stock
  /// is dated by its month.
  ///
  /// - Complexity: O(*n*).
  public func text(of observations: [TradeObservation]) -> String { text(ofAll: [observations]) }

  /// Returns the table of several lists, one behind the other.
  ///
  /// - Complexity: O(*n*).
  public func text(ofAll parts: [[TradeObservation]]) -> String {
    let used = UsedColumns(parts)
    let columns = Self.order.filter { used.contains($0) }
    let writer = DelimitedWriter()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count } * 8 * (columns.count + 1))
    writer.append(columns.map(\.rawValue), to: &bytes)
    var periods = PeriodTexts()
    for part in parts {
      // A span lends the elements, which are large, and copies none.
      let observations = part.span
      for index in observations.indices where !observations[index].isComputed {
        append(observations[index], columns, writer, &periods, to: &bytes)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func append(
    _ observation: borrowing TradeObservation, _ columns: [TidyColumns.Name],
    _ writer: DelimitedWriter, _ periods: inout PeriodTexts, to bytes: inout [UInt8]
  ) {
    let digits = TidyDigits(observation)
    for (index, column) in columns.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      switch column {
      case .series: break
      case .period: bytes += periods.text(of: observation.period)
      case .reporter: writer.append(field: observation.key.reporter, to: &bytes)
      case .partner: writer.append(field: observation.key.partner, to: &bytes)
      case .flow: if observation.key.flow != .other { bytes += observation.key.flow.rawValue.utf8 }
      case .product: writer.append(field: observation.key.product, to: &bytes)
      case .measure:
        if observation.key.measure != .value { bytes += observation.key.measure.rawValue.utf8 }
      case .basis: writer.append(field: observation.key.basis.description, to: &bytes)
      case .value: bytes += digits.value.utf8
      case .unit: writer.append(field: observation.key.unit.code, to: &bytes)
      case .printed: writer.append(field: digits.printed, to: &bytes)
      case .scale: bytes += digits.scale.utf8
      case .hedge: bytes += (observation.hedge?.rawValue ?? "").utf8
      case .status: bytes += observation.observation.status.description.utf8
      case .vintage: bytes += (observation.vintage?.description ?? "").utf8
      case .source: writer.append(field: observation.source, to: &bytes)
      }
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static let order: [TidyColumns.Name] = [
    .period, .reporter, .partner, .flow, .product, .measure, .basis, .value, .unit, .printed,
    .scale, .hedge, .status, .vintage, .source,
  ]
}

/// The texts of periods: each is made once.
private struct PeriodTexts {
  private var known: [Period: [UInt8]] = [:]
  private var last: (period: Period, text: [UInt8])?

  mutating func text(of period: Period) -> [UInt8] {
    if let last, last.period == period { return last.text }
    let text = known[period] ?? Array(period.description.utf8)
    known[period] = text
    last = (period, text)
    return text
  }
}

/// Which columns of the tidy format hold something.
private struct UsedColumns {
  /// By the place of the column among all.
  private var used = [Bool](repeating: false, count: TidyColumns.Name.allCases.count)

  init(_ parts: [[TradeObservation]]) {
    use(.period)
    use(.value)
    for part in parts {
      let observations = part.span
      for index in observations.indices where !observations[index].isComputed {
        add(observations[index])
      }
    }
  }

  func contains(_ column: TidyColumns.Name) -> Bool { used[column.index] }

  private mutating func add(_ observation: borrowing TradeObservation) {
    if !observation.key.reporter.isEmpty { use(.reporter) }
    if !observation.key.partner.isEmpty { use(.partner) }
    if observation.key.flow != .other { use(.flow) }
    if !observation.key.product.isEmpty { use(.product) }
    if observation.key.measure != .value { use(.measure) }
    if !observation.key.basis.tokens.isEmpty { use(.basis) }
    if !observation.key.unit.code.isEmpty { use(.unit) }
    if observation.hedge != nil { use(.hedge) }
    let status = observation.observation.status
    if status != .normal, !status.description.isEmpty { use(.status) }
    if observation.vintage != nil { use(.vintage) }
    if !observation.source.isEmpty { use(.source) }
    if TidyDigits.arePlain(observation) { return }
    let digits = TidyDigits(observation)
    if !digits.printed.isEmpty { use(.printed) }
    if !digits.scale.isEmpty { use(.scale) }
  }

  private mutating func use(_ column: TidyColumns.Name) { used[column.index] = true }
}
