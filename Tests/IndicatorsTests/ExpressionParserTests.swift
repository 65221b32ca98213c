import Diagnostics
import Indicators
import TestSupport
import Testing

@Suite("Reading expressions") struct ExpressionParserTests {
  static func message(_ text: String) -> String {
    do {
      _ = try ExpressionParser().parse(text)
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test(
    "writes out what it read, with the parentheses needed",
    arguments: [
      ("exports", "exports"), ("  yoy( exports )", "yoy(exports)"),
      ("exports-imports", "exports - imports"), ("a-(b-c)", "a - (b - c)"),
      ("(a-b)-c", "a - b - c"), ("a+b*c", "a + b * c"), ("(a+b)*c", "(a + b) * c"),
      ("a/(b*c)", "a / (b * c)"), ("-a*b", "-a * b"), ("-(a+b)", "-(a + b)"), ("--a", "--a"),
      ("share(exports by partner)", "share(exports by partner)"),
      ("balance()", "balance()"), ("f(a, '2007-Q1', 1.5e-3)", "f(a, '2007-Q1', 0.0015)"),
      ("rebase(x,\"2007\",100)", "rebase(x, '2007', 100)"), ("x_1/1e20", "x_1 / 1e+20"),
      ("2*exports", "2 * exports"), ("yoy(exports+imports)", "yoy(exports + imports)"),
    ])
  func writtenOut(_ pair: (String, String)) throws {
    let expression = try ExpressionParser().parse(pair.0)
    #expect(expression.description == pair.1)
    // What is written out reads as the same again.
    #expect(try ExpressionParser().parse(pair.1).description == pair.1)
  }

  @Test("parts know their bytes")
  func ranges() throws {
    let expression = try ExpressionParser().parse("1 + yoy(exports by partner)")
    guard case .joined(_, .plus, let call) = expression.form,
      case .call("yoy", let arguments, let dimension) = call.form
    else {
      Issue.record("not a sum of a number and a call")
      return
    }
    #expect(expression.range == 0..<27)
    #expect(call.range == 4..<27)
    #expect(arguments.first?.range == 8..<15)
    #expect(dimension?.range == 19..<26)
  }

  @Test(
    "says what is wrong, where and what was expected",
    arguments: [
      (
        "",
        "1: error: found the end, expected a measure, a function, a number or '(' "
          + "[expression.syntax]"
      ),
      (
        "exports imports",
        "9: error: found 'imports', expected an operator or the end "
          + "[expression.syntax]"
      ),
      (
        "exports +",
        "10: error: found the end, expected a measure, a function, a number or '(' "
          + "[expression.syntax]"
      ),
      (
        "exports + * 2",
        "11: error: found '*', expected a measure, a function, a number or '(' "
          + "[expression.syntax]"
      ),
      ("a)", "2: error: found ')', expected an operator or the end [expression.syntax]"),
      (
        "yoy(exports",
        "12: error: the parenthesis of column 4 is not closed, found the end, "
          + "expected ')' [expression.unclosed-parenthesis]"
      ),
      (
        "(a 2.5",
        "4: error: the parenthesis of column 1 is not closed, found 2.5, expected ')' "
          + "[expression.unclosed-parenthesis]"
      ),
      (
        "share(a by 3)",
        "12: error: found 3, expected a dimension after 'by' "
          + "[expression.syntax]"
      ),
      (
        "a % b",
        "3: error: character '%' has no meaning here, expected a name, a number or an "
          + "operator [expression.character]"
      ),
      (
        "é + €?",
        "9: error: character '?' has no meaning here, expected a name, a number or an "
          + "operator [expression.character]"
      ),
      (
        "f(a, '2007",
        "6: error: a quote is not closed, expected a period such as '2024-Q1' "
          + "[expression.unclosed-quote]"
      ),
      (
        "1.2.3",
        "1: error: '1.2.3' is not a number, expected a form such as 0.5 "
          + "[expression.number]"
      ),
      (
        "9e999",
        "1: error: '9e999' is not a number, expected a form such as 0.5 "
          + "[expression.number]"
      ),
      (
        "2x", "1: error: '2x' is not a number, expected a form such as 0.5 [expression.number]"
      ),
      (
        "rebase(x, 2007-Q1)",
        "11: error: 2007-Q1 without quotes is a subtraction, expected "
          + "'2007-Q1' [expression.period]"
      ),
      (
        "rebase(x, '2007-Q5')",
        "11: error: period '2007-Q5' has quarter 5, expected 1 to 4 "
          + "[expression.period]"
      ),
    ])
  func messages(_ pair: (String, String)) {
    #expect(Self.message(pair.0) == "<expression>:1:" + pair.1)
  }

  @Test("deep and long expressions are refused, not followed")
  func limits() {
    let deep = String(repeating: "(", count: 5000)
    #expect(
      Self.message(deep)
        == "<expression>:1:1001: error: the expression has more than 1000 parts "
        + "[expression.too-long]\n  hint: compute it in several steps")
    let nested = String(repeating: "(", count: 120) + "a" + String(repeating: ")", count: 120)
    #expect(
      Self.message(nested)
        == "<expression>:1:101: error: the expression is nested more than 100 deep "
        + "[expression.too-deep]\n  hint: compute it in several steps")
    let signs = String(repeating: "-", count: 200) + "a"
    #expect(Self.message(signs).contains("[expression.too-deep]"))
    let fits = String(repeating: "(", count: 99) + "a" + String(repeating: ")", count: 99)
    #expect(Self.message(fits) == "no error")
    let sum = Array(repeating: "a", count: 500).joined(separator: "+")
    #expect(Self.message(sum) == "no error")
  }

  @Test("random text never stops the program, and what reads reads again", arguments: 0..<8)
  func fuzz(_ seed: UInt64) throws {
    var generator = RepeatableGenerator(seed: seed)
    let pieces = [
      "exports", "yoy", "by", "(", ")", ",", "+", "-", "*", "/", "'", "\"", "2007", "2007-Q1",
      "'2007-Q1'", "1e", "1e-", ".", "..5", "e5", " ", "\t", "é", "\u{301}", "👍", "_", "%", "\0",
      "-Q", "9999-", "\r\n",
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...14, using: &generator)
      let text = (0..<count).map { _ in
        pieces[Int.random(in: pieces.indices, using: &generator)]
      }.joined()
      guard let expression = try? ExpressionParser().parse(text) else { continue }
      let again = try ExpressionParser().parse(expression.description)
      #expect(again.description == expression.description)
      _ = try? Evaluator<Int>(expression, measures: ["exports"], dimensions: ["partner"])
    }
  }
}
