internal import TimeSeries
public import TradeImport
internal import TradeModel

/// Compares printed figures with a dataset, vintage by vintage.
///
/// A figure is matched by reporter, partner, flow, product, period and unit. It was true when
/// published if the first vintage allows it, and is true today if the last one does; one that was
/// true and is not any more was overturned by a revision; one that no vintage allows is wrong.
///
///     DataCheck(dataset).findings(in: reading)
public struct DataCheck: Sendable {
  private let index: DataIndex

  /// Makes a check against a dataset.
  public init(_ dataset: Dataset) { index = DataIndex(dataset) }

  /// What the data say of each printed figure that they have, in the order of the figures.
  public func findings(
    in reading: SourceReading, rounding: RoundingConvention = .unknown
  ) -> [ComparedFigures] {
    reading.parts.flatMap { part in
      let figures = Dictionary(
        part.document.figures.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      return part.statements.compactMap { statement in
        figures[statement.figure].flatMap { finding(statement, $0, part, rounding) }
      }
    }
  }

  private func finding(
    _ statement: FigureStatement, _ figure: CheckedFigure, _ part: SourceReading.Part,
    _ rounding: RoundingConvention
  ) -> ComparedFigures? {
    let keys = statement.quantities
    let values: [DataIndex.Value]
    switch statement.kind {
    case .level where keys.count == 1: values = index.levels(keys[0])
    case .growth where keys.count == 2: values = index.changes(keys[0], keys[1])
    default: return nil
    }
    guard let first = values.first, let last = values.last else { return nil }
    let printed = figure.interval(under: rounding)
    // What had been published when the document was, or else the first vintage.
    let own = Vintage(parsing: part.vintage)
    let then =
      values.last { value in
        guard let own, let vintage = value.vintage else { return false }
        return vintage <= own
      } ?? first
    let wasTrue = then.interval.overlaps(printed)
    let isTrue = last.interval.overlaps(printed)
    let scale = figure.isPercentage ? 0 : figure.number.scale.exponent
    let unit = Rational(significand: 1, exponent: -scale)
    let today = text(last, unit, figure)
    let relation: ComparedFigures.Relation
    let explanation: String
    switch (wasTrue, isTrue) {
    case (true, true):
      relation = .agrees
      explanation =
        values.count == 1
        ? "the data say \(today)" : "true when published and today, the data say \(today)"
    case (true, false):
      relation = .revised
      explanation =
        "true when published, \(text(then, unit, figure)), and overturned by revision: today the data say \(today)"
    case (false, true):
      relation = .agrees
      explanation = "true today, \(today); when published the data said \(text(then, unit, figure))"
    case (false, false):
      let between = values.first { $0.interval.overlaps(printed) }
      relation = between == nil ? .conflict : .revised
      explanation =
        between.map {
          "true only in the vintage \($0.name), \(text($0, unit, figure)); today the data say \(today)"
        }
        ?? "no vintage allows it: the data say \(today)"
    }
    let slip =
      relation == .conflict
      ? SlipSearch.digitSlip(
        of: figure, allowed: last.interval, rounding: rounding) : nil
    let likely =
      slip.map { "; likely \($0.kind.name)" + ($0.corrected.map { ", \($0.digits)" } ?? "") } ?? ""
    let nearest =
      relation == .conflict && statement.kind == .level
      ? index.nearest(to: keys[0], allowing: printed).map { "; \($0)" } ?? "" : ""
    return ComparedFigures(
      relation, .data, origin: .data, figures: [figure.id],
      feasible: last.interval.scaled(by: unit),
      printed: printed.scaled(by: unit), slip: slip, document: part.name,
      explanation: explanation + nearest + likely)
  }

  private func text(_ value: DataIndex.Value, _ unit: Rational, _ figure: CheckedFigure) -> String {
    let own = value.interval.scaled(by: unit)
    let decimals = figure.number.decimals + 2
    let lower = own.lower.map { $0.value.text(decimals: decimals, .down) } ?? "any"
    let upper = own.upper.map { $0.value.text(decimals: decimals, .up) } ?? "any"
    return (lower == upper ? lower : "\(lower) to \(upper)")
      + (value.vintage == nil ? "" : " (\(value.name))")
  }
}
