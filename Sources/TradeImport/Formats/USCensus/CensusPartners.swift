internal import DelimitedText
internal import Diagnostics
internal import TradeModel

/// The partners by the codes of the file.
///
/// Names are looked up, since the codes are the bureau's own. When two codes of one year are the
/// same area (Israel with and without the territories), the one with more years has the area and
/// the others keep their codes, so that no figure meets another of the same key.
struct CensusPartners {
  private(set) var codes: [String: String] = [:]

  /// Names that the file cuts off or words in its own way.
  private static let cutNames = [
    "Falkland Islands(Islas Malvin": "FLK", "Svalbard, Jan Mayen Island": "SJM",
    "British Indian Ocean Terr.": "IOT", "French Southern and Antarctic": "ATF",
    "Heard and McDonald Islands": "HMD", "Unidentified Countries": "_X",
  ]

  init(_ table: PlacedTable, _ layout: CensusLayout, _ collector: inout FigureCollector) {
    var years: [String: Set<String>] = [:]
    var order: [(code: String, area: String, place: CellPlace)] = []
    for index in 0..<table.rowCount {
      let record = table.row(index)
      let code = record.text(layout.code)
      guard record.count == table.table.columnCount else { continue }
      if years[code] == nil {
        let name = record.text(layout.name).trimmed
        let place = record.place(layout.code, name: "CTY_CODE")
        let area =
          CensusPartners.isWorld(code)
          ? Area.world.code
          : collector.area([Self.cutNames[name] ?? name], fallback: name, at: place)
        order.append((code, area, place))
      }
      years[code, default: []].insert(record.text(layout.year))
    }
    for entry in order {
      let rivals = order.filter { other in
        other.area == entry.area && other.code != entry.code && !Self.isWorld(other.code)
          && !(years[other.code] ?? []).isDisjoint(with: years[entry.code] ?? [])
      }
      let own = years[entry.code]?.count ?? 0
      let isFirst = rivals.allSatisfy { rival in
        let count = years[rival.code]?.count ?? 0
        return count < own || count == own && entry.code < rival.code
      }
      codes[entry.code] = Self.isWorld(entry.code) || isFirst ? entry.area : entry.code
      if !isFirst, !Self.isWorld(entry.code) {
        collector.note(
          "us-census.shared-name",
          "code \(entry.code) has the name of \(entry.area) in the same "
            + "years as another code, it is kept as partner \(entry.code)",
          at: entry.place.location)
      }
    }
  }

  /// The world seasonally adjusted, the world, and advanced technology products with the world.
  static func isWorld(_ code: String) -> Bool { ["0004", "0015", "0007"].contains(code) }
}
