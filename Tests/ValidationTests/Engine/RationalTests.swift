import TestSupport
import Testing
import Validation

@Suite("Exact fractions") struct RationalTests {
  @Test("fractions are reduced and have one form") func reduced() {
    #expect(Rational(6, -4) == Rational(-3, 2))
    #expect(Rational(0, -7) == .zero)
    #expect(Rational(1, 3) + Rational(1, 6) == Rational(1, 2))
    #expect(Rational(-7, 2).roundedDown == -4)
    #expect(Rational(-7, 2).roundedUp == -3)
    #expect(Rational(7, 3).reciprocal == Rational(3, 7))
    #expect(Rational(-7, 3).reciprocal == Rational(-3, 7))
  }

  @Test("sums, products and order are exact beyond a word") func beyondAWord() {
    let large = Rational(Int.max)
    let square = large * large
    #expect(!square.isSmall)
    #expect(square / large == large)
    #expect((square / large).isSmall)
    #expect(square + 1 > square)
    #expect(square + 1 - square == .one)
    // 9223372036854775807 squared, from any calculator with long numbers.
    #expect(square.description == "85070591730234615847396907784232501249")
    let near = (Rational(1, Int.max) + Rational(1, Int.max - 1)) * Rational(Int.max)
    #expect(near > 2)
    #expect(near - 2 < Rational(1, 1_000_000_000))
  }

  @Test("random arithmetic agrees with cross multiplication in long words") func random() {
    var generator = RepeatableGenerator(seed: 5)
    for _ in 0..<2000 {
      let range = Int.random(in: 1...40, using: &generator)
      let limit = 1 << range
      func next() -> Int { Int.random(in: -limit...limit, using: &generator) }
      let (a, b, c, d) = (next(), abs(next()) + 1, next(), abs(next()) + 1)
      let (x, y) = (Rational(a, b), Rational(c, d))
      let cross = Int128(a) * Int128(d) - Int128(c) * Int128(b)
      #expect((x < y) == (cross < 0))
      #expect((x == y) == (cross == 0))
      #expect(x + y - y == x)
      if c != 0 { #expect(x * y / y == x) }
      #expect((x - y).signum == Int(cross.signum()))
    }
  }

  @Test("decimals are read and written exactly") func decimals() {
    #expect(Rational(decimal: "24.845") == Rational(4969, 200))
    #expect(Rational(decimal: "-3e2") == -300)
    #expect(Rational(decimal: "1e-3") == Rational(1, 1000))
    #expect(Rational(decimal: "1.2.3") == nil)
    #expect(Rational(decimal: "") == nil)
    #expect(Rational(4969, 200).exactText(limit: 6) == "24.845")
    #expect(Rational(1, 3).exactText(limit: 6) == nil)
    #expect(Rational(2, 3).text(decimals: 2) == "0.67")
    #expect(Rational(2, 3).text(decimals: 2, .down) == "0.66")
    #expect(Rational(-1, 200).text(decimals: 2) == "-0.01")
    #expect(Rational(-1, 300).text(decimals: 2, .up) == "0.00")
    #expect(Rational(1, 3).doubleValue == 1.0 / 3.0)
    #expect(Rational(significand: 2971, exponent: 7).doubleValue == 29.71e9)
  }
}
