internal import TimeSeries

/// What stands for a quarter in a table where it could stand for something else.
///
/// `T` begins the word for a quarter in French, Spanish, Portuguese and Italian, and is a third of
/// a year in SDMX; Roman numbers are quarters in some offices and months in others. A column shows
/// which: only quarters have a fourth and no fifth.
public enum QuarterMark: String, Sendable, Hashable, CaseIterable {
  /// `1T2023`, `T1 2023`, `2023-T1`.
  case letterT = "t"
  /// `I/2023`, `2023-IV`.
  case roman

  /// The mark of the quarters in a column; `nil` where its texts leave that open or are none.
  static func of(_ texts: [String]) -> QuarterMark? {
    allCases.first { mark in
      let quarters = texts.compactMap { mark.read($0) }
      guard quarters.count >= 4, quarters.count * 10 >= texts.count * 8 else { return false }
      let all = Set(quarters)
      switch mark {
      case .letterT: return all.contains { $0.last.month == 12 }
      // After the fourth comes the first of the next year.
      case .roman: return all.contains { $0.last.month == 12 && all.contains($0.next) }
      }
    }
  }

  /// Reads a text with this mark; `nil` for all others.
  func read(_ text: String) -> Period? {
    let label = text.prefix { $0 != "(" && $0 != "[" }
    let tokens = Self.tokens(label)
    guard let place = tokens.firstIndex(where: { $0.count == 4 && $0.allSatisfy(\.isNumber) }),
      let year = Int(tokens[place]), (1700...2200).contains(year)
    else { return nil }
    var rest = tokens
    rest.remove(at: place)
    let number: Int? =
      switch self {
      case .letterT: rest.contains("T") ? rest.first { $0 != "T" }.flatMap { Int($0) } : nil
      case .roman: ["I": 1, "II": 2, "III": 3, "IV": 4][rest.first ?? ""]
      }
    guard let number, (1...4).contains(number), rest.count == (self == .letterT ? 2 : 1) else {
      return nil
    }
    return .quarter(year, number)
  }

  /// Numbers and words in capitals, without what stands between them.
  private static func tokens(_ text: Substring) -> [String] {
    var tokens: [String] = []
    var kind = 0
    for character in text {
      let next = character.isNumber ? 1 : character.isLetter ? 2 : 0
      if next != 0 {
        if next == kind, let last = tokens.indices.last {
          tokens[last] += character.uppercased()
        } else {
          tokens.append(character.uppercased())
        }
      }
      kind = next
    }
    return tokens
  }
}

/// How the periods of a table are written.
struct PeriodForms: Sendable, Hashable {
  var parser = PeriodParser()
  var quarters: QuarterMark?
  /// The months of a year to date, where a line above the table names them.
  var toDate: YearPart?

  /// Reads a label; `nil` when it is none.
  func read(_ text: String) -> Period? { quarters?.read(text) ?? PeriodLabel.read(text, parser) }
}
