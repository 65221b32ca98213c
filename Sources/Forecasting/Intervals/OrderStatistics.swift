/// Single values of a sorted order, without sorting all.
enum OrderStatistics {
  /// Moves values so that those at the given places are what they would be when all were sorted.
  ///
  /// Method: quickselect with the median of three as pivot, for several places at once.
  ///
  /// `ranks`: Places in ascending order.
  /// - Complexity: O(*n*·log *k*) on average for *k* places.
  static func place(_ values: inout [Double], ranks: [Int]) {
    place(&values, ranks[...], 0, values.count - 1)
  }

  private static func place(
    _ values: inout [Double], _ ranks: ArraySlice<Int>, _ first: Int, _ last: Int
  ) {
    var (ranks, first, last) = (ranks, first, last)
    while !ranks.isEmpty && first < last {
      let middle = (first + last) / 2
      if values[middle] < values[first] { values.swapAt(middle, first) }
      if values[last] < values[first] { values.swapAt(last, first) }
      if values[last] < values[middle] { values.swapAt(last, middle) }
      let pivot = values[middle]
      var (i, j) = (first, last)
      while i <= j {
        while values[i] < pivot { i += 1 }
        while values[j] > pivot { j -= 1 }
        if i <= j {
          values.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      let left = ranks.prefix { $0 <= j }
      let right = ranks.dropFirst(left.count).drop { $0 < i }
      if !left.isEmpty && !right.isEmpty {
        place(&values, left, first, j)
        (ranks, first) = (right, i)
      } else if left.isEmpty {
        (ranks, first) = (right, i)
      } else {
        (ranks, last) = (left, j)
      }
    }
  }
}
