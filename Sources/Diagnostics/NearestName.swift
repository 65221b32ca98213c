extension Sequence where Element == String {
  /// Returns the name that is written most like another: at most three edits away, and fewer
  /// than the name has letters; among equals the first.
  ///
  ///     ["period", "value"].nearest(to: "perid")  // "period"
  ///
  /// Method: edit distance with insertion, deletion, substitution (Levenshtein, Soviet Physics
  /// Doklady 10, 1966), letters compared without case.
  /// - Complexity: O(*n*·*m*²) for *n* names of length *m*.
  public func nearest(to name: String) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in self {
      let distance = editDistance(Array(candidate.lowercased()), Array(name.lowercased()))
      let limit = Swift.min(3, Swift.max(candidate.count, name.count) - 1)
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }
}

/// Returns how many letters must be inserted, deleted or replaced to get from one to the other.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var previous = Array(0...b.count)
  for (i, x) in a.enumerated() {
    var current = [i + 1]
    for (j, y) in b.enumerated() {
      current.append(
        Swift.min(previous[j] + (x == y ? 0 : 1), previous[j + 1] + 1, current[j] + 1))
    }
    previous = current
  }
  return previous[b.count]
}
