/// The frequencies of SDMX in months.
enum SDMXTime {
  /// How many months a period of a frequency has; `nil` for codes that do not say it.
  ///
  /// Source: SDMX cross-domain code list CL_FREQ, version 2.1.
  static func months(of frequency: String) -> Int? {
    switch frequency {
    case "A": 12
    case "S", "H": 6
    case "T": 4
    case "Q": 3
    case "M": 1
    default: nil
    }
  }

  /// Whether a frequency is shorter than a month, so that its periods are no spans of months.
  static func isShort(_ frequency: String) -> Bool {
    ["D", "B", "W", "I", "N"].contains(frequency)
  }
}
