/// A generator of pseudo-random numbers that gives the same numbers for the same seed, everywhere.
///
///     var generator = SeededGenerator(seed: 42)
///     generator.nextUniform()  // 0.08386297105988216
///
/// It passes the usual statistical tests and has a period of 2²⁵⁶ − 1. It is not for secrets.
///
/// Method: xoshiro256**, its state filled by SplitMix64 from the seed, as its authors advise:
/// D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
/// Mathematical Software 47 (2021) 36, doi 10.1145/3460772.
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  /// Makes a generator.
  ///
  /// - Parameter seed: Any number; each gives a sequence of its own.
  public init(seed: UInt64) {
    var counter = seed
    state = (0, 0, 0, 0)
    state.0 = Self.splitMix(&counter)
    state.1 = Self.splitMix(&counter)
    state.2 = Self.splitMix(&counter)
    state.3 = Self.splitMix(&counter)
  }

  /// Returns the next number, each of the 2⁶⁴ being equally likely.
  public mutating func next() -> UInt64 {
    let result = Self.rotated(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 &<< 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = Self.rotated(state.3, by: 45)
    return result
  }

  private static func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits &<< count) | (bits &>> (64 - count))
  }

  /// SplitMix64: a counter in steps of the golden ratio, its bits well mixed.
  private static func splitMix(_ counter: inout UInt64) -> UInt64 {
    counter &+= 0x9E37_79B9_7F4A_7C15
    var bits = counter
    bits = (bits ^ (bits &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits &>> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits &>> 31)
  }

  /// Generators are equal when they give the same numbers from now on.
  public static func == (lhs: Self, rhs: Self) -> Bool { lhs.state == rhs.state }

  /// Mixes in the state.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(state.0)
    hasher.combine(state.1)
    hasher.combine(state.2)
    hasher.combine(state.3)
  }
}
