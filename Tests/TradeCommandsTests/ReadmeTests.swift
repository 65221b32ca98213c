import Foundation
import TestSupport
import Testing

/// What the README shows is what the program prints: its `console` blocks are compared with the
/// notebooks, whose outputs are checked by running them.
@Suite("README") struct ReadmeTests {
  @Test("Each shown command prints in a notebook what the README says") func agreement() throws {
    let readme = try RepositoryFiles.text(at: "README.md")
    let folder = RepositoryFiles.url(of: "Notebooks-md")
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.path(percentEncoded: false)
    ).filter { $0.hasSuffix(".md") }.sorted()
    let cells = try names.flatMap { name in
      ConsoleBlocks.cells(in: try RepositoryFiles.text(at: "Notebooks-md/\(name)"))
    }
    let blocks = ConsoleBlocks.blocks(in: readme)
    #expect(blocks.count >= 2, "the README shows a result and an error message")
    for block in blocks {
      let place = "README.md:\(block.line)"
      let cell = try #require(
        cells.first { $0.command == block.command },
        "\(place): no cell of a notebook runs '\(block.command)' and has an output")
      #expect(
        ConsoleBlocks.agrees(block.lines, with: cell.lines),
        "\(place) differs from the notebook's output:\n\(cell.lines.joined(separator: "\n"))")
    }
  }

  private static let output = ["a", "b", "c", "b", "d"]

  @Test(
    "Lines agree in full, or with gaps that say so",
    arguments: [
      ("a b c b d", true), ("…", true), ("a … d", true), ("… b d", true), ("a b …", true),
      ("… c …", true), ("… b c … d", true), ("… b … b …", true), ("a b c b d …", true),
      ("", false), ("a b c b", false), ("b c b d", false), ("… x …", false), ("… c b a …", false),
      ("… d … c …", false), ("… b … b … b …", false), ("a b c … c b d", false), ("… c", false),
      ("a c …", false),
    ])
  func rule(_ lines: String, _ expected: Bool) {
    let shown = lines.split(separator: " ").map(String.init)
    #expect(ConsoleBlocks.agrees(shown, with: Self.output) == expected)
  }

  @Test("Blocks and cells are found with their lines") func finding() {
    let readme = """
      # Name

      ```sh
      make report
      ```
      ```console
      $ make report
      x
      ```
      ```console
      $ tradewind show data
      one

      …
      ```
      """
    #expect(
      ConsoleBlocks.blocks(in: readme) == [
        .init(line: 11, command: "show data", lines: ["one", "", "…"])
      ])
    let notebook = """
      ```tradewind exit=2
      show data
      ```

      ```output
      one
      ```
      ```tradewind
      show nothing
      ```
      ```tradewind
      show a
      show b
      ```
      ```output
      two
      ```
      """
    #expect(
      ConsoleBlocks.cells(in: notebook) == [.init(line: 2, command: "show data", lines: ["one"])])
  }
}
