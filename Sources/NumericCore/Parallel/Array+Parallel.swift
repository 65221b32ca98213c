internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// Applies a function to all elements on several processors.
  ///
  /// - Parameters:
  ///   - workers: How many elements are worked on at the same time; the values do not depend on it.
  ///   - transform: The function; it is called once for each element.
  /// - Returns: The values in the order of the elements.
  /// - Precondition: There is at least one worker.
  public func mapped<Value: Sendable>(
    workers: Int, _ transform: @Sendable (Element) -> Value
  ) -> [Value] {
    precondition(workers >= 1, "\(workers) workers: expected at least 1")
    guard workers > 1, count > 1 else { return map(transform) }
    // Small shares, taken in turn, so that one slow element does not hold up a whole half.
    let size = Swift.max(1, Swift.min(64, count / (workers * 4)))
    let shares = (count + size - 1) / size
    let next = Atomic(0)
    let finished = Mutex<[Int: [Value]]>([:])
    DispatchQueue.concurrentPerform(iterations: Swift.min(workers, shares)) { _ in
      while true {
        let share = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if share >= shares { return }
        let range = (share * size)..<Swift.min((share + 1) * size, count)
        let values = range.map { transform(self[$0]) }
        finished.withLock { $0[share] = values }
      }
    }
    return finished.withLock { parts in (0..<shares).flatMap { parts[$0] ?? [] } }
  }
}
