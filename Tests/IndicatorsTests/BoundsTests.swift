import Indicators
import TestSupport
import Testing

@Suite("Bounds of rounded operands") struct BoundsTests {
  static let half = 0.05

  static func printed(_ value: Double) -> Bounds { Bounds(value, halfWidth: half) }

  // The statement table of Documentation/Methods/balances.md; a printed value is compatible when
  // its own interval meets the bounds. Slack of a few bits, since 18.50 is no binary number.
  @Test(
    "printed balances that a recomputation would refuse",
    arguments: [
      [196.2, 177.6, 18.50, 18.70, 18.7], [1741.9, 1586.3, 155.50, 155.70, 155.5],
      [199.3, 176.6, 22.60, 22.80, 22.6], [1163.3, 1061.2, 102.00, 102.20, 102.2],
      [79.1, 78.9, 0.10, 0.30, 0.1],
    ])
  func balances(_ row: [Double]) {
    let balance = Self.printed(row[0]) - Self.printed(row[1])
    #expect(abs(balance.lower - row[2]) < 1e-9)
    #expect(abs(balance.upper - row[3]) < 1e-9)
    #expect(balance.overlaps(Self.printed(row[4])))
  }

  // U.S. Census Bureau and BEA, FT-900, September 2020: −4.7 % printed, deficit 67.0 to 63.9.
  @Test("growth of a size, and a change of a balance")
  func growth() throws {
    let growth = try #require(Bounds.growth(from: Self.printed(67.0), to: Self.printed(63.9)))
    #expect(abs(growth.lower - -4.773) < 5e-4)
    #expect(abs(growth.upper - -4.481) < 5e-4)
    let change = Self.printed(67.0) - Self.printed(63.9)
    #expect(abs(change.lower - 3.00) < 1e-9 && abs(change.upper - 3.20) < 1e-9)
  }

  @Test("are those of a search through the box of operands", arguments: 0..<40)
  func search(_ seed: Int) throws {
    var generator = RepeatableGenerator(seed: UInt64(seed))
    func any(_ range: ClosedRange<Double>) -> Bounds {
      Bounds(
        Double.random(in: range, using: &generator),
        halfWidth: .random(in: 0...2, using: &generator))
    }
    let part0 = any(3...50)
    let part1 = any(-20...50)
    let rest = any(3...50)
    let found: [(Bounds?, ((Double, Double, Double) -> Double))] = [
      (part0 + part1, { a, b, _ in a + b }),
      (part0 - part1, { a, b, _ in a - b }),
      (Bounds.growth(from: part0, to: part1), { a, b, _ in 100 * (b / a - 1) }),
      (Bounds.ratio(of: part1, to: part0), { a, b, _ in b / a }),
      (Bounds.share(of: part0, rest: rest), { a, _, r in 100 * a / (a + r) }),
      (
        Bounds.contribution(from: part0, to: part1, rest0: rest),
        { a, b, r in 100 * (b - a) / (a + r) }
      ),
      (
        Bounds.normalizedBalance(exports: part0, imports: rest), { a, _, r in (a - r) / (a + r) }
      ),
    ]
    for (bounds, formula) in found {
      let bounds = try #require(bounds)
      // A grid of eleven steps a side holds the corners, so the search reaches the ends exactly.
      var (low, high) = (Double.infinity, -Double.infinity)
      for i in 0...10 {
        for j in 0...10 {
          for k in 0...10 {
            let value = formula(
              Self.point(part0, i), Self.point(part1, j), Self.point(rest, k))
            low = min(low, value)
            high = max(high, value)
          }
        }
      }
      let slack = 1e-12 * max(1, low.magnitude, high.magnitude)
      #expect(abs(bounds.lower - low) <= slack)
      #expect(abs(bounds.upper - high) <= slack)
    }
  }

  static func point(_ bounds: Bounds, _ step: Int) -> Double {
    bounds.lower + bounds.width * Double(step) / 10
  }

  @Test("there are none where a base or a total can be zero")
  func undefined() {
    let zero = Self.printed(0.0)
    let one = Self.printed(1.0)
    #expect(Bounds.growth(from: zero, to: one) == nil)
    #expect(Bounds.growth(from: -one, to: one) == nil)
    #expect(Bounds.growth(from: Bounds(0, 1), to: one) == nil)
    #expect(Bounds.ratio(of: one, to: zero) == nil)
    #expect(Bounds.ratio(of: one, to: -one) != nil)
    #expect(Bounds.share(of: zero, rest: zero) == nil)
    #expect(Bounds.share(of: -one, rest: Self.printed(5)) == nil)
    #expect(Bounds.contribution(from: zero, to: one, rest0: zero) == nil)
    #expect(Bounds.normalizedBalance(exports: zero, imports: zero) == nil)
  }

  // Identities, and the part's own place in the list.
  @Test("scaling, shares of a list, intersection")
  func small() throws {
    #expect(Bounds(1, 2).scaled(by: -2) == Bounds(-4, -2))
    #expect(Bounds(1, 2).scaled(by: 2) == Bounds(2, 4))
    #expect(-Bounds(1, 2) == Bounds(-2, -1))
    #expect(Bounds(1, 2).intersection(Bounds(2, 3)) == Bounds(2, 2))
    #expect(Bounds(1, 2).intersection(Bounds(2.5, 3)) == nil)
    #expect(Bounds(1, 2).contains(2) && !Bounds(1, 2).contains(2.1))
    let parts = [Bounds(10, 11), Bounds(20, 21), Bounds(30, 31)]
    #expect(
      Bounds.share(of: parts[1], inTotalOf: parts)
        == Bounds.share(of: parts[1], rest: Bounds(40, 42)))
    #expect(Bounds(5.1, 5.3).description == "[5.1, 5.3]")
  }

  @Test("refuse ends that are not in order")
  func disorder() async {
    await #expect(processExitsWith: .failure) { _ = Bounds(2, 1) }
    await #expect(processExitsWith: .failure) { _ = Bounds(1, halfWidth: -1) }
    await #expect(processExitsWith: .failure) { _ = Bounds(.nan, 1) }
    await #expect(processExitsWith: .failure) {
      _ = Bounds.share(of: Bounds(0, 1), inTotalOf: [Bounds(1, 2)])
    }
  }
}
