/// All functions of the expression language; `tradewind describe` shows them and the evaluator
/// reads its names and arguments from here.
public enum FunctionCatalogue {
  /// All entries: changes, long-run growth, balances and shares.
  public static let entries: [FunctionEntry] = changes + levels + parts

  /// The entry with a name or another name, letters compared without case.
  public static func entry(named name: String) -> FunctionEntry? { index[name.lowercased()] }

  /// All names, the short name of each entry before its others.
  public static let names: [String] = entries.flatMap { [$0.name] + $0.aliases }

  private static let index: [String: FunctionEntry] = Dictionary(
    entries.flatMap { entry in
      ([entry.name] + entry.aliases).map { ($0.lowercased(), entry) }
    }, uniquingKeysWith: { first, _ in first })

  /// What a change gives when its base has no meaning as one.
  static let baseRules = [
    "base zero: missing, because there is nothing to compare with",
    "base below zero: missing; the difference still stands",
    "change of sign: missing",
    "base missing or incomplete: missing, with the reason of the base",
    "from above zero to zero: -100",
    "above ten times the base: the value, marked as resting on a very small base",
  ]
}
