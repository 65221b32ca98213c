/// The running text that figures were read from, and why each was read as it was.
public struct ProseSource: Sendable {
  /// A rule of the grammar that decided what a figure says.
  public struct Rule: Sendable, Hashable {
    /// Its name: `amount-behind-verb`.
    public let name: String
    /// What it says.
    public let explanation: String

    /// Makes a rule.
    public init(name: String, explanation: String) {
      self.name = name
      self.explanation = explanation
    }
  }

  /// The text in UTF-8; offsets of the figures are offsets in it.
  public let text: [UInt8]
  /// The rules that fired for each figure, in their order, by its id.
  public let rules: [String: [Rule]]

  /// Makes a source.
  public init(text: [UInt8], rules: [String: [Rule]]) {
    self.text = text
    self.rules = rules
  }

  /// The same source with other ids of the figures.
  func renamed(_ names: [String: String]) -> ProseSource {
    ProseSource(
      text: text,
      rules: Dictionary(
        rules.map { (names[$0.key] ?? $0.key, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }
}
