internal import Diagnostics
internal import TimeSeries
internal import TradeModel

/// A page of the Export Import Data Bank of India's Department of Commerce, figures of DGCI&S,
/// as its "download" saves it: an HTML table in a file that calls itself a spreadsheet.
///
/// Fiscal years (April to March) are columns, `%Growth` is the change in the last of them, commas
/// stand between thousands, `&nbsp;` is a missing value, and the rows Total, India's Total and
/// %Share close the table: they are kept with the product `TOTAL`, the second with the world as
/// partner, the third in percent with the basis `share`. Source: tradestat.commerce.gov.in.
struct DGCISPage: SourceFormat {
  let id = "dgcis-html"
  let name = "India, DGCI&S Export Import Data Bank (HTML)"

  func recognise(_ source: SourceText) -> Recognition? {
    guard let start = Self.firstPlace(of: "<table", in: source),
      Self.firstPlace(of: "export import data bank", in: source) != nil
    else { return nil }
    return Recognition(
      format: id, score: 1,
      evidence: [
        Evidence(line: source.decoded.place(of: start).line, "an HTML table"),
        Evidence(line: nil, "the page names the Export Import Data Bank"),
      ])
  }

  func read(_ source: SourceText, _ options: ImportOptions) -> ImportResult {
    var collector = FigureCollector(source, format: id, publisher: "dgcis")
    let page = HTMLPage(source.decoded.bytes)
    let heading = DGCISHeading(page.texts.map(\.text))
    let whole = Self.place(source, nil)
    guard
      let table = page.tables.first(where: { $0.rows.contains { Self.layout($0) != nil } }),
      let headerIndex = table.rows.firstIndex(where: { Self.layout($0) != nil }),
      let layout = Self.layout(table.rows[headerIndex])
    else {
      collector.report(
        whole, "dgcis.no-table", .error, "the page has no table with fiscal years as headings",
        expected: "headings such as HSCode and 2015-2016",
        hint: "the query may have found nothing; look at the page in a browser")
      return collector.result()
    }
    guard let flow = heading.flow, let unit = heading.unit else {
      collector.report(
        whole, "dgcis.heading", .error,
        "the page does not say \(heading.flow == nil ? "export or import" : "its unit")",
        expected: "'Import ::' or 'Export ::', and 'Values in US$ Million' or 'Rs. Lacs'")
      return collector.result()
    }
    collector.vintage = heading.vintage
    collector.count(.preamble, headerIndex)
    collector.count(.header)
    var partner = Area.world.code
    if let country = heading.country {
      partner = Self.area(
        country, Self.place(source, table.rows[headerIndex].cells.first), &collector)
    }
    let reader = DGCISRows(
      source: source, layout: layout, flow: flow, unit: unit, partner: partner,
      product: heading.commodity ?? "")
    for row in table.rows.dropFirst(headerIndex + 1) { reader.read(row, &collector) }
    collector.note(
      "dgcis.page",
      "flow \(flow.rawValue), partner \(partner), unit \(unit.unit) times "
        + "\(unit.scale), fiscal years from April to March")
    return collector.result()
  }

  /// The columns of a row of headings; `nil` when it names no fiscal year.
  static func layout(_ row: HTMLRow) -> DGCISLayout? {
    let layout = DGCISLayout(row)
    return layout.values.isEmpty ? nil : layout
  }

  static func place(
    _ source: SourceText, _ cell: HTMLCell?, column: Int? = nil, name: String? = nil
  )
    -> CellPlace
  {
    CellPlace(
      location: InputLocation(file: source.file, line: cell?.line, column: cell?.column),
      offset: cell?.offset ?? 0, columnNumber: column.map { $0 + 1 }, columnName: name,
      text: cell?.text ?? "")
  }

