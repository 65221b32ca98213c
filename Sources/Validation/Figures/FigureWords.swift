/// What kind of number a figure is.
///
/// The raw value is its name in JSON.
public enum FigureRole: String, Sendable, Hashable, CaseIterable {
  /// A value of a period or at a date.
  case level
  /// A change, in percent, points or money.
  case change
  /// A part of a whole.
  case share
  /// Exports less imports, negative for a deficit.
  case balance
}

/// What a figure measures.
///
/// The raw value is its name in JSON.
public enum FigureMeasure: String, Sendable, Hashable, CaseIterable {
  /// Goods leaving the reporter.
  case exports
  /// Goods entering the reporter.
  case imports
  /// Exports and imports together.
  case totalTrade = "total_trade"
  /// Exports less imports.
  case balance
  /// Direct investment during a period.
  case fdiFlow = "fdi_flow"
  /// Direct investment at a date.
  case fdiStock = "fdi_stock"
  /// Services rendered.
  case servicesExports = "services_exports"
  /// Services received.
  case servicesImports = "services_imports"
  /// Services rendered and received together.
  case servicesTotal = "services_total"
  /// Anything else.
  case other

  /// Whether its level cannot be below zero.
  public var isNonNegative: Bool {
    switch self {
    case .exports, .imports, .totalTrade, .servicesExports, .servicesImports, .servicesTotal: true
    case .balance, .fdiFlow, .fdiStock, .other: false
    }
  }

  /// The name in sentences: `exports of services`.
  public var name: String {
    switch self {
    case .exports: "exports"
    case .imports: "imports"
    case .totalTrade: "total trade"
    case .balance: "the balance"
    case .fdiFlow: "direct investment"
    case .fdiStock: "the stock of direct investment"
    case .servicesExports: "exports of services"
    case .servicesImports: "imports of services"
    case .servicesTotal: "trade in services"
    case .other: "the value"
    }
  }
}

/// What a change is compared with.
///
/// The raw value is its name in JSON.
public enum FigureComparison: String, Sendable, Hashable, CaseIterable {
  /// The same span one year earlier.
  case yearOverYear = "yoy"
  /// The quarter before.
  case quarterOverQuarter = "qoq"
  /// The month before.
  case monthOverMonth = "mom"
  /// Another base.
  case other
}

/// The word beside a figure that widens or bounds it.
public enum FigureHedge: String, Sendable, Hashable, CaseIterable {
  /// No word.
  case exact
  /// About, around, some, roughly, close to.
  case about
  /// More than, over, above, at least.
  case moreThan = "more_than"
  /// Less than, under, nearly, almost, just under.
  case lessThan = "less_than"
  /// Up to, at most.
  case upTo = "up_to"

  /// The name in JSON, where `up_to` is a kind of `less_than`.
  public var jsonName: String { self == .upTo ? FigureHedge.lessThan.rawValue : rawValue }
}
