/// Looks for the smallest sets of figures without which a component holds.
///
/// Every proof of contradiction names figures of which one must be wrong. Sets that hit every
/// proof known so far are tried; a set that is not enough gives another proof. So every minimal set
/// of the smallest size is found, with few decisions. Where a proof names many figures, as a total
/// with all its parts does, halves of them are left out together: when that is not enough, none of
/// the half is.
///
/// Source: implicit hitting sets, after R. Reiter, A theory of diagnosis from first principles,
/// Artificial Intelligence 32 (1987) 57-95.
struct RepairSearch {
  /// The weight of a figure by its place.
  let weight: (Int) -> Int
  /// The order in which figures are tried: their places in it.
  let order: (Int) -> Int
  let largest: Int
  /// One decider for each system of the component.
  let deciders: [SystemDecider]
  /// How many decisions may be asked for: fewer where each takes longer.
  private(set) var decisionsLeft: Int

  /// How many proofs may be looked at while sets are put together.
  private var looksLeft = 1_000_000

  /// What was found.
  struct Found {
    /// Sets of places, each sorted; all of one size.
    var sets: [[Int]] = []
    /// Whether every set was tried that could be enough.
    var isComplete = true
  }

  init(
    deciders: [SystemDecider], largest: Int, order: @escaping (Int) -> Int,
    weight: @escaping (Int) -> Int
  ) {
    self.order = order
    self.deciders = deciders
    self.largest = largest
    self.weight = weight
    let rows = deciders.reduce(1) { $0 + $1.system.rows.count }
    decisionsLeft = max(60, min(600, 400_000 / rows))
  }

  /// The sets, starting from the figures of one proof.
  mutating func find(from first: Set<Int>) -> Found {
    var proofs = [proof(first)]
    var found = Found()
    for size in 1...max(1, largest) {
      if size == 1 { narrow(&proofs) }
      // Proofs without a common figure need a wrong figure each.
      if apart(proofs) > size { continue }
      var tried: Set<[Int]> = []
      while let next = untried(size, proofs, tried) {
        tried.insert(next)
        guard decisionsLeft > 0, found.sets.count < RepairSearch.mostSets / size else {
          found.isComplete = false
          return found
        }
        switch contradiction(without: Set(next)) {
        case .none: found.sets.append(next)
        case .undecided: found.isComplete = false
        case .figures(let figures):
          // Without figures the identities contradict themselves; nothing repairs that.
          if figures.isEmpty { return found }
          proofs.append(proof(figures))
        }
      }
      if looksLeft <= 0 { found.isComplete = false }
      if !found.sets.isEmpty { return found }
    }
    return found
  }

  /// How many proofs, short ones first, have no figure in common.
  private func apart(_ proofs: [Proof]) -> Int {
    var (seen, count) = (Set<Int>(), 0)
    for proof in shortestFirst(proofs) where seen.isDisjoint(with: proof.figures) {
      seen.formUnion(proof.figures)
      count += 1
    }
    return count
  }

  /// How many sets are enough to show that the figures do not tell which is wrong.
  private static var mostSets: Int { 200 }

  /// Gathers proofs that leave few figures which all of them name.
  private mutating func narrow(_ proofs: inout [Proof]) {
    var waiting = [proofs.first?.inOrder ?? []]
    while let part = waiting.popLast(), decisionsLeft > 0 {
      let open = part.filter { figure in proofs.allSatisfy { $0.figures.contains(figure) } }
      guard open.count > RepairSearch.smallPart else { continue }
      guard case .figures(let figures) = contradiction(without: Set(open)), !figures.isEmpty else {
        // One of them may be enough alone, so each half is looked at.
        waiting.append(Array(open[(open.count / 2)...]))
        waiting.append(Array(open[..<(open.count / 2)]))
        continue
      }
      proofs.append(proof(figures))
    }
  }

  /// Parts of so many figures are tried one by one.
  private static var smallPart: Int { 3 }

  private enum Contradiction {
    case none
    case figures(Set<Int>)
    case undecided
  }

  private mutating func contradiction(without removed: Set<Int>) -> Contradiction {
    decisionsLeft -= 1
    var figures: Set<Int> = []
    var isUndecided = false
    for decider in deciders {
      switch decider.decide(without: removed, tellsInside: false) {
      case .feasible: return .none
      case .undecided: isUndecided = true
      case .infeasible(let certificate):
        figures.formUnion(
          certificate.entries.compactMap { decider.system.rows[$0.row].source.figure })
      }
    }
    return isUndecided ? .undecided : .figures(figures)
  }

  /// The figures of which one must be wrong.
  private struct Proof {
    let figures: Set<Int>
    /// The same in the order in which they are tried.
    let inOrder: [Int]
  }

  private func proof(_ figures: Set<Int>) -> Proof {
    Proof(
      figures: figures, inOrder: figures.sorted { (order($0), $0) < (order($1), $1) })
  }

  private func shortestFirst(_ proofs: [Proof]) -> [Proof] {
    proofs.enumerated().sorted {
      ($0.element.figures.count, $0.offset) < ($1.element.figures.count, $1.offset)
    }.map(\.element)
  }

  /// A set of so many figures that hits every proof and was not tried, in the order of trial.
  private mutating func untried(
    _ size: Int, _ proofs: [Proof], _ tried: Set<[Int]>
  ) -> [Int]? {
    let proofs = shortestFirst(proofs)
    var visited: Set<[Int]> = []
    func extend(_ chosen: [Int]) -> [Int]? {
      guard visited.insert(chosen.sorted()).inserted else { return nil }
      guard looksLeft > 0 else { return nil }
      let place = proofs.firstIndex { proof in !chosen.contains(where: proof.figures.contains) }
      looksLeft -= 1 + (place ?? proofs.count)
      let open = place.map { proofs[$0] }
      guard let open else {
        // Fewer figures than the size were tried before and were not enough; any other figure
        // would have to be shown necessary by a proof.
        return chosen.count == size && !tried.contains(chosen.sorted()) ? chosen.sorted() : nil
      }
      guard chosen.count < size else { return nil }
      for figure in open.inOrder {
        if let set = extend(chosen + [figure]) { return set }
      }
      return nil
    }
    return extend([])
  }
}