  /// The area of a name as DGCI&S writes it: some in short forms of its own.
  static func area(
    _ name: String, _ place: CellPlace, _ collector: inout FigureCollector
  ) -> String {
    let own = [
      "CHINA P RP": "CHN", "KOREA RP": "KOR", "KOREA DP RP": "PRK", "U S A": "USA", "U K": "GBR",
      "U ARAB EMTS": "ARE", "SAUDI ARAB": "SAU", "VIETNAM SOC REP": "VNM", "SRI LANKA DSR": "LKA",
      "BANGLADESH PR": "BGD", "PAKISTAN IR": "PAK", "CZECH REPUBLIC": "CZE", "SLOVAK REP": "SVK",
      "CONGO P REP": "COG", "CONGO D. REP.": "COD", "DOMINIC REP": "DOM", "PAPUA N GNA": "PNG",
      "TANZANIA REP": "TZA", "YEMEN REPUBLC": "YEM", "C AFRI REP": "CAF", "N. ZEALAND": "NZL",
      "NEW ZEALAND": "NZL", "BAHARAIN IS": "BHR", "COTE D' IVOIRE": "CIV", "TAIWAN": "TWN",
    ]
    return collector.area([own[name] ?? "", name], fallback: name, at: place)
  }

  /// The offset of a text in small ASCII letters, whatever the case in the page.
  private static func firstPlace(of text: String, in source: SourceText) -> Int? {
    let wanted = Array(text.utf8)
    let bytes = source.decoded.bytes
    let limit = min(bytes.count, 262_144) - wanted.count
    guard limit >= 0 else { return nil }
    return (0...limit).first { start in
      wanted.indices.allSatisfy { index in
        let byte = bytes[start + index]
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        return (isCapital ? byte + 32 : byte) == wanted[index]
      }
    }
  }
}

/// What the texts around the table say.
struct DGCISHeading {
  private(set) var flow: Flow?
  private(set) var unit: (unit: Unit, scale: DecimalScale)?
  private(set) var country: String?
  private(set) var commodity: String?
  private(set) var vintage: Vintage?

  init(_ texts: [String]) {
    for text in texts {
      let words = text.lowercased()
      if words.hasPrefix("import ::") { flow = .imports }
      if words.hasPrefix("export ::") { flow = .exports }
      if words.hasPrefix("value"), words.contains(" in ") { unit = Self.unit(words) }
      if words.hasPrefix("country:") { country = String(text.dropFirst("country:".count)).trimmed }
      if words.hasPrefix("commodity:") {
        let code = text.dropFirst("commodity:".count).split(separator: " ").first.map(String.init)
        commodity = code
      }
      if words.hasPrefix("dated:") { vintage = Self.vintage(text.dropFirst("dated:".count)) }
    }
  }

  private static func unit(_ words: String) -> (unit: Unit, scale: DecimalScale)? {
    let scale: DecimalScale? =
      if words.contains("million") {
        .million
      } else if words.contains("lac") || words.contains("lakh") {
        DecimalScale(exponent: 5)
      } else if words.contains("crore") {
        DecimalScale(exponent: 7)
      } else {
        nil
      }
    guard let scale else { return nil }
    if words.contains("us$") || words.contains("us $") { return (.usDollar, scale) }
    if words.contains("rs") || words.contains("rupee") { return (Unit("INR"), scale) }
    return nil
  }

  /// The day of the page where day and month can be told apart, else its year: 4/6/2020 may be
  /// in April or in June.
  private static func vintage(_ text: Substring) -> Vintage? {
    let parts = text.split(separator: "/").compactMap { Int(String($0).trimmed) }
    guard parts.count == 3 else { return nil }
    let (first, second, year) = (parts[0], parts[1], parts[2])
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    if first > 12 { return Vintage(parsing: "\(year)-\(two(second))-\(two(first))") }
    if second > 12 || first == second {
      return Vintage(parsing: "\(year)-\(two(first))-\(two(second))")
    }
    return Vintage(parsing: String(year))
  }
}
