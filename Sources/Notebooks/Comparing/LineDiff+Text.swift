extension LineDiff {
  /// Returns the differences in the unified form, without a final line end; empty when equal.
  ///
  ///     @@ -4,2 +4,2 @@
  ///      exports
  ///     -29.7·
  ///     +29.71
  ///
  /// In removed and added lines blanks at the end are shown as `·`, tabs as `→` and other control
  /// characters as their pictures (`␛`), so that every difference can be seen.
  ///
  /// - Parameters:
  ///   - firstLine: The number of the first line of both lists.
  ///   - context: How many equal lines are shown before and after a difference.
  ///   - maximumLines: How many lines are shown; the last then says how many are left out.
  ///   - indentation: What stands before each line.
  /// - Returns: The lines, joined by line feeds.
  public func text(
    firstLine: Int = 1, context: Int = 3, maximumLines: Int = 40, indentation: String = ""
  ) -> String {
    var lines = hunks(context: max(0, context)).flatMap { hunk in
      [header(hunk, firstLine: firstLine)] + hunk.map { line(steps[$0]) }
    }
    if lines.count > max(1, maximumLines) {
      let shown = max(1, maximumLines) - 1
      lines = lines.prefix(shown) + ["… \(lines.count - shown) more lines"]
    }
    return lines.map { indentation + $0 }.joined(separator: "\n")
  }

  /// Returns the steps to show: those that change something, and their neighbours.
  private func hunks(context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, step) in steps.enumerated() {
      if case .kept = step { continue }
      let range = max(0, index - context)..<min(steps.count, index + context + 1)
      if let last = hunks.last, range.lowerBound <= last.upperBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private func header(_ hunk: Range<Int>, firstLine: Int) -> String {
    var before = (old: 0, new: 0)
    var inside = (old: 0, new: 0)
    for index in 0..<hunk.upperBound {
      let isInside = hunk.contains(index)
      switch steps[index] {
      case .kept where isInside: inside = (inside.old + 1, inside.new + 1)
      case .kept: before = (before.old + 1, before.new + 1)
      case .removed where isInside: inside.old += 1
      case .removed: before.old += 1
      case .added where isInside: inside.new += 1
      case .added: before.new += 1
      }
    }
    // As in the unified form, a side without lines names the line before it.
    let old = firstLine + before.old - (inside.old == 0 ? 1 : 0)
    let new = firstLine + before.new - (inside.new == 0 ? 1 : 0)
    return "@@ -\(old),\(inside.old) +\(new),\(inside.new) @@"
  }

  private func line(_ step: Step) -> String {
    switch step {
    case .kept(let place, _): " " + old[place]
    case .removed(let place): "-" + visible(old[place])
    case .added(let place): "+" + visible(new[place])
    }
  }
}

/// Returns a line with its white space and control characters made visible.
private func visible(_ line: String) -> String {
  let scalars = line.unicodeScalars
  let end = scalars.lastIndex { $0 != " " && $0 != "\t" }.map(scalars.index(after:))
  var text = ""
  for index in scalars.indices {
    let scalar = scalars[index]
    switch scalar.value {
    case 0x20 where index >= end ?? scalars.startIndex: text += "·"
    case 0x09: text += "→"
    case 0x00..<0x20: text.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
    case 0x7F: text += "␡"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text
}
