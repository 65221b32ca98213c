import TestSupport
import Testing

@testable import Validation

/// Passages written and annotated by persons who had not seen the tool, in eleven batches.
///
/// The file is like that of ``ProsePassage``; `! reason` behind a name tells a mistake that is known
/// and not mended, and `?` for a period that the text does not tell the year.
@Suite("Passages of independent annotators") struct UnseenPassageTests {
  static let passages = ProsePassage.read("Tests/ValidationTests/ProsePassages/unseen.txt")

  @Test("there are 660 passages") func count() {
    #expect(Self.passages.count == 660)
  }

  @Test("figures and verdict are as annotated", arguments: passages)
  func passage(_ passage: ProsePassage) {
    if let mistake = passage.knownMistake {
      withKnownIssue(Comment(rawValue: mistake)) { check(passage) }
    } else {
      check(passage)
    }
  }

  /// Also of the passages with known mistakes: a true text is never called wrong, but where the mistake
  /// says so.
  @Test("nothing true is called wrong", arguments: passages)
  func alarm(_ passage: ProsePassage) {
    guard passage.verdict != "inconsistent" else { return }
    let result = DocumentChecker(CheckOptions(wantsRepairs: false)).check(prose(passage.text).check)
    if let mistake = passage.knownMistake, mistake.contains("called wrong: ") {
      withKnownIssue(Comment(rawValue: mistake)) { #expect(result.verdict != .inconsistent) }
    } else {
      #expect(result.verdict != .inconsistent)
    }
  }

  /// What is known to be read wrongly elsewhere in a passage hides no verdict that gets worse: the
  /// counts are those of Documentation/Methods/prose-claims.md.
  @Test("as many verdicts are right, and wrong texts found, as the scores say") func scores() {
    var (right, found) = (0, 0)
    for passage in Self.passages {
      let options = CheckOptions(wantsRepairs: false)
      let result = DocumentChecker(options).check(prose(passage.text).check)
      guard result.verdict.rawValue == passage.verdict else { continue }
      right += 1
      if result.verdict == .inconsistent { found += 1 }
    }
    #expect(right == 600)
    #expect(found == 131)
  }

  private func check(_ passage: ProsePassage) {
    let document = prose(passage.text).check
    var found = document.figures.filter { $0.text.contains(where: \.isNumber) }
    for wanted in passage.figures {
      let parts = wanted.split(separator: "|").map { $0.drop { $0 == " " } }
      let text = String(parts[0].dropLast())
      // Figures stand in the order of the text.
      guard let at = found.firstIndex(where: { $0.text.contains(text) || text.contains($0.text) })
      else {
        Issue.record("\(text) is not found")
        continue
      }
      let figure = found.remove(at: at)
      let told = line(of: figure).split(separator: "|").map { $0.drop { $0 == " " } }
      #expect(told[1] == parts[1] && told[2] == parts[2], "\(text): \(line(of: figure))")
      let comparison = parts[4].split(separator: " ").first
      #expect(told[4].split(separator: " ").first == comparison, "\(text): \(line(of: figure))")
      let period = String(parts[3].dropLast())
      if period != "?" && period != "-" {
        #expect(
          figure.period == FigurePeriod(passageText: period), "\(text): \(line(of: figure))")
      }
    }
    #expect(found.isEmpty, "\(found.map(\.text))")
    let options = CheckOptions(wantsRepairs: false)
    #expect(DocumentChecker(options).check(document).verdict.rawValue == passage.verdict)
  }
}
