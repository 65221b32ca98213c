import DelimitedText
import Diagnostics
import TestSupport
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

@Suite("Observations as numbers of what they hold")
struct ObservationListTests {
  @Test("Every observation comes back as it was added")
  func elements() {
    let all = SmallDataset.dataset.observations
    let list = ObservationList(all)
    #expect(Array(list) == all)
    #expect(list.count == all.count)
    // Words, hedges, percents, scales and missing values are all among them.
    #expect(all.contains { $0.words != nil } && all.contains { $0.hedge != nil })
    #expect(all.contains { $0.observation.value == nil })
  }

  @Test("A half unit and a hedge of their own are kept")
  func exceptions() throws {
    let figure = try #require(PublishedFigure(printed: "1.50", scale: .million, hedge: .about))
    let item = TradeObservation(
      key: SeriesKey(
        reporter: "DEU", partner: "a partner with a long name", flow: .imports, unit: .usDollar),
      period: .quarter(2024, 2), observation: Observation(1_500_001, .estimated), figure: figure,
      hedge: .unchanged, halfUnit: 7, vintage: Vintage(parsing: "2024-05-01"), source: "s",
      location: InputLocation(file: "f", line: 3, column: 9, record: 2))
    #expect(Array(ObservationList([item, item])) == [item, item])
  }

  @Test("Names that stand twice are found, whatever the order, with the first of them")
  func repeats() {
    // 20,000 random names of 4,000 possible ones; a dictionary is the oracle.
    var random = RepeatableGenerator(seed: 3)
    var items: [TradeObservation] = []
    var first: [[Int]: Int] = [:]
    var expected: [[Int]] = []
    for index in 0..<20_000 {
      let name = [
        Int.random(in: 0..<10, using: &random), Int.random(in: 0..<20, using: &random),
        Int.random(in: 0..<20, using: &random),
      ]
      if let earlier = first[name] {
        expected.append([index, earlier])
      } else {
        first[name] = index
      }
      items.append(
        TradeObservation(
          key: SeriesKey(
            reporter: "R\(name[0])", partner: "P\(name[1])", flow: .exports, unit: Unit("EUR")),
          period: .year(2000 + name[2]), observation: Observation(Double(index)), figure: nil,
          vintage: nil, source: "", location: InputLocation(file: "f")))
    }
    let list = ObservationList(items)
    #expect(list.repeats.map { [$0.later, $0.earlier] } == expected)
    var rest = list
    rest.remove(Set(list.repeats.map(\.later)))
    #expect(rest.count == first.count)
    #expect(rest.repeats.isEmpty)
  }

  @Test("Different keys of rows are counted, over one part and several")
  func rowKeys() {
    // The second column counts to 80,000, more than are numbered together; the third makes pairs.
    let lines = (0..<160_000).map { "a\($0 % 7),\($0 / 2),b\($0 % 2)" }
    let table = DelimitedReader(header: .none)
      .read(lines.joined(separator: "\n") + "\n", file: "t")
    let keys = RowKeys(table, 0..<160_000)
    #expect(keys.distinct == 1)
    #expect(keys.joined(with: [0]).distinct == 7)
    #expect(keys.joined(with: [1]).distinct == 80_000)
    #expect(keys.joined(with: [0, 2]).distinct == 14)
    #expect(keys.joined(with: [1, 2]).distinct == 160_000)
    #expect(keys.joined(with: [2, 1]).distinct == 160_000)
    #expect(keys.joined(with: [0]).joined(with: [1]).distinct == 160_000)
    #expect(keys.joined(with: [1]).joined(with: [2]).distinct == 160_000)
  }
}
