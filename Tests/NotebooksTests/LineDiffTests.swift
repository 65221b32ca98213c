import Notebooks
import Testing

@Suite("Line differences") struct LineDiffTests {
  /// Returns the length of the longest common subsequence by the textbook table: slow, obvious.
  private func commonLength(_ a: [String], _ b: [String]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices {
      for j in b.indices {
        table[i + 1][j + 1] =
          a[i] == b[j] ? table[i][j] + 1 : max(table[i][j + 1], table[i + 1][j])
      }
    }
    return table[a.count][b.count]
  }

  /// Goes the way and returns the new lines, or `nil` when it does not fit the old ones.
  private func applied(_ diff: LineDiff) -> [String]? {
    var (old, result) = (0, [String]())
    for step in diff.steps {
      switch step {
      case .kept(let place, let new):
        guard place == old, new == result.count, diff.old[place] == diff.new[new] else {
          return nil
        }
        result.append(diff.old[place])
        old += 1
      case .removed(let place):
        guard place == old else { return nil }
        old += 1
      case .added(let new):
        guard new == result.count else { return nil }
        result.append(diff.new[new])
      }
    }
    return old == diff.old.count ? result : nil
  }

  @Test("is a way, and a shortest one by the longest common subsequence", arguments: 1...12)
  func shortest(letters: Int) {
    var generator = NotebookGenerator(seed: UInt64(letters))
    for _ in 0..<200 {
      let a = (0..<generator.below(14)).map { _ in "\(generator.below(letters))" }
      let b = (0..<generator.below(14)).map { _ in "\(generator.below(letters))" }
      let diff = LineDiff(from: a, to: b)
      #expect(applied(diff) == b)
      let edits = diff.steps.count { if case .kept = $0 { false } else { true } }
      #expect(edits == a.count + b.count - 2 * commonLength(a, b), "\(a) \(b)")
    }
  }

  @Test("gives a way, if not the shortest, beyond the limit of edits", arguments: 0...6)
  func limited(limit: Int) {
    let (a, b) = (["x", "1", "2", "3", "y"], ["x", "3", "4", "2", "5", "y"])
    let diff = LineDiff(from: a, to: b, maximumEdits: limit)
    #expect(applied(diff) == b)
    // Three lines replaced by four; the shortest way keeps one of them, with 5 edits.
    let edits = diff.steps.count { if case .kept = $0 { false } else { true } }
    #expect(edits == (limit < 5 ? 7 : 5))
  }

  @Test("compares bytes, not how text looks") func bytes() {
    #expect(LineDiff(from: ["\u{E9}"], to: ["e\u{301}"]).firstDifference == 0)
    #expect(LineDiff(from: ["\u{E9}"], to: ["\u{E9}"]).firstDifference == nil)
  }

  @Test("the text shows hunks with their context, and all white space that differs") func text() {
    let old = ["a", "b ", "c", "d", "e", "f", "g", "h"]
    let new = ["a", "b\t", "c", "d", "e", "f", "g", "\u{1B}h", "i"]
    #expect(
      LineDiff(from: old, to: new).text(firstLine: 11, context: 1) == """
        @@ -11,3 +11,3 @@
         a
        -b·
        +b→
         c
        @@ -17,2 +17,3 @@
         g
        -h
        +␛h
        +i
        """)
    #expect(
      LineDiff(from: old, to: new).text(context: 0, maximumLines: 3, indentation: "> ") == """
        > @@ -2,1 +2,1 @@
        > -b·
        > … 5 more lines
        """)
    #expect(LineDiff(from: [], to: ["x", " "]).text() == "@@ -0,0 +1,2 @@\n+x\n+·")
    #expect(LineDiff(from: ["x"], to: ["x"]).text() == "")
  }
}
