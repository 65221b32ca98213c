internal import TimeSeries
internal import TradeModel

/// The columns of a table by what they hold.
struct GenericColumns {
  /// A column of figures.
  struct Value {
    let index: Int
    /// What the schema says of it; `nil` for a column under a period.
    let column: ImportSchema.Column?
    let heading: ColumnHeading

    /// The period of a figure, with that of its row.
    func period(in row: Period?) -> Period? {
      if let period = heading.period, column == nil { return period }
      guard let part = heading.part, let row, row.isCalendarYear else { return row }
      return part.of(row)
    }

    var flow: Flow? { column?.flow ?? heading.flow }
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
      values.append(Value(index: index, column: column, heading: header.headings[index]))
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

  /// Adds a column under a period.
  mutating func add(_ index: Int) {
    values.append(Value(index: index, column: nil, heading: header.headings[index]))
  }
}
