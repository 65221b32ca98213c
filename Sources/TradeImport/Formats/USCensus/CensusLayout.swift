internal import TradeModel

/// Where the columns of the file are.
struct CensusLayout {
  let year: Int
  let code: Int
  let name: Int
  /// For imports and exports: the twelve months and the year.
  let flows: [(flow: Flow, months: [Int], total: Int)]

  init(_ columns: [String: Int]) {
    year = columns["year"] ?? 0
    code = columns["CTY_CODE"] ?? 1
    name = columns["CTYNAME"] ?? 2
    flows = [(Flow.imports, "I"), (Flow.exports, "E")].map { flow, letter in
      (
        flow, USCensusCountry.months.compactMap { columns[letter + $0] },
        columns[letter + "YR"] ?? 0
      )
    }
  }
}

/// Up to which month the file is published.
///
/// In the last year of the file a month in which no country has any trade is a month to come.
struct CensusCalendar {
  /// The last year of the file.
  let lastYear: Int
  /// The last month of that year with trade, 0 to 12.
  let lastMonth: Int

  init(_ table: PlacedTable, _ layout: CensusLayout) {
    var (lastYear, lastMonth) = (Int.min, 0)
    for index in 0..<table.rowCount {
      let record = table.row(index)
      guard let year = Int(record.text(layout.year)), year >= lastYear else { continue }
      if year > lastYear { (lastYear, lastMonth) = (year, 0) }
      for flow in layout.flows {
        for (month, column) in flow.months.enumerated() where month >= lastMonth {
          if let number = PublisherNumber(record.text(column).trimmed), number.value != 0 {
            lastMonth = month + 1
          }
        }
      }
    }
    self.lastYear = lastYear
    self.lastMonth = lastMonth
  }

  /// Whether a month of a year is still to come.
  func isToCome(_ year: Int, month: Int) -> Bool { year == lastYear && month > lastMonth }
}
