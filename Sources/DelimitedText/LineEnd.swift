/// The characters that end a line.
public enum LineEnd: String, Sendable, Hashable, CaseIterable {
  /// A line feed, as on Unix.
  case lf = "\n"
  /// A carriage return and a line feed, as in RFC 4180 and on Windows.
  case crlf = "\r\n"
  /// A carriage return alone, as on old Macintosh systems.
  case cr = "\r"
}

/// How many records end in each kind of line end.
public struct LineEndCounts: Sendable, Hashable {
  /// Lines that end in LF.
  public internal(set) var lf = 0
  /// Lines that end in CRLF.
  public internal(set) var crlf = 0
  /// Lines that end in CR alone.
  public internal(set) var cr = 0

  /// Makes counts of zero.
  public init() {}

  /// Says whether more than one kind is used.
  public var isMixed: Bool { [lf, crlf, cr].count { $0 > 0 } > 1 }
}
