/// What is known about an observation beside its value.
///
/// These are the letters of SDMX `OBS_STATUS`, and Tradewind's own words where SDMX has no letter.
/// An observation without a value says why here.
///
///     ObservationStatus.provisional.union(.breakInSeries).description  // "B+P"
///     ObservationStatus(parsing: "E")                                  // estimated
///
/// Source of the letters: SDMX cross-domain code list CL_OBS_STATUS, version 2.2.
public struct ObservationStatus: OptionSet, Sendable, Hashable {
  /// One bit for each status.
  public let rawValue: UInt32

  /// Makes a set from its bits.
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Nothing special (`A`).
  public static let normal: ObservationStatus = []
  /// The series is not comparable before and after (`B`).
  public static let breakInSeries = ObservationStatus(rawValue: 1 << 0)
  /// The definition differs (`D`).
  public static let definitionDiffers = ObservationStatus(rawValue: 1 << 1)
  /// Estimated by the publisher (`E`).
  public static let estimated = ObservationStatus(rawValue: 1 << 2)
  /// A forecast (`F`).
  public static let forecast = ObservationStatus(rawValue: 1 << 3)
  /// Experimental (`G`).
  public static let experimental = ObservationStatus(rawValue: 1 << 4)
  /// Missing because of a holiday (`H`).
  public static let holiday = ObservationStatus(rawValue: 1 << 5)
  /// Imputed (`I`).
  public static let imputed = ObservationStatus(rawValue: 1 << 6)
  /// Under a derogation (`J`).
  public static let derogation = ObservationStatus(rawValue: 1 << 7)
  /// Missing because the data are in another category (`K`).
  public static let includedElsewhere = ObservationStatus(rawValue: 1 << 8)
  /// Not collected, or included elsewhere (`L`).
  public static let notCollected = ObservationStatus(rawValue: 1 << 9)
  /// The value cannot exist (`M`).
  public static let notApplicable = ObservationStatus(rawValue: 1 << 10)
  /// Not significant (`N`).
  public static let notSignificant = ObservationStatus(rawValue: 1 << 11)
  /// Missing, and nothing more is known (`O`).
  public static let unknown = ObservationStatus(rawValue: 1 << 12)
  /// Provisional (`P`).
  public static let provisional = ObservationStatus(rawValue: 1 << 13)
  /// Suppressed to protect a respondent (`Q`).
  public static let confidential = ObservationStatus(rawValue: 1 << 14)
  /// Distorted by a strike or another special event (`S`).
  public static let strike = ObservationStatus(rawValue: 1 << 15)
  /// Of low reliability (`U`).
  public static let lowReliability = ObservationStatus(rawValue: 1 << 16)
  /// Not validated (`V`).
  public static let unvalidated = ObservationStatus(rawValue: 1 << 17)
  /// Includes data of another category (`W`).
  public static let includesOther = ObservationStatus(rawValue: 1 << 18)

  /// Missing because it is not published yet.
  public static let notYetPublished = ObservationStatus(rawValue: 1 << 19)
  /// Computed by a rule of the dataset from other published figures.
  public static let derived = ObservationStatus(rawValue: 1 << 20)
  /// Covers only a part of its period, or misses because its parts do.
  public static let partial = ObservationStatus(rawValue: 1 << 21)
  /// Published together with a neighbouring period only.
  public static let combined = ObservationStatus(rawValue: 1 << 22)
  /// A change without a value to compare with.
  public static let baseMissing = ObservationStatus(rawValue: 1 << 23)
  /// A change from zero.
  public static let zeroBase = ObservationStatus(rawValue: 1 << 24)
  /// A rate of change from a value below zero.
  public static let negativeBase = ObservationStatus(rawValue: 1 << 25)
  /// A rate of change between values of different sign.
  public static let signChange = ObservationStatus(rawValue: 1 << 26)
  /// A rate of change from a base so small that the rate says little.
  public static let extreme = ObservationStatus(rawValue: 1 << 27)
  /// Compares or joins figures that were published at different times.
  public static let mixedVintages = ObservationStatus(rawValue: 1 << 28)
  /// Missing in this vintage, while another one holds it.
  public static let inOtherVintage = ObservationStatus(rawValue: 1 << 29)

  /// The statuses that say why a value is missing, the strongest first.
  public static let missingReasons: [ObservationStatus] = [
    .confidential, .notApplicable, .notCollected, .includedElsewhere, .holiday,
    .notYetPublished, .combined, .partial, .baseMissing, .zeroBase, .signChange, .negativeBase,
    .inOtherVintage, .unknown,
  ]

  /// All statuses that can say why a value is missing.
  public static let missing = missingReasons.reduce(into: ObservationStatus()) {
    $0.formUnion($1)
  }

  /// The strongest of the statuses that say why a value is missing; unknown when none does.
  public var missingReason: ObservationStatus {
    Self.missingReasons.first { contains($0) } ?? .unknown
  }
}
