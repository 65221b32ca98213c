public import TradeModel

/// Which observations of a dataset are meant; what is left out is not restricted.
public struct Selection: Sendable, Hashable {
  /// Whose statistics, by area code.
  public var reporter: String?
  /// The partners by area code, in the order they are to be shown.
  public var partners: [String]
  /// The flows.
  public var flows: [Flow]
  /// The products by code.
  public var products: [String]
  /// Which number of the flow.
  public var measure: Measure
  /// The unit.
  public var unit: Unit?
  /// Tokens that the basis must have.
  public var basis: Basis?
  /// The newest vintage that may be used; `nil` for the newest there is.
  public var vintage: Vintage?

  /// Makes a selection.
  public init(
    reporter: String? = nil, partners: [String] = [], flows: [Flow] = [], products: [String] = [],
    measure: Measure = .value, unit: Unit? = nil, basis: Basis? = nil, vintage: Vintage? = nil
  ) {
    self.reporter = reporter
    self.partners = partners
    self.flows = flows
    self.products = products
    self.measure = measure
    self.unit = unit
    self.basis = basis
    self.vintage = vintage
  }

  /// Whether an observation is meant.
  ///
  /// One whose vintage is not known is taken as old.
  public func includes(_ observation: TradeObservation) -> Bool {
    let key = observation.key
    if let reporter, key.reporter != reporter { return false }
    if !partners.isEmpty, !partners.contains(key.partner) { return false }
    if !flows.isEmpty, !flows.contains(key.flow) { return false }
    if !products.isEmpty, !products.contains(key.product) { return false }
    if key.measure != measure { return false }
    if let unit, key.unit != unit { return false }
    if let basis, !key.basis.includes(basis) { return false }
    if let vintage, let own = observation.vintage, own > vintage { return false }
    return true
  }
}

extension Dataset {
  /// The observations that a selection means, in their order, as they are ``used``.
  public func observations(_ selection: Selection) -> [TradeObservation] {
    used.filter(selection.includes)
  }

  /// Checks that a selection names things that the dataset holds, and that it leaves one reporter,
  /// one basis and one unit.
  ///
  /// Products must be named where a flow is given for several of them, as their figures overlap;
  /// series of a plain panel, which have no flow, stand for themselves.
  /// - Returns: The selected observations.
  /// - Throws: ``SelectionError`` that says what there is.
  public func checked(_ selection: Selection) throws(SelectionError) -> [TradeObservation] {
    let keys = observations.map(\.key).filter { $0.measure == selection.measure }
    let wanted: [(String, [String], (SeriesKey) -> String)] = [
      ("reporter", selection.reporter.map { [$0] } ?? [], { $0.reporter }),
      ("partner", selection.partners, { $0.partner }),
      ("flow", selection.flows.map(\.rawValue), { $0.flow.rawValue }),
      ("product", selection.products, { $0.product }),
      ("unit", selection.unit.map { [$0.code] } ?? [], { $0.unit.code }),
    ]
    for (what, names, part) in wanted {
      let known = Set(keys.map(part))
      if let name = names.first(where: { !known.contains($0) }) {
        throw .notFound(path, what, name, known: known.sorted())
      }
    }
    if let basis = selection.basis, !keys.contains(where: { $0.basis.includes(basis) }) {
      let known = Set(keys.map(\.basis.description)).sorted()
      throw .notFound(path, "basis", basis.description, known: known)
    }
    let chosen = observations(selection)
    guard !chosen.isEmpty else {
      var anytime = selection
      anytime.vintage = nil
      if let vintage = selection.vintage,
        let oldest = observations(anytime).compactMap(\.vintage).min()
      {
        throw .notYetPublished(path, vintage, oldest: oldest)
      }
      throw .empty(path)
    }
    let single: [(String, String, (SeriesKey) -> String)] = [
      ("reporters", "--reporter", { $0.reporter }),
      ("bases", "--basis", { $0.basis.description }),
      ("units", "--unit", { $0.unit.code }),
    ]
    for (what, option, part) in single {
      let found = Set(chosen.map { part($0.key) })
      if found.count > 1 { throw .several(path, what, found.sorted(), option: option) }
    }
    let products = Set(chosen.map(\.key).filter { $0.flow != .other }.map(\.product))
    if selection.products.isEmpty, products.count > 1 {
      throw .several(path, "products", products.sorted(), option: "--product")
    }
    return chosen
  }
}

/// Why a selection has no clear answer in a dataset.
public enum SelectionError: Error, Sendable, Hashable {
  /// A name that the dataset does not hold.
  case notFound(String, String, String, known: [String])
  /// Several things that must not be mixed.
  case several(String, String, [String], option: String)
  /// What is selected was published later.
  case notYetPublished(String, Vintage, oldest: Vintage)
  /// Nothing is left.
  case empty(String)
}
