/// The marks of many fields in eight bytes each; the few that do not fit are kept beside them.
public struct FieldMarks: Sendable, Hashable, RandomAccessCollection {
  /// The start in the high 36 bits, the length in 22, the flags in 6.
  private var packed: [UInt64] = []
  /// The marks that do not fit, by their index.
  private var others: [Int: FieldMark] = [:]

  private static let lengthLimit = 1 << 22 - 1
  private static let startLimit = 1 << 36
  /// The length of a mark that is kept elsewhere.
  private static let elsewhere: UInt64 = 1 << 22 - 1

  init() {}

  /// Always 0.
  public var startIndex: Int { 0 }
  /// How many fields there are.
  public var endIndex: Int { packed.count }

  /// The mark of a field.
  ///
  /// - Precondition: The field exists.
  public subscript(position: Int) -> FieldMark {
    let bits = packed[position]
    let length = bits >> 6 & FieldMarks.elsewhere
    if length == FieldMarks.elsewhere, let other = others[position] { return other }
    let start = Int(bits >> 28)
    return FieldMark(
      start: start, end: start &+ Int(length),
      flags: FieldFlags(rawValue: UInt8(truncatingIfNeeded: bits & 0x3F)))
  }

  @inline(__always)
  mutating func append(start: Int, end: Int, flags: FieldFlags) {
    let length = end &- start
    if length < FieldMarks.lengthLimit, start < FieldMarks.startLimit {
      packed.append(UInt64(start) &<< 28 | UInt64(length) &<< 6 | UInt64(flags.rawValue))
    } else {
      others[packed.count] = FieldMark(start: start, end: end, flags: flags)
      packed.append(FieldMarks.elsewhere &<< 6)
    }
  }

  mutating func removeAll() {
    packed.removeAll(keepingCapacity: true)
    others.removeAll()
  }

  mutating func removeLast(from count: Int) {
    packed.removeSubrange(count...)
    if !others.isEmpty { others = others.filter { $0.key < count } }
  }

  mutating func reserveCapacity(_ count: Int) { packed.reserveCapacity(count) }
}
