import Testing

@testable import Validation

@Suite("Growth of a whole of many parts") struct GrowthMixTests {
  private func part(_ now: (String, String), _ growth: (String, String)) -> GrowthMix.Part {
    GrowthMix.Part(now: interval(now.0, now.1), growth: interval(growth.0, growth.1))
  }

  @Test("exact levels and growth give the growth of the sums")
  func exact() throws {
    // 110 and 60 on 100 and 75: 170/175 - 1.
    let mix = try #require(
      GrowthMix([part(("110", "110"), ("0.1", "0.1")), part(("60", "60"), ("-0.2", "-0.2"))]))
    let growth = Rational(170, 175) - 1
    #expect(mix.range.lower.map { ($0.value - growth).magnitude < Rational(1, 1_000_000) } == true)
    #expect(mix.range.contains(growth))
  }

  @Test("no choice of levels and growth in their ranges gives more or less")
  func corners() throws {
    // All corners of three parts, each level and growth at either end: the extremes are corners,
    // because the growth of the whole is monotone in every level and every growth alone.
    let ranges = [
      (interval("9.5", "10.5"), interval("0.095", "0.105")),
      (interval("3.5", "4.5"), interval("-0.305", "-0.295")),
      (interval("20.5", "21.5"), interval("0.015", "0.025")),
    ]
    var (least, most) = (Rational(10), Rational(-1))
    for corner in 0..<64 {
      var (now, before) = (Rational.zero, Rational.zero)
      for (index, (level, growth)) in ranges.enumerated() {
        let ends = [level.lower, level.upper, growth.lower, growth.upper].compactMap { $0?.value }
        let value = ends[(corner >> (2 * index)) & 1]
        now += value
        before += value / (Rational.one + ends[2 + (corner >> (2 * index + 1)) & 1])
      }
      least = min(least, now / before - 1)
      most = max(most, now / before - 1)
    }
    let mix = try #require(GrowthMix(ranges.map { GrowthMix.Part(now: $0.0, growth: $0.1) }))
    let tiny = Rational(1, 1_000_000_000)
    #expect((mix.lower.growth - least).magnitude < tiny && mix.lower.growth <= least)
    #expect((mix.upper.growth - most).magnitude < tiny && mix.upper.growth >= most)
  }

  @Test("parts without levels: the whole grows neither faster nor slower than all of them")
  func noLevels() throws {
    let open = ExactInterval(from: .included(0), to: nil)
    let mix = try #require(
      GrowthMix([
        GrowthMix.Part(now: open, growth: interval("0.01", "0.02")),
        GrowthMix.Part(now: open, growth: interval("0.05", "0.06")),
      ]))
    let tiny = Rational(1, 1_000_000_000)
    #expect((mix.upper.growth - rational("0.06")).magnitude < tiny)
    #expect((mix.lower.growth - rational("0.01")).magnitude < tiny)
  }

  @Test("a table of twelve partners lists the mix and finds a total growth that cannot be")
  func table() throws {
    func table(_ total: String) -> String {
      var text = "partner,2024 usd bn,yoy %\n"
      // 12 times 10.0, all at +5.0 %: the total grows by 5.0 % as well.
      for partner in 1...12 { text += "P\(partner),10.0,5.0\n" }
      return text + "Total,120.0,\(total)\n"
    }
    let right = DocumentChecker().check(tableReading(table("5.0")).parts[0].document)
    #expect(right.claims.filter { $0.claim.kind == .growthMix }.map(\.verdict) == [.consistent])
    let wrong = DocumentChecker().check(tableReading(table("5.2")).parts[0].document)
    let claim = try #require(wrong.claims.first { $0.claim.kind == .growthMix })
    #expect(claim.verdict == .inconsistent)
    // Every part grows by 4.95 to 5.05 %, so the whole does.
    #expect(claim.explanation.contains("at most 5.05"))
    #expect(claim.claim.figures.count == 26)
  }
}
