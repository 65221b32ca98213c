/// What a check is asked for.
public struct CheckOptions: Sendable, Hashable {
  /// How the figures were rounded.
  public var rounding: RoundingConvention
  /// Whether the exact range of every figure that others tie is wanted.
  public var wantsRanges: Bool
  /// Whether the smallest sets of wrong figures are looked for.
  public var wantsRepairs: Bool
  /// The largest size of such a set: 1 to 3.
  public var largestRepair: Int
  /// How much work one decision may take before it counts as not decided, in numbers computed;
  /// the whole document may take four times as much.
  public var workLimit: Int
  /// The ids of identities that do not count.
  public var switchedOff: Set<String>
  /// How hard it is to doubt a figure, by id, at least 1; figures not named weigh 1.
  public var weights: [String: Int]

  /// The ids of figures whose ranges are wanted where a finding names them.
  var rangesInFindings: Set<String> = []
  /// Whether Clp may be asked, so that tests see what happens where it is missing.
  var allowsClp = true

  /// The usual check.
  public init(
    rounding: RoundingConvention = .unknown, wantsRanges: Bool = false, wantsRepairs: Bool = true,
    largestRepair: Int = 3, workLimit: Int = 10_000_000, switchedOff: Set<String> = [],
    weights: [String: Int] = [:]
  ) {
    self.rounding = rounding
    self.wantsRanges = wantsRanges
    self.wantsRepairs = wantsRepairs
    self.largestRepair = largestRepair
    self.workLimit = workLimit
    self.switchedOff = switchedOff
    self.weights = weights
  }
}
