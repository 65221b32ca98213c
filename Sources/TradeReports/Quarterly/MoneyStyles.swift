internal import Reporting
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// How the amounts of a report are printed: in the scale of the source, with its decimals.
struct MoneyStyles: Sendable {
  /// In sentences: `US$63.9 billion`.
  let amount: NumberStyle
  /// In tables, under a row of units: `63.9`.
  let cell: NumberStyle
  /// The unit over a column: `US$ bn`.
  let unitName: String

  /// The change of an amount in a table: `+3.2`.
  var changeCell: NumberStyle { cell.withSign(.always) }

  /// The size of an amount whose sign is said in words.
  var size: NumberStyle { amount.withSign(.never) }

  /// Takes the scale that most of the printed figures have, and their decimals.
  ///
  /// A scale without an English name is taken up to the next that has one. Figures without a scale
  /// get the largest of billions, millions and thousands that leaves a digit before the point.
  init(_ observations: [TradeObservation], unit: Unit) {
    var counts: [ClosedRange<Int>: Int] = [:]
    for figure in observations.compactMap(\.figure) {
      let exponent = figure.scale.exponent
      counts[min(figure.unitExponent, exponent)...exponent, default: 0] += 1
    }
    let common = counts.max {
      ($0.value, -$0.key.lowerBound, $0.key.upperBound)
        < ($1.value, -$1.key.lowerBound, $1.key.upperBound)
    }?.key
    var exponent = common?.upperBound ?? 0
    var decimals = exponent - (common?.lowerBound ?? 0)
    if exponent == 0 {
      let largest = observations.compactMap { $0.observation.value?.magnitude }.max() ?? 0
      exponent = [9, 6, 3].first { largest >= DecimalScale(exponent: $0).factor } ?? 0
      decimals = exponent == 0 ? decimals : min(decimals + exponent, 1)
    } else if exponent % 3 != 0 {
      let named = (exponent + 2) / 3 * 3
      decimals += named - exponent
      exponent = named
    }
    let scale = DecimalScale(exponent: exponent)
    let word = scale.name.isEmpty ? "" : " " + scale.name
    let name = unit.isCurrency ? "" : unit.code.isEmpty ? "" : " " + unit.code
    amount = NumberStyle(
      decimals: max(0, decimals), divisor: scale.factor, prefix: unit.prefix, suffix: word + name)
    cell = NumberStyle(decimals: max(0, decimals), divisor: scale.factor)
    let sign = unit.isCurrency ? unit.prefix : unit.code
    unitName = [sign.filter { $0 != " " }, scale.symbol].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
