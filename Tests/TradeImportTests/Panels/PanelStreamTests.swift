import Diagnostics
import Testing
import TimeSeries
import TradeImport

@Suite("Plain panels read in parts") struct PanelStreamTests {
  private let text = """
    series,period,value
    "a, b",2020-Q1,10
    "a, b",2020-Q2,
    "a, b",2020-Q3,-1.5e3
    c,2020-01,x
    c,2020-02,1
    d,2020-02,1
    d,2020-02,2
    e,2020-13,1
    f,2020-01,1
    f,2020-02
    "a, b",2020-Q4,1
    g,2020-01,7
    """

  private func items(step: Int, block: Int) throws -> [PanelStream.Item] {
    var stream = try #require(
      try PanelStream(MemorySource(Array(text.utf8), step: step), file: "p.csv", blockSize: block))
    var found: [PanelStream.Item] = []
    while true {
      let next = try stream.next(2)
      if next.isEmpty { return found }
      #expect(next.count <= 2)
      found += next
    }
  }

  @Test("gives the same series whatever the parts are", arguments: [1, 7, 40, 4096])
  func parts(block: Int) throws {
    let found = try items(step: 5, block: block)
    #expect(found.map(\.name) == ["a, b", "c", "d", "e", "f", "a, b", "g"])
    #expect(found[0].series?.values == [10, nil, -1500])
    #expect(found[6].series?.values == [7])
    let messages = found.compactMap { $0.problem?.description }
    #expect(
      messages == [
        "p.csv:5:11: error: value 'x' is not a number, expected digits with '.' [panel.number]",
        "p.csv:8:3: error: second value for 2020-02 [panel.duplicate]",
        messages[2],
        "p.csv:11:1: error: found 2 fields, expected 3 [panel.fields]",
        "p.csv:12:1: error: the rows of series 'a, b' do not stand together [panel.scattered]\n"
          + "  hint: sort the file by series",
      ])
    #expect(messages[2].hasPrefix("p.csv:9:3: error: ") && messages[2].contains("[panel.period]"))
  }

  @Test("anything but the three columns is no panel") func header() throws {
    #expect(PanelStream.isHeader(Array("period,series,value\n".utf8)))
    #expect(PanelStream.isHeader(Array("series,period,value\r\na,b,c".utf8)))
    #expect(!PanelStream.isHeader(Array("series,period,value,unit\n".utf8)))
    #expect(!PanelStream.isHeader([]))
    #expect(try PanelStream(MemorySource(Array("a,b\n1,2\n".utf8)), file: "x") == nil)
  }

  @Test("a panel of no rows has no series") func empty() throws {
    var stream = try #require(
      try PanelStream(MemorySource(Array("series,period,value".utf8)), file: "x"))
    #expect(try stream.next(10).isEmpty)
  }
}
