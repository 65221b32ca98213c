/// Finds which of many elements equal an earlier one.
///
/// The elements are divided by their hashes into parts whose tables fit into a cache, because a
/// table of all of them would be looked up in main memory, one element at a time. Of elements with
/// different hashes nothing else is looked at.
enum Repeats {
  /// How many elements a part has, more or less.
  private static let partSize = 4096

  /// Calls a function for every element that equals an earlier one, with the first such.
  ///
  /// - Parameters:
  ///   - count: How many elements there are.
  ///   - hash: The hash of an element; all of its bits count.
  ///   - isEqual: Whether two elements are equal.
  ///   - found: Gets the later and the first element, part by part; the parts have no order.
  /// - Complexity: O(*n*); 8 bytes an element.
  @inline(__always)
  static func find(
    _ count: Int, hash: (Int) -> UInt64, isEqual: (Int, Int) -> Bool, found: (Int, Int) -> Void
  ) {
    var bits = 0
    while count >> bits > partSize { bits += 1 }
    let shift = UInt64(64 - bits)
    var starts = [Int](repeating: 0, count: 1 << bits + 1)
    for index in 0..<count { starts[Int(hash(index) >> shift) + 1] += 1 }
    for part in 0..<1 << bits { starts[part + 1] += starts[part] }
    // The low half of the hash and the element, in the order of the elements in each part.
    var entries = [UInt64](repeating: 0, count: count)
    var ends = starts
    for index in 0..<count {
      let hash = hash(index)
      let part = Int(hash >> shift)
      entries[ends[part]] = hash << 32 | UInt64(index)
      ends[part] += 1
    }
    var slots = [UInt32](repeating: 0, count: 4 * partSize)
    for part in 0..<1 << bits {
      let range = starts[part]..<starts[part + 1]
      if range.count * 2 > slots.count {
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        while range.count * 2 > slots.count { slots += slots }
      } else {
        for slot in slots.indices { slots[slot] = 0 }
      }
      let mask = slots.count - 1
      for place in range {
        let entry = entries[place]
        var slot = Int(truncatingIfNeeded: entry >> 32) & mask
        while slots[slot] != 0 {
          let earlier = entries[range.lowerBound + Int(slots[slot]) - 1]
          let (later, first) = (Int(entry & 0xFFFF_FFFF), Int(earlier & 0xFFFF_FFFF))
          if earlier >> 32 == entry >> 32, isEqual(later, first) {
            found(later, first)
            break
          }
          slot = (slot + 1) & mask
        }
        if slots[slot] == 0 { slots[slot] = UInt32(place - range.lowerBound + 1) }
      }
    }
  }
}

extension ObservationList {
  /// The observations that have the name of an earlier one (series, period, vintage and source),
  /// each with the first of that name, in their order.
  var repeats: [(later: Int, earlier: Int)] {
    var repeats: [(later: Int, earlier: Int)] = []
    let records = records
    Repeats.find(records.count) {
      records[$0].nameHash
    } isEqual: {
      records[$0].names(records[$1])
    } found: {
      repeats.append((later: $0, earlier: $1))
    }
    return repeats.sorted { $0.later < $1.later }
  }
}
