/// An encoding that a file may have.
public struct EncodingCandidate: Sendable, Hashable {
  /// The encoding.
  public let encoding: TextEncoding
  /// How well it fits, from 0 to 1; scores are for ordering and are no probabilities.
  public let score: Double
  /// What speaks for it and against it.
  public let evidence: [Evidence]

  /// Makes a candidate.
  public init(encoding: TextEncoding, score: Double, evidence: [Evidence]) {
    self.encoding = encoding
    self.score = score
    self.evidence = evidence
  }
}
