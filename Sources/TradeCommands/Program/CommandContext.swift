internal import Diagnostics
internal import TimeSeries
internal import TradeImport

/// What a command works with: the files, and where its output goes.
///
/// Commands write into the context, and the caller decides what becomes of it, so that a notebook
/// runs commands in the same way as a terminal.
struct CommandContext {
  let files: FileSystem
  /// The results.
  private(set) var output = ""
  /// Everything else.
  private(set) var errors = ""
  /// The files that were read, which must not be written.
  private var inputs: [String] = []

  /// Where results go before the command is done, when they are long; `nil` keeps them all.
  private let sink: ((String) throws(FileError) -> Void)?
  /// What was read from standard input before it was known what it is.
  private var firstInput: [UInt8]?

  init(files: FileSystem, sink: ((String) throws(FileError) -> Void)? = nil) {
    self.files = files
    self.sink = sink
  }

  /// The bytes of an input.
  mutating func read(_ path: String) throws(FileError) -> [UInt8] {
    inputs.append(path)
    if path == "-", let start = firstInput {
      firstInput = nil
      return start + (try files.read(path))
    }
    return try files.read(path)
  }

  /// An input that is read in parts.
  mutating func byteSource(_ path: String) throws(FileError) -> sending FileByteSource {
    inputs.append(path)
    return try FileByteSource(path)
  }

  /// The series of a path in parts, when it is a plain panel, `series,period,value`.
  ///
  /// - Returns: `nil` for anything else, which can then be read as a whole.
  mutating func panel(_ path: String, kind: String?) throws -> PanelStream? {
    if path != "-", files.isDirectory(path) || !files.exists(path) { return nil }
    let source = try byteSource(path)
    var start = [UInt8](repeating: 0, count: 1 << 12)
    let count = try source.read(into: &start, range: 0..<start.count)
    start.removeLast(start.count - count)
    guard PanelStream.isHeader(start) else {
      if path == "-" { firstInput = start }
      return nil
    }
    return try PanelStream(
      PrefixedSource(start, source), file: path == "-" ? FileSystem.standardInputName : path,
      kind: kind.flatMap { SeriesKind(rawValue: $0) } ?? .flow)
  }

  /// Hands on the results so far, when there is somewhere to hand them to.
  mutating func flush() throws(FileError) {
    guard let sink, !output.isEmpty else { return }
    try sink(output)
    output = ""
  }

  /// Runs a part of a command whose results go to a file, or to the output when there is none.
  ///
  /// They are written as they are handed on; the file takes its place when the part is done.
  mutating func delivering<Result>(
    to path: String?, _ work: (inout CommandContext) throws -> Result
  ) throws -> Result {
    guard let path, path != "-", path != "/dev/stdout" else { return try work(&self) }
    try refuseInput(path)
    let file = try FileReplacement(path, in: files)
    var inner = CommandContext(files: files) { (text) throws(FileError) in
      try file.append(Array(text.utf8))
    }
    let result: Result
    do {
      result = try work(&inner)
      try inner.flush()
      try inner.refuseInput(path)
    } catch {
      file.discard()
      errors += inner.errors
      throw error
    }
    errors += inner.errors
    try file.finish()
    return result
  }

  /// Adds to the results.
  mutating func write(_ text: String) { output += text }

  /// Adds findings to the messages; notes only when asked for.
  mutating func report(_ diagnostics: [Diagnostic], notes: Bool = false) {
    for diagnostic in diagnostics where notes || diagnostic.severity > .note {
      errors += diagnostic.description + "\n"
    }
  }

  /// Adds a message about the usage where it belongs and returns its exit status.
  mutating func say(_ message: UsageMessage) -> ExitStatus {
    var text = message.text
    if !text.hasSuffix("\n") { text += "\n" }
    if message.isResult { output += text } else { errors += text }
    return message.isResult ? .fine : .usage
  }

  /// Adds a line to the messages.
  mutating func say(_ line: String) { errors += line + "\n" }

  /// Gives the result to a file, or to the output when there is none.
  mutating func deliver(_ text: String, to path: String?) throws(FileError) {
    guard let path, path != "-", path != "/dev/stdout" else { return write(text) }
    try refuseInput(path)
    try files.write(Array(text.utf8), to: path)
  }

  /// Inputs are never changed.
  private func refuseInput(_ path: String) throws(FileError) {
    if inputs.contains(where: { $0 != "-" && files.isSame($0, path) }) {
      throw FileError(path: path, reason: .isInput)
    }
  }
}
