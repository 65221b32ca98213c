internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// The tables that the portals of national offices write, as data.
extension PublishedTable {
  static let portals: [PublishedTable] = [
    statLineTyped, eStat, singStat, infoshare, statisticsSweden, dosm, eurostatSheet,
  ]

  /// CBS, open data: the typed data set, with codes in place of names and the units elsewhere.
  ///
  /// Source: cbs.nl, "Open data, snelstartgids": periods are `2024JJ00`, `2024KW03`, `2024MM09`.
  static let statLineTyped = PublishedTable(
    id: "cbs-opendata", name: "CBS, open data, typed data set", publisher: "cbs", reporter: "NLD",
    dialects: [.semicolons, .commas],
    header: .found("the columns ID, Perioden and numbered topics of CBS", { statLineHeader($0) }),
    columns: [
      "ID": .repeats, "Perioden": .period, "Periods": .period, "Landen": .named(.partner),
      "Countries": .named(.partner),
    ],
    others: .breakdown,
    isTotal: { $0.hasPrefix("T") && $0.utf8.count == 7 && Int($0.dropFirst()) != nil },
    period: { text in
      let year = String(text.prefix(4))
      guard text.utf8.count == 8, let number = Int(text.suffix(2)) else { return nil }
      switch text.dropFirst(4).prefix(2) {
      case "JJ": return number == 0 ? PeriodWords.read(year) : nil
      case "KW": return (1...4).contains(number) ? PeriodWords.read("\(year)-Q\(number)") : nil
      case "MM":
        return (1...12).contains(number) ? PeriodWords.read(year + "-" + text.suffix(2)) : nil
      default: return nil
      }
    },
    note: "units stand in the description of the data set and not in the file")

  private static func statLineHeader(_ head: [[String]]) -> Found? {
    guard let names = head.first, names.first == "ID",
      names.contains("Perioden") || names.contains("Periods")
    else { return nil }
    var columns: [String: Use] = [:]
    let titles = names.map { name in
      let digits = name.reversed().prefix { $0.isNumber }.count
      guard digits > 0, name.dropLast(digits).last == "_" else { return name }
      // `TotaleInvoerwaarde_1` is written without spaces.
      var title = ""
      for letter in name.dropLast(digits + 1) {
        if letter.isUppercase, title.last?.isLowercase == true { title += " " }
        title.append(letter)
      }
      columns[title] = .titledValue
      return title
    }
    guard !columns.isEmpty, Set(titles).count == titles.count else { return nil }
    return Found(record: 0, names: titles, columns: columns)
  }

  /// Japan, e-Stat: codes with their labels behind them, the period as ten digits.
  ///
  /// `2024000709` are July to September of 2024. Source: e-stat.go.jp, API specification.
  static let eStat = PublishedTable(
    id: "estat-japan", name: "Japan, e-Stat, statistical table", publisher: "estat",
    reporter: "JPN", dialects: [.commas, .tabs],
    header: .found(
      "the columns time_code, unit and value of e-Stat",
      { head in
        head.firstIndex { $0.contains("time_code") && $0.contains("value") && $0.contains("unit") }
          .map { record in
            var columns: [String: Use] = [:]
            // What is measured is the title of the values.
            if head[record].contains("tab_code") { columns["tab_code"] = .named(.title) }
            for (code, label) in zip(head[record], head[record].dropFirst())
            where code.hasPrefix("cat") && code.hasSuffix("_code") && label.contains("品") {
              columns[code] = .named(.product)
            }
            return Found(record: record, columns: columns)
          }
      }),
    columns: [
      "time_code": .period, "unit": .unit, "value": .recordValue, "annotation": .status,
      "area_code": .named(.partner),
    ],
    others: .breakdown, thousands: ",",
    words: MissingWords(
      id: "estat", source: "e-Stat, symbols in place of values",
      [
        MissingWords.Word("***", .missing(.unknown)), MissingWords.Word("…", .missing(.unknown)),
        MissingWords.Word("-", .missing(.notApplicable)),
        MissingWords.Word("X", .missing(.confidential)),
        MissingWords.Word("x", .missing(.confidential)),
      ]),
    titles: ["金額": Kind(), "数量": Kind(measure: .quantity)],
    pairing: .labelBehind(codeSuffix: "_code"),
    period: { text in
      guard text.utf8.count == 10, text.dropFirst(4).hasPrefix("00"),
        let year = Int(text.prefix(4)), let first = Int(text.dropFirst(6).prefix(2)),
        let last = Int(text.suffix(2))
      else { return nil }
      if first == 0, last == 0 { return PeriodWords.read(String(year)) }
      guard (1...12).contains(first), (first...12).contains(last),
        PeriodWords.read(String(year)) != nil
      else { return nil }
      return Period(from: Month(year: year, month: first), count: last - first + 1)
    },
    context: { around in
      var context = Context()
      let text = around.above.flatMap { $0 }.joined(separator: " ")
      switch (text.contains("輸出"), text.contains("輸入")) {
      case (true, false): context.flow = .exports
      case (false, true): context.flow = .imports
      default: break
      }
      return context
    })

