internal import Diagnostics
internal import DelimitedText
internal import TimeSeries

/// Judges every column of a table on its own.
struct ColumnSurvey {
  private let rows: DelimitedRecords
  private let layout: TableLayout
  private let detector: LayoutDetector
  private let header: TableHeader

  init(
    _ rows: DelimitedRecords, _ layout: TableLayout, _ detector: LayoutDetector,
    _ header: TableHeader
  ) {
    self.rows = rows
    self.layout = layout
    self.detector = detector
    self.header = header
  }

  /// One report for each column; those under a period of the header are values of a wide table if
  /// it turns out to be one.
  func reports() -> [ColumnReport] {
    let step = max(1, layout.data.count / 200)
    let sample = stride(from: layout.data.lowerBound, to: layout.data.upperBound, by: step)
      .map { rows[$0] }
    return detector.profiles.indices.map { column in
      let profile = detector.profiles[column]
      let heading = header.headings[column]
      // Under a period half of the cells are enough: a damaged one is reported where it stands.
      let mayHoldFigures =
        profile.isNumeric || profile.isEmpty || profile.missing > 0 && profile.texts == 0
        || profile.numbers > 0 && profile.numbers + profile.missing >= profile.texts
      let period = mayHoldFigures ? heading.period : nil
      if let period {
        let evidence = Evidence(
          line: layout.header.first.map { rows[$0].line }, "the header is the period \(period)")
        return ColumnReport(
          number: column + 1, name: header.names[column],
          roles: [RoleCandidate(role: .value, score: 0.9, evidence: [evidence])], role: .value,
          period: period.description, heading: heading)
      }
      let judge = ColumnJudge(
        name: header.names[column], heading: heading,
        texts: sample.map { ($0.text(in: column) ?? "").trimmedCell }, profile: profile,
        headerLine: layout.header.first.map { rows[$0].line }, firstLine: sample.first?.line)
      return ColumnReport(
        number: column + 1, name: header.names[column], roles: judge.candidates(), role: .ignore,
        period: nil, heading: heading)
    }
  }
}

/// Decides between one period a row and one period a column.
struct LayoutVote {
  private let columns: [ColumnReport]
  private let detector: LayoutDetector
  private let headerLine: Int?

  init(_ columns: [ColumnReport], _ detector: LayoutDetector, headerLine: Int?) {
    self.columns = columns
    self.detector = detector
    self.headerLine = headerLine
  }

  func candidates() -> [SniffReport.LayoutCandidate] {
    let headers = columns.filter { $0.period != nil }
    let numeric = columns.indices.count { detector.profiles[$0].isNumeric }
    let periods = columns.compactMap { column -> (String, Double)? in
      guard column.period == nil,
        let role = column.roles.first(where: { $0.role == .period })
      else { return nil }
      return (column.name, role.score)
    }
    let best = periods.max { $0.1 < $1.1 }
    var wide: Double = 0
    if !headers.isEmpty {
      wide = 0.5 + 0.5 * min(1, Double(headers.count) / Double(max(1, numeric)))
      // One column under a year beside a column of periods is not a wide table.
      if headers.count == 1, best != nil { wide = 0.3 }
    }
    var found: [SniffReport.LayoutCandidate] = []
    if let first = headers.first {
      found.append(
        SniffReport.LayoutCandidate(
          layout: .wide, score: wide,
          evidence: [
            Evidence(
              line: headerLine,
              "\(headers.count) of \(columns.count) columns have a period as header, the first "
                + "is \(first.name.quoted)")
          ]))
    }
    found.append(
      SniffReport.LayoutCandidate(
        layout: .long, score: best.map { min(0.95, 0.45 + 0.5 * $0.1) } ?? 0.1,
        evidence: [
          Evidence(
            line: headerLine,
            best.map { "column \($0.0.quoted) holds periods" } ?? "no column holds periods")
        ]))
    return found.enumerated().sorted {
      (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset)
    }.map(\.element)
  }
}
