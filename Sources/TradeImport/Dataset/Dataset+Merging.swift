internal import Diagnostics
internal import TimeSeries
internal import TradeModel

extension Dataset {
  /// Joins datasets into one, as if their rows stood in one file.
  ///
  /// Observations stand in the order of the datasets, derived ones last; a derived one is left out
  /// where another dataset has the figure. The same key from the same source in two datasets is an
  /// error, from two sources a note, as within one file. What one manifest says of all its rows is
  /// kept where all say the same; titles and publishers are joined, groups and sources united, the
  /// first counting where two share a name.
  ///
  /// - Precondition: There is at least one dataset.
  /// - Complexity: O(*n*) in the observations.
  public init(merging datasets: [Dataset]) {
    guard let first = datasets.first else { preconditionFailure("no datasets to merge") }
    var manifest = first.manifest
    for dataset in datasets.dropFirst() { manifest = manifest.united(with: dataset.manifest) }
    let kinds = Self.kinds(datasets)
    if datasets.contains(where: { $0.manifest.defaultKind != manifest.defaultKind }) {
      manifest.kinds.merge(kinds.found) { _, own in own }
    }
    let all = datasets.flatMap(\.observations)
    let read = all.filter { !$0.isComputed }
    var taken = Set(read.map(Place.init))
    let derived = all.filter { $0.isComputed && taken.insert(Place($0)).inserted }
    let known = datasets.flatMap(\.diagnostics)
    var findings = Self.repetitions(read).filter { !known.contains($0) }
    findings += kinds.conflicts
    self.init(
      path: datasets.map(\.path).joined(separator: ", "), manifest: manifest,
      observations: read + derived, diagnostics: known + findings)
  }

  /// The kind of each flow in the data, and an error for each that is meant in two.
  private static func kinds(
    _ datasets: [Dataset]
  ) -> (found: [Flow: SeriesKind], conflicts: [Diagnostic]) {
    var found: [Flow: SeriesKind] = [:]
    var paths: [Flow: String] = [:]
    var conflicts: [Diagnostic] = []
    for dataset in datasets {
      var seen: Set<Flow> = []
      for flow in dataset.observations.map(\.key.flow) where seen.insert(flow).inserted {
        let kind = dataset.manifest.kind(of: flow)
        if let other = found[flow], let path = paths[flow] {
          guard other != kind else { continue }
          conflicts.append(
            Diagnostic(
              "dataset.kinds", .error, at: InputLocation(file: dataset.path),
              "\(flow.rawValue) is of the kind \(kind.rawValue) here and \(other.rawValue) in "
                + path, hint: "use the datasets one at a time"))
        } else {
          found[flow] = kind
          paths[flow] = dataset.path
        }
      }
    }
    return (found, conflicts)
  }
}

extension TradeObservation {
  /// Whether the figure was made by a rule of a manifest and not read.
  var isComputed: Bool {
    observation.status.contains(.derived) && figure == nil && words == nil
  }
}

extension DatasetManifest {
  /// What two manifests say together of the rows of both.
  func united(with other: DatasetManifest) -> DatasetManifest {
    var result = self
    result.title = Self.joined(title, other.title)
    result.publisher = Self.joined(publisher, other.publisher)
    result.licence = Self.joined(licence, other.licence)
    result.compiled = Self.joined(compiled, other.compiled)
    result.kinds.merge(other.kinds) { own, _ in own }
    result.defaultKind = defaultKind == other.defaultKind ? defaultKind : nil
    result.frequency = frequency == other.frequency ? frequency : "irregular"
    // The rows have these already; what is left is what holds for all of them.
    result.reporter = reporter == other.reporter ? reporter : nil
    result.partner = partner == other.partner ? partner : nil
    result.flow = flow == other.flow ? flow : nil
    result.product = product == other.product ? product : nil
    result.measure = measure == other.measure ? measure : nil
    result.basis = basis == other.basis ? basis : nil
    result.unit = unit == other.unit ? unit : nil
    result.scale = scale == other.scale ? scale : nil
    result.adjustment = adjustment == other.adjustment ? adjustment : nil
    result.valuation = valuation == other.valuation ? valuation : nil
    result.groups.merge(other.groups) { own, _ in own }
    result.derivations += other.derivations.filter { !derivations.contains($0) }
    result.sources.merge(other.sources) { own, _ in own }
    return result
  }

  private static func joined(_ a: String?, _ b: String?) -> String? {
    guard let a, let b, a != b else { return a ?? b }
    return a + "; " + b
  }
}
