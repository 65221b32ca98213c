public import TimeSeries
public import TradeModel

/// What `dataset.json` says about the data beside it; all of it optional.
public struct DatasetManifest: Sendable, Hashable {
  /// Who published a figure, where and when.
  public struct Source: Sendable, Hashable {
    /// The publisher's name.
    public let publisher: String
    /// The title of the publication, if known.
    public let title: String?
    /// Where it can be read, if known.
    public let url: String?
    /// When it was published, if known.
    public let published: String?
  }

  /// A partner group as this dataset means it.
  public struct Group: Sendable, Hashable {
    /// A member and the months of its membership.
    public struct Member: Sendable, Hashable {
      /// The member's area code.
      public let code: String
      /// The first month; `nil` when it was always one.
      public let from: Month?
      /// The last month; `nil` while it is one.
      public let until: Month?
    }

    /// The group's name.
    public let name: String
    /// The members with their dates.
    public let members: [Member]
    /// What is particular about the group in this dataset.
    public let note: String?

    /// The members in a month.
    public func members(in month: Month) -> [String] {
      members.filter { ($0.from ?? month) <= month && month <= ($0.until ?? month) }.map(\.code)
    }
  }

  /// A flow that is computed from others where it is not printed.
  public struct Derivation: Sendable, Hashable {
    /// The flow that is computed.
    public let flow: Flow
    /// The flows it is computed from, with the sign of each.
    public let terms: [Term]
    /// What the reader should know.
    public let note: String?

    /// One flow of the formula.
    public struct Term: Sendable, Hashable {
      /// 1 or -1.
      public let sign: Double
      /// The flow.
      public let flow: Flow
    }

    /// The formula, such as `exports - balance`.
    public var formula: String {
      terms.enumerated().map { position, term in
        let mark = term.sign < 0 ? (position == 0 ? "-" : " - ") : (position == 0 ? "" : " + ")
        return mark + term.flow.rawValue
      }.joined()
    }
  }

  /// What the dataset is called.
  public internal(set) var title: String?
  /// Who published the figures.
  public internal(set) var publisher: String?
  /// Under which terms they may be used.
  public internal(set) var licence: String?
  /// How the dataset was compiled.
  public internal(set) var compiled: String?
  /// What the values measure where the flow's own kind is not meant.
  public internal(set) var kinds: [Flow: SeriesKind] = [:]
  /// What the values measure where neither the flow nor the manifest says more.
  public internal(set) var defaultKind: SeriesKind?
  /// How often the series are observed: `monthly`, `quarterly`, `irregular`.
  public internal(set) var frequency: String?
  /// The reporter of rows that name none.
  public internal(set) var reporter: String?
  /// The partner of rows that name none.
  public internal(set) var partner: String?
  /// The flow of rows that name none.
  public internal(set) var flow: Flow?
  /// The product of rows that name none.
  public internal(set) var product: String?
  /// The measure of rows that name none.
  public internal(set) var measure: Measure?
  /// The basis of rows that name none.
  public internal(set) var basis: Basis?
  /// The unit of levels whose rows name none; a printed change without one is in percent.
  public internal(set) var unit: Unit?
  /// The scale of the printed digits of levels whose rows name none; that of a change is one.
  public internal(set) var scale: DecimalScale?
  /// `SA` or `NSA`, if it holds for all.
  public internal(set) var adjustment: String?
  /// Valuation and concept in words.
  public internal(set) var valuation: String?
  /// The partner groups by code.
  public internal(set) var groups: [String: Group] = [:]
  /// The computed flows.
  public internal(set) var derivations: [Derivation] = []
  /// The sources by id.
  public internal(set) var sources: [String: Source] = [:]

  /// Makes an empty manifest, as a bare CSV file has.
  public init() {}

  /// What the values of a flow measure.
  public func kind(of flow: Flow) -> SeriesKind {
    kinds[flow] ?? (flow.kind == .flow ? defaultKind : nil) ?? flow.kind
  }

  /// Whether the values are adjusted for the season, by the manifest or a basis.
  public func isSeasonallyAdjusted(_ basis: Basis) -> Bool {
    basis.includes(Basis("SA"))
      || (basis.tokens.isEmpty || !basis.includes(Basis("NSA")))
        && adjustment == "SA"
  }

  /// The same with what the user gave on the command line in place of what stands here.
  public func filled(
    reporter: String? = nil, partner: String? = nil, flow: Flow? = nil, unit: Unit? = nil,
    kind: SeriesKind? = nil
  ) -> DatasetManifest {
    var manifest = self
    manifest.reporter = reporter ?? manifest.reporter
    manifest.partner = partner ?? manifest.partner
    manifest.flow = flow ?? manifest.flow
    manifest.unit = unit ?? manifest.unit
    manifest.defaultKind = kind ?? manifest.defaultKind
    return manifest
  }
}
