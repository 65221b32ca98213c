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
    let rows = observations.filter { !$0.isComputed }.map(Self.fields)
    let required: Set<TidyColumns.Name> = [.period, .value]
    let columns = Self.order.filter { name in
      required.contains(name) || rows.contains { $0[name]?.isEmpty == false }
    }
    let header = columns.map(\.rawValue)
    return DelimitedWriter().text(of: [header] + rows.map { row in columns.map { row[$0] ?? "" } })
  }

  private static let order: [TidyColumns.Name] = [
    .period, .reporter, .partner, .flow, .product, .measure, .basis, .value, .unit, .printed,
    .scale, .hedge, .status, .vintage, .source,
  ]

  private static func fields(_ observation: TradeObservation) -> [TidyColumns.Name: String] {
    let key = observation.key
    var fields: [TidyColumns.Name: String] = [
      .period: observation.period.description, .reporter: key.reporter, .partner: key.partner,
      .flow: key.flow == .other ? "" : key.flow.rawValue, .product: key.product,
      .measure: key.measure == .value ? "" : key.measure.rawValue, .basis: key.basis.description,
      .unit: key.unit.code, .hedge: observation.hedge?.rawValue ?? "",
      .status: observation.observation.status.description,
      .vintage: observation.vintage?.description ?? "", .source: observation.source,
    ]
    guard let value = observation.observation.value else { return fields }
    let digits = TidyNumber.text(value)
    fields[.value] = digits
    if let figure = observation.figure {
      if figure.text != digits || figure.scale != .one {
        fields[.printed] = figure.text
        fields[.scale] = figure.scale == .one ? "" : figure.scale.description
      }
    } else {
      // Without digits as printed, those of the value would count as printed.
      fields[.printed] = observation.words ?? "not in digits"
    }
    return fields
  }
}
