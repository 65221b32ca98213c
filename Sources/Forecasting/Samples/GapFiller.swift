/// Fills what is missing inside a series, for fitting only.
enum GapFiller {
  /// Returns the values with gaps interpolated; the first and the last one are there.
  static func filled(_ raw: [Double?], seasonLength m: Int) -> [Double] {
    let straight = line(raw)
    guard raw.contains(where: { $0 == nil }), m > 1, raw.count >= 2 * m,
      let seasons = ClassicalDecomposition(values: straight, seasonLength: m, form: .additive)
    else { return straight }
    // Once more with the season taken off, so that a missing December is not a November.
    let adjusted = raw.indices.map { index in raw[index].map { $0 - seasons.index(at: index) } }
    let level = line(adjusted)
    let bounded = raw.allSatisfy { ($0 ?? 0) >= 0 }
    return raw.indices.map { index in
      if let value = raw[index] { return value }
      let value = level[index] + seasons.index(at: index)
      return bounded ? max(value, min(0, straight[index])) : value
    }
  }

  /// Straight lines between neighbours.
  private static func line(_ raw: [Double?]) -> [Double] {
    var result = [Double](repeating: 0, count: raw.count)
    var before: (index: Int, value: Double)?
    for (index, value) in raw.enumerated() {
      guard let value else { continue }
      result[index] = value
      if let before, index - before.index > 1 {
        for gap in (before.index + 1)..<index {
          let share = Double(gap - before.index) / Double(index - before.index)
          result[gap] = before.value + share * (value - before.value)
        }
      }
      before = (index, value)
    }
    return result
  }
}
