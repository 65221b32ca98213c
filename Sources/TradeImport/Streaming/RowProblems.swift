internal import DelimitedText
internal import Diagnostics

/// Findings about rows: the first ones in full, all of them counted by kind.
struct RowProblems: Sendable {
  struct Entry: Sendable {
    let offset: Int
    let diagnostic: Diagnostic
  }

  /// How many are kept in full.
  static let shown = 20

  private(set) var entries: [Entry] = []
  private(set) var counts: [String: Int] = [:]
  private(set) var severities: [String: Severity] = [:]

  var hasErrors: Bool { severities.values.contains(.error) }

  /// Whether a finding at a place is among the first.
  func keeps(_ offset: Int) -> Bool {
    entries.count < RowProblems.shown || offset < entries[RowProblems.shown - 1].offset
  }

  /// Counts a finding that is not kept.
  mutating func count(_ id: String, _ severity: Severity) {
    counts[id, default: 0] += 1
    severities[id] = severity
  }

  /// Counts and keeps a finding at a place.
  mutating func add(_ id: String, _ severity: Severity, at offset: Int, _ diagnostic: Diagnostic) {
    count(id, severity)
    let index = entries.firstIndex { $0.offset > offset } ?? entries.count
    entries.insert(Entry(offset: offset, diagnostic: diagnostic), at: index)
    if entries.count > RowProblems.shown { entries.removeLast() }
  }

  /// Adds what another worker found.
  mutating func add(_ other: RowProblems) {
    counts.merge(other.counts, uniquingKeysWith: +)
    severities.merge(other.severities) { first, _ in first }
    entries = Array(
      (entries + other.entries).sorted { $0.offset < $1.offset }.prefix(RowProblems.shown))
  }

  /// The findings in the order of the file, then how many of each kind are not among them.
  func diagnostics(file: String) -> [Diagnostic] {
    let kept = entries.map(\.diagnostic)
    var rest = counts
    for diagnostic in kept { rest[diagnostic.id, default: 0] -= 1 }
    let summary = rest.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { id, count in
      Diagnostic(
        id, severities[id] ?? .error, at: InputLocation(file: file),
        "\(count) more of this kind \(count == 1 ? "is" : "are") not listed, "
          + "\(counts[id] ?? count) in all")
    }
    return kept + summary
  }
}
