internal import Diagnostics
internal import TradeModel

/// What the records between the names and the first period say.
struct BundesbankMetadata {
  static let unitNames: Set<String> = ["Einheit", "unit"]
  private static let dimensionNames: Set<String> = [
    "Dimension", "unit multiplier", "Einheit (Dimension)",
  ]
  private static let stateNames: Set<String> = ["Stand vom", "last update"]

  private let columns: [BundesbankColumn]
  private var titles: [BundesbankColumn: String] = [:]
  private var units: [BundesbankColumn: String] = [:]
  private var dimensions: [BundesbankColumn: String] = [:]
  /// When the values were current.
  private(set) var vintage: Vintage?

  init(columns: [BundesbankColumn]) { self.columns = columns }

  mutating func read(_ record: PlacedRecord) {
    let label = record.text(0).trimmed
    for column in columns {
      let text = record.text(column.value).trimmed
      if label.isEmpty, titles[column] == nil { titles[column] = text }
      if Self.unitNames.contains(label) { units[column] = text }
      if Self.dimensionNames.contains(label) { dimensions[column] = text }
      if Self.stateNames.contains(label), vintage == nil { vintage = Self.date(text) }
    }
  }

  /// The unit: percent for `% p.a.`, the code of a currency, or the words as they stand.
  func unit(of column: BundesbankColumn) -> Unit {
    let text = units[column] ?? ""
    switch text {
    case "Euro", "EUR", "EURO": return Unit("EUR")
    case "DM", "DEM": return Unit("DEM")
    case "US-$", "US-Dollar", "USD", "US dollar": return .usDollar
    default: return text.hasPrefix("%") || text.lowercased() == "prozent" ? .percent : Unit(text)
    }
  }

  /// The flow that the title names, of values in money; `nil` where it names none.
  func flow(of column: BundesbankColumn) -> Flow? {
    guard unit(of: column).isCurrency else { return nil }
    let flow = TradeWords.flow(in: titles[column] ?? "")
    return flow == .other ? nil : flow
  }

  /// The power of ten that the values are counted in.
  func scale(of column: BundesbankColumn) -> DecimalScale {
    switch (dimensions[column] ?? "").lowercased() {
    case "tausend", "tsd", "tsd.", "thousands": .thousand
    case "millionen", "mio", "mio.", "millions": .million
    case "milliarden", "mrd", "mrd.", "billions": .billion
    default: .one
    }
  }

  /// Whether the dimension is one of those that ``scale(of:)`` knows.
  private func isKnown(_ dimension: String) -> Bool {
    ["", "eins", "one", "ones"].contains(dimension.lowercased())
  }

  func report(to collector: inout FigureCollector) {
    for column in columns {
      let dimension = dimensions[column] ?? ""
      if scale(of: column) == .one, !isKnown(dimension) {
        collector.add(
          Diagnostic(
            "bundesbank.dimension", .warning,
            "dimension \(dimension.quoted) of \(column.id) is not known, values are taken as they "
              + "stand, expected Eins, Tausend, Millionen or Milliarden"))
      }
      collector.note(
        "bundesbank.series",
        "product \(column.id) is \((titles[column] ?? "").quotedTitle), unit "
          + "\((units[column] ?? "").quoted), dimension \(dimension.quoted)")
    }
  }

  /// `08.05.2009 13:32 Uhr` as 2009-05-08; `2009-05-08 13:32:00` as it stands.
  private static func date(_ text: String) -> Vintage? {
    let day = text.prefix { $0 != " " && $0 != "T" }
    let parts = day.split(separator: ".")
    guard parts.count == 3 else { return Vintage(parsing: day) }
    let padded = parts.map { $0.count == 1 ? "0\($0)" : String($0) }
    return Vintage(parsing: "\(padded[2])-\(padded[1])-\(padded[0])")
  }
}
