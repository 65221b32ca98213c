/// Whose a figure is and with whom, in words: `China-Russia`, `China exports to Russia`.
struct ProseSubject {
  /// The words of the parts of trade.
  let partNames: [Int32: String]

  /// The subject of a figure; empty when the text names none.
  func text(of figure: ProseFigure) -> String {
    let scope = figure.scope
    let reporter = scope.reporter >= 0 ? ProsePlaces.names[Int(scope.reporter)] : ""
    let partner = scope.partner >= 0 ? ProsePlaces.names[Int(scope.partner)] : ""
    let part = part(scope.part)
    guard !partner.isEmpty else { return joined([reporter, part]) }
    switch figure.measure.flow {
    case .exports: return joined([reporter, part, "exports to", partner])
    case .imports: return joined([reporter, part, "imports from", partner])
    case .fdiFlow, .fdiStock: return joined([reporter, part, "investment,", partner])
    default:
      return joined([reporter.isEmpty ? "with \(partner)" : "\(reporter)-\(partner)", part])
    }
  }

  /// The words for the codes of areas and parts in the keys of some readings.
  func words(of readings: [Reading]) -> [String: String] {
    var words: [String: String] = [:]
    for quantity in readings.flatMap({ $0.statements.flatMap(\.quantities) }) {
      for code in [quantity.subject, quantity.partner] where words[code] == nil {
        words[code] = ProsePlaces.number(of: code).map { ProsePlaces.names[Int($0)] }
      }
      if quantity.product.first == "p", let number = Int32(quantity.product.dropFirst()) {
        words[quantity.product] = part(number)
      }
    }
    return words
  }

  private func part(_ number: Int32) -> String {
    switch number {
    case 0: return ""
    case ProseParts.goods: return "goods"
    case ProseParts.services: return "services"
    default:
      let name = partNames[number] ?? ""
      let isUnnamed = name.hasPrefix("another ") || name.hasPrefix("part ")
      return isUnnamed ? "part" : name
    }
  }

  private func joined(_ words: [String]) -> String {
    words.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
