import Testing

@testable import Validation

@Suite("Documents compared") struct EditionComparisonTests {
  private func findings(_ text: String) -> [ComparedFigures] {
    EditionComparison(tableReading(text).parts, rounding: .unknown).findings
  }

  @Test("a level printed again agrees, is revised, or is the figure of another flow")
  func levels() {
    let text = """
      published,publisher,period,measure,value,unit
      2024-01,A,2023,exports,7.8,EUR bn
      2024-01,A,2023,imports,35.3,EUR bn
      2024-01,A,2023,balance,-27.5,EUR bn
      2024-06,A,2023,exports,8.0,EUR bn
      2025-01,B,2023,balance,-35.3,EUR bn
      2025-02,C,2023,balance,-27.51,EUR bn

      """
    let found = findings(text)
    #expect(found.filter { $0.relation == .revised }.map(\.figures) == [["f1", "f4"]])
    // -35.3 is the figure for imports; the last print agrees with the first.
    let conflicts = found.filter { $0.relation == .conflict }
    #expect(conflicts.map(\.figures) == [["f3", "f5"]])
    #expect(conflicts.map(\.slip?.kind) == [.otherCell])
    #expect(conflicts.first?.slip?.source == "f2")
    #expect(found.contains { $0.relation == .agrees && $0.figures == ["f3", "f6"] })
  }

  @Test("a change on a base printed elsewhere implies a revised base")
  func revisedBase() throws {
    let found = findings(
      """
      published,publisher,period,measure,value,unit,yoy
      2024-01,A,2023-01/2023-09,total_trade,30.73,USD bn,
      2024-12,B,2024-01/2024-09,total_trade,29.71,USD bn,-3.1%

      """)
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.relation == .revisedBase)
    #expect(finding.verdict == .revisedBase)
    // 29.705/30.735 - 1 and 29.715/30.725 - 1, in percent.
    #expect(finding.feasible?.lower?.value == Rational(29705, 30735) * 100 - 100)
    #expect(finding.feasible?.upper?.value == Rational(29715, 30725) * 100 - 100)
    // 29.705/0.9695 = 30.6395 and 29.715/0.9685 = 30.6815.
    #expect(finding.explanation.contains("30.6395 to 30.6815"))
  }

  @Test("a change of the year to date in the row of a month")
  func yearToDate() {
    // Levels of 2023: 100 each month; of 2024: 90, 80, 60. Months: -10, -20, -40 %; to March
    // 230 of 300, -23.3 %.
    var text = "published,period,exports,exports yoy %\n"
    for month in 1...3 { text += "2023-12,2023-0\(month),100.0,\n" }
    text += "2024-04,2024-01,90.0,-10.0\n2024-04,2024-02,80.0,-20.0\n2024-04,2024-03,60.0,-23.3\n"
    for month in 1...3 { text += "2024-05,2023-0\(month),100.0,\n" }
    text += "2024-05,2024-01,90.0,-10.0\n2024-05,2024-02,80.0,-20.0\n2024-05,2024-03,60.0,-40.0\n"
    let conflicts = findings(text).filter { $0.relation == .conflict }
    #expect(conflicts.map(\.slip?.kind) == [.monthForYearToDate])
    #expect(conflicts.first?.document == "2024-04")
    // The figures of 2023 are f1 to f3, then level and change of each month of 2024.
    #expect(conflicts.first?.figures.last == "f9")
  }

  @Test("two publishers who differ accuse nobody; a slip does")
  func publishers() throws {
    func checked(_ second: String) -> CheckedInput {
      InputChecker().check(
        tableReading(
          """
          published,publisher,period,measure,value,unit
          2024-01,A,2023,exports,7.8,EUR bn
          2024-01,A,2023,imports,35.3,EUR bn
          2024-01,A,2023,balance,-27.5,EUR bn
          2025-01,B,2023,balance,\(second),EUR bn

          """))
    }
    let open = checked("-21.9")
    let conflict = try #require(open.comparisons.first { $0.relation == .conflict })
    #expect(conflict.isOpen)
    #expect(conflict.verdict == .undecided)
    #expect(open.verdict == .consistent)
    // The digits of the imports in the place of the balance.
    #expect(checked("-35.3").verdict == .inconsistent)
  }

  @Test("a level that nothing else speaks of is no more than a longer span around it")
  func spans() {
    func relations(_ part: String) -> [ComparedFigures.Relation] {
      findings(
        """
        published,publisher,period,measure,value,unit
        2014-08,A,2014-01/2014-07,total_trade,\(part),USD bn
        2015-01,B,2014,total_trade,27.3,USD bn

        """
      ).map(\.relation)
    }
    #expect(relations("16.4") == [.agrees])
    #expect(relations("28.1") == [.conflict])
    // 27.35 and 27.35 meet.
    #expect(relations("27.4") == [.agrees])
  }

  @Test("publishers count direct investment in different ways")
  func investment() {
    let found = findings(
      """
      published,publisher,period,measure,value,unit
      2013-02,A,end-2012,fdi_stock_in,140,USD m
      2013-09,B,end-2012,fdi_stock_in,650,USD m

      """)
    #expect(found.map(\.relation) == [.otherDefinition])
  }
}
