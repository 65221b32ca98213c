internal import TimeSeries
internal import TradeModel

/// The columns of a table by what they hold.
struct GenericColumns {
  /// A column of figures.
  struct Value {
    let index: Int
    let column: ImportSchema.Column?
    let period: Period?
    /// Whether the name says that there are figures, and no more.
    let isNamedValue: Bool
    /// What stands over a column under a period: a flow, or a part of the product.
    let group: String
    let groupFlow: Flow?
  }

  /// The columns of the keys, in their order.
  struct Keys {
    fileprivate(set) var periods: [Int] = []
    fileprivate(set) var products: [Int] = []
    fileprivate(set) var reporter: Int?
    fileprivate(set) var partner: Int?
    fileprivate(set) var flow: Int?
    fileprivate(set) var measure: Int?
    fileprivate(set) var unit: Int?
    fileprivate(set) var status: Int?
  }

  let header: TableHeader
  /// How many fields a row of data must have.
  var fieldCount: Int
  private(set) var values: [Value] = []
  private(set) var keys = Keys()
  /// The unit over each column of figures, where there is a row of units.
  var units: [UnitWords.Reading?] = []

  init(header: TableHeader) {
    self.header = header
    fieldCount = header.names.count
  }

  mutating func add(_ index: Int, _ column: ImportSchema.Column) {
    // Of several columns with a role that needs one, the first counts.
    func first(_ known: Int?) -> Int { min(index, known ?? index) }
    switch column.role {
    case .value:
      let isNamed = ColumnRole.names[.value]?.contains(ColumnRole.key(column.name)) ?? false
      values.append(
        Value(
          index: index, column: column, period: nil, isNamedValue: isNamed, group: "",
          groupFlow: nil))
    case .period: keys.periods = (keys.periods + [index]).sorted()
    case .product: keys.products = (keys.products + [index]).sorted()
    case .reporter: keys.reporter = first(keys.reporter)
    case .partner: keys.partner = first(keys.partner)
    case .flow: keys.flow = first(keys.flow)
    case .measure: keys.measure = first(keys.measure)
    case .unit: keys.unit = first(keys.unit)
    case .status: keys.status = first(keys.status)
    case .ignore: break
    }
  }

  mutating func add(_ index: Int, period: Period) {
    let group = header.groups[index]
    values.append(
      Value(
        index: index, column: nil, period: period, isNamedValue: false, group: group,
        groupFlow: FlowWords.read(group)))
  }
}
