/// Many variables over the same periods, each with a key.
public struct Panel<Key: Hashable & Sendable>: PeriodData {
  /// The keys of the columns, all different.
  public let keys: [Key]
  /// The values, one column for each key.
  public let block: PeriodBlock
  private let positions: [Key: Int]

  /// Makes a panel.
  ///
  /// - Precondition: The keys differ, and there are as many as the block has columns.
  public init(keys: [Key], _ block: PeriodBlock) {
    precondition(keys.count == block.columns, "\(keys.count) keys, \(block.columns) columns")
    self.keys = keys
    self.block = block
    positions = Dictionary(
      zip(keys, keys.indices),
      uniquingKeysWith: { first, _ in preconditionFailure("two columns for \(keys[first])") })
  }

  /// Keeps the names of another panel, which are known to differ.
  private init(named panel: Panel, _ block: PeriodBlock) {
    precondition(
      panel.keys.count == block.columns, "\(panel.keys.count) keys, \(block.columns) columns")
    keys = panel.keys
    positions = panel.positions
    self.block = block
  }

  /// The same keys on other values.
  public func with(_ block: PeriodBlock) -> Panel { Panel(named: self, block) }

  /// The column of a key; `nil` when there is none.
  public func column(of key: Key) -> Int? { positions[key] }

  /// The series of a key under a name; `nil` when there is none.
  public func series(_ key: Key, named name: String) -> Series? {
    positions[key].map { Series(name, block.selecting(column: $0)) }
  }

  /// The columns whose keys meet a condition, in their order.
  public func filter(_ isIncluded: (Key) -> Bool) -> Panel {
    let chosen = keys.indices.filter { isIncluded(keys[$0]) }
    return Panel(keys: chosen.map { keys[$0] }, block.selecting(columns: chosen))
  }
}

extension Panel: Equatable {
  /// Whether keys and values are the same, in the same order.
  public static func == (lhs: Panel, rhs: Panel) -> Bool {
    lhs.keys == rhs.keys && lhs.block == rhs.block
  }
}

extension Panel {
  /// The sums of series by group, in the order in which the groups first appear.
  ///
  ///     partners.summed { $0.region }  // one series for each region
  ///
  /// - Parameters:
  ///   - policy: What missing values do; see ``PeriodBlock/summed(by:groupCount:missing:)``.
  ///   - group: The group of a key; `nil` leaves the series out.
  /// - Returns: A panel of one series for each group.
  /// - Throws: ``SeriesError/notAdditive(_:)`` for an index or a rate.
  public func summed<Group: Hashable & Sendable>(
    missing policy: MissingInSum = .missingStaysMissing, by group: (Key) -> Group?
  ) throws(SeriesError) -> Panel<Group> {
    var (found, numbers): ([Group], [Group: Int]) = ([], [:])
    let groups = keys.map { key -> Int? in
      guard let group = group(key) else { return nil }
      if let number = numbers[group] { return number }
      numbers[group] = found.count
      found.append(group)
      return found.count - 1
    }
    return Panel<Group>(
      keys: found, try block.summed(by: groups, groupCount: found.count, missing: policy))
  }
}
