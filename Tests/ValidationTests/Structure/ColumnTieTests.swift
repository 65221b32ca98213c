import TimeSeries
import Testing

@testable import Validation

/// Columns of changes and shares under headings that leave out what they are about.
///
/// All numbers are made up; changes and shares by hand, such as 1301.2 / 1250.4 - 1 = 4.1 %.
@Suite("Columns of changes and shares") struct ColumnTieTests {
  private func verdict(_ text: String, _ file: String = "t.csv") -> CheckResult.Verdict {
    InputChecker().check(SourceReader().read(Array(text.utf8), file: file)).verdict
  }

  /// The texts of the figures in the smallest repairs.
  private func repairs(_ text: String) -> [[String]] {
    let checked = InputChecker().check(tableReading(text))
    let texts = Dictionary(
      checked.figures.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    return checked.parts.flatMap(\.result.repairs).map { $0.figures.compactMap { texts[$0] } }
  }

  /// What each change is on, as `2024 on 2023`.
  private func bases(_ text: String) -> [String] {
    let readings = tableReading(text).parts.flatMap(\.document.readings)
    return readings.flatMap(\.statements).filter { $0.kind == .growth || $0.kind == .change }
      .map { $0.quantities.map { $0.period?.description ?? "?" }.joined(separator: " on ") }
  }

  @Test(
    "the newest period may stand on the left",
    arguments: [
      "2024 EUR bn,2023 EUR bn,Change %", "2023 EUR bn,2024 EUR bn,Change %",
      "2024 EUR bn,2023 EUR bn,Change 2024/2023 %", "2024 EUR bn,2023 EUR bn,Change 2023/24 %",
      "2024 EUR bn,2023 EUR bn,Change on the year %",
      "Exports 2024 (EUR bn),Exports 2023 (EUR bn),yoy (%)",
      "Exports Jan-Sep 2024 (EUR bn),Exports Jan-Sep 2023 (EUR bn),Change (%)",
      "Exports September 2024 EUR bn,Exports August 2024 EUR bn,Change %",
      "Exports Q3 2024 EUR bn,Exports Q2 2024 EUR bn,Change on previous quarter %",
      "Change %,2024 EUR bn,2023 EUR bn",
    ])
  func newestOnTheLeft(heading: String) {
    // The newer level first, except in the headings that have it second or third.
    let rows = [("France", "115.8", "116.8", "-0.9"), ("Italy", "80.0", "85.4", "-6.3")]
    func table(_ rows: [(String, String, String, String)]) -> String {
      let lines = rows.map { name, new, old, change in
        if heading.hasPrefix("Change") { return "\(name),\(change),\(new),\(old)" }
        return heading.hasPrefix("2023")
          ? "\(name),\(old),\(new),\(change)" : "\(name),\(new),\(old),\(change)"
      }
      return "Partner,\(heading)\n" + lines.joined(separator: "\n") + "\n"
    }
    #expect(verdict(table(rows)) == .consistent)
    // A rate that is wrong is found, and may be repaired alone.
    let wrong = table([rows[0], ("Italy", "80.0", "85.4", "-3.6")])
    #expect(verdict(wrong) == .inconsistent)
    #expect(repairs(wrong).contains(["-3.6"]))
  }

  @Test("several years, each with its change, in either order")
  func severalYears() {
    #expect(
      bases(
        "p,2022 EUR m,Change %,2023 EUR m,Change %,2024 EUR m,Change %\nA,80,,88,10.0,110,25.0\n")
        == ["2023 on 2022", "2024 on 2023"])
    #expect(
      bases("p,2024 EUR m,Change %,2023 EUR m,Change %,2022 EUR m\nA,110,25.0,88,10.0,80\n")
        == ["2024 on 2023", "2023 on 2022"])
    // Shares between the years do not part them: 110 / 88 and 90 / 72.
    #expect(
      bases("p,2024,Share %,2023,Share %,Change %\nA,110,55,88,55,25.0\nB,90,45,72,45,25.0\n")
        == ["2024 on 2023", "2024 on 2023"])
  }

  @Test("what fails in most rows is about other columns, where the numbers show which")
  func byTheNumbers() {
    // On 2022, not on the year before: 110 / 80 and 90 / 60.
    #expect(
      bases("p,2022 EUR m,2023 EUR m,2024 EUR m,Change %\nA,80,88,110,37.5\nB,60,66,90,50.0\n")
        == ["2024 on 2022", "2024 on 2022"])
    // In money: 110 - 88 and 90 - 66.
    let money = "p,2023 EUR m,2024 EUR m,Change\nA,88,110,22\nB,66,90,24\n"
    #expect(verdict(money) == .consistent)
    #expect(
      verdict("p,2023 EUR m,2024 EUR m,Change\nA,88,110,22\nB,66,90,24\nC,50,40,-13\n")
        == .inconsistent)
    // The exports of two columns of shares and levels: 60 / 100, 30 / 50.
    let shares = """
      p,Exports EUR m,Imports EUR m,Share %,Share %
      A,60,20,60.0,40.0
      B,40,30,40.0,60.0
      Total,100,50,100.0,100.0

      """
    #expect(verdict(shares) == .consistent)
  }

  @Test("a change takes the flow of the levels beside it")
  func flows() {
    func table(_ german: String) -> String {
      """
      Partner,Exports 2023 (EUR million),Exports 2024 (EUR million),Change (%)
      Germany,1250.4,1301.2,\(german)
      France,980.7,902.3,-8.0
      Total,2231.1,2203.5,-1.2

      """
    }
    #expect(verdict(table("4.1")) == .consistent)
    #expect(verdict(table("9.1")) == .inconsistent)
    #expect(repairs(table("9.1")) == [["9.1"]])
    // Two flows with a change each.
    let two = """
      p,Exports 2023,Exports 2024,Change %,Imports 2023,Imports 2024,Change %
      A,50.0,55.0,10.0,40.0,42.0,5.0
      B,60.0,57.0,-5.0,30.0,36.0,20.0

      """
    #expect(verdict(two) == .consistent)
    #expect(verdict(two.replacing("20.0\n", with: "2.0\n")) == .inconsistent)
  }

  @Test("a column of another measure of change is not tied to the values")
  func otherMeasures() {
    #expect(
      verdict("p,Exports 2023,Exports 2024,Volume change %\nA,50.0,55.0,3.0\nB,60.0,57.0,-9.0\n")
        == .notCheckable)
  }

  @Test("the total of a column of shares is none of its parts")
  func totalOfShares() {
    func table(_ german: String) -> String {
      """
      Partner,Exports 2024 (EUR million),Share (%)
      Germany,1301.2,\(german)
      France,902.3,28.9
      Netherlands,455.8,14.6
      Others,467.9,15.0
      Total,3127.2,100.0

      """
    }
    #expect(verdict(table("41.6")) == .consistent)
    #expect(verdict(table("46.1")) == .inconsistent)
    #expect(repairs(table("46.1")) == [["46.1"]])
    // The same where nothing says which of two columns the shares are of.
    #expect(
      verdict(
        "p,Exports EUR m,Imports EUR m,Share %\nA,60,20,61.0\nB,40,30,39.0\nTotal,100,50,100.0\n")
        != .inconsistent)
  }

  @Test("headings say the base of a change in other ways")
  func labels() {
    #expect(TableLabel("Change 2024/2023 %").periods == [.year(2024), .year(2023)])
    #expect(TableLabel("Change 2024/23 %").periods == [.year(2024), .year(2023)])
    #expect(TableLabel("Change on previous month (%)").comparison == .periodOverPeriod)
    #expect(TableLabel("Change on previous month (%)").relative == nil)
    #expect(TableLabel("Change on same month last year").comparison == .yearOverYear)
    #expect(TableLabel("Veränderung zum Vorjahr").comparison == .yearOverYear)
    #expect(TableLabel("Veränderung zum Vorjahr").subject.isEmpty)
    #expect(TableLabel("Volume change").subject == "Volume")
  }
}
