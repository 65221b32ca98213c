internal import Diagnostics
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
  mutating func keep(
    _ candidates: [Candidate], _ id: String, _ sentence: String, among basis: String = ""
  ) -> Bool {
    guard counts(id), !candidates.isEmpty else { return false }
    let tested = candidates.compactMap(\.fits)
    let fitting = tested.count { $0 }
    // One place says nothing against a name; of several the larger part must fit.
    guard tested.count < 2 || fitting * 2 >= tested.count else {
      let place = basis.isEmpty ? "" : " of \(basis.quoted)"
      rejected.append(
        "\(sentence) in \(fitting) of \(tested.count) places\(place), so it is not assumed")
      return false
    }
    for candidate in candidates {
      mentioned.formUnion(candidate.identity.form.quantities)
      identities.append(candidate.identity)
    }
    assume(id, sentence, count: candidates.count)
    return true
  }

  /// Finds balances and total trade: of each time and partner for which all three are spoken of.
  ///
  /// Each basis is judged for itself: a balance may be on another basis than the imports beside it.
  mutating func findFlows() {
    let balance = "the balance is exports less imports"
    for group in candidates(of: .balance, id: "balance", sign: -1) {
      keep(group.candidates, "balance", balance, among: group.basis)
    }
    let trade = "total trade is exports plus imports"
    for group in candidates(of: .totalTrade, id: "total-trade", sign: 1) {
      keep(group.candidates, "total-trade", trade, among: group.basis)
    }
  }

  private func candidates(
    of measure: FigureMeasure, id: String, sign: Rational
  ) -> [(basis: String, candidates: [Candidate])] {
    var found: [String: [Candidate]] = [:]
    var order: [String] = []
    var count = 0
    for key in ordered(measure) {
      guard let exports = spokenOf(key.of(.exports)), let imports = spokenOf(key.of(.imports))
      else { continue }
      count += 1
      let form = LinearForm(key) - LinearForm(exports) - LinearForm(imports) * sign
      let sentence =
        sign == 1 ? "total trade is exports plus imports" : "the balance is exports less imports"
      let identity = Identity(
        id: "\(id)/\(count)", sentence, kind: sign == 1 ? .sum : .difference, form: form)
      var fits: Bool?
      if let result = interval(key), let x = interval(exports), let m = interval(imports) {
        fits = result.overlaps(x + m.scaled(by: sign))
      }
      if found[key.basis] == nil { order.append(key.basis) }
      found[key.basis, default: []].append(Candidate(identity: identity, fits: fits))
    }
    return order.map { ($0, found[$0] ?? []) }
  }

  /// The key as a statement speaks of it; adjustments of exports may be below zero.
  private func spokenOf(_ key: Quantity) -> Quantity? {
    if mentioned.contains(key) { return key }
    var signed = key
    signed.isNonNegative.toggle()
    return mentioned.contains(signed) ? signed : nil
  }

  /// The keys of a measure, in the order in which statements speak of them.
  private func ordered(_ measure: FigureMeasure) -> [Quantity] {
    var seen: Set<Quantity> = []
    return statements.flatMap(\.quantities)
      .filter { $0.measure == measure && seen.insert($0).inserted }
  }
}
