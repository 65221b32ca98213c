/// What must not be mixed beside the currency: prices, seasonal adjustment, concept, valuation.
///
/// Written as tokens joined by `+`, for example `SA+BOP` or `constant2002`.
public struct Basis: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The tokens in the order they were written; empty when the dataset has one basis only.
  public let tokens: [String]

  /// Makes a basis from its text.
  public init(_ text: String) { tokens = text.split(separator: "+").map(String.init) }

  /// The tokens joined by `+`.
  public var description: String { tokens.joined(separator: "+") }

  /// Whether all tokens of another basis are among this one's, letters compared without case.
  public func includes(_ other: Basis) -> Bool {
    let own = tokens.map { $0.lowercased() }
    return other.tokens.allSatisfy { own.contains($0.lowercased()) }
  }

  /// By text.
  public static func < (lhs: Basis, rhs: Basis) -> Bool { lhs.description < rhs.description }
}
