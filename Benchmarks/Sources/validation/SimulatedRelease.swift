import Tradewind

/// A release of six figures: trade, exports and imports with their growth.
struct SimulatedRelease {
  let document: CheckDocument

  init(level: Int, using generator: inout some RandomNumberGenerator) {
    let table = SimulatedTable(partners: 1, level: level, using: &generator)
    let (now, before) = (table.levels[1][1], table.levels[0][1])
    var builder = SimulatedTable.Builder(convention: .halfUp)
    builder.level(.exports, "A", 1, now[0])
    builder.level(.imports, "A", 1, now[1])
    builder.level(.totalTrade, "A", 1, now[0] + now[1])
    builder.growth(.exports, "A", now[0], before[0])
    builder.growth(.imports, "A", now[1], before[1])
    builder.growth(.totalTrade, "A", now[0] + now[1], before[0] + before[1])
    builder.identities.append(
      .sum(
        id: "trade-A-0", "trade is exports plus imports", builder.quantity(.totalTrade, "A", 0),
        of: [builder.quantity(.exports, "A", 0), builder.quantity(.imports, "A", 0)]))
    document = builder.document
  }
}

/// Random numbers that are the same for the same seed (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
