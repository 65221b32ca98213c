internal import TimeSeries
internal import TradeModel

/// What a column of a table of China's customs holds, by the words above it.
struct ChinaCustomsColumn: Hashable {
  /// The months a column covers, as far as its heading says.
  enum Span: Hashable {
    /// The month of the table or of the row.
    case month
    /// January to that month.
    case cumulative
    /// Months that the heading names, without a year.
    case months(Int, Int)
  }

  let column: Int
  let name: String
  let flow: Flow
  let measure: Measure
  let span: Span

  /// Reads the words above a column; `nil` when they name no flow and the title names none.
  init?(column: Int, group: String, own: String, titleFlow: Flow?) {
    guard let flow = Self.flow(own) ?? Self.flow(group) ?? titleFlow else { return nil }
    let words = own == group ? own : group + " " + own
    let isChange = ["±", "同比", "去年同期", "增长", "change"].contains {
      words.lowercased().contains($0)
    }
    self.column = column
    self.flow = flow
    name = words
    measure =
      if isChange {
        .yearOverYear
      } else if own.contains("数量") || own.lowercased() == "quantity" {
        .quantity
      } else {
        .value
      }
    if let (first, last) = Self.months(own) ?? Self.months(group) {
      span = .months(first, last)
    } else {
      let isCumulative = ["累计", "cumulative", "accumulat", "year to date"].contains {
        words.lowercased().contains($0)
      }
      span = isCumulative ? .cumulative : .month
    }
  }

  /// The flow that words name; `nil` for none.
  static func flow(_ text: String) -> Flow? {
    let words = text.lowercased()
    if words.contains("差额") || words.contains("balance") { return .balance }
    if words.contains("进出口") || words.contains("total") || words.contains("imports & exports")
      || words.contains("import & export")
    {
      return .totalTrade
    }
    let (isExport, isImport) = (
      words.contains("出口") || words.contains("export"),
      words.contains("进口") || words.contains("import")
    )
    return isExport == isImport ? nil : isExport ? .exports : .imports
  }

  /// The months in `9月`, `1至9月`, `1-9月累计`, `1 to 9`; `nil` when there are none.
  static func months(_ text: String) -> (Int, Int)? {
    var numbers: [Int] = []
    var digits = ""
    var hasMark = false
    for character in text + " " {
      if let digit = character.wholeNumberValue, character.isASCII {
        digits += String(digit)
        continue
      }
      if let number = Int(digits) { numbers.append(number) }
      digits = ""
      if "月至-–—~".contains(character) { hasMark = true }
    }
    let isRange = text.contains(" to ")
    guard hasMark || isRange || text.trimmed.allSatisfy({ $0.isASCII && $0.isNumber }),
      (1...2).contains(numbers.count), numbers.allSatisfy({ (1...12).contains($0) }),
      numbers[0] <= numbers[numbers.count - 1]
    else { return nil }
    return (numbers[0], numbers[numbers.count - 1])
  }

  /// The span of the column in a year, given the months of the table or of the row.
  func period(year: Int, months: ClosedRange<Int>) -> Period {
    let (first, last) =
      switch span {
      case .month: (months.lowerBound, months.upperBound)
      case .cumulative: (1, months.upperBound)
      case .months(let first, let last): (first, last)
      }
    return Period(
      from: Month(year: year, month: first), through: Month(year: year, month: last))
  }
}