  /// Singapore, SingStat Table Builder: months as columns, the unit in the label of each series.
  static let singStat = PublishedTable(
    id: "singstat", name: "SingStat, Table Builder", publisher: "singstat", reporter: "SGP",
    dialects: [.commas, .tabs, .semicolons],
    header: .found(
      "the titles Theme and Table Title, and the column Data Series",
      { head in
        guard head.first?.first?.hasPrefix("Theme:") ?? false else { return nil }
        return head.firstIndex { $0.first == "Data Series" && $0.count > 1 }
          .map { Found(record: $0) }
      }),
    columns: ["Data Series": .series], others: .periodValue, thousands: ",",
    units: ["dollars": "SGD"],
    context: { around in
      var context = Context()
      guard let title = around.text(behind: "Table Title") else { return context }
      // Brackets hold the prices.
      let flow = TradeWords.flow(in: title.rest(before: "(") ?? title)
      context.flow = flow == .other ? nil : flow
      let words = TradeWords.words(of: title)
      if words.contains("domestic") { context.basis = ["domestic"] }
      context.areSeriesAreas = words.contains {
        ["market", "markets", "country", "countries"].contains($0)
      }
      return context
    }, footerStarts: ["Footnotes", "Generated by"])

  /// Stats NZ, Infoshare: series as columns below a blank corner, the unit in the notes below.
  static let infoshare = PublishedTable(
    id: "infoshare", name: "Stats NZ, Infoshare", publisher: "statsnz", reporter: "NZL",
    dialects: [.commas, .tabs, .semicolons],
    header: .found(
      "a title, a blank corner and periods such as 2024M04", { infoshareHeader($0) }),
    columns: ["": .period], others: .titledValue,
    flags: .infoshare,
    units: ["nz dollars": "NZD"], hasMarksBehind: true,
    context: { around in
      var context = Context()
      let texts = around.below.compactMap(\.first)
      if let place = texts.firstIndex(of: "Units:"), place + 1 < texts.count {
        let text = around.below[place + 1].joined(separator: " ").filter { $0 != "=" }
        context.unit = UnitPhrase(text, own: around.units)
      }
      return context
    }, footerStarts: ["Table information:"])

  private static func infoshareHeader(_ head: [[String]]) -> Found? {
    guard let data = head.firstIndex(where: { $0.first.map(isOfficePeriod) ?? false }), data > 1,
      head[0].first?.isEmpty == false, head[0].dropFirst().allSatisfy(\.isEmpty),
      head[1..<data].allSatisfy({ $0.first == "" && $0.count == head[data].count })
    else { return nil }
    // A title of an upper record stands for the columns up to the next one.
    var names = [String](repeating: "", count: head[data].count)
    for record in head[1..<data] {
      var title = ""
      for column in names.indices.dropFirst() {
        if !record[column].isEmpty { title = record[column] }
        if !title.isEmpty, !names[column].hasSuffix(title) {
          names[column] += (names[column].isEmpty ? "" : ", ") + title
        }
      }
    }
    return Found(record: data - 1, names: names)
  }

  /// Statistics Sweden, PxWeb with the months below each other.
  static let statisticsSweden = PublishedTable(
    id: "scb-pxweb", name: "Statistics Sweden, periods below each other", publisher: "scb",
    reporter: "SWE", dialects: [.semicolons, .commas, .tabs],
    header: .found("a title, a blank line and the column månad of Statistics Sweden", scbHeader),
    columns: ["månad": .period, "Månad": .period], others: .breakdown, words: .nordicOffices,
    units: ["kr": "SEK", "kronor": "SEK"], unitWords: ["mnkr": "million kr", "tkr": "tusen kr"],
    hasFooter: true)

