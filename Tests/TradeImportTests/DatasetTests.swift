import Diagnostics
import Testing
import TimeSeries
import TradeImport
import TradeModel

@Suite("Derived flows")
struct DerivationTests {
  static let manifest = """
    {"reporter": "USA", "unit": "USD", "scale": "1e6",
     "derivations": [{"flow": "imports", "from": "exports - balance"}]}
    """

  private func derived(_ table: String, _ manifest: String = Self.manifest) -> [TradeObservation] {
    let data = dataset(table, manifest: manifest)
    #expect(!data.hasErrors)
    return data.observations.filter { $0.observation.status.contains(.derived) }
  }

  @Test("Exports less the balance, uncertain by both half units") func value() throws {
    let found = derived(
      """
      period,flow,value,printed,status,vintage,source
      2024-01,exports,100000000,100,P,2024-03,a
      2024-01,balance,-60000000,-60,,2024-03,a

      """)
    let row = try #require(found.first)
    #expect(found.count == 1)
    #expect(row.key.flow == .imports)
    // 100 - (-60) = 160 million; each is printed to 1 million, so 0.5 + 0.5 million.
    #expect(row.observation == Observation(160_000_000, .derived.union(.provisional)))
    #expect(row.halfUnit == 1_000_000)
    #expect(row.figure == nil)
    #expect(row.vintage == Vintage(parsing: "2024-03"))
    #expect(row.source == "a")
    #expect(row.location.line == 2)
  }

  @Test("Only inside one vintage, one source, one period and one basis") func inside() {
    for other in [
      "2024-01,SA,2024-04,a", "2024-01,SA,2024-03,b", "2024-02,SA,2024-03,a",
      "2024-01,NSA,2024-03,a",
    ] {
      let parts = other.split(separator: ",")
      let table = """
        period,flow,basis,value,printed,vintage,source
        2024-01,exports,SA,100000000,100,2024-03,a
        \(parts[0]),balance,\(parts[1]),-60000000,-60,\(parts[2]),\(parts[3])

        """
      #expect(derived(table).isEmpty, "\(other)")
    }
  }

  @Test("Not where the flow is printed, by this source or another, even as missing")
  func printed() {
    for row in ["161000000,161,,a", ",,Q,a", "161000000,161,,b"] {
      let table = """
        period,flow,value,printed,status,source
        2024-01,exports,100000000,100,,a
        2024-01,balance,-60000000,-60,,a
        2024-01,imports,\(row)

        """
      #expect(derived(table).isEmpty, "\(row)")
    }
  }

  @Test("A missing term gives a missing value with its reason") func missing() {
    let found = derived(
      "period,flow,value,printed,status\n2024,exports,,,Q\n2024,balance,5000000,5,\n")
    #expect(found.map(\.observation) == [Observation(missing: .confidential.union(.derived))])
  }

  @Test("A rule may use what an earlier one gave") func chain() {
    let manifest = """
      {"derivations": [{"flow": "imports", "from": "exports - balance"},
                       {"flow": "total_trade", "from": "exports + imports"}]}
      """
    let found = derived("period,flow,value\n2024,exports,100\n2024,balance,-60\n", manifest)
    #expect(found.map(\.key.flow) == [.imports, .totalTrade])
    // 100 + 160, uncertain by 0.5 + (0.5 + 0.5).
    #expect(found.last?.observation.value == 260)
    #expect(found.last?.halfUnit == 1.5)
  }

  @Test("Printed changes are not terms") func changes() {
    #expect(derived("period,flow,measure,value\n2024,exports,yoy,1\n2024,balance,yoy,2\n").isEmpty)
  }
}

@Suite("Selections")
struct SelectionTests {
  private func error(_ table: String, _ selection: Selection = Selection()) -> String {
    do throws(SelectionError) {
      return "\(try dataset(table).checked(selection).count) observations"
    } catch {
      return error.diagnostic.description
    }
  }

  static let table = """
    period,reporter,partner,flow,basis,value,unit
    2023,CHN,DEU,exports,SA,1,USD
    2023,CHN,USA,exports,SA,2,USD
    2023,CHN,USA,imports,SA,3,USD

    """

