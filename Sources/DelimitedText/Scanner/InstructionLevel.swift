internal import CScanner

/// Which instructions of the processor the loops over bytes may use; results are the same.
public enum InstructionLevel: Int32, Sendable, Hashable, CaseIterable, Comparable {
  /// What every processor has: words of eight bytes.
  case portable = 0
  /// SSE2, which every x86-64 processor has.
  case sse2 = 1
  /// AVX2 with the instructions for bits that come with it.
  case avx2 = 2

  /// The most that this processor offers.
  public static let best = InstructionLevel(rawValue: cscanner_best_level()) ?? .portable

  /// Orders levels by what they offer.
  public static func < (a: InstructionLevel, b: InstructionLevel) -> Bool {
    a.rawValue < b.rawValue
  }
}
