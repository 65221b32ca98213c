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
  public func text(of observations: [TradeObservation]) -> String {
    let rows = observations.filter { !$0.isComputed }.map(Row.init)
    let required: Set<TidyColumns.Name> = [.period, .value]
    let columns = Self.order.filter { name in
      required.contains(name) || rows.contains { !$0.text(name).isEmpty }
    }
    let writer = DelimitedWriter()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * 8 * (columns.count + 1))
    writer.append(columns.map(\.rawValue), to: &bytes)
    for row in rows { writer.append(columns.map(row.text), to: &bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let order: [TidyColumns.Name] = [
    .period, .reporter, .partner, .flow, .product, .measure, .basis, .value, .unit, .printed,
    .scale, .hedge, .status, .vintage, .source,
  ]

  /// An observation as the fields of a row.
  private struct Row {
    let observation: TradeObservation
    /// The digits of the value; empty when it is missing.
    let digits: String

    init(_ observation: TradeObservation) {
      self.observation = observation
      guard let value = observation.observation.value else {
        digits = ""
        return
      }
      // Digits as printed are the shortest ones most of the time; then no others are made.
      let printed = observation.figure.flatMap {
        $0.scale == .one && $0.value == value ? $0.text : nil
      }
      digits = printed.flatMap { TidyNumber.isShortest($0) ? $0 : nil } ?? TidyNumber.text(value)
    }

    func text(_ column: TidyColumns.Name) -> String {
      let key = observation.key
      return switch column {
      case .series: ""
      case .period: observation.period.description
      case .reporter: key.reporter
      case .partner: key.partner
      case .flow: key.flow == .other ? "" : key.flow.rawValue
      case .product: key.product
      case .measure: key.measure == .value ? "" : key.measure.rawValue
      case .basis: key.basis.description
      case .value: digits
      case .unit: key.unit.code
      case .printed: printed
      case .scale: hasPrintedDigits ? scale : ""
      case .hedge: observation.hedge?.rawValue ?? ""
      case .status: observation.observation.status.description
      case .vintage: observation.vintage?.description ?? ""
      case .source: observation.source
      }
    }

    /// Whether the digits as printed are others than those of the value.
    private var hasPrintedDigits: Bool {
      guard let figure = observation.figure, !digits.isEmpty else { return false }
      return figure.scale != .one || figure.text != digits
    }

    private var printed: String {
      guard !digits.isEmpty else { return "" }
      if let figure = observation.figure { return hasPrintedDigits ? figure.text : "" }
      // Without digits as printed, those of the value would count as printed.
      return observation.words ?? "not in digits"
    }

    private var scale: String {
      guard let figure = observation.figure, figure.scale != .one else { return "" }
      return figure.scale.description
    }
  }
}
