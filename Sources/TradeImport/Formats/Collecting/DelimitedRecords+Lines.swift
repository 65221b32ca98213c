internal import DelimitedText

extension DelimitedRecords {
  /// The record that starts on a line; records stand in the order of their lines.
  ///
  /// - Complexity: O(log *n*).
  func row(onLine line: Int) -> DelimitedRecord? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].line == line ? self[low] : nil
  }
}
