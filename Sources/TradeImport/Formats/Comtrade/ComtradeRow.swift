internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// What the columns of one record of UN Comtrade say about its figures, in either layout.
struct ComtradeRow {
  let period: Period
  let flow: Flow
  let classification: String
  let product: String
  let reporter: ComtradeArea
  let partner: ComtradeArea
  /// The unit of the quantity; `nil` for none.
  let unit: String?
  let otherUnit: String?
  /// What makes the record a part of another one, if it is.
  let detail: String?
  let isQuantityEstimated: Bool
  let isOtherQuantityEstimated: Bool
  let isWeightEstimated: Bool
  let isGrossWeightEstimated: Bool

  /// The classification without its edition.
  var family: String { Self.family(classification) }

  /// A classification without its edition: `HS` for `H5`, `S` for `S4`.
  static func family(_ code: String) -> String {
    code.hasPrefix("H") ? "HS" : code.hasPrefix("S") ? "SITC" : code
  }

  /// Whether a text can be a classification of UN Comtrade: `H5`, `S4`, `BE`, `B5`, `EB02`.
  static func isClassification(_ code: String) -> Bool {
    guard let first = code.first, "HSBE".contains(first), (2...5).contains(code.count) else {
      return false
    }
    return code.dropFirst().allSatisfy { $0.isASCII && ($0.isNumber || "SBEC".contains($0)) }
  }

  /// The flows by number, each with its name in letters.
  static let flows: [String: (flow: Flow, words: String)] = [
    "1": (.imports, "import"), "2": (.exports, "export"), "3": (.reExports, "reexport"),
    "4": (.reImports, "reimport"),
  ]
  /// The flows by letter.
  static let letters: [String: (flow: Flow, words: String)] = [
    "M": (.imports, "import"), "X": (.exports, "export"), "RX": (.reExports, "reexport"),
    "RM": (.reImports, "reimport"),
  ]

  /// Whether a code of a breakdown stands for all of it.
  static func isTotal(_ code: String) -> Bool { ["", "0", "C00", "TOTAL"].contains(code) }

  /// Whether a text can be the code of a product.
  static func isProduct(_ code: String) -> Bool { !code.isEmpty && CodeSyntax.isCode(code) }

  /// The unit of a quantity by the code of UN Comtrade; `nil` for none.
  ///
  /// Source: uncomtrade.org, "Supplementary quantity units".
  static func unit(code: String, name: String = "") -> String? {
    if ["", "1", "-1", "0"].contains(code) { return nil }
    return units[code] ?? (name.isEmpty ? "unit-\(code)" : name)
  }

  private static let units = [
    "2": "m2", "3": "1000 kWh", "4": "m", "5": "u", "6": "2u", "7": "l", "8": "kg",
    "9": "1000u", "10": "packages", "11": "12u", "12": "m3", "13": "carat",
  ]

  /// The period of a cell such as `2014` or `201403`.
  static func period(_ record: NamedRecord, _ column: String) throws(ComtradeFault) -> Period {
    let text = record[column]
    if text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text) {
      if text.utf8.count == 4, number > 1900 { return .year(number) }
      let month = number % 100
      if text.utf8.count == 6, number / 100 > 1900, (1...12).contains(month) {
        return .month(number / 100, month)
      }
    }
    throw ComtradeFault(record.place(column), expected: "a year or a month such as 201403")
  }
}

/// A country in the codes of UN Comtrade, whose numbers are not always those of ISO 3166.
struct ComtradeArea: Hashable {
  let iso: String
  let code: String
  let name: String

  /// The codes to look for.
  ///
  /// UN Comtrade's own stay as they are: `S19` is 490, "Other Asia, not elsewhere specified",
  /// which is no country by its definition.
  var candidates: [String] {
    if fallback == "S19" { return [] }
    // Where numbers alone were chosen, 0 is the world.
    if iso.isEmpty, name.isEmpty { return [code == "0" ? "WLD" : code] }
    return iso.isEmpty ? [name] : [iso]
  }

  /// What stands for the area when it is not known.
  var fallback: String {
    code == "490" ? "S19" : !iso.isEmpty ? iso : !name.isEmpty ? name : code
  }
}

/// A cell of a record that says something impossible.
struct ComtradeFault: Error {
  let place: CellPlace
  let expected: String

  init(_ place: CellPlace, expected: String) {
    self.place = place
    self.expected = expected
  }
}

/// The names of the value columns of a layout.
struct ComtradeMeasures {
  let quantity: String
  let otherQuantity: String
  let netWeight: String
  let grossWeight: String
  let value: String
  let cif: String
  let fob: String

  /// All of them.
  var all: [String] { [quantity, otherQuantity, netWeight, grossWeight, value, cif, fob] }
}

/// Compares a header with the names of a layout.
enum ComtradeHeader {
  static func recognise(
    _ header: [String], _ names: [String], format: String
  ) -> Recognition? {
    let found = Set(header)
    let count = names.count { found.contains($0) }
    guard count * 10 >= names.count * 8 else { return nil }
    let share = Double(count) / Double(names.count)
    return Recognition(
      format: format, score: share,
      evidence: [Evidence(line: 1, "\(count) of the \(names.count) column names of UN Comtrade")])
  }
}
