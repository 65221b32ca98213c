internal import TimeSeries
internal import TradeModel

/// Finds the usual mistake that turns a figure which the others allow into the printed one.
struct SlipFinder {
  let reading: CompiledReading
  let rounding: RoundingConvention
  /// The first figure that prints the level of each unknown.
  let levelOf: [Int?]
  /// The printed levels that differ in their times only, in the order of their figures.
  let levels: [Quantity: [(quantity: Quantity, figure: Int)]]

  init(reading: CompiledReading, rounding: RoundingConvention) {
    self.reading = reading
    self.rounding = rounding
    var levelOf = [Int?](repeating: nil, count: reading.quantities.count)
    var levels: [Quantity: [(quantity: Quantity, figure: Int)]] = [:]
    for (figure, statements) in reading.statements.enumerated() {
      for (place, statement) in statements.enumerated() where statement.kind == .level {
        guard let unknown = reading.unknownsOfStatement[figure][place].first else { continue }
        levelOf[unknown] = levelOf[unknown] ?? figure
        let quantity = reading.quantities[unknown]
        levels[quantity.of(nil as FigurePeriod?), default: []].append((quantity, figure))
      }
    }
    self.levelOf = levelOf
    self.levels = levels
  }

  /// The likeliest slip of a figure, in the order of ``Slip/Kind``.
  ///
  /// - Parameters:
  ///   - figure: Its place.
  ///   - range: What the other figures allow, in the figure's own scale.
  /// - Returns: `nil` when no kind explains the printed digits.
  func slip(of figure: Int, allowed range: ExactInterval) -> Slip? {
    let checked = reading.figures[figure]
    guard checked.range == nil, range.lower != nil || range.upper != nil else { return nil }
    let number = checked.number
    let factor = reading.ownFactor(figure)
    let scale = checked.isPercentage ? Rational.one : factor
    func fits(_ candidate: PrintedNumber) -> Bool {
      candidate.interval(under: rounding, hedge: checked.hedge).scaled(by: scale).overlaps(range)
    }
    if number.significand != 0, fits(number.negated) {
      // The same digits with the other sign are a sign even where another cell holds them.
      return Slip(.sign, corrected: number.negated)
    }
    if let slip = scaleSlip(checked, fits) { return slip }
    if let slip = digitSlip(number, fits) { return slip }
    if let slip = otherFigure(figure, range) { return slip }
    return rateSlip(figure, range)
  }

  private func scaleSlip(_ figure: CheckedFigure, _ fits: (PrintedNumber) -> Bool) -> Slip? {
    let number = figure.number
    guard number.significand != 0 else { return nil }
    if !figure.isPercentage {
      for exponent in [3, -3, 6, -6, 2, -2, 7, -7, 5, -5, 4, -4, 1, -1] {
        // A factor of ten alone is a matter of the decimal point, unless lakh and million are
        // exchanged.
        if abs(exponent) == 1, ![5, 6, 7, 8].contains(number.scale.exponent) { continue }
        let moved = number.scale.exponent + exponent
        guard (-18...18).contains(moved) else { continue }
        let candidate = PrintedNumber(
          significand: number.significand, decimals: number.decimals,
          scale: DecimalScale(exponent: moved))
        if fits(candidate) { return Slip(.scale, corrected: candidate) }
      }
    }
    for shift in [1, -1, 2, -2] {
      let decimals = number.decimals + shift
      if decimals >= 0, decimals <= 40 {
        let candidate = PrintedNumber(
          significand: number.significand, decimals: decimals, scale: number.scale)
        if fits(candidate) { return Slip(.decimalPoint, corrected: candidate) }
      }
    }
    return nil
  }

  private func digitSlip(_ number: PrintedNumber, _ fits: (PrintedNumber) -> Bool) -> Slip? {
    let sign = number.significand < 0 ? -1 : 1
    let digits = String(abs(number.significand)).utf8.map { Int($0) - 48 }
    // Zeros before the point are printed too: 0.25.
    let padded = Array(repeating: 0, count: max(0, number.decimals + 1 - digits.count)) + digits
    func candidate(of digits: [Int]) -> PrintedNumber? {
      guard digits.count <= 18 else { return nil }
      return number.with(significand: sign * digits.reduce(0) { $0 * 10 + $1 })
    }
    for place in padded.indices.dropFirst() where padded[place] != padded[place - 1] {
      var exchanged = padded
      exchanged.swapAt(place - 1, place)
      if let candidate = candidate(of: exchanged), fits(candidate) {
        return Slip(.digitsExchanged, corrected: candidate)
      }
    }
    // Digits that look alike come first: 1 and 7, 3 and 8, 5 and 6, 6 and 8, 0 and 8, 0 and 6.
    let alike: [[Int]] = [
      [8, 6], [7], [], [8, 9], [9], [6, 3], [5, 8, 0], [1], [3, 6, 0], [4, 3],
    ]
    for isAlike in [true, false] {
      for place in padded.indices {
        for digit in isAlike ? alike[padded[place]] : Array(0...9) where digit != padded[place] {
          var changed = padded
          changed[place] = digit
          if let candidate = candidate(of: changed), fits(candidate) {
            return Slip(.wrongDigit, corrected: candidate)
          }
        }
      }
    }
    for place in 0...padded.count {
      for digit in 0...9 {
        var longer = padded
        longer.insert(digit, at: place)
        if let candidate = candidate(of: longer), fits(candidate) {
          return Slip(.missingDigit, corrected: candidate)
        }
      }
    }
    for place in padded.indices where padded.count > 1 {
      var shorter = padded
      shorter.remove(at: place)
      if let candidate = candidate(of: shorter), fits(candidate) {
        return Slip(.missingDigit, corrected: candidate)
      }
    }
    return nil
  }

  /// Another figure of the document with the same digits, or its size, whose value stands here.
  private func otherFigure(_ figure: Int, _ range: ExactInterval) -> Slip? {
    let checked = reading.figures[figure]
    // A figure that itself fits the range does not explain anything.
    guard abs(checked.number.significand) > 9 else { return nil }
    var found: (index: Int, isPrevious: Bool)?
    for (index, other) in reading.figures.enumerated() where index != figure {
      guard abs(other.number.significand) == abs(checked.number.significand),
        other.number.decimals == checked.number.decimals,
        other.number.scale == checked.number.scale,
        other.unit == checked.unit
      else { continue }
      let isPrevious =
        other.measure == checked.measure && other.role == checked.role
        && other.subject == checked.subject && other.period != checked.period
      if found == nil || isPrevious && found?.isPrevious == false { found = (index, isPrevious) }
    }
    guard let found else { return nil }
    let other = reading.figures[found.index]
    if found.isPrevious, let own = checked.period?.span, let theirs = other.period?.span,
      own.count != theirs.count
    {
      return Slip(.monthForYearToDate, source: other.id)
    }
    return Slip(found.isPrevious ? .previousPeriod : .otherCell, source: other.id)
  }
}
