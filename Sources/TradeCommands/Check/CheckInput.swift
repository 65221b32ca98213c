internal import Diagnostics
internal import TradeImport
internal import Validation

/// An input of a check: a file, standard input, or the folder of a dataset.
struct CheckInput {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Reads the input and makes documents of it.
  func read(
    _ reader: SourceReader, as form: InputForm?, in context: inout CommandContext
  ) throws(FileError) -> SourceReading {
    var path = path
    if path != "-", context.files.isDirectory(path) {
      path = (path.hasSuffix("/") ? String(path.dropLast()) : path) + "/data.csv"
    }
    let name = path == "-" ? FileSystem.standardInputName : path
    let bytes = try context.read(path)
    if let foreign = ForeignFile.diagnostic(bytes, file: name) ?? Self.empty(bytes, file: name) {
      return SourceReading(file: name, parts: [], diagnostics: [foreign])
    }
    if form == nil || form == .table, TidyFrontEnd.reads(bytes) {
      let dataset = Dataset(
        path: name, data: (bytes, name), manifest: try manifest(beside: path, in: &context),
        fiscalStart: reader.fiscalStart)
      return TidyFrontEnd(without: reader.without).documents(dataset, data: bytes, file: name)
    }
    return reader.read(bytes, file: name, as: form)
  }

  /// Reads several files as one document.
  ///
  /// - Throws: `FileError` for the first file that cannot be read; `DiagnosticError` for one that
  ///   is no table and no text.
  static func read(
    together paths: [String], _ reader: SourceReader, as form: InputForm?,
    in context: inout CommandContext
  ) throws -> SourceReading {
    var inputs: [(bytes: [UInt8], file: String)] = []
    for path in paths {
      let name = path == "-" ? FileSystem.standardInputName : path
      let bytes = try context.read(path)
      if let foreign = ForeignFile.diagnostic(bytes, file: name) ?? empty(bytes, file: name) {
        throw DiagnosticError([foreign])
      }
      inputs.append((bytes, name))
    }
    return reader.read(together: inputs, as: form)
  }

  /// What is wrong with an input that holds nothing to read.
  private static func empty(_ bytes: [UInt8], file: String) -> Diagnostic? {
    guard bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { return nil }
    return Diagnostic(
      "file.empty", .error, at: InputLocation(file: file),
      "the file is empty, found \(bytes.isEmpty ? "0 bytes" : "white space alone"), expected a "
        + "table or sentences")
  }

  /// The bytes of `dataset.json` beside `data.csv`.
  private func manifest(
    beside path: String, in context: inout CommandContext
  ) throws(FileError) -> (bytes: [UInt8], file: String)? {
    guard path.hasSuffix("data.csv") else { return nil }
    let manifest = String(path.dropLast("data.csv".count)) + "dataset.json"
    guard context.files.exists(manifest) else { return nil }
    return (try context.read(manifest), manifest)
  }
}
