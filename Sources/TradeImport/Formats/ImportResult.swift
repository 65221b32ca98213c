public import Diagnostics

/// What was made of a file.
public struct ImportResult: Sendable {
  /// The id of the format that it was read as.
  public let format: String
  /// The observations in the order of the file.
  public let observations: ObservationList
  /// What could not be read or looks wrong, in the order of the places.
  public let problems: [ImportProblem]
  /// Where every record and every value cell went.
  public let account: ImportAccount
  /// What was assumed, and what is worth knowing.
  public let notes: [Diagnostic]

  /// Makes a result.
  public init(
    format: String, observations: ObservationList, problems: [ImportProblem],
    account: ImportAccount, notes: [Diagnostic] = []
  ) {
    self.format = format
    self.observations = observations
    self.problems = problems
    self.account = account
    self.notes = notes
  }

  /// Whether something could not be read.
  public var hasErrors: Bool { problems.contains { $0.diagnostic.severity == .error } }
}

/// Something in a file that could not be read or looks wrong, with all that leads to it.
public struct ImportProblem: Sendable, Hashable {
  /// Place, severity, message and hint.
  public let diagnostic: Diagnostic
  /// The offset of its first byte in the original file, if it has one.
  public let byteOffset: Int?
  /// The number of its column, counted from 1.
  public let columnNumber: Int?
  /// The name of its column.
  public let columnName: String?
  /// The text as it stands there.
  public let rawText: String
  /// What was expected.
  public let expected: String

  /// Makes a problem.
  public init(
    diagnostic: Diagnostic, byteOffset: Int?, columnNumber: Int?, columnName: String?,
    rawText: String, expected: String
  ) {
    self.diagnostic = diagnostic
    self.byteOffset = byteOffset
    self.columnNumber = columnNumber
    self.columnName = columnName
    self.rawText = rawText
    self.expected = expected
  }
}

/// The account of an import: nothing is dropped or altered in silence.
///
/// All records are header, preamble, data, footer or blank. All value cells are observations with
/// a value, observations that are missing for a reason, left out by a named rule, or refused and
/// reported as a problem.
public struct ImportAccount: Sendable, Hashable {
  /// Records above the header.
  public var preamble = 0
  /// Records of column names and units.
  public var header = 0
  /// Records of data.
  public var data = 0
  /// Records below the data.
  public var footer = 0
  /// Blank records.
  public var blank = 0
  /// Value cells of the data records.
  public var cells = 0
  /// Value cells that became an observation with a value.
  public var values = 0
  /// Value cells that became a missing observation, by reason.
  public var missing: [String: Int] = [:]
  /// Value cells that a rule leaves out, by rule.
  public var leftOut: [String: Int] = [:]
  /// Value cells that were refused and reported.
  public var refused = 0

  /// Makes an empty account.
  public init() {}

  /// Records in all.
  public var records: Int { preamble + header + data + footer + blank }

  /// Whether every value cell went somewhere, once.
  public var isBalanced: Bool {
    cells == values + missing.values.reduce(0, +) + leftOut.values.reduce(0, +) + refused
  }

  /// The account in sentences, one a line.
  public var lines: [String] {
    var lines = [
      "\(records) records: \(preamble) above the header, \(header) header, \(data) data, "
        + "\(footer) below the data, \(blank) blank",
      "\(cells) value cells: \(values) values, \(missing.values.reduce(0, +)) missing, "
        + "\(leftOut.values.reduce(0, +)) left out by rule, \(refused) refused",
    ]
    for (reason, count) in missing.sorted(by: { $0.key < $1.key }) {
      lines.append("  missing, \(reason): \(count)")
    }
    for (rule, count) in leftOut.sorted(by: { $0.key < $1.key }) {
      lines.append("  left out, \(rule): \(count)")
    }
    return lines
  }
}
