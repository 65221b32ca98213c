/// Something that a front end took for granted about a document.
///
/// It is an identity between levels, or what a column of changes is compared with; the user can
/// switch it off by its id.
public struct Assumption: Sendable, Hashable, Identifiable {
  /// The name with which it is switched off: `balance`, `sum`, `growth`.
  public let id: String
  /// What it says, for readers: `the balance is exports less imports`.
  public let sentence: String
  /// In how many places it ties figures.
  public let count: Int

  /// Makes an assumption.
  public init(id: String, _ sentence: String, count: Int) {
    self.id = id
    self.sentence = sentence
    self.count = count
  }
}
