public import Diagnostics
internal import TimeSeries
internal import TradeModel

/// Makes documents to check of the tables of a file.
///
///     let tables = TableReader().delimited(text, file: "t.csv").tables
///     let reading = TableFrontEnd().documents(tables, file: "t.csv")
///     reading.parts[0].document.figures.count
public struct TableFrontEnd: Sendable {
  /// The ids of all assumptions that tables may lead to.
  public static let assumptionIDs = [
    "balance", "total-trade", "sum", "complement", "adjustments", "columns", "periods", "to-date",
    "growth", "change", "share", "rank", TextAndTables.id,
  ]

  /// The ids of assumptions that do not count.
  public let without: Set<String>
  private let reader: PeriodText

  /// Makes a front end.
  ///
  /// - Parameters:
  ///   - without: The ids of assumptions that do not count, such as `balance`.
  ///   - fiscalStart: The first month of fiscal years; 4 without it, which only matters for how
  ///     they are written.
  public init(without: Set<String> = [], fiscalStart: Int? = nil) {
    self.without = without
    reader = PeriodText(calendar: FiscalCalendar(firstMonth: fiscalStart ?? 4))
  }

  /// Makes the documents of the tables of one file, or of several files of one release.
  ///
  /// Tables are one system, unless columns say that they hold several vintages or publications.
  /// - Complexity: O(*n* log *n*) for *n* cells, but for the sums of columns that are looked for
  ///   in each row.
  public func documents(
    _ tables: [PrintedTable], file: String, diagnostics: [Diagnostic] = []
  ) -> SourceReading {
    var figures: [TableFigure] = []
    var findings = diagnostics
    for (number, table) in tables.enumerated() {
      let read = TableFigures(table, number: number, reader)
      figures += read.figures.map { figure in
        var figure = figure
        if table.file != file { figure.file = table.file }
        return figure
      }
      findings += read.diagnostics
    }
    // A file that could not be read at all has said so.
    if figures.isEmpty, !diagnostics.contains(where: { $0.severity == .error }) {
      findings.append(Self.noFigures(in: tables, file: file))
    }
    return documents(of: figures, file: file, diagnostics: findings)
  }

  private static func noFigures(in tables: [PrintedTable], file: String) -> Diagnostic {
    let first = tables.first.flatMap { table in
      (table.headings + table.rows).lazy.flatMap { $0 }.first { !$0.isEmpty }
    }
    let rows = tables.reduce(0) { $0 + $1.rows.count }
    return Diagnostic(
      "check.no-figures", .error,
      at: InputLocation(file: file, line: first?.line, column: first?.column),
      tables.isEmpty
        ? "the file holds no table, expected one with headings and numbers"
        : "the table holds no figures, found \(rows) \(rows == 1 ? "row" : "rows") without one, "
          + "expected numbers under headings that say what they are",
      hint: "name columns such as 'period', 'exports usd bn', 'growth %'")
  }

  /// Makes the documents of figures, one for each vintage and publication.
  func documents(
    of figures: [TableFigure], file: String, diagnostics: [Diagnostic]
  ) -> SourceReading {
    let ordered = figures.enumerated().sorted {
      ($0.element.table, $0.element.cell.start, $0.offset)
        < ($1.element.table, $1.element.cell.start, $1.offset)
    }.map(\.element)
    struct Edition: Hashable {
      let vintage: String
      let source: String
    }
    var editions: [Edition: [Int]] = [:]
    for (index, figure) in ordered.enumerated() {
      editions[Edition(vintage: figure.vintage, source: figure.source), default: []].append(index)
    }
    let keys = editions.keys.sorted { ($0.vintage, $0.source) < ($1.vintage, $1.source) }
    var parts: [SourceReading.Part] = []
    var assumed: [Assumption] = []
    var findings = diagnostics
    var rowNumbers: Set<Int> = []
    for key in keys {
      let indices = editions[key] ?? []
      let own = indices.map { ordered[$0] }
      let ids = indices.map { "f\($0 + 1)" }
      let structure = StructureFinder(own, ids: ids, without: without)
      let told = Set(structure.statements.map(\.figure))
      rowNumbers.formUnion(
        zip(indices, ids).filter { ordered[$0].isRowNumber && !told.contains($1) }.map(\.0))
      let bases = Dictionary(
        structure.statements.compactMap { statement in
          let keys = statement.quantities
          return statement.kind == .share || keys.count != 2
            ? nil : (statement.figure, keys[1].period)
        }, uniquingKeysWith: { first, _ in first })
      let document = CheckDocument(
        file: file,
        figures: zip(structure.figures, ids).map { figure, id in
          Self.checked(figure, id: id, base: bases[id] ?? nil)
        },
        readings: [Reading(statements: structure.statements, identities: structure.identities)])
      // The names of many sources hold the date.
      let date = key.source.contains(key.vintage) ? "" : key.vintage
      let names = [date, key.source].filter { !$0.isEmpty }
      let name = keys.count == 1 ? "" : names.joined(separator: ", ")
      parts.append(
        SourceReading.Part(name: name, vintage: key.vintage, source: key.source, document))
      assumed = Self.joined(assumed, structure.assumptions)
      findings += structure.rejected.map { sentence in
        Diagnostic("check.not-assumed", .warning, at: InputLocation(file: file), sentence)
      }
    }
    guard rowNumbers.isEmpty else {
      // Numbers of rows are no figures: nothing counts them.
      let kept = ordered.indices.filter { !rowNumbers.contains($0) }.map { ordered[$0] }
      return documents(of: kept, file: file, diagnostics: diagnostics)
    }
    return SourceReading(
      file: file, parts: parts, assumptions: assumed, diagnostics: findings)
  }

  private static func joined(_ first: [Assumption], _ second: [Assumption]) -> [Assumption] {
    var all = first
    for assumption in second {
      if let place = all.firstIndex(where: {
        $0.id == assumption.id && $0.sentence == assumption.sentence
      }) {
        all[place] = Assumption(
          id: assumption.id, assumption.sentence, count: all[place].count + assumption.count)
      } else {
        all.append(assumption)
      }
    }
    return all
  }

  private static func checked(
    _ figure: TableFigure, id: String, base: FigurePeriod?
  ) -> CheckedFigure {
    let role: FigureRole =
      switch figure.role {
      case .level, .rank: figure.measure == .balance ? .balance : .level
      case .growth, .change: .change
      case .share: .share
      }
    let comparison: FigureComparison? =
      switch (figure.role, figure.comparison, figure.period?.span?.count) {
      case (.level, _, _), (.share, _, _), (.rank, _, _): nil
      case (_, .yearOverYear?, _): .yearOverYear
      case (_, .periodOverPeriod?, 1?): .monthOverMonth
      case (_, .periodOverPeriod?, 3?): .quarterOverQuarter
      case (_, nil, 12?): .yearOverYear
      default: .other
      }
    return CheckedFigure(
      id: id, text: figure.cell.text, number: figure.number, role: role, measure: figure.measure,
      subject: figure.subject, period: figure.period,
      unit: figure.role == .rank
        ? "rank" : figure.isPercentage && !figure.isUnchanged ? "percent" : figure.unit,
      comparison: comparison, base: base, hedge: figure.hedge,
      range: figure.role == .rank ? ExactInterval(from: .included(0), to: nil) : nil,
      file: figure.file, start: figure.cell.start, end: figure.cell.end, line: figure.cell.line,
      column: figure.cell.column)
  }
}
