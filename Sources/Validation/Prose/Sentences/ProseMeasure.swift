/// What a word of the lexicon measures; the raw values stand in the tables.
enum ProseMeasure: Int16, Sendable, Hashable {
  /// Nothing that a claim is about.
  case none = 0
  case exports = 1
  case imports, trade, balance, fdiFlow, fdiStock, netPosition
  case servicesExports = 11
  case servicesImports, servicesTrade
  /// Output, earnings, targets: a figure, but not of trade.
  case other = 20
  /// Exports in percent of imports.
  case coverage
  /// Prices, wages and the like: no figure of trade.
  case unrelated

  /// The measure of services that belongs to a measure of goods or both.
  var ofServices: ProseMeasure {
    switch self {
    case .exports: .servicesExports
    case .imports: .servicesImports
    case .trade: .servicesTrade
    default: self
    }
  }

  /// The measure without the distinction of services.
  var flow: ProseMeasure {
    switch self {
    case .servicesExports: .exports
    case .servicesImports: .imports
    case .servicesTrade: .trade
    default: self
    }
  }

  /// Whether it is a measure of services.
  var isServices: Bool { rawValue >= 11 && rawValue <= 13 }

  /// Whether it is exports, imports or both.
  var isFlowOfTrade: Bool { flow.rawValue >= 1 && flow.rawValue <= 3 }

  /// The flow as the partner sees it.
  var mirrored: ProseMeasure {
    switch self {
    case .exports: .imports
    case .imports: .exports
    case .servicesExports: .servicesImports
    case .servicesImports: .servicesExports
    default: self
    }
  }

  /// Whether it is a balance of two flows or stocks.
  var isBalance: Bool { self == .balance || self == .netPosition }

  /// The measure of a figure.
  var figureMeasure: FigureMeasure {
    switch self {
    case .none, .other, .coverage, .unrelated: .other
    case .exports: .exports
    case .imports: .imports
    case .trade: .totalTrade
    case .balance: .balance
    case .fdiFlow: .fdiFlow
    case .fdiStock, .netPosition: .fdiStock
    case .servicesExports: .servicesExports
    case .servicesImports: .servicesImports
    case .servicesTrade: .servicesTotal
    }
  }
}

/// Whose, with whom, of what and on which basis a figure is.
struct ProseScope: Sendable, Hashable {
  /// The place whose figure it is, by the number of ``ProsePlaces``; -1 when not named.
  var reporter: Int16 = -1
  /// The place with whom; -1 for all.
  var partner: Int16 = -1
  /// The part of trade; 0 for all, else a number of ``ProseParts``.
  var part: Int32 = 0
  /// How it is measured, as in the lexicon; 0 for the plain way.
  var basis: Int16 = 0
}

/// The parts of trade that a text names: products, sectors, kinds of firms.
///
/// A part is known by its words, so the same words are the same part wherever they stand.
struct ProseParts: Sendable {
  /// Goods, by number.
  static let goods: Int32 = 1
  /// Services.
  static let services: Int32 = 2
  /// The words of the part that comes in and goes out again.
  static let reexports = "re exports"

  /// The number of a part, the same for the same words: a 30-bit hash of them, above the fixed ones.
  func known(_ words: String) -> Int32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in words.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int32(truncatingIfNeeded: (hash >> 20) & 0x3FFF_FFFF) | 0x10
  }
}

/// What a share is a part of.
struct ProseWhole: Sendable, Hashable {
  /// The measure of the whole.
  var measure: ProseMeasure
  /// Its scope.
  var scope: ProseScope
}

/// What a clause is about.
struct ProseTopic: Sendable, Hashable {
  /// The measure.
  var measure = ProseMeasure.none
  /// Whose, with whom, of what.
  var scope = ProseScope()
  /// 1 for a surplus, -1 for a deficit, 0 for a balance without a word.
  var balanceSign = 0
  /// Whether the word does not tell the sign for sure: "gap".
  var isLoose = false
}
