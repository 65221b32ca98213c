/// A series or a panel: something that is a block of values with names on its columns.
///
/// What is computed for a block is offered for both through this protocol.
public protocol PeriodData: Sendable {
  /// The values.
  var block: PeriodBlock { get }
  /// The same names on other values.
  ///
  /// - Precondition: The number of columns is the same.
  func with(_ block: PeriodBlock) -> Self
}

extension PeriodData {
  /// The periods.
  public var axis: PeriodAxis { block.axis }
  /// What the values measure.
  public var kind: SeriesKind { block.kind }
}
