internal import Diagnostics

/// Why a file could not be read or written, with its path.
struct FileError: Error, Sendable, Hashable {
  enum Reason: Sendable, Hashable {
    case notFound
    case isDirectory
    case noPermission
    case outsideOutputFolder(String)
    case system(operation: String, message: String)
  }

  let path: String
  let reason: Reason

  /// The error as a message to the user.
  var diagnostic: Diagnostic {
    let (id, message, hint): (String, String, String?) =
      switch reason {
      case .notFound: ("file.not-found", "there is no such file", nil)
      case .isDirectory: ("file.directory", "this is a folder, expected a file", nil)
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
          operation == "written" ? "what stood there before is unchanged" : nil
        )
      }
    return Diagnostic(id, .error, at: InputLocation(file: path), message, hint: hint)
  }
}
