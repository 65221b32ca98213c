internal import TradeModel

/// Flows as tables write them.
enum FlowWords {
  private static let words: [Flow: [String]] = [
    .exports: [
      "x", "export", "exports", "exporte", "exportations", "exportaciones", "exportações",
      "exportacoes", "esportazioni", "exportação", "exportación", "exportation", "esportazione",
      "varuexport", "ekspor", "ausfuhr", "ausfuhren", "dispatches", "expéditions", "uitvoer",
      "izvoz", "wywóz", "eksport", "vývoz", "export value", "export values", "ihracat", "出口",
      "出口额", "出口总额", "輸出", "輸出額", "수출", "수출액", "수출금액",
    ],
    .imports: [
      "m", "import", "imports", "importe", "importations", "importaciones", "importações",
      "importacoes", "importazioni", "importação", "importación", "importation", "importazione",
      "varuimport", "impor", "einfuhr", "einfuhren", "arrivals", "introductions", "invoer",
      "uvoz", "przywóz", "dovoz", "import value", "import values", "ithalat", "进口", "进口额",
      "进口总额", "輸入", "輸入額", "수입", "수입액", "수입금액",
    ],
    .reExports: ["rx", "re-export", "re-exports", "reexports", "réexportations"],
    .reImports: ["rm", "re-import", "re-imports", "reimports"],
    .balance: [
      "balance", "trade balance", "saldo", "solde", "außenhandelssaldo", "balanza comercial",
      "balança comercial", "saldo della bilancia commerciale", "差额", "贸易差额", "差引額", "수지",
      "무역수지",
    ],
    .totalTrade: [
      "total", "total trade", "turnover", "corrente de comércio", "comercio total", "进出口", "进出口额",
      "进出口总额",
    ],
  ]

  private static let known: [String: Flow] = {
    var known: [String: Flow] = [:]
    for (flow, texts) in words { for text in texts { known[text] = flow } }
    return known
  }()

  /// Reads a flow by its name in files or its usual words; `nil` when it is none.
  static func read(_ text: String) -> Flow? {
    let text = text.lowercased()
    // The small form of the Turkish İ has a dot of its own.
    let plain =
      text.unicodeScalars.contains("\u{307}")
      ? String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{307}" })) : text
    return Flow(rawValue: plain) ?? known[plain]
  }
}
