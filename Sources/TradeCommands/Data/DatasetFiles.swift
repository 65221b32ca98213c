internal import ArgumentParser
internal import Diagnostics
internal import TimeSeries
internal import TradeImport
internal import TradeModel
internal import TradeReports

/// Datasets from paths, with the checksums of what was read.
struct DatasetFiles {
  let dataset: Dataset
  let inputs: [Provenance.Input]

  /// Reads datasets and joins them to one.
  ///
  /// Warnings go to the context.
  ///
  /// - Throws: `FileError`; `DiagnosticError` with everything that is wrong with the data;
  ///   `ValidationError` for a path that stands twice.
  init(_ paths: [String], _ options: DataOptions, in context: inout CommandContext) throws {
    for (index, path) in paths.enumerated() {
      if path.isEmpty { throw ValidationError("DATA is empty, expected a path or -.") }
      if paths[..<index].contains(path) { throw ValidationError("\(path.quoted) stands twice.") }
    }
    let each = try paths.map { try DatasetFiles($0, options, in: &context) }
    inputs = each.flatMap(\.inputs)
    if each.count == 1, let only = each.first {
      dataset = only.dataset
    } else {
      dataset = Dataset(merging: each.map(\.dataset))
      if dataset.hasErrors { throw DiagnosticError(Self.shortened(dataset.diagnostics)) }
    }
    context.report(dataset.diagnostics, notes: options.notes)
  }

  /// Reads a folder with `data.csv` and `dataset.json`, or a single CSV file.
  private init(
    _ path: String, _ options: DataOptions, in context: inout CommandContext
  ) throws {
    let files = context.files
    var dataPath = path
    if path != "-", files.isDirectory(path) {
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      dataPath = folder + "/data.csv"
      guard files.exists(dataPath) else {
        throw DiagnosticError(Self.noData(in: folder, names: files.names(in: folder)))
      }
    }
    let manifestPath = files.manifest(beside: dataPath)
    let data = try context.read(dataPath)
    var inputs = [Provenance.Input(path: dataPath, sha256: Checksum.sha256(data))]
    var manifest: (bytes: [UInt8], file: String)?
    if let manifestPath {
      let bytes = try context.read(manifestPath)
      inputs.append(Provenance.Input(path: manifestPath, sha256: Checksum.sha256(bytes)))
      manifest = (bytes, manifestPath)
    }
    let name = dataPath == "-" ? FileSystem.standardInputName : dataPath
    dataset = Dataset(
      path: path == "-" ? name : path, data: (data, name), manifest: manifest,
      fiscalStart: options.fiscalStart
    ) { manifest in
      manifest.filled(
        reporter: manifest.reporter == nil ? options.reporter : nil,
        unit: manifest.unit == nil ? options.chosenUnit : nil,
        kind: options.kind.flatMap { SeriesKind(rawValue: $0) })
    }
    self.inputs = inputs
    if dataset.hasErrors { throw DiagnosticError(Self.shortened(dataset.diagnostics)) }
    // A table without rows is fine for a reader, and of no use to a command.
    if dataset.observations.isEmpty {
      throw DiagnosticError(
        dataset.diagnostics.map {
          Diagnostic($0.id, .error, at: $0.location, $0.message, hint: $0.hint)
        })
    }
  }

  private static func noData(in folder: String, names: [String]) -> Diagnostic {
    let tables = names.filter { $0.hasSuffix(".csv") }
    let hint =
      tables.isEmpty
      ? "a dataset is a folder with data.csv and dataset.json, or a CSV file"
      : "name one of its files: \(tables.prefix(5).joined(separator: ", "))"
    return Diagnostic(
      "file.no-data", .error, at: InputLocation(file: folder),
      "the folder holds no data.csv", hint: hint)
  }

  /// Errors and warnings, at most twenty of one kind, with the number of those left out.
  ///
  /// Of a file that is not text, or has another delimiter, nothing else is said. What only shows
  /// that a file is in another encoding is left out beside the message that says so, and only
  /// there: the character for what cannot be read may also stand in the file itself.
  private static func shortened(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let whole: Set = ["csv.binary", "tidy.delimiter"]
    if let all = diagnostics.first(where: { whole.contains($0.id) }) { return [all] }
    var diagnostics = diagnostics
    if diagnostics.contains(where: { $0.id == "csv.encoding" }) {
      diagnostics.removeAll { $0.message.contains("\u{FFFD}") }
    }
    var counts: [String: Int] = [:]
    var shown: [Diagnostic] = []
    for diagnostic in diagnostics where diagnostic.severity > .note {
      counts[diagnostic.id, default: 0] += 1
      if counts[diagnostic.id, default: 0] <= 20 { shown.append(diagnostic) }
    }
    let file = diagnostics.compactMap(\.location?.file).first ?? ""
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) where count > 20 {
      shown.append(
        Diagnostic(
          id, .error, at: InputLocation(file: file),
          "\(count - 20) more of the kind '\(id)' are not listed, \(count) in all"))
    }
    return shown
  }
}
