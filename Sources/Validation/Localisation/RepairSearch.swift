/// Looks for the smallest sets of figures without which a component holds.
///
/// Every proof of contradiction names figures of which one must be wrong. Sets that hit every
/// proof known so far are tried, the lightest first; a set that is not enough gives another
/// proof. So every minimal set of the smallest size is found, with few decisions.
///
/// Source: implicit hitting sets, after R. Reiter, A theory of diagnosis from first principles,
/// Artificial Intelligence 32 (1987) 57-95.
struct RepairSearch {
  /// The weight of a figure by its place.
  let weight: (Int) -> Int
  let largest: Int
  /// One decider for each system of the component.
  let deciders: [SystemDecider]
  /// How many decisions may be asked for.
  var decisionsLeft = 600

  /// What was found.
  struct Found {
    /// Sets of places, each sorted; all of one size.
    var sets: [[Int]] = []
    /// Whether every set was tried that could be enough.
    var isComplete = true
  }

  init(deciders: [SystemDecider], largest: Int, weight: @escaping (Int) -> Int) {
    self.deciders = deciders
    self.largest = largest
    self.weight = weight
  }

  /// The sets, starting from the figures of one proof.
  mutating func find(from first: Set<Int>) -> Found {
    var proofs = [first]
    var found = Found()
    for size in 1...max(1, largest) {
      var tried: Set<[Int]> = []
      while let next = untried(size, proofs, tried) {
        tried.insert(next)
        guard decisionsLeft > 0 else {
          found.isComplete = false
          return found
        }
        decisionsLeft -= 1
        switch contradiction(without: Set(next)) {
        case .none: found.sets.append(next)
        case .undecided: found.isComplete = false
        case .figures(let figures):
          // Without figures the identities contradict themselves; nothing repairs that.
          if figures.isEmpty { return found }
          proofs.append(figures)
        }
      }
      if !found.sets.isEmpty { return found }
    }
    return found
  }

  private enum Contradiction {
    case none
    case figures(Set<Int>)
    case undecided
  }

  private func contradiction(without removed: Set<Int>) -> Contradiction {
    var figures: Set<Int> = []
    var isUndecided = false
    for decider in deciders {
      switch decider.decide(without: removed) {
      case .feasible: return .none
      case .undecided: isUndecided = true
      case .infeasible(let certificate):
        figures.formUnion(
          certificate.entries.compactMap { decider.system.rows[$0.row].source.figure })
      }
    }
    return isUndecided ? .undecided : .figures(figures)
  }

  /// A set of so many figures that hits every proof and was not tried, in the order of places.
  private func untried(_ size: Int, _ proofs: [Set<Int>], _ tried: Set<[Int]>) -> [Int]? {
    var visited: Set<[Int]> = []
    func extend(_ chosen: [Int]) -> [Int]? {
      guard visited.insert(chosen.sorted()).inserted else { return nil }
      let open = proofs.filter { proof in !chosen.contains(where: proof.contains) }
      guard let narrowest = open.min(by: { $0.count < $1.count }) else {
        // Fewer figures than the size were tried before and were not enough; any other figure
        // would have to be shown necessary by a proof.
        return chosen.count == size && !tried.contains(chosen.sorted()) ? chosen.sorted() : nil
      }
      guard chosen.count < size else { return nil }
      for figure in narrowest.sorted() {
        if let set = extend(chosen + [figure]) { return set }
      }
      return nil
    }
    return extend([])
  }
}
