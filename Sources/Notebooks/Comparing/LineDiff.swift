/// The shortest way from one list of lines to another by removing and adding lines.
///
/// Method: the greedy algorithm of E. W. Myers, "An O(ND) Difference Algorithm and Its
/// Variations", Algorithmica 1 (1986), 251-266, on what is left between the common beginning and
/// the common end. Lines are compared byte for byte.
public struct LineDiff: Sendable, Hashable {
  /// One step of the way; the numbers are places in the two lists, counted from 0.
  public enum Step: Sendable, Hashable {
    /// A line that both lists have.
    case kept(old: Int, new: Int)
    /// A line that only the old list has.
    case removed(old: Int)
    /// A line that only the new list has.
    case added(new: Int)
  }

  /// The old lines.
  public let old: [String]
  /// The new lines.
  public let new: [String]
  /// The steps, in the order of the lines; where lines are replaced, the old ones come first.
  public let steps: [Step]

  /// Compares two lists.
  ///
  /// - Parameters:
  ///   - old: The lines before.
  ///   - new: The lines after.
  ///   - maximumEdits: How many lines may be removed and added on the shortest way. Beyond it the
  ///     whole middle is replaced, which is right but not shortest; it bounds time and memory.
  /// - Complexity: O((*n* + *m*)·*d*) time and O(*d*²) memory for *d* edits.
  public init(from old: [String], to new: [String], maximumEdits: Int = 1000) {
    self.old = old
    self.new = new
    var numbers: [[UInt8]: Int] = [:]
    func number(_ line: String) -> Int {
      let (bytes, next) = (Array(line.utf8), numbers.count)
      return numbers[bytes]
        ?? {
          numbers[bytes] = next; return next
        }()
    }
    let (a, b) = (old.map(number), new.map(number))
    var head = 0
    while head < min(a.count, b.count), a[head] == b[head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, a[a.count - 1 - tail] == b[b.count - 1 - tail] {
      tail += 1
    }
    let middle = shortestWay(
      Array(a[head..<(a.count - tail)]), Array(b[head..<(b.count - tail)]), maximumEdits)
    steps =
      (0..<head).map { .kept(old: $0, new: $0) }
      + middle.map { step in
        switch step {
        case .kept(let old, let new): .kept(old: old + head, new: new + head)
        case .removed(let old): .removed(old: old + head)
        case .added(let new): .added(new: new + head)
        }
      }
      + (0..<tail).map { .kept(old: a.count - tail + $0, new: b.count - tail + $0) }
  }

  /// The place in the old list of the first line that is removed, or before which one is added.
  public var firstDifference: Int? {
    var place = 0
    for step in steps {
      guard case .kept(let old, _) = step else { return place }
      place = old + 1
    }
    return nil
  }
}

/// Returns the shortest way from `a` to `b`, or the replacement of all when it is too long.
///
/// Diagonal *k* holds the points with *x* − *y* = *k*; `furthest[k + limit]` is the largest *x*
/// reached on it with *d* edits (Myers's *V*), and `traces[d]` is what it was before round *d*.
private func shortestWay(_ a: [Int], _ b: [Int], _ maximumEdits: Int) -> [LineDiff.Step] {
  let replaced =
    a.indices.map { LineDiff.Step.removed(old: $0) }
    + b.indices.map { LineDiff.Step.added(new: $0) }
  if a.isEmpty || b.isEmpty { return replaced }
  let limit = min(a.count + b.count, max(0, maximumEdits))
  var furthest = [Int](repeating: 0, count: 2 * limit + 3)
  let center = limit + 1
  var traces: [[Int]] = []
  for d in 0...limit {
    traces.append(Array(furthest[(center - d - 1)...(center + d + 1)]))
    for k in stride(from: -d, through: d, by: 2) {
      let down = k == -d || (k != d && furthest[center + k - 1] < furthest[center + k + 1])
      var x = down ? furthest[center + k + 1] : furthest[center + k - 1] + 1
      while x < a.count, x - k < b.count, x - k >= 0, a[x] == b[x - k] { x += 1 }
      furthest[center + k] = x
      if x >= a.count, x - k >= b.count { return backtrack(traces, a.count, b.count) }
    }
  }
  return replaced
}

/// Returns the steps to the point (x, y) from the rounds that led there.
private func backtrack(_ traces: [[Int]], _ x: Int, _ y: Int) -> [LineDiff.Step] {
  var (x, y) = (x, y)
  var steps: [LineDiff.Step] = []
  for (d, furthest) in traces.enumerated().reversed() {
    let center = d + 1
    let k = x - y
    let down = k == -d || (k != d && furthest[center + k - 1] < furthest[center + k + 1])
    let previousX = d == 0 ? 0 : furthest[center + (down ? k + 1 : k - 1)]
    let previousY = d == 0 ? 0 : previousX - (down ? k + 1 : k - 1)
    while x > previousX, y > previousY {
      (x, y) = (x - 1, y - 1)
      steps.append(.kept(old: x, new: y))
    }
    if d > 0 { steps.append(down ? .added(new: previousY) : .removed(old: previousX)) }
    (x, y) = (previousX, previousY)
  }
  return inReplacementOrder(steps.reversed())
}

/// Puts removed lines before added ones wherever they stand side by side.
private func inReplacementOrder(_ steps: [LineDiff.Step]) -> [LineDiff.Step] {
  var result: [LineDiff.Step] = []
  var added: [LineDiff.Step] = []
  for step in steps {
    switch step {
    case .added: added.append(step)
    case .removed: result.append(step)
    case .kept:
      result += added + [step]
      added = []
    }
  }
  return result + added
}
