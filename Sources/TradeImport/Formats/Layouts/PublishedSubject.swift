internal import TradeModel

/// What the breakdowns of a record say: areas, flow, product and all that must not be mixed.
struct PublishedSubject {
  /// An area as it is written.
  struct AreaText {
    let code: String
    let label: String
    let column: Int
    /// Whether code or label name it; the numbers of Brazil are its own.
    let isNamed: Bool
  }

  private(set) var reporter: AreaText?
  private(set) var partner: AreaText?
  private(set) var flow: Flow?
  private(set) var product: [String] = []
  private(set) var basis: [String] = []
  /// The title of the value, where a column or a breakdown holds it.
  private(set) var title = ""
  /// The unit with its scale; `nil` where the columns of values say it.
  private(set) var unit: UnitPhrase?
  /// The unit of quantities.
  private(set) var quantityUnit: String?
  /// The part of the year, as its code is written.
  private(set) var part: String?
  private(set) var partColumn: Int?
  /// A text of a breakdown by flows that is none.
  private(set) var unknownFlow: (column: Int, text: String)?
  /// A column without which the size of the values is not known, and what is expected there.
  private(set) var fault: (column: Int, expected: String)?
  /// The months of its periods, where a column says them.
  private(set) var months: Int?
  private let flowCodes: [String: Flow]
  private let isTotalCode: @Sendable (String) -> Bool
  private let quantityUnits: [String: String]
  private let areSeriesAreas: Bool

  init(
    _ record: PlacedRecord, _ columns: PublishedColumns, _ layout: PublishedTable,
    areSeriesAreas: Bool = false
  ) {
    flowCodes = layout.flowCodes
    isTotalCode = layout.isTotal
    quantityUnits = layout.quantityUnits
    self.areSeriesAreas = areSeriesAreas
    flow = columns.flow
    for breakdown in columns.breakdowns {
      guard let column = breakdown.code ?? breakdown.label else { continue }
      let code = breakdown.code.map { record.text($0).trimmed } ?? ""
      let label = breakdown.label.map { record.text($0).trimmed } ?? ""
      if code.isEmpty, label.isEmpty { continue }
      let name = breakdown.name.map { record.text($0).trimmed } ?? ""
      let meaning = breakdown.meaning ?? PublishedTable.Meaning(ofBreakdown: name)
      add(meaning, code.isEmpty ? label : code, label, column)
    }
    if let column = columns.title { title = record.text(column).trimmed }
    months = columns.frequency.flatMap {
      Self.frequencies[TradeWords.folded(record.text($0).trimmed)]
    }
    read(unitsOf: record, columns, layout)
  }

  private mutating func add(
    _ meaning: PublishedTable.Meaning, _ code: String, _ label: String, _ column: Int
  ) {
    let text = label.isEmpty ? code : label
    let isTotal = Self.totals.contains(TradeWords.folded(text)) || isTotalCode(code)
    switch meaning {
    case .reporter:
      reporter = AreaText(code: code, label: label, column: column, isNamed: true)
    case .partner, .partnerCode:
      guard !isTotal else { return }
      // A second breakdown by countries stays apart.
      guard partner == nil else { return basis.append(code) }
      partner = AreaText(
        code: code, label: label, column: column, isNamed: meaning == .partner)
    case .flow:
      let found = flowCodes[TradeWords.folded(code)] ?? TradeWords.flow(in: text)
      if found == .other { unknownFlow = (column, text) }
      if found != .other, flow == nil { flow = found }
      let isTold = flowCodes[TradeWords.folded(code)] != nil || TradeWords.isPlain(text)
      if found == .other || !isTold { basis.append(Self.token(text)) }
    case .product: if !isTotal { product.append(code) }
    case .adjustment:
      basis.append(Self.adjustment(text))
    case .month:
      part = code
      partColumn = column
    case .basis: if !isTotal { basis.append(Self.token(code)) }
    case .title: title = text
    case .series: title = text
    case .quantityUnit: quantityUnit = quantityUnits[code] ?? "unit-\(code)"
    }
  }

  private mutating func read(
    unitsOf record: PlacedRecord, _ columns: PublishedColumns, _ layout: PublishedTable
  ) {
    let words = [columns.scale, columns.unit].compactMap { $0 }.map { record.text($0).trimmed }
    if let column = columns.scale {
      let scale = UnitPhrase(record.text(column).trimmed)
      if !scale.unit.isEmpty { fault = (column, "a scale such as millions") }
      if let second = columns.exponent, Int(record.text(second).trimmed) != scale.exponent {
        fault = fault ?? (second, "\(scale.exponent), as the scale in words says")
      }
    }
    if !words.isEmpty {
      let phrase = UnitPhrase(words.joined(separator: " "), own: layout.units, layout.unitWords)
      unit = phrase
      // A scale alone counts what the title has as its unit.
      if phrase.unit.isEmpty, columns.unit == nil, !title.isEmpty {
        let read = ValueTitle(title, own: layout.units, layout.unitWords)
        title = read.title
        unit = UnitPhrase(unit: read.unit.unit, exponent: phrase.exponent + read.unit.exponent)
      }
    } else if !title.isEmpty {
      let read = ValueTitle(title, own: layout.units, layout.unitWords)
      title = read.title
      unit = read.unit
    }
    // The label of a series is an area, or says what the values are.
    guard let breakdown = columns.breakdowns.first(where: { $0.meaning == .series }),
      let column = breakdown.code
    else { return }
    let text = title
    title = ""
    if Self.totals.contains(TradeWords.folded(text)) { return }
    if areSeriesAreas || AreaWords.code(text) != nil || Area(code: text) != nil {
      partner = AreaText(code: text, label: text, column: column, isNamed: true)
    } else {
      title = text
    }
  }

  /// The token of an adjustment: `SA`, `NSA`, or the words as they are.
  static func adjustment(_ text: String) -> String {
    adjustments[TradeWords.folded(text)] ?? token(text)
  }

  /// A text as a token of a basis, which is joined by `+`.
  private static func token(_ text: String) -> String {
    text.split(separator: "+").map { String($0).trimmed }.joined(separator: " and ")
  }

  private static let totals: Set<String> = [
    "all countries", "total", "totalt", "i alt", "insgesamt", "alle land", "all", "world",
    "total of all countries", "tous les pays", "total, all countries", "all products", "overall",
    "total all markets", "total - all products", "...",
  ]
  private static let frequencies = [
    "annual": 12, "quarterly": 3, "monthly": 1, "half-yearly": 6, "a": 12, "q": 3, "m": 1,
  ]
  private static let adjustments = [
    "seasonally adjusted": "SA", "unadjusted": "NSA", "not seasonally adjusted": "NSA",
    "desaisonnalisees": "SA", "non desaisonnalisees": "NSA", "sesongjustert": "SA",
    "ikke sesongjustert": "NSA", "original": "NSA",
  ]
}
