public import TimeSeries

extension Area {
  /// The time that a country belonged to a group.
  public struct Membership: Sendable, Hashable {
    /// The country.
    public let member: Area
    /// The first month; `nil` in a group of fixed composition.
    public let from: Month?
    /// The last month; `nil` while the membership goes on, and in a group of fixed composition.
    public let until: Month?

    /// Returns whether the country was a member on at least one day of the month.
    public func holds(in month: Month) -> Bool {
      if let from, month < from { return false }
      if let until, month > until { return false }
      return true
    }
  }

  /// Who belonged to the group when, in the order of entry and then of codes; empty for an area
  /// that is not made of countries, and for the world and the continents.
  public var memberships: [Membership] { AreaTable.shared.memberships[index] ?? [] }

  /// Returns the members of the group in a month, in the order of their codes.
  ///
  ///     Area(code: "EU")?.members(in: Month(year: 2020, month: 3))?.count  // 27
  ///
  /// A month counts as a whole if the membership held on at least one day of it, so the United
  /// Kingdom's last month in the European Union is 2020-01.
  ///
  /// - Returns: An empty array before the group was founded and after its end; `nil` when the
  ///   area has no list of members.
  /// - Complexity: O(*n* log *n*) for *n* memberships.
  public func members(in month: Month) -> [Area]? {
    AreaTable.shared.memberships[index].map { list in
      list.filter { $0.holds(in: month) }.map(\.member).sorted()
    }
  }

  /// Returns whether the area belonged to a group in a month; false too when the other area has
  /// no list of members.
  public func isMember(of group: Area, in month: Month) -> Bool {
    group.memberships.contains { $0.member == self && $0.holds(in: month) }
  }
}
