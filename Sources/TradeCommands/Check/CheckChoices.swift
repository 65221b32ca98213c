internal import ArgumentParser
internal import Diagnostics
internal import TradeModel
internal import Validation

/// The options of a check as values.
struct CheckChoices {
  /// The formats of results.
  enum Format: String, CaseIterable {
    case text, markdown, html, json

    /// What stands between the results of two inputs.
    var separator: String { self == .json ? "" : "\n" }
  }

  let form: InputForm?
  let rounding: RoundingConvention
  let without: Set<String>
  let format: Format
  let published: Vintage?

  init(_ command: CheckCommand) throws {
    form = try command.as.map { try Self.value($0, "--as", InputForm.init) }
    rounding = try Self.value(command.rounding, "--rounding", RoundingConvention.init)
    format = try Self.value(command.format, "--format", Format.init)
    published = try command.published.map { text in
      guard let date = Vintage(parsing: text) else {
        throw ValidationError(
          "--published \(text.quoted) is no date, expected one like 2023-11-08, 2023-11 or 2023.")
      }
      return date
    }
    without = Set((command.without ?? "").split(separator: ",").map(String.init))
  }

  /// Checks that what is switched off exists, in tables in general or in one of the inputs.
  ///
  /// - Throws: `ValidationError` with the nearest name.
  func checkAssumptions(of readings: [SourceReading]) throws {
    var known = TableFrontEnd.assumptionIDs
    for reading in readings {
      known += reading.assumptions.map(\.id)
      for document in reading.parts.map(\.document) {
        known += document.readings.flatMap(\.identities).map(\.id)
      }
    }
    let kinds = known.map { $0.split(separator: "/").first.map(String.init) ?? $0 }
    let all = Set(known).union(kinds)
    guard let name = without.sorted().first(where: { !all.contains($0) }) else { return }
    let nearest = all.sorted().nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError("--without \(name.quoted) is nothing that is assumed.\(nearest)")
  }

  private static func value<Value: RawRepresentable & CaseIterable>(
    _ text: String, _ option: String, _ read: (String) -> Value?
  ) throws -> Value where Value.RawValue == String {
    if let value = read(text) { return value }
    let names = Value.allCases.map(\.rawValue)
    let nearest = names.nearest(to: text).map { " Did you mean '\($0)'?" } ?? ""
    throw ValidationError(
      "\(option) \(text.quoted) is not known; there are \(names.joined(separator: ", ")).\(nearest)"
    )
  }
}
