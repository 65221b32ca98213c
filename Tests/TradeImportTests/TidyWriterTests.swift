import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("Tidy CSV is written so that it is read back the same")
struct TidyWriterTests {
  /// An observation without its place, which another table has elsewhere.
  struct Content: Hashable {
    let key: SeriesKey
    let period: Period
    let observation: Observation
    let figure: PublishedFigure?
    let words: String?
    let hedge: Hedge?
    let halfUnit: Double
    let vintage: Vintage?
    let source: String

    init(_ item: TradeObservation) {
      (key, period, observation) = (item.key, item.period, item.observation)
      (figure, words, hedge) = (item.figure, item.words, item.hedge)
      (halfUnit, vintage, source) = (item.halfUnit, item.vintage, item.source)
    }
  }

  @Test("The columns in the order of the format, and only those that hold something")
  func columns() {
    let text = TidyWriter().text(of: SmallDataset.dataset.observations)
    #expect(
      text == """
        period,reporter,partner,flow,measure,value,unit,printed,scale,hedge,status,vintage,source
        2023-Q1,BEL,DEU,exports,,1500000000,EUR,1.5,1e9,,,2024-02,a
        2023-Q2,BEL,DEU,exports,,1640000000,EUR,1.64,1e9,about,P,2024-02,a
        2024-Q1,BEL,DEU,exports,,1800000000,EUR,1.8,1e9,,,2024-05,a
        2023-Q1,BEL,DEU,exports,,1520000000,EUR,1.52,1e9,,,2024-05,a
        2023-Q1,BEL,FRA,exports,,,EUR,,,,Q,2024-05,a
        2024-Q1,BEL,FRA,exports,,700000000,EUR,700,1e6,,,2024-05,a
        2024-Q1,BEL,DEU,exports,yoy,18.4,percent,,,,,2024-05,a
        2024-Q1,BEL,FRA,exports,yoy,0,percent,unchanged,,unchanged,,2024-05,a

        """)
    #expect(TidyWriter().text(of: []) == "period,value\n")
  }

  @Test("Derived figures are left out") func derived() {
    let data = dataset(
      "period,flow,value\n2024,exports,3\n2024,balance,1\n",
      manifest: #"{"derivations": [{"flow": "imports", "from": "exports - balance"}]}"#)
    #expect(data.observations.count == 3)
    #expect(
      TidyWriter().text(of: data.observations)
        == "period,partner,flow,value\n2024,WLD,exports,3\n2024,WLD,balance,1\n")
  }

  @Test("Values are plain digits that give the same number")
  func plainDigits() throws {
    var random = RepeatableGenerator(seed: 5)
    var values: [Double] = [
      0, 1e15, 1e16, 1e22, 1.5e300, .leastNonzeroMagnitude, 1e-5, 0.1 + 0.2, 123_456_789.125,
      -2.5e-7, 9e15,
      .greatestFiniteMagnitude, 1.2345678901234567e19,
    ]
    while values.count < 2_000 {
      let value = Double(bitPattern: random.next())
      if value.isFinite { values.append(value) }
    }
    let key = SeriesKey(reporter: "", partner: "WLD", flow: .other, unit: Unit(""))
    let items = values.enumerated().map { index, value in
      TradeObservation(
        key: key, period: .month(Month(year: 1900, month: 1).advanced(by: index)),
        observation: Observation(value), figure: nil, words: "x", vintage: nil, source: "",
        location: InputLocation(file: "t"))
    }
    let text = TidyWriter().text(of: items)
    for line in text.split(separator: "\n").dropFirst() {
      let field = line.split(separator: ",")[2]
      #expect(field.allSatisfy { "-.0123456789".contains($0) }, "\(line.prefix(60))")
      #expect(!field.hasSuffix(".") && !field.hasPrefix("."), "\(line.prefix(60))")
    }
    let back = dataset(text)
    #expect(back.diagnostics == [])
    #expect(back.observations.map(\.observation.value) == values)
  }

  @Test("Random observations come back the same", arguments: 1...20)
  func roundTrip(seed: Int) {
    var random = RepeatableGenerator(seed: UInt64(seed))
    func pick<Item>(_ items: [Item]) -> Item { items[Int(random.next() % UInt64(items.count))] }
    let statuses = ObservationStatus.codes.map(\.status).filter { $0 != .derived } + [.normal]
    let items = (0..<100).map { index -> TradeObservation in
      let scale = DecimalScale(exponent: pick([0, 3, 6, 9, -3, 18]))
      let hedge = pick(Hedge.allCases.map(Optional.some) + [nil, nil])
      let digits = pick(["1.50", "+3", "-0.7", ".5", "5.", "24700", "0", "-0.0", "007", "12.345"])
      let figure = PublishedFigure(printed: digits, scale: scale, hedge: hedge)
      let kind = index % 4
      let value = figure?.value ?? 0
      return TradeObservation(
        key: SeriesKey(
          reporter: pick(["", "CHN", "BE-VLG"]), partner: pick(["WLD", "EU", "USA"]),
          flow: pick(Flow.allCases), product: pick(["", "01", "a,b", "say \"x\"", " é "]),
          measure: pick([.value, .weight, .yearOverYear]), basis: Basis(pick(["", "SA+BOP"])),
          unit: Unit(pick(["USD", "percent", "kg"]))),
        period: Period(
          from: Month(year: 1990, month: 1).advanced(by: index), count: pick([1, 3, 9, 12])),
        observation: kind == 0
          ? Observation(missing: pick(statuses)) : Observation(value, pick(statuses)),
        figure: kind > 1 ? figure : nil, words: kind == 1 ? "not changed" : nil, hedge: hedge,
        vintage: Vintage(parsing: pick(["", "2001", "2001-05", "2001-05-09"])),
        source: pick(["", "s1", "s;2"]), location: InputLocation(file: "t"))
    }
    let back = dataset(TidyWriter().text(of: items), manifest: #"{"frequency": "irregular"}"#)
    #expect(back.diagnostics.map(\.description) == [])
    #expect(back.observations.map(Content.init) == items.map(Content.init))
  }
}

