/// The targets of `Package.swift` with their dependencies, as the manifest writes them.
struct PackageTargets {
  /// For each target of `Sources` the names that it depends on, in the order of the manifest.
  let dependencies: [String: [String]]

  /// Reads `.library("Name", […])`, `.systemLibrary(name: "Name", …)` and
  /// `.executableTarget(name: "Name", dependencies: […])`; constants that stand for a product
  /// of another package are replaced by the product's name.
  init(manifest: String) {
    var products: [String: String] = [:]
    let product = #/let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)"/#
    for match in manifest.matches(of: product) { products[String(match.1)] = String(match.2) }

    var found: [String: [String]] = [:]
    let library = #/\.library\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?\s*,?\s*\)/#
    let executable = #/\.executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/#
    for match in manifest.matches(of: library) {
      found[String(match.1)] = Self.names(in: match.2 ?? "", products: products)
    }
    for match in manifest.matches(of: executable) {
      found[String(match.1)] = Self.names(in: match.2, products: products)
    }
    for match in manifest.matches(of: #/\.systemLibrary\(\s*name: "(\w+)"/#) {
      found[String(match.1)] = []
    }
    dependencies = found
  }

  /// Differences to the table of targets; modules that come with the toolchain are in no manifest.
  func breaches(of table: LayerTable) -> [String] {
    let toolchain: Set = ["Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]
    var found: [String] = []
    for name in Set(dependencies.keys).union(table.entries.keys).sorted() {
      guard let named = dependencies[name] else {
        found.append("Package.swift has no target '\(name)', the table has")
        continue
      }
      guard let entry = table.entries[name] else {
        found.append("the table has no row for '\(name)', Package.swift has")
        continue
      }
      let allowed = Set(entry.targets + entry.outside).subtracting(toolchain)
      if Set(named) != allowed {
        found.append(
          "'\(name)' depends on \(Self.list(named)) in Package.swift, "
            + "on \(Self.list(allowed)) in the table")
      }
    }
    return found
  }

  private static func list(_ names: some Collection<String>) -> String {
    names.isEmpty ? "nothing" : names.sorted().joined(separator: ", ")
  }

  private static func names(in list: Substring, products: [String: String]) -> [String] {
    list.split { $0 == "," || $0.isWhitespace }.map { word in
      word.first == "\"" ? String(word.dropFirst().dropLast()) : products[String(word)] ?? "\(word)"
    }
  }
}
