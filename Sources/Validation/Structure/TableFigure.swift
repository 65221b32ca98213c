internal import TimeSeries
internal import TradeModel

/// One figure of a table with everything that the headings, the row and the words around it say.
struct TableFigure: Sendable {
  /// What a figure of a table is.
  enum Role: Sendable, Hashable {
    /// A level.
    case level
    /// A change in percent.
    case growth
    /// A change in the unit of the level.
    case change
    /// A part in percent of a whole.
    case share
    /// A place in an order.
    case rank
  }

  /// Where it stands.
  var cell: PrintedCell
  /// The file of its table; empty for the only one.
  var file = ""
  /// The row and column in its table, and the number of the table in the file.
  var (row, column, table) = (0, 0, 0)
  /// The digits with their scale.
  var number: PrintedNumber
  var role: Role
  /// What crosses the border; `nil` when nothing says it.
  var flow: Flow?
  /// The names that set the level apart from others.
  var (reporter, partner, product, item) = ("", "", "", "")
  /// Prices, adjustment, concept.
  var basis = ""
  /// The currency or unit of the level; for a change in percent that of the level it belongs to.
  var unit = ""
  var period: FigurePeriod?
  /// What a change is compared with, where a word says it.
  var comparison: TableLabel.Comparison?
  /// The period a change is compared with, where it is named.
  var base: FigurePeriod?
  var hedge: FigureHedge = .exact
  /// The place in an order that the figure prints.
  var place: PlaceInOrder?
  /// Whether the place may be a bare number of its row.
  var isRowNumber = false
  /// Whether the change was printed as a word: the same at the printed digits.
  var isUnchanged = false
  var (isTotal, isOthers, isAdjustment, isToDate) = (false, false, false, false)
  /// What the document is, where the table holds several: publication date and publisher.
  var (vintage, source) = ("", "")

  /// Makes a figure about which nothing else is known.
  init(_ cell: PrintedCell, _ number: PrintedNumber, _ role: Role) {
    self.cell = cell
    self.number = number
    self.role = role
  }

  /// Whether the number is in percent or points.
  var isPercentage: Bool { role == .growth || role == .share }

  /// The level the figure is about, or whose change or share it is.
  var quantity: Quantity { quantity(of: period) }

  /// The same level of another time.
  func quantity(of period: FigurePeriod?) -> Quantity {
    let words = [reporter, item, Self.sideWords(flow)].filter { !$0.isEmpty }
    return Quantity(
      measure, subject: words.joined(separator: " "), partner: partner, product: product,
      period: period, unit: unit, basis: basis,
      isNonNegative: flow.map {
        !isAdjustment && ($0.isNonNegative || $0 == .fdiStockIn || $0 == .fdiStockOut)
      })
  }

  /// The level a change of this figure is compared with; of a figure without a time a key of its
  /// own.
  func baseQuantity(_ base: FigurePeriod?) -> Quantity {
    var key = quantity(of: base)
    if base == nil { key.subject += key.subject.isEmpty ? "a year before" : " a year before" }
    return key
  }

  /// The measure in results.
  var measure: FigureMeasure {
    switch flow {
    case .exports: .exports
    case .imports: .imports
    case .totalTrade: .totalTrade
    case .balance: .balance
    case .servicesExports: .servicesExports
    case .servicesImports: .servicesImports
    case .servicesTotal: .servicesTotal
    case .fdiFlowIn, .fdiFlowOut: .fdiFlow
    case .fdiStockIn, .fdiStockOut: .fdiStock
    case .reExports, .reImports, .other, nil: .other
    }
  }

  /// What sets flows of one measure apart.
  private static func sideWords(_ flow: Flow?) -> String {
    switch flow {
    case .reExports, .reImports: flow?.name ?? ""
    case .fdiFlowIn, .fdiStockIn: "received"
    case .fdiFlowOut, .fdiStockOut: "made"
    default: ""
    }
  }

  /// Whom or what the figure is about, for readers.
  var subject: String {
    [reporter, partner, product, item].filter { !$0.isEmpty }.joined(separator: ", ")
  }
}
