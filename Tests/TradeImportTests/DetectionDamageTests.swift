import Diagnostics
import Testing
import TimeSeries
import TradeModel

@testable import TradeImport

/// One damaged cell in a table so small that it is a third of its column: the column keeps its
/// role, the damage is reported where it stands, and all other figures are as before.
@Suite("Damage in small tables") struct DetectionDamageTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    /// The columns whose cells can be seen to be damaged.
    let columns: [Int]
    /// How many figures a row has.
    let figures: Int
    var testDescription: String { name }
  }

  static let samples = [
    Sample(
      name: "long, three rows",
      text: """
        time,country,direction,amount
        2023-01,Germany,exports,100.5
        2023-02,Germany,imports,101.5
        2023-03,France,exports,102.5

        """, columns: [0, 2, 3], figures: 1),
    Sample(
      name: "semicolons, four rows",
      text: """
        period;partner;flow;commodity;value
        2023-01;DEU;X;0101;100,5
        2023-02;DEU;M;0102;101,5
        2023-03;FRA;X;0103;102,5
        2023-04;FRA;M;0104;99,5

        """, columns: [0, 2, 4], figures: 1),
    Sample(
      name: "wide, three rows",
      text: """
        country,2020,2021,2022
        Germany,1.5,2.5,3.5
        France,4.5,5.5,6.5
        Italy,7.5,8.5,9.5

        """, columns: [1, 2, 3], figures: 3),
    Sample(
      name: "two columns of figures, five rows",
      text: """
        month,land,value,quantity
        2023-01,Germany,100.5,7
        2023-02,Germany,101.5,8
        2023-03,France,102.5,9
        2023-04,France,103.5,10
        2023-05,France,99.5,11

        """, columns: [0, 2], figures: 2),
  ]

  static func read(_ text: String) -> ImportResult {
    GenericFormat().read(
      SourceText(file: "t.csv", decoded: DecodedText(Array(text.utf8))), ImportOptions())
  }

  @Test("is located, and takes no more than its row", arguments: samples)
  func damaged(_ sample: Sample) throws {
    let whole = Self.read(sample.text)
    #expect(whole.problems.isEmpty)
    let lines = sample.text.split(separator: "\n").map(String.init)
    let delimiter: Character = lines[0].contains(";") ? ";" : ","
    for line in 1..<lines.count {
      for column in sample.columns {
        var cells = lines[line].split(separator: delimiter).map(String.init)
        cells[column] = "?#" + cells[column].dropFirst(2)
        var broken = lines
        broken[line] = cells.joined(separator: String(delimiter))
        let result = Self.read(broken.joined(separator: "\n") + "\n")
        let name = "line \(line + 1), column \(column + 1)"
        let error = try #require(
          result.problems.first { $0.diagnostic.severity == .error }, "\(name)")
        #expect(error.diagnostic.location?.line == line + 1, "\(name)")
        #expect(error.columnNumber == column + 1, "\(name)")
        let kept = whole.observations.filter { old in
          result.observations.contains {
            $0.key == old.key && $0.period == old.period && $0.observation == old.observation
          }
        }
        #expect(kept.count >= whole.observations.count - sample.figures, "\(name)")
        #expect(result.observations.count == kept.count, "\(name)")
        #expect(result.account.isBalanced && result.account.cells == whole.account.cells, "\(name)")
      }
    }
  }
}
