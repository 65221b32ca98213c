import TestSupport
import Testing

@testable import Validation

/// A passage with its figures annotated in place, by hand and before the tool had read it.
///
/// `@ name verdict period` heads a passage; in its text a figure is `{text|code}`. The code is a
/// minus for negative numbers, the role (`L`evel, `C`hange, `S`hare, `B`alance), the measure
/// (`x` exports, `m` imports, `t` trade, `b` balance, `f` investment flow, `k` stock, `s…`
/// services, `o` other), and where it differs `:period`, `/comparison`, `~hedge`, `=unit`. A `?`
/// for the period means that the text does not tell the year. `{text|-}` is in words and not
/// checked. `! reason` behind the head tells a mistake that is known and not mended.
struct AnnotatedPassage: Sendable, CustomTestStringConvertible {
  struct Figure: Sendable {
    let text: String
    let start: Int
    let isNegative: Bool
    let role: String
    let measure: String
    let period: String
    let comparison: String?
  }

  let name: String
  let verdict: String
  let knownMistake: String?
  let text: String
  let figures: [Figure]
  var testDescription: String { name }

  static let all: [AnnotatedPassage] = {
    let path = "Tests/ValidationTests/ProsePassages/annotated.txt"
    guard let file = try? RepositoryFiles.text(at: path) else { return [] }
    return file.split(separator: "\n@ ").map { AnnotatedPassage(String($0)) }
  }()

  init(_ block: String) {
    let lines = block.split(separator: "\n", maxSplits: 1).map(String.init)
    let head = lines[0].split(separator: "!", maxSplits: 1).map(String.init)
    let words = head[0].split(separator: " ").filter { $0 != "@" }.map(String.init)
    name = words[0]
    verdict = words[1]
    knownMistake = head.count > 1 ? head[1] : nil
    var text = ""
    var figures: [Figure] = []
    var rest = Substring(lines.count > 1 ? lines[1] : "")
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      text += rest[..<open]
      let parts = rest[rest.index(after: open)..<close].split(separator: "|").map(String.init)
      if parts[1] != "-" {
        figures.append(Figure(parts[0], parts[1], at: text.utf8.count, default: words[2]))
      }
      text += parts[0]
      rest = rest[rest.index(after: close)...]
    }
    while let last = rest.last, last.isNewline { rest.removeLast() }
    self.text = text + rest
    self.figures = figures
  }
}

extension AnnotatedPassage.Figure {
  private static let roles: [Character: String] = [
    "L": "level", "C": "change", "S": "share", "B": "balance",
  ]
  private static let measures = [
    "x": "exports", "m": "imports", "t": "total_trade", "b": "balance", "f": "fdi_flow",
    "k": "fdi_stock", "o": "other", "sx": "services_exports", "sm": "services_imports",
    "st": "services_total",
  ]

  init(_ text: String, _ code: String, at start: Int, default period: String) {
    (self.text, self.start) = (text, start)
    var code = Substring(code)
    if code.first == "~" { code = code.drop { $0 != " " }.dropFirst() }
    isNegative = code.first == "-"
    if isNegative { code.removeFirst() }
    role = Self.roles[code.first ?? " "] ?? ""
    code.removeFirst()
    let letters = code.prefix { $0.isLetter }
    measure = Self.measures[String(letters)] ?? ""
    code = code.dropFirst(letters.count).prefix { $0 != "~" && $0 != "=" }
    var (stated, kind) = (period, "yoy")
    for part in ["yoy", "qoq", "mom", "other"] where code.hasSuffix("/" + part) {
      kind = part
      code.removeLast(part.count + 1)
    }
    if code.first == ":" { stated = String(code.dropFirst()) }
    self.period = stated
    comparison = role == "change" ? kind : nil
  }
}

@Suite("Passages annotated before they were read") struct AnnotatedPassageTests {
  @Test("there are at least 200 passages") func count() {
    #expect(AnnotatedPassage.all.count >= 200)
  }

  @Test("figures and verdict are as annotated", arguments: AnnotatedPassage.all)
  func passage(_ passage: AnnotatedPassage) {
    if let mistake = passage.knownMistake {
      withKnownIssue(Comment(rawValue: mistake)) { check(passage) }
    } else {
      check(passage)
    }
  }

  /// Also of the passages with known mistakes: a true text is never called wrong.
  @Test("nothing true is called wrong", arguments: AnnotatedPassage.all)
  func alarm(_ passage: AnnotatedPassage) {
    guard passage.verdict != "inconsistent" else { return }
    let result = DocumentChecker(CheckOptions(wantsRepairs: false)).check(prose(passage.text).check)
    #expect(result.verdict != .inconsistent)
  }

  private func check(_ passage: AnnotatedPassage) {
    let document = prose(passage.text).check
    var found = document.figures
    for wanted in passage.figures {
      let end = wanted.start + wanted.text.utf8.count
      guard let at = found.firstIndex(where: { $0.start < end && $0.end > wanted.start }) else {
        Issue.record("\(wanted.text) is not found")
        continue
      }
      let figure = found.remove(at: at)
      let isRight =
        figure.role.rawValue == wanted.role && figure.measure.rawValue == wanted.measure
        && (figure.number.significand < 0) == wanted.isNegative
        && figure.comparison?.rawValue == wanted.comparison
      #expect(isRight, "\(wanted.text): \(line(of: figure))")
      if wanted.period != "?", wanted.period != "-" {
        #expect(
          figure.period == FigurePeriod(passageText: wanted.period),
          "\(wanted.text): \(line(of: figure))")
      }
    }
    #expect(found.filter { $0.text.contains(where: \.isNumber) }.isEmpty)
    let options = CheckOptions(wantsRepairs: false)
    #expect(DocumentChecker(options).check(document).verdict.rawValue == passage.verdict)
  }
}
