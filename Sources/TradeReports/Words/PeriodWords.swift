internal import TimeSeries

/// Periods in the words of reports.
extension Period {
  /// In a sentence: `the third quarter of 2009`, `July 2009`, `January to September 2009`.
  var words: String {
    let year = String(first.year)
    return switch shape {
    case .month: "\(first.name) \(year)"
    case .quarter(let number): "the \(Phrases.ordinal(number)) quarter of \(year)"
    case .half(let number): "the \(Phrases.ordinal(number)) half of \(year)"
    case .year: year
    case .fiscalYear, .yearToDate, .span:
      first.year == last.year
        ? "\(first.name) to \(last.name) \(year)"
        : "\(first.name) \(year) to \(last.name) \(last.year)"
    }
  }

  /// When something was: `in the third quarter of 2009`, `from January to September 2009`.
  var adverbial: String {
    switch shape {
    case .month, .quarter, .half, .year: "in \(words)"
    case .fiscalYear, .yearToDate, .span: "from \(words)"
    }
  }

  /// In a heading: `third quarter of 2009`, `July 2009`.
  var heading: String { words.hasPrefix("the ") ? String(words.dropFirst(4)) : words }

  /// In a table: `2009 Q3`, `Jul 2009`, `Jan-Sep 2009`.
  var label: String {
    let year = String(first.year)
    return switch shape {
    case .month: "\(first.shortName) \(year)"
    case .quarter(let number): "\(year) Q\(number)"
    case .half(let number): "\(year) H\(number)"
    case .year: year
    case .fiscalYear, .yearToDate, .span:
      first.year == last.year
        ? "\(first.shortName)-\(last.shortName) \(year)"
        : "\(first.shortName) \(year)-\(last.shortName) \(last.year)"
    }
  }

  /// What such a span is called where several are counted: `month`, `quarter`, `period`.
  var noun: String { frequency?.unitName ?? "period" }
}

extension Month {
  /// `January` to `December`.
  var name: String { Self.names[month - 1] }

  /// `Jan` to `Dec`.
  var shortName: String { String(name.prefix(3)) }

  private static let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
