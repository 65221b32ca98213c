import Diagnostics
import Testing

@Suite("Diagnostics") struct DiagnosticTests {
  @Test("the text has place, severity, message, id and hint") func text() {
    let diagnostic = Diagnostic(
      "tidy.number", .error, at: InputLocation(file: "a.csv", line: 14, column: 9),
      "value '1O4' is not a number, expected digits with '.'", hint: "a letter stands there")
    #expect(
      diagnostic.description == """
        a.csv:14:9: error: value '1O4' is not a number, expected digits with '.' [tidy.number]
          hint: a letter stands there
        """)
  }

  @Test("what is not known of a place is left out") func places() {
    #expect(InputLocation(file: "a.csv").description == "a.csv")
    #expect(InputLocation(file: "a.csv", line: 3).description == "a.csv:3")
    #expect(InputLocation(file: "a.csv", column: 3).description == "a.csv")
    #expect(Diagnostic("x", .note, "said").description == "note: said [x]")
  }

  @Test("the record is named beside the line where it is given") func record() {
    let place = InputLocation(file: "a.csv", line: 30, column: 1, record: 12)
    #expect(
      Diagnostic("x", .warning, at: place, "said").description
        == "a.csv:30:1: warning: said [x] (record 12)")
  }

  @Test("an error holds all its findings, one after the other") func several() {
    let error = DiagnosticError([Diagnostic("x", .error, "one"), Diagnostic("y", .note, "two")])
    #expect(error.description == "error: one [x]\nnote: two [y]")
  }

  @Test("severities are ordered") func order() {
    #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  }

  @Test(
    "values are quoted, cut at 40 characters, with control characters shown",
    arguments: [
      ("", "''"), ("a b", "'a b'"), ("tab\there", "'tab\\there'"),
      (String(repeating: "x", count: 40), "'\(String(repeating: "x", count: 40))'"),
      (String(repeating: "x", count: 41), "'\(String(repeating: "x", count: 40))…'"),
      ("a\u{7F}\u{0}é", "'a\\u{7F}\\0é'"),
    ])
  func quoting(_ text: String, _ expected: String) {
    #expect(text.quoted == expected)
  }
}

@Suite("Nearest names") struct NearestNameTests {
  static let columns = ["period", "partner", "value", "reporter"]

  @Test(
    "the name with the fewest edits is found, letters compared without case",
    arguments: [
      ("perid", "period"), ("Periode", "period"), ("VALUES", "value"), ("parnter", "partner"),
      ("reportr", "reporter"),
    ])
  func found(_ text: String, _ expected: String) {
    #expect(Self.columns.nearest(to: text) == expected)
  }

  @Test("four edits and more are too far", arguments: ["country", "x", "", "amounts"])
  func far(_ text: String) {
    #expect(Self.columns.nearest(to: text) == nil)
  }

  @Test("a short name is not taken for another of as few letters") func short() {
    #expect(["CHN", "USA"].nearest(to: "XYZ") == nil)
    #expect(["CHN", "USA"].nearest(to: "US") == "USA")
  }

  @Test("among equals the first is taken") func ties() {
    #expect(["ab1", "ab2"].nearest(to: "ab3") == "ab1")
  }

  /// The distance by its definition: the cheapest of all ways, found by recursion.
  static func slowDistance(_ a: Substring, _ b: Substring) -> Int {
    guard let x = a.first, let y = b.first else { return a.count + b.count }
    return min(
      slowDistance(a.dropFirst(), b.dropFirst()) + (x == y ? 0 : 1),
      slowDistance(a.dropFirst(), b) + 1, slowDistance(a, b.dropFirst()) + 1)
  }

  @Test("agrees with the definition of the distance on all short words of two letters")
  func agreesWithDefinition() {
    let words = (0..<62).map { String($0 + 2, radix: 2).dropFirst().map { $0 == "0" ? "a" : "b" } }
      .map { $0.joined() }
    for text in words {
      for word in words {
        let distance = Self.slowDistance(Substring(word), Substring(text))
        let isNear = distance <= min(3, max(word.count, text.count) - 1)
        #expect(([word].nearest(to: text) != nil) == isNear)
      }
    }
  }
}
