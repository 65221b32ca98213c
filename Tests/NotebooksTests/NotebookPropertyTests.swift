import Diagnostics
import Notebooks
import Testing

@Suite("Random notebooks") struct NotebookPropertyTests {
  /// Makes a text from blocks of every kind, and the same text without its output blocks.
  private func text(_ generator: inout NotebookGenerator) -> (with: String, without: String) {
    let newline = generator.pick(["\n", "\r\n", "\r"])
    var (with, without) = ([String](), [String]())
    func both(_ lines: [String]) {
      with += lines
      without += lines
    }
    if generator.below(4) == 0 { both(["---", "title: x", "---"]) }
    for _ in 0...generator.below(7) {
      switch generator.below(8) {
      case 0: both(["# Überschrift", ""])
      case 1: both(["text  ", "\tmore é e\u{301} ", ""])
      case 2: both(["- item", "", "  ```sh", "  x", "  ```", "", "after the item", ""])
      case 3: both(["````", "```output", "```tradewind", "````"])
      case 4: both(["| a |", "|---|", "| 1 |", "", "<!-- ", "```tradewind", "-->", ""])
      default:
        let fence = generator.pick(["```", "~~~~", "  ```"])
        let command = generator.pick(["say a", "quiet", "print '```/~~~'", "fail 1 x", "say 'é  '"])
        both([fence + "tradewind", "# comment", command, fence])
        if generator.below(3) > 0 {
          let blanks = Array(repeating: generator.pick(["", " "]), count: generator.below(3))
          let old = generator.pick([["a"], ["```", "~~~"], [], ["é  ", "\u{200B}"]])
          let block = ["~~~~~ output"] + old + ["~~~~~~"]
          with += blanks + block
          if command.hasPrefix("fail") { without += blanks + block }
        }
        if generator.below(2) == 0 { both(["", generator.pick(["after", "> quote"]), ""]) }
      }
    }
    both(["", "```tradewind", "quiet", "```"])
    let end = generator.below(2) == 0 ? newline : ""
    return (with.joined(separator: newline) + end, without.joined(separator: newline) + end)
  }

  @Test("a run changes output blocks alone, a second run changes nothing", arguments: 0..<20)
  func preserved(seed: Int) throws {
    var generator = NotebookGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let (text, stripped) = text(&generator)
      let first = try Notebook(text, file: "n.md").plan().run(stage)
      let again = try Notebook(first.text, file: "n.md").plan().run(stage)
      #expect(Array(again.text.utf8) == Array(first.text.utf8))
      #expect(!again.findings.contains { $0.id != "notebook.failed" })
      // With commands that print nothing all output blocks go, and what is left is the text that
      // never had any; so every other byte was kept, before and after a run that wrote blocks.
      for written in [text, first.text] {
        let bare = try Notebook(written, file: "n.md").plan().run { arguments in
          arguments.first == "fail" ? stage(arguments) : CellResult(standardOutput: "")
        }
        #expect(Array(bare.text.utf8) == Array(stripped.utf8))
      }
    }
  }

  @Test("findings are empty exactly when the text would stay", arguments: 100..<110)
  func findings(seed: Int) throws {
    var generator = NotebookGenerator(seed: UInt64(seed))
    for _ in 0..<50 {
      let text = text(&generator).with
      let run = try Notebook(text, file: "n.md").plan().run(stage)
      let isStale = run.findings.contains { $0.id != "notebook.failed" }
      #expect(isStale == (Array(run.text.utf8) != Array(text.utf8)))
    }
  }
}
