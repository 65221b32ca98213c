public import TimeSeries

/// The letters that an office sets behind or beside its figures, and what they mean.
///
///     FlagTable.eurostat.status(of: "be")             // a break in the series, estimated
///     FlagTable.eurostat.letters(for: .provisional)   // "p"
public struct FlagTable: Sendable, Hashable {
  /// One flag of a table.
  public struct Flag: Sendable, Hashable {
    /// How it is written.
    public let letters: String
    /// What it says of the observation; normal where it says nothing that a status can hold.
    public let status: ObservationStatus
    /// The meaning in the words of the office.
    public let meaning: String

    /// Makes a flag.
    public init(_ letters: String, _ status: ObservationStatus, _ meaning: String) {
      self.letters = letters
      self.status = status
      self.meaning = meaning
    }
  }

  /// A short name such as `eurostat`.
  public let id: String
  /// Where the table is published.
  public let source: String
  /// The flags; of two with the same status the first is the one that is written.
  public let flags: [Flag]
  /// Whether capitals and small letters are different flags.
  public let isCaseSensitive: Bool

  /// Makes a table.
  public init(id: String, source: String, isCaseSensitive: Bool = false, flags: [Flag]) {
    self.id = id
    self.source = source
    self.isCaseSensitive = isCaseSensitive
    self.flags = flags
  }

  /// Returns what a text of flags says: one flag or several, set side by side or with spaces,
  /// commas, `+`, `;` or brackets between them.
  ///
  /// - Returns: `nil` when a part of the text is no flag of the table; normal for an empty text.
  public func status(of text: some StringProtocol) -> ObservationStatus? {
    var status = ObservationStatus.normal
    for part in text.split(whereSeparator: { " ,;+()[]".contains($0) }) {
      guard let meaning = statusOfWord(part[...]) else { return nil }
      status.formUnion(meaning)
    }
    return status
  }

  /// Cuts a word into flags, the longest first.
  private func statusOfWord(_ word: some StringProtocol) -> ObservationStatus? {
    var rest = isCaseSensitive ? String(word) : word.lowercased()
    var status = ObservationStatus.normal
    while !rest.isEmpty {
      let fitting = flags.filter {
        !$0.letters.isEmpty
          && rest.hasPrefix(isCaseSensitive ? $0.letters : $0.letters.lowercased())
      }
      guard let longest = fitting.max(by: { $0.letters.count < $1.letters.count }) else {
        return nil
      }
      status.formUnion(longest.status)
      rest.removeFirst(longest.letters.count)
    }
    return status
  }

  /// Returns the flags that say what a status says, in the order of the table.
  ///
  /// - Returns: `nil` when the table has no flag for a part of the status; empty for normal.
  public func letters(for status: ObservationStatus) -> String? {
    var left = status
    var chosen: Set<String> = []
    // A flag that says several things stands for all of them.
    let order = flags.enumerated().sorted { a, b in
      let (i, j) = (
        a.element.status.rawValue.nonzeroBitCount, b.element.status.rawValue.nonzeroBitCount
      )
      return (-i, a.offset) < (-j, b.offset)
    }
    for (_, flag) in order where !flag.status.isEmpty && left.isSuperset(of: flag.status) {
      chosen.insert(flag.letters)
      left.subtract(flag.status)
    }
    return left.isEmpty ? flags.map(\.letters).filter(chosen.contains).joined() : nil
  }
}
