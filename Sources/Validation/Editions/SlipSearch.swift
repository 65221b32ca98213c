/// Looks for the usual slip that explains why a figure differs from what another document allows.
struct SlipSearch {
  private let index: EditionIndex

  init(_ index: EditionIndex) { self.index = index }

  /// The slip of a level.
  ///
  /// Between figures of one publisher only the sign and another cell's value count: revisions
  /// change digits in any way.
  func slip(
    of entry: EditionIndex.Entry, _ quantity: Quantity, against allowed: ExactInterval,
    samePublisher: Bool
  ) -> Slip? {
    let number = entry.figure.number
    if number.significand != 0, number.negated.interval(under: index.rounding).overlaps(allowed) {
      return Slip(.sign, corrected: number.negated)
    }
    if let source = cell(printing: number, insteadOf: quantity) {
      return Slip(.otherCell, source: source)
    }
    return samePublisher
      ? nil : Self.digitSlip(of: entry.figure, allowed: allowed, rounding: index.rounding)
  }

  /// The figure of another flow of the same time and partner that has the same digits.
  private func cell(printing number: PrintedNumber, insteadOf quantity: Quantity) -> String? {
    for measure in [FigureMeasure.exports, .imports, .balance, .totalTrade]
    where measure != quantity.measure {
      for other in index.levels[quantity.of(measure)] ?? [] {
        let digits = other.figure.number
        if digits.magnitude.value == number.magnitude.value, digits.decimals == number.decimals,
          digits.significand != 0
        {
          return other.figure.id
        }
      }
    }
    return nil
  }

  /// Two digits exchanged, a decimal point elsewhere, or one digit wrong, when exactly one such
  /// slip of the kind leads into the allowed range.
  static func digitSlip(
    of figure: CheckedFigure, allowed: ExactInterval, rounding: RoundingConvention
  ) -> Slip? {
    digitSlips(of: figure, allowed: allowed, rounding: rounding).first
  }

  /// All kinds of such slips that explain a figure, in the order in which they are tried.
  static func digitSlips(
    of figure: CheckedFigure, allowed: ExactInterval, rounding: RoundingConvention
  ) -> [Slip] {
    let number = figure.number
    func fitting(_ candidates: [Int]) -> [PrintedNumber] {
      Set(candidates).subtracting([number.significand]).sorted()
        .map { number.with(significand: $0) }
        .filter { $0.interval(under: rounding).overlaps(allowed) }
    }
    let digits = Array(String(abs(number.significand)).utf8.map { Int($0) - 48 })
    let sign = number.significand < 0 ? -1 : 1
    func value(_ digits: [Int]) -> Int { sign * digits.reduce(0) { $0 * 10 + $1 } }
    let exchanged = digits.indices.dropLast().map { place in
      var other = digits
      other.swapAt(place, place + 1)
      return value(other)
    }
    let points = [10, 100].flatMap { factor in
      [number.significand * factor]
        + (number.significand % factor == 0 ? [number.significand / factor] : [])
    }
    let wrong = digits.indices.flatMap { place in
      (0...9).map { digit in
        var other = digits
        other[place] = digit
        return value(other)
      }
    }
    let kinds: [(Slip.Kind, [Int])] = [
      (.sign, [-number.significand]), (.decimalPoint, points), (.digitsExchanged, exchanged),
      (.wrongDigit, wrong),
    ]
    return kinds.compactMap { kind, candidates in
      let found = fitting(candidates)
      return found.count == 1 ? Slip(kind, corrected: found[0]) : nil
    }
  }
}