@Suite("Nothing is lost")
struct NothingLostTests {
  @Test("Every row is an observation or has an error of its own", arguments: 1...60)
  func rows(seed: Int) {
    var random = RepeatableGenerator(seed: UInt64(seed))
    func pick(_ items: [String]) -> String { items[Int(random.next() % UInt64(items.count))] }
    var defects: Set<Int> = []
    var table = "period,partner,flow,measure,value,printed,scale,hedge,status,vintage\n"
    let count = 40
    for line in 2..<(count + 2) {
      var fields = [
        "20\(10 + line)", pick(["USA", "EU", "ZZ9"]), pick(["exports", "M", ""]),
        pick(["", "value", "weight"]), "1500", pick(["", "1.5"]), "1e3", pick(["", "about"]),
        pick(["", "P"]), pick(["", "2001-05"]),
      ]
      if random.next() % 3 == 0 {
        defects.insert(line)
        let defect = Int(random.next() % 11)
        switch defect {
        case 0...9:
          let wrong = [
            "2024-13", "", "exprts", "x", "1O", "1.6", "1000001", "abot", "X", "May",
          ]
          fields[defect] = wrong[defect]
          if defect == 1 { fields.remove(at: 1) }
          if defect == 5 || defect == 6 { fields[5] = "1.6" }
        default: fields.append("extra")
        }
      }
      table += fields.joined(separator: ",") + "\n"
    }
    let data = dataset(table)
    let reported = Set(
      data.diagnostics.filter { $0.severity == .error }.compactMap { $0.location?.line })
    #expect(reported == defects)
    let read = data.observations.compactMap { $0.location.line }
    #expect(Set(read).union(reported) == Set(2..<(count + 2)))
    #expect(read.count + reported.count == count)
    #expect(read == read.sorted())
  }
}
