import NumericCore
import Testing

/// The published recurrences of SplitMix64 and xoshiro256**, written with 128-bit whole numbers,
/// remainders and divisions instead of overflowing arithmetic and shifts.
private struct SlowGenerator {
  static let size = UInt128(1) << 64
  var state: [UInt128]

  init(seed: UInt64) {
    var counter = UInt128(seed)
    state = (0..<4).map { _ in
      counter = (counter + 0x9E37_79B9_7F4A_7C15) % Self.size
      var z = counter
      z = ((z ^ (z / (1 << 30))) * 0xBF58_476D_1CE4_E5B9) % Self.size
      z = ((z ^ (z / (1 << 27))) * 0x94D0_49BB_1331_11EB) % Self.size
      return z ^ (z / (1 << 31))
    }
  }

  static func rotated(_ x: UInt128, _ k: UInt128) -> UInt128 {
    (x * (UInt128(1) << k)) % size + x / (UInt128(1) << (64 - k))
  }

  mutating func next() -> UInt64 {
    let result = Self.rotated(state[1] * 5 % Self.size, 7) * 9 % Self.size
    let t = state[1] * (1 << 17) % Self.size
    state[2] ^= state[0]
    state[3] ^= state[1]
    state[1] ^= state[2]
    state[0] ^= state[3]
    state[2] ^= t
    state[3] = Self.rotated(state[3], 45)
    return UInt64(result)
  }
}

@Suite("Seeded generator") struct SeededGeneratorTests {
  @Test("follows the published recurrence", arguments: [0, 1, 42, UInt64.max])
  func recurrence(seed: UInt64) {
    var fast = SeededGenerator(seed: seed)
    var slow = SlowGenerator(seed: seed)
    for _ in 0..<1000 { #expect(fast.next() == slow.next()) }
  }

  @Test("starts with the published number of SplitMix64") func splitMix() {
    // SplitMix64 from 1234567 begins 6457827717110365317, 3203168211198807973 (test vector of
    // its authors' C code); the slow version's state must be these.
    #expect(
      SlowGenerator(seed: 1_234_567).state.prefix(2) == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973,
      ])
  }

  @Test("the same seed gives the same numbers, another seed others") func seeds() {
    var (first, second) = (SeededGenerator(seed: 5), SeededGenerator(seed: 5))
    #expect(first == second)
    let number = first.next()
    #expect(first != second)
    #expect(second.next() == number)
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    var other = SeededGenerator(seed: 6)
    #expect(other.next() != number)
  }

  @Test("uniform numbers are the upper 53 bits of the draws") func uniform() {
    var generator = SeededGenerator(seed: 42)
    var slow = SlowGenerator(seed: 42)
    for _ in 0..<1000 {
      let number = generator.nextUniform()
      #expect(number * 0x1p53 == Double(slow.next() / 2048))
      #expect(number >= 0 && number < 1)
    }
  }

  @Test("the ends of the range of draws give numbers inside") func ends() {
    struct Constant: RandomNumberGenerator {
      let number: UInt64
      mutating func next() -> UInt64 { number }
    }
    var (low, high) = (Constant(number: 0), Constant(number: .max))
    #expect(low.nextUniform() == 0)
    #expect(high.nextUniform() == 1 - 0x1p-53)
    #expect(low.nextStandardNormal() == -high.nextStandardNormal())
    #expect(high.nextStandardNormal() > 8 && high.nextStandardNormal() < 9)
  }

  @Test("normal numbers have the moments and the shares of the distribution") func normal() {
    var generator = SeededGenerator(seed: 2)
    let count = 200_000
    let values = (0..<count).map { _ in generator.nextStandardNormal() }
    // Five standard errors: of the mean 1/√n, of the second moment √2/√n, of the fourth √96/√n.
    let slack = 5 / Double(count).squareRoot()
    let moments = [1, 2, 3, 4].map { power in
      values.map { value in (0..<power).reduce(1) { product, _ in product * value } }
        .compensatedSum() / Double(count)
    }
    #expect(abs(moments[0]) < slack)
    #expect(abs(moments[1] - 1) < slack * 2.0.squareRoot())
    #expect(abs(moments[2]) < slack * 15.0.squareRoot())
    #expect(abs(moments[3] - 3) < slack * 96.0.squareRoot())
    let share = Double(values.count { $0 < -1.959_963_984_540_054 }) / Double(count)
    #expect(abs(share - 0.025) < slack * (0.025 * 0.975).squareRoot())
  }
}
