public import Diagnostics
public import TradeModel

/// Published figures with their manifest: every vintage, every source, nothing chosen yet.
public struct Dataset: Sendable {
  /// The path the user gave.
  public let path: String
  /// What the manifest says, filled in from the command line.
  public let manifest: DatasetManifest
  /// The observations in the order of the file, then the derived ones.
  public let observations: [TradeObservation]
  /// The printed balances that their flows do not allow, which are never used.
  public let contradictions: [ContradictedBalance]
  /// The observations as they are used: exports less imports in the place of each balance that
  /// contradicts them.
  public let used: [TradeObservation]
  /// What is wrong or worth knowing: of the manifest, then of the data, each in the order of the
  /// places.
  public let diagnostics: [Diagnostic]

  /// Whether something cannot be read.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  init(
    path: String, manifest: DatasetManifest, observations: [TradeObservation],
    diagnostics: [Diagnostic]
  ) {
    self.path = path
    self.manifest = manifest
    self.observations = observations
    self.diagnostics = diagnostics
    (contradictions, used) = Self.used(observations)
  }

  /// Reads a dataset from the bytes of its files.
  ///
  /// - Parameters:
  ///   - path: The path the user gave.
  ///   - data: The bytes of `data.csv`, or of a bare CSV file, with its name for messages.
  ///   - manifest: The bytes of `dataset.json` with its name; `nil` for a bare CSV file.
  ///   - fiscalStart: The first month of fiscal years, 1 to 12.
  ///   - fill: Puts what the user gave on the command line into the manifest.
  public init(
    path: String, data: (bytes: [UInt8], file: String),
    manifest: (bytes: [UInt8], file: String)? = nil, fiscalStart: Int? = nil,
    fill: (DatasetManifest) -> DatasetManifest = { $0 }
  ) {
    self.path = path
    var diagnostics: [Diagnostic] = []
    var description = DatasetManifest()
    if let manifest {
      var reader = ManifestReader(file: manifest.file)
      description = reader.read(manifest.bytes)
      diagnostics += reader.diagnostics
    }
    description = fill(description)
    var reader = TidyReader(manifest: description, fiscalStart: fiscalStart)
    let read = reader.read(data.bytes, file: data.file)
    var findings = reader.diagnostics + Self.repetitions(read)
    // A collection of single figures has no frequency that a gap could break.
    if description.frequency != "irregular" { findings += Self.gaps(read, of: description) }
    diagnostics += findings.sorted(by: Diagnostic.isEarlier)  // keeps the order of equal places
    self.manifest = description
    self.diagnostics = diagnostics
    observations = read + Self.derived(read, by: description.derivations)
    (contradictions, used) = Self.used(observations)
  }

  private static func used(
    _ observations: [TradeObservation]
  ) -> ([ContradictedBalance], [TradeObservation]) {
    let contradictions = contradictedBalances(observations)
    guard !contradictions.isEmpty else { return ([], observations) }
    let computed = Dictionary(
      contradictions.map { ($0.printed, $0.computed) }, uniquingKeysWith: { first, _ in first })
    return (contradictions, observations.map { computed[$0] ?? $0 })
  }
}
