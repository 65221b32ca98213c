/// Decimals that a file says it prints, and leaves out where they are zeros.
enum PrintedDecimals {
  /// The digits with so many decimals, where there are fewer: `12` with one decimal is `12.0`.
  ///
  /// What is no plain number, or has more decimals than that, stays as it is.
  static func padded(_ text: String, to wanted: Int, mark: Character) -> String {
    guard (1...15).contains(wanted),
      text.allSatisfy({ $0.isNumber || $0 == mark || $0 == "-" })
    else { return text }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    let found = parts.count > 1 ? parts[1].count : 0
    guard found < wanted, parts.count <= 2 else { return text }
    return text + (parts.count > 1 ? "" : String(mark))
      + String(repeating: "0", count: wanted - found)
  }
}
