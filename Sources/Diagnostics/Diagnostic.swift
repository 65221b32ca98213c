/// One finding about an input: where, what is wrong, what was expected, what to do.
///
/// Programs use ``id``, people read ``message``. The text form is
/// `file:line:column: severity: message [id]` and, on a second line, `  hint: …`.
public struct Diagnostic: Sendable, Hashable, CustomStringConvertible {
  /// A stable name such as `csv.unequal-fields`.
  public let id: String
  /// How much it matters.
  public let severity: Severity
  /// Where it was found, if it is about a place.
  public let location: InputLocation?
  /// What is wrong, found and expected, in one sentence without a capital and a full stop.
  public let message: String
  /// What to do about it.
  public let hint: String?

  /// Makes a finding.
  public init(
    _ id: String, _ severity: Severity, at location: InputLocation? = nil, _ message: String,
    hint: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.location = location
    self.message = message
    self.hint = hint
  }

  /// The finding as one or two lines, without a final newline.
  public var description: String {
    var text = location.map { "\($0): " } ?? ""
    text += "\(severity.rawValue): \(message) [\(id)]"
    if let record = location?.record, location?.line != nil {
      text += " (record \(record))"
    }
    if let hint { text += "\n  hint: \(hint)" }
    return text
  }
}

/// A failure that stops the work on an input, with everything that was found on the way.
public struct DiagnosticError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The findings, in the order of their places.
  public let diagnostics: [Diagnostic]

  /// Makes an error of one or more findings.
  public init(_ diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// Makes an error of one finding.
  public init(_ diagnostic: Diagnostic) { self.init([diagnostic]) }

  /// All findings, one after the other.
  public var description: String { diagnostics.map(\.description).joined(separator: "\n") }
}
