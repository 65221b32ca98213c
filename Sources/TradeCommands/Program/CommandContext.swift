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

  init(files: FileSystem) { self.files = files }

  /// Adds to the results.
  mutating func write(_ text: String) { output += text }

  /// Adds findings to the messages; notes only when asked for.
  mutating func report(_ diagnostics: [Diagnostic], notes: Bool = false) {
    for diagnostic in diagnostics where notes || diagnostic.severity > .note {
      errors += diagnostic.description + "\n"
    }
  }

  /// Adds a line to the messages.
  mutating func say(_ line: String) { errors += line + "\n" }

  /// Gives the result to a file, or to the output when there is none.
  mutating func deliver(_ text: String, to path: String?) throws(FileError) {
    if let path, path != "-" {
      try files.write(Array(text.utf8), to: path)
    } else {
      write(text)
    }
  }
}
