internal import TradeModel

/// What an indicator of the World Bank measures, by its code and the words in its name.
struct WorldBankIndicator: Hashable {
  let code: String
  let name: String

  /// The flow of the codes that are flows of trade and investment in money; `other` for the rest.
  var flow: Flow {
    switch code {
    case "TX.VAL.MRCH.CD", "NE.EXP.GNFS.CD", "NE.EXP.GNFS.KD", "NE.EXP.GNFS.CN", "BX.GSR.GNFS.CD",
      "BX.GSR.MRCH.CD":
      .exports
    case "TM.VAL.MRCH.CD", "NE.IMP.GNFS.CD", "NE.IMP.GNFS.KD", "NE.IMP.GNFS.CN", "BM.GSR.GNFS.CD",
      "BM.GSR.MRCH.CD":
      .imports
    case "NE.RSB.GNFS.CD", "BN.GSR.GNFS.CD", "NE.RSB.GNFS.CN": .balance
    case "BX.GSR.NFSV.CD": .servicesExports
    case "BM.GSR.NFSV.CD": .servicesImports
    case "BX.KLT.DINV.CD.WD": .fdiFlowIn
    case "BM.KLT.DINV.CD.WD": .fdiFlowOut
    default: .other
    }
  }

  /// The unit in the parentheses of the name: `USD` for "(current US$)", percent for "(% of GDP)".
  var unit: Unit {
    for text in parentheses {
      if text.contains("US$") { return .usDollar }
      if text.contains("%") { return .percent }
      if text.hasSuffix("LCU") { return Unit("LCU") }
      if text.hasSuffix("international $") { return Unit("international-dollar") }
    }
    return Unit("")
  }

  /// Prices and concept in the parentheses: `current`, `constant2010`, `BOP`.
  var basis: Basis {
    var tokens: [String] = []
    for text in parentheses {
      for part in text.split(separator: ",").map({ String($0).trimmed }) {
        let words = part.split(separator: " ")
        if part == "BoP" { tokens.append("BOP") }
        if words.first == "current" { tokens.append("current") }
        if words.first == "constant" {
          let year = words.dropFirst().first { Int($0) != nil } ?? ""
          tokens.append("constant\(year)")
        }
      }
    }
    return Basis(tokens.joined(separator: "+"))
  }

  /// The key of one economy's series; the product is the indicator's code.
  func key(reporter: String) -> SeriesKey {
    SeriesKey(
      reporter: reporter, partner: "WLD", flow: flow, product: code, basis: basis, unit: unit)
  }

  /// The sentence that says what the code stands for.
  var note: String {
    "product \(code) is \(name.quotedTitle), flow \(flow.rawValue), unit "
      + (unit.code.isEmpty ? "not stated" : unit.code)
  }

  private var parentheses: [String] {
    name.split(separator: "(").dropFirst().compactMap { part in
      part.firstIndex(of: ")").map { String(part[..<$0]) }
    }
  }
}

extension FigureCollector {
  /// The area of an economy by the World Bank's code, which is its own for groups.
  mutating func economy(_ code: String, name: String, at cell: CellPlace) -> String {
    let own = ["EUU": "EU"]
    return area([own[code] ?? code], fallback: code, name: name, at: cell)
  }
}

extension String {
  /// The whole text in double quotes, for titles in notes.
  var quotedTitle: String { "\"\(self)\"" }
}
