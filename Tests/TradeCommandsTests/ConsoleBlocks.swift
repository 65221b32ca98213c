/// The blocks of a Markdown text that show a command with what it prints, and the cells of
/// notebooks that they must agree with.
struct ConsoleBlocks {
  /// A command with the lines shown behind it.
  struct Shown: Equatable {
    /// The line of the command in its file.
    let line: Int
    /// The command without the program's name.
    let command: String
    let lines: [String]
  }

  /// A line that stands for any number of lines left out.
  static let gap = "…"

  /// The blocks marked `console` whose first line is `$ tradewind …`; those of other programs
  /// are left out.
  static func blocks(in text: String) -> [Shown] {
    fences(in: text).compactMap { fence in
      let prefix = "$ tradewind "
      guard fence.info == "console", let first = fence.lines.first, first.hasPrefix(prefix)
      else { return nil }
      return Shown(
        line: fence.line + 1, command: String(first.dropFirst(prefix.count)),
        lines: Array(fence.lines.dropFirst()))
    }
  }

  /// The cells of a notebook that hold one command and have an output.
  static func cells(in text: String) -> [Shown] {
    let fences = fences(in: text)
    return zip(fences, fences.dropFirst()).compactMap { cell, output in
      guard cell.info.split(separator: " ").first == "tradewind", output.info == "output",
        cell.lines.count == 1
      else { return nil }
      return Shown(line: cell.line + 1, command: cell.lines[0], lines: output.lines)
    }
  }

  /// Whether lines are those of an output, from its start to its end, save for what gaps leave
  /// out; runs between gaps are taken where they first occur.
  static func agrees(_ lines: [String], with output: [String]) -> Bool {
    var runs = lines.split(separator: gap, omittingEmptySubsequences: false).map(Array.init)
    guard runs.count > 1 else { return lines == output }
    let first = runs.removeFirst()
    let last = runs.removeLast()
    guard output.count >= first.count + last.count, output.starts(with: first),
      output.suffix(last.count) == last[...]
    else { return false }
    var rest = output.dropFirst(first.count).dropLast(last.count)
    for run in runs where !run.isEmpty {
      guard
        let start = rest.indices.first(where: { rest[$0...].starts(with: run) })
      else { return false }
      rest = rest[(start + run.count)...]
    }
    return true
  }

  private struct Fence {
    let line: Int
    let info: String
    let lines: [String]
  }

  private static func fences(in text: String) -> [Fence] {
    var fences: [Fence] = []
    var open: (line: Int, info: String)?
    var lines: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let start = open {
        if line == "```" {
          fences.append(Fence(line: start.line, info: start.info, lines: lines))
          open = nil
        } else {
          lines.append(String(line))
        }
      } else if line.hasPrefix("```") {
        open = (index + 1, String(line.dropFirst(3)))
        lines = []
      }
    }
    return fences
  }
}
