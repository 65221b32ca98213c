/// One file of `Sources`, as far as the rules of the layers look at it.
struct SourceFile {
  /// The path below `Sources`, such as `TimeSeries/Calendar/Month.swift`.
  let path: String
  let text: String

  /// One `import` line: the module and where it stands.
  struct Import: Equatable {
    let module: String
    let line: Int
  }

  /// The target that the file belongs to: the first part of its path.
  var target: String { String(path.prefix { $0 != "/" }) }

  /// All imports: plain, with attributes, with an access level, of a submodule or of one name.
  var imports: [Import] {
    lines.compactMap { number, line in
      // Regular expressions are slow without optimization; most lines need none.
      guard line.contains("import ") else { return nil }
      return line.firstMatch(of: Self.importLine).map { Import(module: String($0.1), line: number) }
    }
  }

  /// The lines that declare a type with the name of the module.
  var linesOfNamesake: [Int] {
    lines.compactMap { number, line in
      guard line.contains(target), let match = line.firstMatch(of: Self.declaration),
        match.1 == target
      else { return nil }
      return number
    }
  }

  /// Breaches of the table in this file, each as `Sources/path:line: …`.
  func breaches(of table: LayerTable) -> [String] {
    let place = "Sources/\(path)"
    guard let entry = table.entries[target] else {
      return ["\(place): target '\(target)' has no row in the table of targets"]
    }
    var found: [String] = []
    for line in imports where line.module != "Swift" {
      let allowed = entry.targets + entry.outside
      if !allowed.contains(line.module) {
        let names = allowed.isEmpty ? "nothing" : allowed.joined(separator: ", ")
        found.append("\(place):\(line.line): imports \(line.module), allowed: \(names)")
      }
      if let folder = table.folders[line.module], !path.hasPrefix(folder + "/") {
        found.append("\(place):\(line.line): imports \(line.module), allowed only in \(folder)")
      }
    }
    for line in linesOfNamesake {
      found.append("\(place):\(line): the type '\(target)' has the name of its module")
    }
    return found
  }

  private static var importLine: Regex<(Substring, Substring)> {
    #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/#
  }

  private static var declaration: Regex<(Substring, Substring)> {
    #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private|final|indirect|open|nonisolated)\s+)*(?:struct|enum|class|actor|protocol|typealias)\s+(\w+)/#
  }

  /// The lines, counted from 1, without those of block comments and multi-line strings.
  private var lines: [(Int, Substring)] {
    var kept: [(Int, Substring)] = []
    var (inComment, inText) = (false, false)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if inComment {
        inComment = !line.contains("*/")
        continue
      }
      let wasInText = inText
      if line.ranges(of: "\"\"\"").count % 2 == 1 { inText.toggle() }
      if wasInText { continue }
      if !inText, line.contains("/*"), !line.contains("*/") { inComment = true }
      kept.append((index + 1, line))
    }
    return kept
  }
}
