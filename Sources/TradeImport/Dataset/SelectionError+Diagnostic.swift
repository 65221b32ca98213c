public import Diagnostics
internal import TradeModel

extension SelectionError {
  /// The error with its place and a way out.
  public var diagnostic: Diagnostic {
    switch self {
    case .notFound(let path, let what, let name, let known):
      let area = Area(code: name)?.code  // 'US' and 'United States' are USA in the data.
      let meant = known.contains { $0 == area } ? area : known.nearest(to: name)
      let nearest = meant.map { "did you mean '\($0)'? " } ?? ""
      let list = known.map { $0.isEmpty ? "(none)" : $0 }.joined(separator: ", ")
      return Diagnostic(
        "data.not-found", .error, at: InputLocation(file: path),
        "\(what) \(name.quoted) is not in the data", hint: "\(nearest)there are \(list)")
    case .several(let path, let what, let found, let option):
      let shown = found.map { $0.isEmpty ? "(none)" : $0 }.joined(separator: ", ")
      return Diagnostic(
        "data.several", .error, at: InputLocation(file: path),
        "the selection holds several \(what) that must not be mixed: \(shown)",
        hint: "choose one with \(option)")
    case .notYetPublished(let path, let vintage, let oldest):
      return Diagnostic(
        "data.vintage", .error, at: InputLocation(file: path),
        "nothing of the selection was published by \(vintage)",
        hint: "its oldest vintage is \(oldest)")
    case .empty(let path):
      return Diagnostic(
        "data.empty", .error, at: InputLocation(file: path),
        "the selection holds no observation")
    }
  }
}
