import Testing
import TradeModel

@testable import Validation

/// Text and table of one release.
///
/// All numbers are made up, but that 128.2 - 111.3 = 16.9.
@Suite("Text and table of one release") struct TextAndTableTests {
  private func check(_ text: String, without: Set<String> = []) -> CheckedInput {
    let reader = SourceReader(
      without: without,
      prose: { text, file, matter in
        RunningTextFrontEnd().reading(of: text, file: file, frontMatter: matter)
      })
    return InputChecker().check(reader.read(Array(text.utf8), file: "release.md"))
  }

  private func release(_ exports: String, _ corner: String = "EUR billion") -> String {
    """
    # Trade of Germany, September 2024

    In September 2024, Germany exported goods worth \(exports) billion euros and imported goods
    worth 111.3 billion euros.

    | \(corner) | September 2024 |
    |---|---|
    | Exports | 128.2 |
    | Imports | 111.3 |
    | Balance | 16.9 |

    """
  }

  @Test("a level of the text is that of the table")
  func ties() {
    let right = check(release("128.2"))
    #expect(right.verdict == .consistent)
    #expect(right.checkedCount == 5)
    #expect(right.assumptions.contains { $0.id == "text-and-table" && $0.count == 2 })
    let wrong = check(release("129.8"))
    #expect(wrong.verdict == .inconsistent)
    #expect(
      wrong.parts[0].result.claims.filter { $0.verdict == .inconsistent }.map(\.claim.kind)
        == [.equal])
    #expect(check(release("129.8"), without: ["text-and-table"]).verdict == .consistent)
    // 128 billion may be 128.2.
    #expect(check(release("128")).verdict == .consistent)
  }

  @Test("what is not surely one thing is not tied")
  func apart() {
    // Another unit, no unit, another time, another partner, and nothing that agrees.
    #expect(check(release("129.8", "USD billion")).verdict == .consistent)
    #expect(check(release("129.8", "Flow")).verdict == .consistent)
    let text = release("129.8")
    #expect(check(text.replacing("| September 2024", with: "| August 2024")).verdict == .consistent)
    #expect(check(text.replacing("| Exports", with: "| Exports France")).verdict == .consistent)
    #expect(check(text.replacing("worth 111.3", with: "worth 109.9")).verdict == .consistent)
  }

  @Test("the unit of a table may stand over the names of its rows")
  func corner() {
    let reading = tableReading("\"Goods, unadjusted ($m)\",2023,2024\nExports,10,11\nImports,9,8\n")
    #expect(reading.parts[0].document.figures.map(\.unit) == ["USD", "USD", "USD", "USD"])
    #expect(reading.parts[0].document.figures.allSatisfy { $0.number.scale == .million })
    #expect(TableLabel("€bn").scale == .billion)
  }
}
