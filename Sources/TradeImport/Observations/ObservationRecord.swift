internal import TimeSeries
internal import TradeModel

/// An observation as numbers of what an ``ObservationList`` keeps once: 56 bytes, nothing counted.
struct ObservationRecord {
  /// The numbers of texts.
  var reporter: UInt32 = 0
  var partner: UInt32 = 0
  var product: UInt32 = 0
  /// The number of a ``Subject``.
  var subject: UInt32 = 0
  /// The number of a period.
  var period: UInt32 = 0
  /// The number of a ``Manner``.
  var manner: UInt32 = 0
  /// Zero where it is missing.
  var value: Double = 0
  /// Where the digits as printed begin, in the digits of the list.
  var digitStart: UInt64 = 0
  var digitCount: UInt32 = 0
  /// The place, zero where it is not known.
  var line: UInt32 = 0
  var column: UInt32 = 0
  var number: UInt32 = 0

  /// What names an observation beside the areas, the product and the period.
  struct Subject: Hashable {
    let flow: Flow
    let measure: Measure
    let basis: Basis
    let unit: Unit
    let vintage: Vintage?
    let source: String
  }

  /// How an observation is given.
  struct Manner: Hashable {
    let isMissing: Bool
    let status: ObservationStatus
    /// The scale of the figure; `nil` where there is none.
    let scale: DecimalScale?
    let figureHedge: Hedge?
    let hedge: Hedge?
    let words: String?
    /// Where it is not that of the figure.
    let halfUnit: Double?
    /// Whether the figure is the value, and not only rounded to it.
    let isExact: Bool
    let file: String
  }

  /// Whether two records name the same observation: series, period, vintage and source.
  func names(_ other: ObservationRecord) -> Bool {
    reporter == other.reporter && partner == other.partner && product == other.product
      && subject == other.subject && period == other.period
  }

  /// The hash of the name; all of its bits depend on all of it.
  var nameHash: UInt64 {
    var hash = UInt64(reporter) << 32 | UInt64(partner)
    hash = (hash ^ hash >> 29) &* 0x9E37_79B9_7F4A_7C15
    hash ^= UInt64(product) << 32 | UInt64(period)
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    hash ^= UInt64(subject)
    hash = (hash ^ hash >> 32) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ hash >> 32
  }
}
