/// How the numbers of a table are written.
///
///     let format = NumberFormat(decimalMark: .comma)
///     format.read("1 741,9 p")   // 1741.9, provisional
///     format.read("(3,2)")       // -3.2
///     format.read("1.23")        // not a number: groups have three digits
///
/// A format accepts every grouping mark but its decimal mark unless told which; that is safe,
/// because groups are checked: `1,23` is never read as 123.
public struct NumberFormat: Sendable, Hashable {
  /// What stands before the decimals.
  public enum DecimalMark: String, Sendable, Hashable, CaseIterable {
    /// `1741.9`
    case point
    /// `1741,9`
    case comma

    /// The mark itself.
    public var character: Character { self == .point ? "." : "," }
  }

  /// What stands between groups of digits.
  public enum GroupingMark: String, Sendable, Hashable, CaseIterable {
    /// `1,741`
    case comma
    /// `1.741`
    case point
    /// `1 741`
    case space
    /// `1 741` with U+00A0.
    case noBreakSpace = "no-break-space"
    /// `1 741` with U+2009.
    case thinSpace = "thin-space"
    /// `1 741` with U+202F.
    case narrowNoBreakSpace = "narrow-no-break-space"
    /// `1'741`
    case apostrophe
    /// `1’741` with U+2019.
    case typographicApostrophe = "typographic-apostrophe"

    /// The mark itself.
    public var scalar: Unicode.Scalar {
      switch self {
      case .comma: ","
      case .point: "."
      case .space: " "
      case .noBreakSpace: "\u{A0}"
      case .thinSpace: "\u{2009}"
      case .narrowNoBreakSpace: "\u{202F}"
      case .apostrophe: "'"
      case .typographicApostrophe: "\u{2019}"
      }
    }

    init?(_ scalar: Unicode.Scalar) {
      guard let mark = Self.allCases.first(where: { $0.scalar == scalar }) else { return nil }
      self = mark
    }
  }

  /// How many digits a group has.
  public enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// Three everywhere.
    case threes
    /// Three at the end and two before: `1,00,000`. Threes are refused where they differ.
    case indian
  }

  /// The decimal mark.
  public let decimalMark: DecimalMark
  /// The grouping marks that are read; one number has only one of them.
  public let groupingMarks: Set<GroupingMark>
  /// The size of the groups.
  public let grouping: Grouping
  /// The words for missing numbers.
  public let missingWords: MissingWords
  /// The flags that may stand behind a number; `nil` when none may.
  public let flags: FlagTable?

  /// Makes a format; without grouping marks, all but the decimal mark are read.
  ///
  /// - Precondition: The decimal mark is not among the grouping marks.
  public init(
    decimalMark: DecimalMark = .point, groupingMarks: Set<GroupingMark>? = nil,
    grouping: Grouping = .threes, missingWords: MissingWords = .usual,
    flags: FlagTable? = .eurostat
  ) {
    let decimal: GroupingMark = decimalMark == .point ? .point : .comma
    precondition(
      groupingMarks?.contains(decimal) != true,
      "'\(decimalMark.character)' is the decimal mark and a grouping mark")
    self.decimalMark = decimalMark
    self.groupingMarks = groupingMarks ?? Set(GroupingMark.allCases).subtracting([decimal])
    self.grouping = grouping
    self.missingWords = missingWords
    self.flags = flags
  }

  /// Digits with a point and nothing else; words for missing numbers are read.
  public static let plain = NumberFormat(groupingMarks: [], flags: nil)

  /// The same format with another decimal mark, its old one now a grouping mark and the new one
  /// none.
  public func with(decimalMark: DecimalMark) -> NumberFormat {
    guard decimalMark != self.decimalMark else { return self }
    let (new, old): (GroupingMark, GroupingMark) =
      decimalMark == .point ? (.point, .comma) : (.comma, .point)
    var marks = groupingMarks
    if marks.remove(new) != nil { marks.insert(old) }
    return NumberFormat(
      decimalMark: decimalMark, groupingMarks: marks, grouping: grouping,
      missingWords: missingWords, flags: flags)
  }
}