  private static let scbHeader: @Sendable ([[String]]) -> Found? = { head in
    guard head.count > 2, head[0].count == 1,
      let record = head.indices.dropFirst().first(where: { head[$0] != [""] }),
      let period = head[record].firstIndex(where: { $0.lowercased() == "månad" }),
      let data = head[(record + 1)...].first, data.count == head[record].count,
      isOfficePeriod(data[period])
    else { return nil }
    var columns: [String: Use] = [:]
    for name in head[record].dropFirst(period + 1) { columns[name] = .titledValue }
    return Found(record: record, columns: columns)
  }

  /// Malaysia, DOSM, open data: trade by section, the month by its first day.
  ///
  /// Source: open.dosm.gov.my, "Monthly trade by SITC section".
  static let dosm = PublishedTable(
    id: "dosm-trade", name: "DOSM, open data, trade by section", publisher: "dosm",
    reporter: "MYS", dialects: [.commas],
    header: .found(
      "the columns date, section, exports and imports, with the section overall",
      { head in
        let isOverall = head.dropFirst().contains { $0.dropFirst().first == "overall" }
        return isOverall && head.first == ["date", "section", "exports", "imports"]
          ? Found(record: 0) : nil
      }),
    columns: [
      "date": .period, "section": .named(.product), "exports": .value(Kind(flow: .exports)),
      "imports": .value(Kind(flow: .imports)),
    ],
    others: .breakdown,
    period: { text in PeriodWords.month(text).map { Period(from: $0, count: 1) } })

  /// Eurostat, data browser, a sheet saved as text: filters above, years or months as columns with
  /// flags behind them.
  static let eurostatSheet = PublishedTable(
    id: "eurostat-sheet", name: "Eurostat, sheet of the data browser", publisher: "eurostat",
    reporter: nil, dialects: [.commas, .semicolons, .tabs],
    header: .found(
      "a record of TIME above one of GEO",
      { head in
        head.indices.dropLast().first {
          head[$0].first == "TIME" && (head[$0 + 1].first ?? "").hasPrefix("GEO")
        }.map { Found(record: $0, more: 1) }
      }),
    columns: ["TIME": .named(.reporter)], others: .periodValue, decimals: ["."], thousands: ",",
    words: MissingWords.usual, flags: .eurostat,
    units: ["ecu/euro": "EUR"], context: { eurostatContext($0) },
    footerStarts: ["Special value", "Available flags", "Observation flags"])

  private static func eurostatContext(_ around: Surroundings) -> Context {
    var context = Context()
    for record in around.above {
      guard let label = record.first, !label.isEmpty, !label.hasPrefix("Dataset"),
        !label.hasPrefix("Last updated"), !label.hasPrefix("Data extracted"),
        let text = record.dropFirst().first(where: { !$0.isEmpty })
      else { continue }
      let words = TradeWords.words(of: label)
      if words.contains("frequency") { continue }
      if words.contains("partner") {
        context.partner = text
      } else if words.contains("classification") || words.contains("product") {
        if !text.lowercased().hasPrefix("total") { context.product.append(text) }
      } else if words.contains("seasonal") {
        context.basis.append(PublishedSubject.adjustment(text))
      } else {
        let parts = text.rest(behind: " in ").map { UnitPhrase($0, own: around.units) }
        let unit = parts?.isKnown == true ? parts : UnitPhrase(text, own: around.units)
        if let unit, unit.isKnown, context.unit == nil || !unit.unit.isEmpty { context.unit = unit }
        let flow = TradeWords.flow(in: text)
        if flow != .other {
          context.flow = flow
        } else if unit?.isKnown != true {
          context.basis.append(text)
        }
      }
    }
    return context
  }

  /// Whether a text is a period with the letter of an office: `2024M04`, `2024Q1`, or a year.
  private static func isOfficePeriod(_ text: String) -> Bool {
    text.first?.isNumber == true && PeriodWords.read(text) != nil
  }
}

extension FlagTable {
  /// The letters of Stats NZ behind a number.
  static let infoshare = FlagTable(
    id: "infoshare", source: "Stats NZ, Infoshare, symbols", isCaseSensitive: true,
    flags: [
      Flag("E", .estimated, "early estimate"), Flag("P", .provisional, "provisional"),
      Flag("R", .normal, "revised"),
    ])
}
