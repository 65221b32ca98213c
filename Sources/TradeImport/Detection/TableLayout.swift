/// Which records of a file are what; records are counted from 0, blank lines are none.
struct TableLayout: Sendable, Hashable {
  /// The records of the header, none to two.
  let header: Range<Int>
  /// The record with the units under the header.
  let units: Int?
  /// The records with data.
  let data: Range<Int>
  /// How many records there are.
  let count: Int

  /// The records before the header.
  var preamble: Range<Int> { 0..<header.lowerBound }
  /// The records behind the data.
  var footer: Range<Int> { data.upperBound..<count }
}
