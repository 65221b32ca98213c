import Foundation
import TestSupport
import Testing
import TradeCommands

/// A command line with what it must print: a folder `Cases/<verb>/<name>` with the files `cmd`,
/// `stdout`, `stderr` and `exit`, and the inputs of the command beside them.
struct CommandCase: Sendable, CustomTestStringConvertible {
  /// Where all cases stand, from the root of the repository.
  static let folder = "Tests/TradeCommandsTests/Cases"

  /// `<verb>/<name>`.
  let name: String

  var testDescription: String { name }

  /// All cases, sorted.
  static let all: [CommandCase] = {
    let files = FileManager.default
    let root = RepositoryFiles.url(of: folder).resolvingSymlinksInPath()
      .path(percentEncoded: false)
    let verbs = (try? files.contentsOfDirectory(atPath: root)) ?? []
    return verbs.sorted().flatMap { verb in
      ((try? files.contentsOfDirectory(atPath: root + "/" + verb)) ?? []).sorted()
        .map { CommandCase(name: verb + "/" + $0) }
    }
  }()

  /// The text of one of the files; `nil` when it is missing.
  func text(of file: String) -> String? {
    (try? RepositoryFiles.bytes(at: "\(Self.folder)/\(name)/\(file)"))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes one of the files.
  func record(_ text: String, as file: String) throws {
    try Data(text.utf8).write(to: RepositoryFiles.url(of: "\(Self.folder)/\(name)/\(file)"))
  }

  /// The arguments in a line: divided by spaces, quotes of both kinds hold them together, and
  /// `@` before a name stands for the folder of the case.
  func arguments(in line: String) -> [String] {
    Self.words(of: line).map { word in
      word.hasPrefix("@") ? "\(Self.folder)/\(name)/\(word.dropFirst())" : word
    }
  }

  static func words(of line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
