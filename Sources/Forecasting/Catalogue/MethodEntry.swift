/// What a method does, for people who ask for its name.
public struct MethodEntry: Sendable, Hashable {
  /// What a method is for.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// It forecasts a series.
    case forecast
    /// It makes forecasts add up.
    case reconciliation
    /// It splits the values of long periods.
    case splitting = "splitting"
    /// It takes season or calendar out of a series.
    case adjustment = "seasonal adjustment"
    /// It estimates the current year.
    case currentYear = "current year"
  }

  /// The name as it is given to commands.
  public let name: String
  /// What it is for.
  public let purpose: Purpose
  /// One sentence, without a full stop.
  public let summary: String
  /// What is computed, in words.
  public let definition: String
  /// The formula in plain text.
  public let formula: String
  /// What happens with little or odd data.
  public let edgeCases: [String]
  /// The paper or the book.
  public let source: String
}