  @Test("What the data hold is found") func found() {
    #expect(error(Self.table) == "3 observations")
    #expect(error(Self.table, Selection(reporter: "CHN", partners: ["USA"])) == "2 observations")
    #expect(error(Self.table, Selection(flows: [.imports], basis: Basis("sa"))) == "1 observations")
  }

  @Test("Names that the data do not hold") func notFound() {
    #expect(
      error(Self.table, Selection(partners: ["DEU", "USB"])) == """
        folder: error: partner 'USB' is not in the data [data.not-found]
          hint: did you mean 'USA'? there are DEU, USA
        """)
    #expect(
      error(Self.table, Selection(partners: ["United States"])) == """
        folder: error: partner 'United States' is not in the data [data.not-found]
          hint: did you mean 'USA'? there are DEU, USA
        """)
    #expect(
      error(Self.table, Selection(reporter: "BELGIUM")) == """
        folder: error: reporter 'BELGIUM' is not in the data [data.not-found]
          hint: there are CHN
        """)
    #expect(
      error(Self.table, Selection(flows: [.balance])) == """
        folder: error: flow 'balance' is not in the data [data.not-found]
          hint: there are exports, imports
        """)
    #expect(
      error(Self.table, Selection(products: ["8703"])) == """
        folder: error: product '8703' is not in the data [data.not-found]
          hint: there are (none)
        """)
    #expect(
      error(Self.table, Selection(basis: Basis("NSA"))) == """
        folder: error: basis 'NSA' is not in the data [data.not-found]
          hint: did you mean 'SA'? there are SA
        """)
    #expect(
      error(Self.table, Selection(unit: Unit("EUR"))) == """
        folder: error: unit 'EUR' is not in the data [data.not-found]
          hint: there are USD
        """)
  }

  @Test("Nothing left") func empty() {
    let expected = "folder: error: the selection holds no observation [data.empty]"
    #expect(
      error(Self.table, Selection(partners: ["DEU"], flows: [.imports])) == expected)
    #expect(error(Self.table, Selection(measure: .yearOverYear)) == expected)
    #expect(error("period,value\n") == expected)
  }

  /// Rows that add what must not be mixed to one row, with the message.
  static let mixtures: [(String, String)] = [
    ("BEL,,SA,USD", "reporters that must not be mixed: BEL, CHN|--reporter"),
    ("CHN,,NSA,USD", "bases that must not be mixed: NSA, SA|--basis"),
    ("CHN,,,USD", "bases that must not be mixed: (none), SA|--basis"),
    ("CHN,,SA,EUR", "units that must not be mixed: EUR, USD|--unit"),
    ("CHN,8703,SA,USD", "products that must not be mixed: (none), 8703|--product"),
  ]

  @Test("What must not be mixed", arguments: mixtures) func mixed(row: String, text: String) {
    let table = """
      period,flow,reporter,product,basis,unit,value
      2023,exports,CHN,,SA,USD,1
      2024,exports,\(row),2

      """
    let parts = text.split(separator: "|")
    #expect(
      error(table) == """
        folder: error: the selection holds several \(parts[0]) [data.several]
          hint: choose one with \(parts[1])
        """)
  }

  @Test("Named products and the series of a panel may stand side by side") func products() {
    let table = "period,flow,product,value\n2023,exports,01,1\n2023,exports,02,2\n"
    #expect(error(table, Selection(products: ["01", "02"])) == "2 observations")
    #expect(error("series,period,value\na,2023,1\nb,2023,2\n") == "2 observations")
  }

  @Test("A vintage leaves out what is newer; what has no vintage is old") func vintage() {
    let data = dataset("period,value,vintage\n2023,1,2024-01\n2023,2,2024-06-30\n2023,3,\n")
    func values(_ text: String) -> [Double?] {
      data.observations(Selection(vintage: Vintage(parsing: text))).map(\.observation.value)
    }
    #expect(values("2024-06-30") == [1, 2, 3])
    #expect(values("2024-06-29") == [1, 3])
    #expect(values("2023") == [3])
  }
}

