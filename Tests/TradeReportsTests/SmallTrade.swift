import Diagnostics
import Indicators
import Reporting
import TestSupport
import TimeSeries
import TradeImport
import TradeModel

@testable import TradeReports

/// Small datasets and the texts of their reports.
enum SmallTrade {
  /// A dataset of lines such as `2009-01 BEL 10.0 5.0 2009-03`: period, partner, exports and
  /// imports as printed (`-` for none), and perhaps a vintage.
  static func dataset(
    _ lines: [String], reporter: String = "CHN", unit: String = "USD", exponent: Int = 9,
    manifest: String = ""
  ) -> Dataset {
    var csv = "period,partner,flow,measure,value,unit,printed,scale,vintage,source\n"
    for line in lines {
      let parts = line.split(separator: " ").map(String.init)
      let vintage = parts.count > 4 ? parts[4] : ""
      for (flow, printed) in [("exports", parts[2]), ("imports", parts[3])] where printed != "-" {
        let isRate = printed.hasSuffix("%")
        let digits = isRate ? String(printed.dropLast()) : printed
        let value = isRate ? digits : shifted(digits, by: exponent)
        csv += "\(parts[0]),\(parts[1]),\(flow),\(isRate ? "yoy" : "value"),\(value),"
        csv += "\(isRate ? "percent" : unit),\(digits),\(isRate ? "1" : "1e\(exponent)"),"
        csv += "\(vintage),test\n"
      }
    }
    let description = """
      {"reporter": "\(reporter)", "unit": "\(unit)"\(manifest.isEmpty ? "" : ", " + manifest)}
      """
    return Dataset(
      path: "small", data: (Array(csv.utf8), "data.csv"),
      manifest: (Array(description.utf8), "dataset.json"))
  }

  /// Printed digits in base units, without arithmetic: `1.5` by 9 is `1500000000`.
  static func shifted(_ printed: String, by exponent: Int) -> String {
    let parts = printed.split(separator: ".").map(String.init)
    let decimals = parts.count > 1 ? parts[1] : ""
    if decimals.count > exponent { return printed }
    return parts[0] + decimals + String(repeating: "0", count: exponent - decimals.count)
  }

  /// A dataset of the repository.
  static func repository(_ name: String) throws -> Dataset {
    Dataset(
      path: name, data: (try RepositoryFiles.bytes(at: "Datasets/\(name)/data.csv"), "data.csv"),
      manifest: (try RepositoryFiles.bytes(at: "Datasets/\(name)/dataset.json"), "dataset.json"))
  }

  /// The report on a period written as `2009-Q3`.
  static func report(
    _ dataset: Dataset, _ period: String, _ partners: [String] = [], basis: String? = nil,
    vintage: String? = nil
  ) throws -> QuarterlyReport {
    try QuarterlyReport(
      dataset,
      TradeReportRequest(
        partners: partners, period: try PeriodParser().parse(period),
        basis: basis.map { Basis($0) }, vintage: vintage.flatMap { Vintage(parsing: $0) }))
  }
}

extension QuarterlyReport {
  var tested: Document { document(Provenance(version: "0", inputs: [])) }

  /// The main points, one text each.
  var mainPoints: [String] { items(under: "Main points") }

  /// The paragraphs and list items under a heading.
  func items(under title: String) -> [String] {
    var texts: [String] = []
    var isUnder = false
    for block in tested.blocks {
      switch block {
      case .heading(_, let prose): isUnder = prose.plainText == title
      case .paragraph(let prose) where isUnder: texts.append(prose.plainText)
      case .list(let items, _) where isUnder: texts += items.map(\.plainText)
      case .notes(let notes) where isUnder:
        texts += notes.map { "\($0.label): \($0.text.plainText)" }
      default: break
      }
    }
    return texts
  }

  /// All running text of the report: paragraphs and list items.
  var sentences: [String] {
    tested.blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let prose): [prose.plainText]
      case .list(let items, _): items.map(\.plainText)
      default: []
      }
    }
  }

  var tables: [Table] {
    tested.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  /// The printed cells of a row of the first table.
  func row(_ label: String) -> [String] {
    let row = tables[0].rows.first { $0.label.plainText == label }
    return row?.cells.map { $0.quantity?.text ?? $0.missingMark?.text ?? "" } ?? []
  }
}
