internal import TradeModel

/// What the lines above the header of a table of China's customs say.
struct ChinaCustomsHeading {
  private(set) var year: Int?
  private(set) var months: ClosedRange<Int>?
  private(set) var flow: Flow?
  private(set) var unit: (unit: Unit, scale: DecimalScale)?
  /// Whether the rows are goods and not partners.
  private(set) var isByCommodity = false

  init(_ texts: [String]) {
    for text in texts {
      if unit == nil { unit = Self.unit(text) }
      if flow == nil { flow = ChinaCustomsColumn.flow(text) }
      if text.contains("商品") && !text.contains("国别") && !text.contains("总值") {
        isByCommodity = true
      }
      if year == nil { readDate(text) }
    }
  }

  /// `2023年9月`, `2023年1-9月`, `2023年1至9月`, `2023年`, `September 2023`, `Jan-Sep 2023`.
  private mutating func readDate(_ text: String) {
    if let mark = text.firstIndex(of: "年"), let found = Int(text[..<mark].suffix(4)) {
      year = found
      let rest = text[text.index(after: mark)...]
      if let end = rest.firstIndex(of: "月"),
        let (first, last) = ChinaCustomsColumn.months(String(rest[...end]).trimmed)
      {
        months = first...last
      }
      return
    }
    let words = text.split { !($0.isLetter || $0.isNumber) }.map { $0.lowercased() }
    guard
      let place = words.firstIndex(where: { $0.count == 4 && (1900...2200).contains(Int($0) ?? 0) })
    else { return }
    let named = words.compactMap(Self.month)
    guard let first = named.first, let last = named.last, first <= last else { return }
    year = Int(words[place])
    months = first...last
  }

  private static func month(_ word: String) -> Int? {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0 == word || word.count <= 4 && $0.hasPrefix(word) }.map { $0 + 1 }
  }

  /// The currency and the power of ten behind 单位 or "Unit"; yuan when no dollar is named.
  static func unit(_ text: String) -> (unit: Unit, scale: DecimalScale)? {
    let place = ["单位", "Unit", "unit"].compactMap { word in
      Self.end(of: word, in: text)
    }.first
    guard let place else { return nil }
    let words = text[place...].lowercased().filter { !" ,:：()（）".contains($0) }
    let isDollar = words.contains("美元") || words.contains("us$") || words.contains("usd")
    let isYuan =
      words.contains("元") || words.contains("rmb") || words.contains("yuan")
      || words.contains("cny")
    guard isDollar || isYuan else { return nil }
    let exponent =
      if words.contains("亿") || words.contains("100million") {
        8
      } else if words.contains("百万") || words.contains("million") || words.contains("1000000") {
        6
      } else if words.contains("万") || words.contains("10000") {
        4
      } else if words.contains("千") || words.contains("1000") {
        3
      } else if words.contains("billion") {
        9
      } else {
        0
      }
    return (isDollar ? .usDollar : Unit("CNY"), DecimalScale(exponent: exponent))
  }

  /// The index behind a word in a text.
  private static func end(of word: String, in text: String) -> String.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(word) { return text.index(index, offsetBy: word.count) }
      index = text.index(after: index)
    }
    return nil
  }
}
