public import DelimitedText

/// What an aggregation does, as a value: which rows, which keys, which measure, which change.
///
///     let plan = AggregationPlan(keys: ["period", "partner", "flow"], growth: .yearOverYear)
///     plan.description
///     // "sum of value by period, partner, flow; change on the same period a year earlier"
///
/// A plan names columns and holds no data, so that the same plan can be run on another file or
/// written for another engine.
public struct AggregationPlan: Sendable, Hashable, CustomStringConvertible {
  /// A condition on a row: one column has one of some values, written exactly so.
  public struct Filter: Sendable, Hashable, CustomStringConvertible {
    /// The name of the column.
    public let column: String
    /// The texts that pass.
    public let values: [String]

    /// Makes a filter.
    public init(column: String, values: [String]) {
      self.column = column
      self.values = values
    }

    /// For example `flow is X or M`.
    public var description: String { "\(column) is \(values.joined(separator: " or "))" }
  }

  /// A change that is computed of the sums.
  public enum Growth: String, Sendable, Hashable, CaseIterable {
    /// On the same span of months one year earlier, in percent.
    case yearOverYear = "yoy"
  }

  /// What the memory may hold before the work is refused.
  public struct Limits: Sendable, Hashable {
    /// How many groups there may be.
    public let groups: Int
    /// How many bytes the texts of all keys longer than eight bytes may have together.
    public let keyBytes: Int
    /// How many bytes a record may have.
    public let recordBytes: Int

    /// Makes limits.
    ///
    /// - Precondition: All are positive.
    public init(
      groups: Int = 2_000_000, keyBytes: Int = 256 << 20, recordBytes: Int = 16 << 20
    ) {
      precondition(groups > 0 && keyBytes > 0 && recordBytes > 0, "limits are positive")
      self.groups = groups
      self.keyBytes = keyBytes
      self.recordBytes = recordBytes
    }
  }

  /// The columns whose texts make a group, in the order of the output.
  public let keys: [String]
  /// The column that is added up.
  public let measure: String
  /// The conditions, all of which a row must meet.
  public let filters: [Filter]
  /// The change that is computed, if any.
  public let growth: Growth?
  /// The column that holds the period: its values are sorted last, and read when there is growth.
  public let periodColumn: String
  /// The delimiter and the quote of the file.
  public let dialect: Dialect
  /// What the memory may hold.
  public let limits: Limits

  /// Makes a plan.
  ///
  /// - Precondition: There is a key, and no key twice; with growth the period is a key.
  public init(
    keys: [String], measure: String = "value", filters: [Filter] = [], growth: Growth? = nil,
    periodColumn: String = "period", dialect: Dialect = .commas, limits: Limits = Limits()
  ) {
    precondition(!keys.isEmpty, "an aggregation has at least one key")
    precondition(Set(keys).count == keys.count, "a key is named once")
    precondition(growth == nil || keys.contains(periodColumn), "growth needs the period as a key")
    self.keys = keys
    self.measure = measure
    self.filters = filters
    self.growth = growth
    self.periodColumn = periodColumn
    self.dialect = dialect
    self.limits = limits
  }

  /// The keys in the order of sorting: the period last.
  public var sortedKeys: [String] {
    keys.filter { $0 != periodColumn } + keys.filter { $0 == periodColumn }
  }

  /// The names of the columns of the result.
  public var resultColumns: [String] { keys + [measure] + (growth.map { [$0.rawValue] } ?? []) }

  /// The plan as a sentence.
  public var description: String {
    var text = "sum of \(measure) by \(keys.joined(separator: ", "))"
    if !filters.isEmpty {
      text += " where " + filters.map(\.description).joined(separator: " and ")
    }
    switch growth {
    case .yearOverYear: text += "; change on the same period a year earlier"
    case nil: break
    }
    return text
  }
}
