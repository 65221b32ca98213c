extension DocumentChecker {
  /// The exact range that a document allows a level it may not print, in base units: what level
  /// and growth, total and components together imply for the base.
  ///
  /// - Returns: `nil` when the quantity does not occur, nothing was decided, or the first reading
  ///   does not hold.
  public func range(of quantity: Quantity, in document: CheckDocument) -> ExactInterval? {
    let check = ReadingCheck(document, document.readings[0], options)
    guard let number = check.reading.number[quantity],
      let component = check.components.first(where: { $0.local[number] != nil }),
      let local = component.local[number]
    else { return nil }
    let row = LinearConstraint(
      indices: [local], factors: [.one], relation: .atLeast, bound: .zero, source: .sign,
      part: .structure)
    var covered: ExactInterval?
    for system in component.systems {
      guard
        let range = SystemDecider(system, work: check.work).range(of: row, over: nil).interval
      else { continue }
      covered = covered.map { $0.covering(range) } ?? range
    }
    return covered?.scaled(by: Rational(significand: 1, exponent: component.exponent))
  }
}
