internal import TradeModel

extension PublishedTable {
  /// Where a header stands that is found by more than its names.
  struct Found: Sendable {
    /// The record, counted from 0.
    let record: Int
    /// The names, where they are not those of the record alone.
    var names: [String]?
    /// What columns are for, beside those of the layout.
    var columns: [String: Use] = [:]
    /// How many more records below belong to the header.
    var more = 0
  }

  /// How a code stands beside its label.
  enum Pairing: Sendable, Hashable {
    /// Columns stand alone.
    case none
    /// `Economy` and `Economy Label`.
    case labelSuffix(String)
    /// `area_code`, then its label under a name of its own.
    case labelBehind(codeSuffix: String)
  }

  /// What stands around a table.
  struct Surroundings: Sendable {
    let above: [[String]]
    let header: [String]
    let below: [[String]]
    let units: [String: String]

    /// The text behind a label: in the same field behind a colon, or in the next one.
    func text(behind label: String) -> String? {
      for record in above {
        guard let first = record.first, first.hasPrefix(label) else { continue }
        let rest = first.dropFirst(label.count).drop { $0 == " " || $0 == ":" }
        if !rest.isEmpty, first.dropFirst(label.count).contains(":") { return String(rest) }
        if let next = record.dropFirst().first(where: { !$0.isEmpty }) { return next }
      }
      return nil
    }
  }

  /// What titles and notes say of all values of a table.
  struct Context: Sendable {
    /// Codes or names of areas.
    var reporter: String?
    var partner: String?
    var flow: Flow?
    var product: [String] = []
    var basis: [String] = []
    var unit: UnitPhrase?
    /// Whether the records are about areas.
    var areSeriesAreas = false
  }
}
