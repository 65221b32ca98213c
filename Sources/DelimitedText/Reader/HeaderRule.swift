/// Where the names of the columns stand.
public enum HeaderRule: Sendable, Hashable {
  /// There are no names; the first record says how many columns there are.
  case none
  /// The names are the fields of this record, counted from 1; what stands before it is a preamble
  /// (title lines, notes) that is kept but not judged.
  case record(Int)

  /// The names are the fields of the first record.
  public static let firstRecord = HeaderRule.record(1)
}
