/// The rules of `Documentation/Architecture.md`, read from its tables.
struct LayerTable: Equatable {
  /// What the table of targets says of one of them.
  struct Entry: Equatable {
    let layer: Int
    let targets: [String]
    let outside: [String]
  }

  /// The table is not what the tests can read.
  struct Unreadable: Error, Equatable {
    let message: String
  }

  let entries: [String: Entry]
  /// C targets, each with the one folder of `Sources` that may import it.
  let folders: [String: String]

  /// Reads the tables from the text of the document.
  init(markdown: String) throws(Unreadable) {
    var entries: [String: Entry] = [:]
    for row in Self.rows(under: "| Target | Layer | May import | From outside |", in: markdown) {
      guard row.count == 4, let name = Self.names(in: row[0]).first, let layer = Int(row[1]) else {
        throw Unreadable(message: "a row of the targets is not 'name, layer, names, names': \(row)")
      }
      guard entries[name] == nil else { throw Unreadable(message: "'\(name)' has two rows") }
      entries[name] = Entry(
        layer: layer, targets: Self.names(in: row[2]), outside: Self.names(in: row[3]))
    }
    guard !entries.isEmpty else { throw Unreadable(message: "no table of targets") }
    var folders: [String: String] = [:]
    for row in Self.rows(under: "| C target | Only imported in | What for |", in: markdown) {
      guard row.count == 3, let name = Self.names(in: row[0]).first,
        let folder = Self.names(in: row[1]).first
      else { throw Unreadable(message: "a row of the C targets is not readable: \(row)") }
      folders[name] = folder
    }
    self.entries = entries
    self.folders = folders
  }

  /// Breaches of the table against itself: unknown names, arrows that do not go down, C targets
  /// without a folder.
  var breaches: [String] {
    var found: [String] = []
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      for target in entry.targets {
        guard let other = entries[target] else {
          found.append("'\(name)' may import '\(target)', which has no row")
          continue
        }
        if other.layer == entry.layer {
          found.append("'\(name)' may import its sibling '\(target)' of layer \(entry.layer)")
        } else if other.layer > entry.layer {
          found.append(
            "'\(name)' of layer \(entry.layer) may import '\(target)' of layer \(other.layer)")
        }
      }
      if entry.layer == 0, folders[name] == nil {
        found.append("the C target '\(name)' has no folder that may import it")
      }
    }
    return found
  }

  private static func rows(under header: String, in markdown: String) -> [[String]] {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0 == header }) else { return [] }
    return lines.dropFirst(start + 2).prefix { $0.hasPrefix("|") }.map { line in
      line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
        .map { cell in String(cell.trimmingPrefix(while: \.isWhitespace)).withoutTrailingSpace }
    }
  }

  /// The words between backquotes.
  private static func names(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension String {
  fileprivate var withoutTrailingSpace: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
