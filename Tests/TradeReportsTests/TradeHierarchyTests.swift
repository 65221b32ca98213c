import Forecasting
import Testing
import TimeSeries
import TradeModel
import TradeReports

@Suite("What adds up among series of trade") struct TradeHierarchyTests {
  private func key(_ flow: Flow, _ partner: String = "WLD", product: String = "") -> SeriesKey {
    SeriesKey(reporter: "CHN", partner: partner, flow: flow, product: product, unit: Unit("USD"))
  }

  private func series(_ name: String, _ values: [Double?]) -> Series {
    Series(name, from: .quarter(2008, 1), values: values)
  }

  @Test("a total is its partners and the rest, a balance exports less imports") func totals() throws
  {
    let tree = try TradeHierarchy(
      [
        key(.balance), key(.exports), key(.imports), key(.exports, "USA"), key(.exports, "EU"),
        key(.imports, "USA"),
      ],
      [
        series("balance", [40, 50]), series("exports", [100, 120]), series("imports", [60, 70]),
        series("USA", [30, 40]), series("EU", [20, 30]), series("from USA", [60, 70]),
      ])
    #expect(tree.hierarchy.definitions[0] == [.init(1), .init(2, times: -1)])
    #expect(tree.hierarchy.definitions[1] == [.init(3), .init(4), .init(6)])
    #expect(tree.hierarchy.definitions[2] == [.init(5)])  // nothing is left
    #expect(tree.series[6].name == "exports, rest")
    #expect(tree.series[6].values == [50, 50])
    #expect(tree.nonNegativeLeaves == [3, 4, 5, 6])
    #expect(tree.givenCount == 6)
  }

  @Test("a partner is its products") func products() throws {
    let tree = try TradeHierarchy(
      [
        key(.exports, "EU"), key(.exports, "EU", product: "01"), key(.exports, "EU", product: "02"),
      ],
      [series("EU", [10, 10]), series("01", [4, 4]), series("02", [6, 6])])
    #expect(tree.hierarchy.definitions[0] == [.init(1), .init(2)])
  }

  @Test("parts above their total, and nothing to add, are refused") func refusals() {
    #expect(
      throws: TradeHierarchy.Failure.partsExceedTotal(total: "exports", period: "2008-Q2")
    ) {
      try TradeHierarchy(
        [key(.exports), key(.exports, "EU")], [series("exports", [5, 5]), series("EU", [5, 6])])
    }
    #expect(throws: TradeHierarchy.Failure.nothingAddsUp) {
      try TradeHierarchy([key(.exports)], [series("exports", [5])])
    }
  }

  @Test("forecasts of a hierarchy add up as they are printed") func forecasts() throws {
    let values = { (base: Double) in (0..<16).map { base + Double($0 * $0 % 7) + Double($0 % 4) } }
    let keys = [key(.balance), key(.exports), key(.imports)]
    let (exports, imports) = (values(100), values(80))
    let tree = try TradeHierarchy(
      keys,
      [
        series("balance", zip(exports, imports).map { $0 - $1 }), series("exports", exports),
        series("imports", imports),
      ])
    for method in ReconciliationMethod.allCases {
      let found = try HierarchyForecast(
        tree.series, by: tree.hierarchy, reconciliation: method,
        nonNegative: tree.nonNegativeLeaves, method: .drift, horizon: 3, unitExponent: -1)
      for h in 0..<3 {
        let tenths = found.forecasts.map { ($0.points[h].value * 10).rounded() }
        #expect(tenths[0] == tenths[1] - tenths[2])
        #expect(
          found.forecasts.allSatisfy {
            $0.points[h].value == ($0.points[h].value * 10).rounded() / 10
          })
      }
      for point in found.forecasts.flatMap(\.points) {
        for interval in point.intervals {
          #expect(interval.lower <= point.value && point.value <= interval.upper)
        }
      }
    }
  }

  @Test("series that end at different periods, or cannot be forecast, are named") func named()
    throws
  {
    let tree = try Hierarchy(names: ["sum", "a"], definitions: [[.init(1)], []])
    #expect(
      throws: ReconciliationError.originsDiffer(name: "a", origin: "2008-Q3", other: "2008-Q4")
    ) {
      try HierarchyForecast(
        [series("sum", [1, 2, 3, 4]), series("a", [1, 2, 3])], by: tree, reconciliation: .ordinary,
        nonNegative: [], method: .naive, horizon: 1)
    }
    #expect(
      throws: ReconciliationError.noForecast(name: "a", reason: .noValues)
    ) {
      try HierarchyForecast(
        [series("sum", [1, 2, 3, 4]), series("a", [nil])], by: tree, reconciliation: .ordinary,
        nonNegative: [], method: .naive, horizon: 1)
    }
  }
}
