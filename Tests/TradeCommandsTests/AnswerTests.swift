import Foundation
import TestSupport
import Testing
import TradeCommands

/// Figures that commands print for the datasets of the project, against values from elsewhere.
@Suite("Answers of commands") struct AnswerTests {
  private static let isAtRoot = FileManager.default.changeCurrentDirectoryPath(
    RepositoryFiles.root.path(percentEncoded: false))

  private func run(_ line: String) throws -> TradewindProgram.Result {
    try #require(Self.isAtRoot)
    return TradewindProgram.run(CommandCase.words(of: line), files: FileSystem())
  }

  private func has(_ line: String, _ parts: [String]) throws {
    let result = try run(line)
    let text = result.output + result.errors
    for part in parts { #expect(text.contains(part), "\(line): \(part)\n\(text)") }
  }

  @Test("A trend over several vintages is of the span asked for, with a footnote")
  func trends() throws {
    let note = "Computed from figures of different vintages"
    // NumPy 2, polyfit of the logarithms of the newest figures: -12.93, 7.25, -0.80, 10.79.
    let us = "compute Datasets/us-goods --basis SA+BOP "
    try has(us + "\"trend(exports,'2008-01','2009-12')\"", ["2008-01/2009-12  -12.9", note])
    try has(us + "\"trend(exports,'2004-01','2010-01')\"", ["+7.3", note])
    let canada = "compute Datasets/canada-quarterly --basis current "
    try has(canada + "\"trend(exports,'2008-Q1','2011-Q4')\"", ["-0.8", note])
    let inside = try run(canada + "\"trend(exports,'2009-Q1','2011-Q4')\"")
    #expect(inside.output.contains("+10.8") && !inside.output.contains(note))
    try has(
      us + "\"trend(exports,'2008-01','2012-12')\"",
      ["trend growth needs 2012-12, which is not in the data"])
  }

  @Test("A wrong partner is told as one, not as a wrong measure") func wrongPartner() throws {
    try has(
      "compute Datasets/china-partners exports --partner XXX", ["partner 'XXX' is not in the data"])
  }

  @Test("Growth and indices from periods that the newest vintage does not hold")
  func namedPeriods() throws {
    // The issue of 2011-12 has both quarters: (96,302 / 87,361)^(1/2) - 1 = 4.99 %.
    let canada = try run(
      "compute Datasets/canada-quarterly \"cagr(exports,'2009-Q1','2011-Q1')\" --basis constant2002"
    )
    #expect(canada.output.contains("2009-01/2011-03   +5.0"), "\(canada)")
    #expect(!canada.output.contains("different vintages"))
    // 18.9 of the table of 2009-11 on 24.7 of 2009-06: -23.5 %.
    try has(
      "compute Datasets/china-partners \"cagr(exports,'2008-06','2009-06')\" --partner EU,USA",
      ["-23.5", "different vintages"])
    // Release of 2010-03: 98,402 / 82,355 = 119.5.
    try has(
      "compute Datasets/us-goods \"rebase(exports,'2009-01')\" --basis SA+BOP",
      ["2010-01  119.5"])
  }

  @Test("--period keeps the windows that end in it, and says where there are values")
  func windows() throws {
    let us = "compute Datasets/us-goods --basis SA+BOP --period 2009-09/2010-01 "
    try has(us + "'rolling(exports,12)'", ["2008-10/2009-09", "2009-02/2010-01"])
    try has(us + "'ytd(exports)'", ["2009-01/2009-09", "2010-01 "])
    try has(
      "compute Datasets/china-partners 'yoy(exports)' --partner EU --period 2019-06",
      ["has no value within 2019-06", "it has values from 2009-06 to "])
  }

  @Test("A printed balance that contradicts its flows is told and not used") func balances() throws
  {
    // Datasets/china-belgium/README.md: exports 7.8 less imports 35.3 are -27.5, printed is -35.3.
    let note = "7.8 less 35.3; a balance of -35.3 is printed, which"
    try has("show Datasets/china-belgium balance --reporter BEL --period 2022", ["-27.5", note])
    // A table has its footnote; a forecast says it beside.
    try has(
      "forecast Datasets/china-belgium balance --reporter BEL --horizon 2",
      [
        "the balance printed for 2022, -35.3, is not used: exports of 7.8 less imports of 35.3 "
          + "give -27.5 € bn [data.contradiction]"
      ])
    let report = try run("report Datasets/china-belgium --reporter BEL --period 2022 --width 400")
    #expect(
      report.output.contains(
        "The balance with China printed for 2022, -35.3, is not used: exports of 7.8 less imports "
          + "of 35.3 give -27.5 (€ bn)."), "\(report.output)")
    try has(
      "report Datasets/china-belgium --reporter CHN --unit USD --period 2024-01/2024-09",
      ["US$24.85 billion", "US$4.86 billion"])
  }

  @Test("Bars stand at their time, with dots for what is missing") func bars() throws {
    let text = try run("show Datasets/china-partners exports --chart").output
    let line = try #require(text.split(separator: "\n").first { $0.contains("ASEAN") })
    // 156 months are 32 bars of 5; the first figure is of 2015-09, the 88th, in the 18th.
    let drawn = line.filter { "·▁▂▃▄▅▆▇█".contains($0) }
    #expect(drawn.count == 32 && drawn.prefix(17).allSatisfy { $0 == "·" })
    #expect(drawn.dropFirst(17).first != "·")
    let page = try run("show Datasets/china-partners exports --chart --format html").output
    #expect(page.contains("<svg") && !page.contains("▇"))
  }

  @Test("Wrong usage and empty inputs are told as what they are") func messages() throws {
    try has(
      "forecast Datasets/us-goods exports --basis SA+BOP --horizon -3",
      ["--horizon -3 is not possible, expected at least 1"])
    try has("forecast Datasets/us-goods exports --seed -1", ["'-1'", "--seed"])
    try has(
      "show Datasets/us-goods exports --basis SA+BOP --vintage 1999",
      ["nothing of the selection was published by 1999", "its oldest vintage is 2005-03"])
    let folder = try TemporaryFolder()
    let blank = try folder.write("  \n\n", to: "blank.md")
    let check = try run("check \(blank)")
    #expect(check.status == .badInput && check.errors.contains("[file.empty]"))
    let bytes: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0x90, 0x81, 0x0A, 0, 0x90, 0x2C]
    try Data(bytes).write(to: URL(filePath: folder("bin.csv")))
    let binary = try run("import \(folder("bin.csv"))")
    #expect(binary.status == .badInput)
    #expect(binary.errors.split(separator: "\n").count == 2, "\(binary.errors)")
  }
}
