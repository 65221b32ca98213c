internal import DelimitedText

extension GroupTable {
  /// The exact sum of a group, rounded once; `nil` when no number is in it.
  ///
  /// An infinity when the sum is beyond the range of `Double`.
  func value(ofGroup group: Int) -> Double? {
    guard hasNumber(group) else { return nil }
    let decimal = decimalSum(ofGroup: group)
    guard let spill = spills[group] else { return GroupTable.value(ofDecimals: decimal) }
    // The same total has the same parts, whatever way led to it.
    let turn = Int128(1) << 126
    let low = decimal & (turn - 1)
    let turns = spill.turns + Int((decimal - low) >> 126)
    let small = Int(truncatingIfNeeded: low & 0x1F_FFFF_FFFF_FFFF)
    let middle = Int(truncatingIfNeeded: low >> 53 & 0x1F_FFFF_FFFF_FFFF)
    let large = Int(truncatingIfNeeded: low >> 106)
    let units =
      DoubleDouble(Double(turns) * 0x1p126) + DoubleDouble(Double(large) * 0x1p106)
      + DoubleDouble(Double(middle) * 0x1p53) + DoubleDouble(Double(small))
    let sum = units / 1e18 + spill.sum.value
    return sum.rounded
  }

  /// The nearest double to a count of 10^-18.
  static func value(ofDecimals units: Int128) -> Double {
    let (magnitude, unit) = (units.magnitude, UInt64(1_000_000_000_000))
    let (high, low) = (UInt64(magnitude >> 64), UInt64(truncatingIfNeeded: magnitude))
    if high < unit {
      let (quotient, rest) = unit.dividingFullWidth((high, low))
      // An integer below 2^53 divided by an exact power of ten rounds once.
      if rest == 0, quotient < 1 << 53 {
        let value = Double(quotient) / 1e6
        return units < 0 ? -value : value
      }
    }
    return Double("\(units)e-18") ?? 0
  }

  /// Adds the groups of another table, whose keys are translated.
  mutating func add(_ other: GroupTable, translating: (UInt64) -> UInt64) {
    let room = 1024
    var keys = [UInt64](repeating: 0, count: room * keyCount)
    var groups = [Int32](repeating: 0, count: room)
    let rows = (0..<Int32(room)).map { $0 }
    let nothing = [FieldNumber](repeating: FieldNumber(.empty), count: room)
    for start in Swift.stride(from: 0, to: other.count, by: room) {
      let size = min(room, other.count - start)
      for column in 0..<keyCount {
        for index in 0..<size {
          keys[column * room + index] = translating(other.key(column, ofGroup: start + index))
        }
      }
      add(
        keys: keys, room: room, numbers: nothing, rows: rows, rowCount: size, groups: &groups)
      for index in 0..<size {
        let group = Int(groups[index])
        if let spill = other.spills[start + index] {
          spills[group, default: Spill()].turns += spill.turns
          spills[group, default: Spill()].sum.add(spill.sum)
        }
        addParts(of: other, group: start + index, toGroup: group)
      }
    }
  }

  /// The indices of the groups in the order of their keys.
  ///
  /// - Parameters:
  ///   - ranks: For each column to sort by, the most important first, the ranks of the groups, and
  ///     how many ranks there are.
  ///   - count: How many groups there are.
  /// - Returns: The indices.
  static func order(ranks: [(ofGroup: [Int32], count: Int)], count: Int) -> [Int32] {
    var order = (0..<Int32(count)).map { $0 }
    var target = order
    // Sorting by the least important column first keeps its order among equals of the others.
    for rank in ranks.reversed() {
      var starts = [Int32](repeating: 0, count: rank.count + 1)
      for value in rank.ofGroup { starts[Int(value) + 1] += 1 }
      for index in 1..<starts.count { starts[index] += starts[index - 1] }
      for group in order {
        let value = Int(rank.ofGroup[Int(group)])
        target[Int(starts[value])] = group
        starts[value] += 1
      }
      swap(&order, &target)
    }
    return order
  }
}
