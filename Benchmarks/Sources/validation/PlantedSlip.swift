import Tradewind

/// A slip that is planted into a right figure.
enum PlantedSlip: String, CaseIterable {
  case sign
  case scale
  case decimalPoint = "decimal point"
  case digitsExchanged = "digits exchanged"
  case wrongDigit = "one digit wrong"
  case lastDigit = "last digit off by two"
  case missingDigit = "one digit missing"
  case otherCell = "value of another cell"
  case newLevelAsBase = "change divided by the new level"

  /// The document with one figure changed; `nil` when the slip does not change a figure at this
  /// place.
  func planted(
    in document: CheckDocument, at place: Int, using generator: inout some RandomNumberGenerator
  ) -> CheckDocument? {
    var figures = document.figures
    let number = figures[place].number
    guard let wrong = changed(number, figures, place, &generator),
      wrong.value != number.value
    else { return nil }
    figures[place].number = wrong
    return CheckDocument(file: document.file, figures: figures, readings: document.readings)
  }

  private func changed(
    _ number: PrintedNumber, _ figures: [CheckedFigure], _ place: Int,
    _ generator: inout some RandomNumberGenerator
  ) -> PrintedNumber? {
    let figure = figures[place]
    let digits = Array(String(abs(number.significand))).compactMap(\.wholeNumberValue)
    let sign = number.significand < 0 ? -1 : 1
    func joined(_ digits: [Int]) -> PrintedNumber {
      number.with(significand: sign * digits.reduce(0) { $0 * 10 + $1 })
    }
    switch self {
    case .sign:
      return figure.role == .level || figure.role == .share ? nil : number.negated
    case .scale:
      return figure.isPercentage ? nil : number.with(significand: number.significand * 1000)
    case .decimalPoint: return number.with(significand: number.significand * 10)
    case .digitsExchanged:
      guard digits.count > 1 else { return nil }
      var exchanged = digits
      let position = Int.random(in: 1..<digits.count, using: &generator)
      exchanged.swapAt(position - 1, position)
      return joined(exchanged)
    case .wrongDigit:
      var changed = digits
      let position = Int.random(in: 0..<digits.count, using: &generator)
      changed[position] = (changed[position] + Int.random(in: 1...9, using: &generator)) % 10
      return joined(changed)
    case .lastDigit:
      return number.with(
        significand: number.significand + (Bool.random(using: &generator) ? 2 : -2))
    case .missingDigit:
      guard digits.count > 2 else { return nil }
      var shorter = digits
      shorter.remove(at: Int.random(in: 0..<digits.count, using: &generator))
      return joined(shorter)
    case .otherCell:
      let others = figures.filter { $0.role == figure.role && $0.unit == figure.unit }
      return others.randomElement(using: &generator)?.number
    case .newLevelAsBase:
      guard figure.role == .change else { return nil }
      // g/(1 + g), with one decimal.
      let change = number.significand
      return number.with(
        significand: SimulatedTable.digits(change * 1000, 1000 + change, .halfUp))
    }
  }
}
