import FoundationEssentials
import TestSupport
import Testing

/// The real sources against the real table.
@Suite("Layers of the package") struct LayerTests {
  let table: LayerTable

  init() throws {
    table = try LayerTable(markdown: RepositoryFiles.text(at: "Documentation/Architecture.md"))
  }

  @Test("the table agrees with itself: arrows go down, never to a sibling")
  func downwards() {
    #expect(table.breaches == [])
    #expect(table.entries.count >= 17)
  }

  @Test("every import is allowed by the table") func imports() throws {
    let files = try SourceFile.all()
    #expect(files.count >= 5)  // Reading nothing must not pass.
    #expect(files.flatMap { $0.breaches(of: table) } == [])
  }

  @Test("the dependencies in Package.swift are those of the table") func manifest() throws {
    let package = PackageTargets(manifest: try RepositoryFiles.text(at: "Package.swift"))
    #expect(package.breaches(of: table) == [])
  }
}

/// Made-up sources and tables: every rule fails where it should.
@Suite("Rules of the layers") struct LayerRuleTests {
  /// Three layers, a C target, and something from outside.
  static let document = """
    | Target | Layer | May import | From outside |
    |---|---|---|---|
    | `CSea` | 0 | | |
    | `Base` | 1 | `CSea` | `Glibc` |
    | `Middle` | 2 | `Base` | |
    | `Sibling` | 2 | `Base` | `Collections` |

    | C target | Only imported in | What for |
    |---|---|---|
    | `CSea` | `Base/Kernels` | waves |
    """

  func breaches(_ path: String, _ text: String) throws -> [String] {
    SourceFile(path: path, text: text).breaches(of: try LayerTable(markdown: Self.document))
  }

  @Test(
    "every form of import is seen",
    arguments: [
      "import Sibling", "public import Sibling", "internal import Sibling", "  import Sibling",
      "@_exported public import Sibling", "@testable import Sibling", "@_spi(Tests) import Sibling",
      "import struct Sibling.Wave", "package import enum Sibling.Tide", "import Sibling.Part",
      "@preconcurrency import Sibling  // why",
    ])
  func forms(line: String) throws {
    #expect(
      try breaches("Middle/Wave.swift", "\n\(line)\n")
        == ["Sources/Middle/Wave.swift:2: imports Sibling, allowed: Base"])
  }

  @Test(
    "what only looks like an import is not one",
    arguments: [
      "// import Sibling", "/// import Sibling", "let importSibling = 1", "/*\nimport Sibling\n*/",
      "let text = \"\"\"\n  import Sibling\n  \"\"\"", "importer.run(Sibling)",
    ])
  func lookalikes(text: String) throws {
    #expect(try breaches("Middle/Wave.swift", text) == [])
  }

  @Test("what stands after a comment or a string is seen again") func afterwards() throws {
    let text =
      "/*\nimport Sibling\n*/\nlet text = \"\"\"\n  import Sibling\n  \"\"\"\nimport Sibling"
    #expect(
      try breaches("Middle/Wave.swift", text)
        == ["Sources/Middle/Wave.swift:7: imports Sibling, allowed: Base"])
  }

  @Test("what is allowed passes") func allowed() throws {
    #expect(try breaches("Middle/Wave.swift", "public import Base\nimport Swift\n") == [])
    #expect(try breaches("Base/Kernels/Sum.swift", "internal import CSea\nimport Glibc\n") == [])
  }

  @Test("a target that may import nothing says so") func nothing() throws {
    #expect(
      try breaches("CSea/Wrong.swift", "import Base")
        == ["Sources/CSea/Wrong.swift:1: imports Base, allowed: nothing"])
  }

  @Test("a C target is imported by its folder alone") func folder() throws {
    let found = "imports CSea, allowed only in Base/Kernels"
    #expect(
      try breaches("Base/Sum.swift", "internal import CSea") == [
        "Sources/Base/Sum.swift:1: \(found)"
      ])
    #expect(
      try breaches("Base/KernelsToo/Sum.swift", "internal import CSea")
        == ["Sources/Base/KernelsToo/Sum.swift:1: \(found)"])
  }

  @Test(
    "a type must not have the name of its module",
    arguments: [
      "public struct Middle {}", "enum Middle {", "@frozen public indirect enum Middle {",
      "public typealias Middle = Int", "public protocol Middle: Sendable {",
      "  final class Middle {",
    ])
  func typeName(line: String) throws {
    #expect(
      try breaches("Middle/Middle.swift", "import Base\n\(line)")
        == ["Sources/Middle/Middle.swift:2: the type 'Middle' has the name of its module"])
    #expect(try breaches("Base/Other.swift", line) == [])
  }

  @Test("a target without a row is named") func unknown() throws {
    #expect(
      try breaches("Other/Wave.swift", "")
        == ["Sources/Other/Wave.swift: target 'Other' has no row in the table of targets"])
  }

  @Test("arrows to a sibling, upwards and to nowhere are breaches of the table") func arrows()
    throws
  {
    let table = try LayerTable(
      markdown: """
        | Target | Layer | May import | From outside |
        |---|---|---|---|
        | `CLone` | 0 | | |
        | `Base` | 1 | `Middle`, `Nowhere` | |
        | `Middle` | 2 | `Sibling` | |
        | `Sibling` | 2 | | |
        """)
    #expect(
      table.breaches == [
        "'Base' of layer 1 may import 'Middle' of layer 2",
        "'Base' may import 'Nowhere', which has no row",
        "the C target 'CLone' has no folder that may import it",
        "'Middle' may import its sibling 'Sibling' of layer 2",
      ])
  }

  @Test("a table that cannot be read is an error, not an empty rule") func unreadable() {
    #expect(throws: LayerTable.Unreadable(message: "no table of targets")) {
      try LayerTable(markdown: "# Nothing here\n")
    }
    let header = "| Target | Layer | May import | From outside |\n|---|---|---|---|\n"
    #expect(throws: LayerTable.Unreadable(message: "'A' has two rows")) {
      try LayerTable(markdown: header + "| `A` | 1 | | |\n| `A` | 2 | | |\n")
    }
    #expect(throws: LayerTable.Unreadable.self) {
      try LayerTable(markdown: header + "| `A` | one | | |\n")
    }
  }

  @Test("a manifest that differs from the table is told") func manifest() throws {
    let package = PackageTargets(
      manifest: """
        let collections = Target.Dependency.product(
          name: "Collections", package: "swift-collections")
        extension Target { static func library(_ name: String, _ dependencies: [Dependency]) {} }
        targets: [
          .systemLibrary(
            name: "CSea", pkgConfig: "sea", providers: [.apt(["libsea-dev"])]),
          .library("Base", ["CSea"]),
          .library(
            "Sibling",
            ["Base", collections]),
          .library("Middle"),
          .executableTarget(name: "Tool", dependencies: ["Middle"], swiftSettings: strict),
        ]
        """)
    #expect(package.dependencies["Sibling"] == ["Base", "Collections"])
    #expect(
      package.breaches(of: try LayerTable(markdown: Self.document)) == [
        "'Middle' depends on nothing in Package.swift, on Base in the table",
        "the table has no row for 'Tool', Package.swift has",
      ])
  }
}

extension SourceFile {
  /// Every Swift file of `Sources`, by path.
  static func all() throws -> [SourceFile] {
    let sources = RepositoryFiles.url(of: "Sources")
    return try FileManager.default.subpathsOfDirectory(atPath: sources.path)
      .filter { $0.hasSuffix(".swift") }.sorted()
      .map { path in SourceFile(path: path, text: try RepositoryFiles.text(at: "Sources/\(path)")) }
  }
}
