internal import Diagnostics

/// Why a file could not be read or written, with its path.
package struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What stands in the way.
  package enum Reason: Sendable, Hashable {
    case notFound
    case isDirectory
    case isInput
    case noPermission
    case closedPipe
    case outsideOutputFolder(String)
    case system(operation: String, message: String)
  }

  /// The path as it was given.
  package let path: String
  /// What stands in the way.
  package let reason: Reason

  /// Makes an error.
  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  /// The message to the user.
  package var description: String { diagnostic.description }

  /// The error as a message to the user.
  var diagnostic: Diagnostic {
    let (id, message, hint): (String, String, String?) =
      switch reason {
      case .notFound: ("file.not-found", "there is no such file", nil)
      case .isDirectory: ("file.directory", "this is a folder, expected a file", nil)
      case .isInput:
        (
          "file.input", "this file is an input, and inputs are never changed",
          "choose another path for --output"
        )
      case .closedPipe: ("file.closed-pipe", "nobody reads the other end of the pipe", nil)
      case .noPermission:
        ("file.permission", "permission is denied", "check who owns the file and its folder")
      case .outsideOutputFolder(let folder):
        (
          "file.outside", "a notebook may only write below \(folder.quoted)",
          "choose a path in that folder, or another folder with --output-folder"
        )
      case .system(let operation, let message):
        (
          "file.system", "the file cannot be \(operation): \(message)",
          operation == "written" && !path.hasPrefix("<")
            ? "what stood there before is unchanged" : nil
        )
      }
    return Diagnostic(id, .error, at: InputLocation(file: path), message, hint: hint)
  }
}
