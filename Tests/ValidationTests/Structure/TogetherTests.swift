import Testing

@testable import Validation

@Suite("Several files as one release") struct TogetherTests {
  private let months =
    "period,exports usd bn\n2024-01,10.0\n2024-02,11.0\n2024-03,12.0\n"

  private func reading(_ quarters: String) -> SourceReading {
    SourceReader().read(together: [
      (Array(months.utf8), "months.csv"), (Array(quarters.utf8), "quarters.csv"),
    ])
  }

  @Test("a quarter in one file is the sum of the months in another")
  func quarters() {
    let right = reading("period,exports usd bn\n2024-Q1,33.1\n")
    #expect(right.assumptions.map(\.id) == ["periods"])
    #expect(InputChecker().check(right).verdict == .consistent)
    // 9.95 + 10.95 + 11.95 = 32.85 and 33.15 are the ends.
    let wrong = InputChecker().check(reading("period,exports usd bn\n2024-Q1,33.3\n"))
    #expect(wrong.verdict == .inconsistent)
    #expect(wrong.figures.map(\.id) == ["f1", "f2", "f3", "f4"])
    #expect(wrong.figures.map(\.place).last == "quarters.csv:2:9")
    // Each alone has nothing to check.
    let alone = SourceReader().read(Array(months.utf8), file: "months.csv")
    #expect(InputChecker().check(alone).verdict == .notCheckable)
    #expect(alone.parts[0].document.figures[0].place == "line 2:9")
  }

  @Test("vintages stay documents, and figures keep one numbering")
  func vintages() {
    let reading = SourceReader().read(together: [
      (Array("vintage,period,exports\n2024-02,2024-01,10\n2024-03,2024-01,11\n".utf8), "a.csv"),
      (Array("vintage,period,imports\n2024-02,2024-01,8\n2024-03,2024-01,8\n".utf8), "b.csv"),
    ])
    #expect(reading.parts.map(\.name) == ["2024-02", "2024-03"])
    #expect(reading.parts.map { $0.document.figures.map(\.id) } == [["f1", "f3"], ["f2", "f4"]])
  }
}
