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
      (
        [9e307, -9e307],
        [-1e308, -8e307, -6e307, -4e307, -2e307, 0, 2e307, 4e307, 6e307, 8e307, 1e308], 0
      ),
      ([3e-15], [0.0, 1e-15, 2e-15, 3e-15], 15), ([.leastNonzeroMagnitude], [0.0, 1e-15], 15),
    ] as [([Double], [Double], Int)])
  func scales(_ values: [Double], _ ticks: [Double], _ decimals: Int) {
    let scale = ChartScale(holding: values)
    #expect(scale.ticks.count == ticks.count)
    for (one, other) in zip(scale.ticks, ticks) {
      #expect(abs(one - other) <= 1e-12 * max(1e-15, abs(other)), "\(scale.ticks)")
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

  @Test("a forecast goes on from the last figure, with its bands") func continuation() {
    func figures(_ values: [Double?]) -> [StyledQuantity] {
      values.map { StyledQuantity($0, NumberStyle(decimals: 0)) }
    }
    let chart = Chart(
      caption: "Exports", unit: "US$ bn", places: ["1", "2", "3", "4"],
      series: [
        .init("Observed", .line, figures([10, 20, nil, nil])),
        .init(
          "Forecast", .continuation, figures([nil, nil, 30, 40]),
          bands: [
            .init(
              "95 %", lower: figures([nil, nil, 10, 0]), upper: figures([nil, nil, 50, 80])),
            .init(
              "80 %", lower: figures([nil, nil, 20, 20]), upper: figures([nil, nil, 40, 60])),
          ]),
      ])
    let svg = HTMLWriter().body(of: Document([.chart(chart)]))
    // Marks from 0 to 80 on a height of 210 below 34, so that 20 stands at 244 - 52.5; four places
    // of 169.25 between 31 and 708, the second of which begins the fan.
    #expect(
      svg.contains(
        "<path class=\"band s2\" d=\"M284.9 191.5L454.1 112.8L623.4 34L623.4 244L454.1 217.8Z\"/>"))
    #expect(
      svg.contains("<path class=\"line going-on s2\" d=\"M284.9 191.5L454.1 165.3L623.4 139\"/>"))
    #expect(svg.contains("<desc id=\"chart-1-told\">Observed: 10 in 1 to 20 in 2. "))
    #expect(svg.contains("Forecast: 30 in 3 to 40 in 4, 95 % 0 to 80, 80 % 20 to 60.</desc>"))
    // One layer for the wide band in the legend, two for the narrow one inside it.
    #expect(svg.count(of: "<rect class=\"band s2\"") == 3)
  }

  @Test("a figure alone between gaps is drawn large enough to be seen") func alone() {
    let values = (0..<200).map { $0 == 100 || $0 < 50 ? Double($0) : nil }
    let svg = HTMLWriter().body(of: Document([.chart(Self.chart(values))]))
    #expect(svg.count(of: "r=\"3\"") == 1)
    #expect(svg.count(of: "r=\"1.2\"") == 50)
  }

  @Test("a legend too long for a row goes on below") func rows() {
    let chart = Chart(
      caption: "c", unit: "", places: ["1", "2"],
      series: (0..<4).map { index in
        .init(
          "a name of thirty characters, \(index)", .line,
          [1, 2].map { StyledQuantity($0, NumberStyle(decimals: 0)) })
      })
    let svg = HTMLWriter().body(of: Document([.chart(chart)]))
    // Twice 24 + 31 · 7.5 and a gap of 26 fit into 720 behind 36; four need two rows of 18.
    #expect(svg.contains("viewBox=\"0 0 720 288\""))
    #expect(svg.contains("y=\"30\">a name of thirty characters, 2</text>"))
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
