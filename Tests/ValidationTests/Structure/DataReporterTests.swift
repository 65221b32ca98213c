import Testing
import TradeImport

@testable import Validation

/// Whose trade a figure is, against data of one reporter.
///
/// All numbers are made up.
@Suite("Figures against data") struct DataReporterTests {
  private func findings(_ text: String) -> [ComparedFigures.Relation] {
    let data = """
      period,partner,flow,measure,value,unit,printed,scale,vintage,source
      2009-08,JPN,exports,value,8600000000,USD,8.6,1e9,2009-09,test
      2009-08,WLD,exports,value,103700000000,USD,103.7,1e9,2009-09,test

      """
    let dataset = Dataset(
      path: "small", data: (Array(data.utf8), "data.csv"),
      manifest: (Array("{\"reporter\": \"CHN\", \"unit\": \"USD\"}".utf8), "dataset.json"))
    let reading = RunningTextFrontEnd().reading(of: text, file: "t.txt")
    return DataCheck(dataset).findings(in: reading).map(\.relation)
  }

  @Test("another country's total is not the reporter's trade with it")
  func otherReporter() {
    #expect(findings("In August 2009, Japan's exports were $45.3 billion.") == [])
    #expect(findings("In August 2009, China's exports to Japan were $8.6 billion.") == [.agrees])
    #expect(findings("In August 2009, China's exports were $103.7 billion.") == [.agrees])
    #expect(findings("In August 2009, China's exports were $45.3 billion.") == [.conflict])
  }
}
