internal import ArgumentParser
internal import Diagnostics
internal import TimeSeries
internal import TradeImport
internal import TradeModel

/// The series that a command line names: its paths, its flows, the options on data, a frequency.
struct ChosenSeries {
  /// All paths, in their order.
  let paths: [String]
  /// The flows, in their order; empty for all.
  let flows: [Flow]
  /// The frequency to add up to, as it was written.
  let frequencyName: String?
  private let frequency: Frequency?

  /// Reads the words behind a command: those with `/` or `.` are paths, the others flows.
  init(_ data: String, _ words: [String], frequency name: String?) throws {
    paths = [data] + words.filter(Self.isPath)
    flows = try words.filter { !Self.isPath($0) }.map { name in
      guard let flow = Flow(parsing: name) else {
        let nearest = Flow.allCases.map(\.rawValue).nearest(to: name)
        throw ValidationError(
          "\(name.quoted) is not a flow." + (nearest.map { " Did you mean '\($0)'?" } ?? ""))
      }
      return flow
    }
    frequencyName = name
    frequency = try name.map(Self.frequency)
  }

  /// Reads the data and gives the table, with the place that messages name.
  func table(
    _ measure: Measure, _ options: DataOptions, in context: inout CommandContext
  ) throws -> (table: SeriesTable, path: String) {
    let files = try DatasetFiles(paths, options, in: &context)
    let selection = Selection(
      reporter: options.reporter, partners: options.partners, flows: flows,
      products: options.product.map { [$0] } ?? [], measure: measure,
      unit: options.chosenUnit, basis: options.chosenBasis, vintage: options.chosenVintage)
    var table: SeriesTable
    do throws(SelectionError) {
      table = try SeriesTable(files.dataset, selection)
    } catch {
      throw DiagnosticError(error.diagnostic)
    }
    context.report(table.warnings)
    do throws(SeriesError) {
      if let frequency { table = try table.aggregated(to: frequency) }
    } catch {
      throw ValidationError("--frequency: \(error.description).")
    }
    if let frequencyName, table.periods.isEmpty {
      throw DiagnosticError(table.absence(ofPeriods: frequencyName, in: files.dataset.path))
    }
    return (table, files.dataset.path)
  }

  private static func isPath(_ word: String) -> Bool {
    word == "-" || word.contains { "/.".contains($0) }
  }

  private static func frequency(_ name: String) throws -> Frequency {
    let names: [String: Frequency] = [
      "monthly": .monthly, "quarterly": .quarterly, "half-yearly": .halfYearly,
      "yearly": .yearly,
    ]
    guard let frequency = names[name] else {
      let nearest = names.keys.sorted().nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
      throw ValidationError(
        "--frequency \(name.quoted) is not known, expected monthly, quarterly, half-yearly or "
          + "yearly.\(nearest)")
    }
    return frequency
  }
}
