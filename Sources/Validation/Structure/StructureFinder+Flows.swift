internal import TradeModel

extension StructureFinder {
  /// An identity that names support, at one place.
  struct Candidate {
    let identity: Identity
    /// Whether the printed figures fit; `nil` when one of them is not printed.
    let fits: Bool?
  }

  /// Keeps candidates of one kind unless they fail in most places; then it is no identity here.
  ///
  /// - Returns: Whether they were kept.
  @discardableResult
  mutating func keep(_ candidates: [Candidate], _ id: String, _ sentence: String) -> Bool {
    guard counts(id), !candidates.isEmpty else { return false }
    let tested = candidates.compactMap(\.fits)
    // One place says nothing against a name; of several the larger part must fit.
    guard tested.count < 2 || tested.count(where: { $0 }) * 2 >= tested.count else { return false }
    for candidate in candidates {
      mentioned.formUnion(candidate.identity.form.quantities)
      identities.append(candidate.identity)
    }
    assume(id, sentence, count: candidates.count)
    return true
  }

  /// Finds balances and total trade: of each time and partner for which all three are spoken of.
  mutating func findFlows() {
    let balances = candidates(of: .balance, id: "balance", sign: -1)
    keep(balances, "balance", "the balance is exports less imports")
    let totals = candidates(of: .totalTrade, id: "total-trade", sign: 1)
    keep(totals, "total-trade", "total trade is exports plus imports")
  }

  private func candidates(of measure: FigureMeasure, id: String, sign: Rational) -> [Candidate] {
    var found: [Candidate] = []
    for key in ordered(measure) {
      let (exports, imports) = (key.of(.exports), key.of(.imports))
      guard mentioned.contains(exports), mentioned.contains(imports) else { continue }
      let form = LinearForm(key) - LinearForm(exports) - LinearForm(imports) * sign
      let sentence =
        sign == 1 ? "total trade is exports plus imports" : "the balance is exports less imports"
      let identity = Identity(
        id: "\(id)/\(found.count + 1)", sentence, kind: sign == 1 ? .sum : .difference, form: form)
      var fits: Bool?
      if let result = interval(key), let x = interval(exports), let m = interval(imports) {
        fits = result.overlaps(x + m.scaled(by: sign))
      }
      found.append(Candidate(identity: identity, fits: fits))
    }
    return found
  }

  /// The keys of a measure, in the order in which statements speak of them.
  private func ordered(_ measure: FigureMeasure) -> [Quantity] {
    var seen: Set<Quantity> = []
    return statements.flatMap(\.quantities)
      .filter { $0.measure == measure && seen.insert($0).inserted }
  }
}
