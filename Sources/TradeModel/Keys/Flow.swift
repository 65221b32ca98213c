public import TimeSeries

/// What crosses a border, seen from the reporter's side.
public enum Flow: String, Sendable, Hashable, CaseIterable {
  /// Goods leaving the reporter.
  case exports
  /// Goods entering the reporter.
  case imports
  /// Goods leaving in the state in which they came.
  case reExports = "re_exports"
  /// Goods of the reporter's own origin that come back.
  case reImports = "re_imports"
  /// Exports and imports together.
  case totalTrade = "total_trade"
  /// Exports less imports.
  case balance
  /// Services rendered to the partner.
  case servicesExports = "services_exports"
  /// Services received from the partner.
  case servicesImports = "services_imports"
  /// Services rendered and received together.
  case servicesTotal = "services_total"
  /// Direct investment by the partner in the reporter during a period.
  case fdiFlowIn = "fdi_flow_in"
  /// Direct investment by the reporter in the partner during a period.
  case fdiFlowOut = "fdi_flow_out"
  /// Direct investment by the partner in the reporter at a date.
  case fdiStockIn = "fdi_stock_in"
  /// Direct investment by the reporter in the partner at a date.
  case fdiStockOut = "fdi_stock_out"
  /// Anything else.
  case other

  /// Reads a name, or the letters `X` and `M` for exports and imports; `nil` for other texts.
  public init?(parsing text: String) {
    switch text {
    case "X": self = .exports
    case "M": self = .imports
    default: self.init(rawValue: text)
    }
  }

  /// What a figure of this flow measures unless the dataset says otherwise.
  public var kind: SeriesKind {
    switch self {
    case .fdiStockIn, .fdiStockOut: .stock
    default: .flow
    }
  }

  /// Whether a figure cannot be below zero.
  public var isNonNegative: Bool {
    switch self {
    case .exports, .imports, .reExports, .reImports, .totalTrade, .servicesExports,
      .servicesImports, .servicesTotal:
      true
    case .balance, .fdiFlowIn, .fdiFlowOut, .fdiStockIn, .fdiStockOut, .other: false
    }
  }

  /// The name in tables and sentences, without a capital.
  public var name: String {
    switch self {
    case .exports: "exports"
    case .imports: "imports"
    case .reExports: "re-exports"
    case .reImports: "re-imports"
    case .totalTrade: "total trade"
    case .balance: "balance"
    case .servicesExports: "exports of services"
    case .servicesImports: "imports of services"
    case .servicesTotal: "trade in services"
    case .fdiFlowIn: "direct investment received"
    case .fdiFlowOut: "direct investment made"
    case .fdiStockIn: "stock of direct investment received"
    case .fdiStockOut: "stock of direct investment made"
    case .other: "other"
    }
  }
}
