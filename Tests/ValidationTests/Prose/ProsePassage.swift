import TestSupport
import Testing
import TradeModel

@testable import Validation

/// A passage of our own with what is expected of it.
///
/// The file holds for each passage a line `@ name`, the text on one line, a line for each figure,
/// `text | role measure | value unit | period | comparison`, and a line `= verdict`.
struct ProsePassage: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let figures: [String]
  let verdict: String
  /// A mistake that is known and not mended.
  var knownMistake: String?
  var testDescription: String { name }

  static let all = read("Tests/ValidationTests/ProsePassages/passages.txt")

  /// The passages of a file.
  static func read(_ path: String) -> [ProsePassage] {
    guard let file = try? RepositoryFiles.text(at: path) else { return [] }
    var passages: [ProsePassage] = []
    var (head, text, figures): ([String], String, [String]) = ([], "", [])
    for line in file.split(separator: "\n").map(String.init) {
      if line.hasPrefix("@ ") {
        head = line.dropFirst(2).split(separator: "!", maxSplits: 1).map(String.init)
        (text, figures) = ("", [])
      } else if line.hasPrefix("= ") {
        passages.append(
          ProsePassage(
            name: head[0], text: text, figures: figures, verdict: String(line.dropFirst(2)),
            knownMistake: head.count > 1 ? head[1] : nil))
      } else if text.isEmpty {
        text = line
      } else {
        figures.append(line)
      }
    }
    return passages
  }
}

/// The check document of a text.
func prose(_ text: String) -> ProseDocument {
  ProseDocument(RunningText(plain: text), file: "text.txt")
}

/// The verdict on a text.
func verdict(_ text: String) -> CheckResult.Verdict {
  DocumentChecker(CheckOptions(wantsRepairs: false)).check(prose(text).check).verdict
}

/// A figure as a line of the passages' file.
func line(of figure: CheckedFigure) -> String {
  let hedge = figure.hedge == .exact ? "" : " ~" + figure.hedge.rawValue
  let scale = figure.number.scale.exponent == 0 ? "" : "e\(figure.number.scale.exponent)"
  return "\(figure.text) | \(figure.role.rawValue) \(figure.measure.rawValue) | "
    + "\(figure.number.digits)\(scale) \(figure.unit) | \(figure.period?.description ?? "-") | "
    + "\(figure.comparison?.rawValue ?? "-")\(hedge)"
}

@Suite("Passages of prose") struct ProsePassageTests {
  @Test("there are at least 150 passages") func count() {
    #expect(ProsePassage.all.count >= 150)
  }

  @Test("figures and verdict are as expected", arguments: ProsePassage.all)
  func passage(_ passage: ProsePassage) {
    let document = prose(passage.text).check
    #expect(document.figures.map(line) == passage.figures)
    let options = CheckOptions(wantsRepairs: false)
    #expect(DocumentChecker(options).check(document).verdict.rawValue == passage.verdict)
  }
}