@Suite("Panels by vintage")
struct VintagePanelTests {
  static let table = """
    period,value,vintage,source
    2023-Q1,100,2024-01,a
    2023-Q2,110,2024-01,a
    2023-Q2,111.5,2024-04,a
    2023-Q2,999,2024-04,b
    2023-Q3,120,2024-04,a
    2022-Q4,90,,a
    2023-Q1,,2024-04,a

    """
  private let panels = VintagePanels(dataset(Self.table).observations, kind: .flow)

  @Test("The newest vintage is first, figures without one last") func order() {
    #expect(panels.versions.map { $0.vintage?.description } == ["2024-04", "2024-01", nil])
    #expect(panels.keys.count == 1)
  }

  @Test("Each version holds its own figures, the first of several sources") func versions() {
    func series(_ version: PanelVersion) -> [String] {
      zip(version.values.axis, version.values.block.column(0)).map { period, observation in
        "\(period) \(observation.value.map { "\($0)" } ?? observation.status.description)"
      }
    }
    #expect(
      panels.versions.map(series) == [
        ["2023-Q1 O", "2023-Q2 111.5", "2023-Q3 120.0"], ["2023-Q1 100.0", "2023-Q2 110.0"],
        ["2022-Q4 90.0"],
      ])
    // The newest says that the first quarter is not available, so it is not.
    #expect(
      series(panels.latest) == ["2022-Q4 90.0", "2023-Q1 O", "2023-Q2 111.5", "2023-Q3 120.0"])
    #expect(panels.latest.vintage == nil)
  }

  @Test("Half units stand beside the values and miss where they do") func halfUnits() {
    // 111.5 is printed to tenths, 120 to ones.
    let column = panels.versions[0].halfUnits.block.column(0)
    #expect(column.map(\.value) == [nil, 0.05, 0.5])
    #expect(column[0].status == .unknown)
  }

  @Test("The newest vintage that can answer answers; all together only when none can")
  func newest() throws {
    func change(_ from: Period, _ to: Period) -> (Double, String?, Bool)? {
      panels.newest { version -> Double? in
        let block = version.values.block
        guard let a = block.observation(from, column: 0).value,
          let b = block.observation(to, column: 0).value
        else { return nil }
        return b - a
      }.map { ($0.answer, $0.version.vintage?.description, $0.isOneVintage) }
    }
    // By hand from the table above.
    let later = try #require(change(.quarter(2023, 2), .quarter(2023, 3)))
    #expect(later == (8.5, "2024-04", true))
    let earlier = try #require(change(.quarter(2023, 1), .quarter(2023, 2)))
    #expect(earlier == (10, "2024-01", true))
    let mixed = try #require(change(.quarter(2022, 4), .quarter(2023, 2)))
    #expect(mixed == (21.5, nil, false))
    #expect(change(.quarter(2022, 4), .quarter(2023, 1)) == nil)
  }

  @Test("A vintage on the periods of all says what only another one holds") func aligned() {
    func column(_ vintage: String?) -> [String] {
      panels.values(of: vintage.flatMap { Vintage(parsing: $0) }).block.column(0).map {
        observation in
        observation.value.map { "\($0)" } ?? observation.status.description
      }
    }
    // From the table above, over 2022-Q4 to 2023-Q3.
    #expect(column("2024-04") == ["other-vintage", "O", "111.5", "120.0"])
    #expect(column("2024-01") == ["other-vintage", "100.0", "110.0", "other-vintage"])
    #expect(column(nil) == ["90.0", "O", "other-vintage", "other-vintage"])
    #expect(column("1999") == ["other-vintage", "O", "other-vintage", "other-vintage"])
  }

  @Test("The history of a figure, the newest first") func history() throws {
    let key = try #require(panels.keys.first)
    #expect(panels.history(key, .quarter(2023, 2)).map(\.observation.value) == [111.5, 110])
    #expect(panels.history(key, .quarter(2030, 1)) == [])
  }

  @Test("One vintage is that of the newest figures too") func single() {
    let one = VintagePanels(
      dataset("period,value,vintage\n2023,1,2024\n").observations, kind: .stock)
    #expect(one.latest.vintage == Vintage(parsing: "2024"))
    #expect(one.latest.values.kind == .stock)
    #expect(one.newest { _ in 1 }?.isOneVintage == true)
    let none = VintagePanels([], kind: .flow)
    #expect(none.versions.isEmpty && none.keys.isEmpty)
  }
}
