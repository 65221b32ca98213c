internal import Diagnostics

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

  init(files: FileSystem) { self.files = files }

  /// The bytes of an input.
  mutating func read(_ path: String) throws(FileError) -> [UInt8] {
    inputs.append(path)
    return try files.read(path)
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
    if inputs.contains(where: { $0 != "-" && files.isSame($0, path) }) {
      throw FileError(path: path, reason: .isInput)
    }
    try files.write(Array(text.utf8), to: path)
  }
}
