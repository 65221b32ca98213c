internal import NumericCore

/// What a sum over series gives for a period in which some of them are missing.
public enum MissingInSum: Sendable, Hashable {
  /// The sum is missing, for the reasons of its parts.
  case missingStaysMissing
  /// The sum of those that are there, marked `partial`.
  case sumOfPresent
}

extension PeriodBlock {
  /// Returns the sums of series by group, as the partners of a region or the headings of a chapter.
  ///
  ///     // three partners, of which the first and the third make a region
  ///     try block.summed(by: [0, nil, 0], groupCount: 1)
  ///
  /// Definition: the value of a group in a period is the sum of its columns, in their order, with
  /// compensated summation. It has the statuses of all of them. Where some are missing it is
  /// missing too, with their reasons and `partial`, or the sum of the others, as the policy says.
  ///
  /// - Parameters:
  ///   - groups: The group of each column, from 0; `nil` leaves the column out.
  ///   - groupCount: The number of groups.
  ///   - policy: What missing values do.
  /// - Returns: A block on the same axis with one column for each group. A group without columns
  ///   is missing as not applicable.
  /// - Throws: ``SeriesError/notAdditive(_:)`` for an index or a rate.
  /// - Precondition: There is a group for each column, and each is in `0..<groupCount`.
  /// - Complexity: O(*n*) for *n* values; plain blocks are read once, column by column of a group.
  public func summed(
    by groups: [Int?], groupCount: Int, missing policy: MissingInSum = .missingStaysMissing
  ) throws(SeriesError) -> PeriodBlock {
    precondition(
      groups.count == columns, "\(groups.count) groups for \(columns) columns")
    guard kind == .flow || kind == .stock else { throw .notAdditive(kind) }
    let members = GroupMembers(groups, count: groupCount)
    if isPlain {
      let sums = plainSums(members)
      if sums.areFinite {
        var block = PeriodBlock(axis: axis, columns: groupCount, kind: kind, finite: sums)
        for group in 0..<groupCount where members[group].isEmpty {
          for row in 0..<rows { block[row, group] = Observation(missing: .notApplicable) }
        }
        return block
      }
    }
    var block = PeriodBlock(axis: axis, columns: groupCount, kind: kind, missing: .notApplicable)
    for group in 0..<groupCount where !members[group].isEmpty {
      for row in 0..<rows {
        block[row, group] = sum(of: members[group], row: row, missing: policy)
      }
    }
    block.compact()
    return block
  }

  /// Returns the sum of all series as one column; see ``summed(by:groupCount:missing:)``.
  ///
  /// - Throws: ``SeriesError/notAdditive(_:)`` for an index or a rate.
  public func total(
    missing policy: MissingInSum = .missingStaysMissing
  ) throws(SeriesError) -> PeriodBlock {
    try summed(
      by: [Int?](repeating: 0, count: columns), groupCount: 1, missing: policy)
  }

  private func sum(of members: ArraySlice<Int>, row: Int, missing policy: MissingInSum)
    -> Observation
  {
    var (sum, status) = (CompensatedSum(), ObservationStatus())
    var present = 0
    for column in members {
      let observation = self[row, column]
      status.formUnion(observation.status)
      guard let value = observation.value else { continue }
      sum.add(value)
      present += 1
    }
    if present > 0, present < members.count { status.formUnion(.partial) }
    let isGiven = present == members.count || (policy == .sumOfPresent && present > 0)
    return isGiven && sum.value.isFinite
      ? Observation(sum.value, status) : Observation(missing: status)
  }

  /// The sums of a plain block: for each group, its columns are added to one that stays in the
  /// nearest cache, with the rounding errors beside it.
  private func plainSums(_ members: GroupMembers) -> [Double] {
    let rows = rows
    var sums = [Double](repeating: 0, count: rows)
    var lost = [Double](repeating: 0, count: rows)
    return [Double](capacity: rows * members.count) { output in
      for group in 0..<members.count {
        for row in 0..<rows { (sums[row], lost[row]) = (0, 0) }
        var sumSpan = sums.mutableSpan
        var lostSpan = lost.mutableSpan
        for column in members[group] {
          let start = column * rows
          add(values.span.extracting(start..<(start + rows)), to: &sumSpan, lost: &lostSpan)
        }
        for row in 0..<rows { output.append(sumSpan[row] + lostSpan[row]) }
      }
    }
  }
}

/// Adds a column to a running sum with the exact error of each addition (Knuth, The Art of
/// Computer Programming, 4.2.2).
private func add(
  _ column: Span<Double>, to sums: inout MutableSpan<Double>, lost: inout MutableSpan<Double>
) {
  // One check for all lets the loop run without any.
  let count = column.count
  precondition(sums.count == count && lost.count == count)
  for row in 0..<count {
    let (sum, value) = (sums[row], column[row])
    let total = sum + value
    let part = total - sum
    lost[row] += (sum - (total - part)) + (value - part)
    sums[row] = total
  }
}

/// The columns of each group, in their order.
private struct GroupMembers {
  let count: Int
  private var columns: [Int]
  private var starts: [Int]

  init(_ groups: [Int?], count: Int) {
    precondition(count >= 0, "\(count) groups")
    self.count = count
    starts = [Int](repeating: 0, count: count + 1)
    for case let group? in groups {
      precondition(group >= 0 && group < count, "group \(group) of \(count)")
      starts[group + 1] += 1
    }
    for group in 0..<count { starts[group + 1] += starts[group] }
    columns = [Int](repeating: 0, count: starts[count])
    var next = starts
    for case (let column, let group?) in groups.enumerated() {
      columns[next[group]] = column
      next[group] += 1
    }
  }

  subscript(group: Int) -> ArraySlice<Int> { columns[starts[group]..<starts[group + 1]] }
}
