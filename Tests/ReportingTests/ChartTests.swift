@testable import Reporting
import Testing

@Suite("Charts") struct ChartTests {
  static func chart(_ values: [Double?]) -> Chart {
    Chart(
      caption: "Balance", unit: "US$ bn", places: values.indices.map { "\(2020 + $0)" },
      series: [
        .init("a < b", .line, values.map { StyledQuantity($0, NumberStyle(decimals: 1)) }),
        .init("bars", .bars, values.map { StyledQuantity($0, NumberStyle(decimals: 1)) }),
      ])
  }

  @Test(
    "axes have round marks that hold all values and zero",
    arguments: [
      ([50.2, 186.6], [0.0, 20, 40, 60, 80, 100, 120, 140, 160, 180, 200], 0),
      ([-3.8, 20.2], [-5.0, 0, 5, 10, 15, 20, 25], 0),
      ([0.04, 0.11], [0.0, 0.02, 0.04, 0.06, 0.08, 0.1, 0.12], 2),
      ([-7, -2], [-7.0, -6, -5, -4, -3, -2, -1, 0], 0),
      ([], [0.0, 0.2, 0.4, 0.6, 0.8, 1], 1), ([0, 0], [0.0, 0.2, 0.4, 0.6, 0.8, 1], 1),
      ([1e15], [0.0, 2e14, 4e14, 6e14, 8e14, 1e15], 0),
    ] as [([Double], [Double], Int)])
  func scales(_ values: [Double], _ ticks: [Double], _ decimals: Int) {
    let scale = ChartScale(holding: values)
    #expect(scale.ticks.count == ticks.count)
    for (one, other) in zip(scale.ticks, ticks) {
      #expect(abs(one - other) <= 1e-12 * max(1, abs(other)), "\(scale.ticks)")
    }
    #expect(scale.decimals == decimals)
    #expect(values.allSatisfy { (0...1).contains(scale.share(of: $0)) })
  }

  @Test("a missing figure is a gap, every other one tells its value") func gaps() throws {
    let svg = HTMLWriter().body(of: Document([.chart(Self.chart([1, 2, nil, 4]))]))
    #expect(svg.count(of: "<circle") == 3)
    #expect(svg.count(of: "<rect class=\"bar s2\" x=") == 4, "three bars and the legend")
    #expect(svg.contains("<title>2021, a &lt; b: 2.0 US$ bn</title>"))
    let path = try #require(svg.split(separator: "\n").first { $0.contains("line s1\" d=\"M1") })
    // Two points joined, then a jump.
    #expect(path.filter { $0 == "M" }.count == 2)
    #expect(path.filter { $0 == "L" }.count == 1)
  }

  @Test("a single figure is not drawn, and no chart is written as text") func notDrawn() {
    #expect(HTMLWriter().body(of: Document([.chart(Self.chart([1, nil]))])) == "")
    #expect(TextWriter().write(Document([.chart(Self.chart([1, 2]))])) == "")
    #expect(MarkdownWriter().write(Document([.chart(Self.chart([1, 2]))])) == "")
  }
}

extension String {
  fileprivate func count(of part: String) -> Int {
    var (count, rest) = (0, self[...])
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
