internal import Diagnostics
internal import Markdown

/// Finds the cells and their outputs among the blocks of a text.
struct NotebookParser {
  let document: MarkdownDocument
  let messages: NotebookMessages
  private(set) var cells: [NotebookCell] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(document: MarkdownDocument, file: String) {
    self.document = document
    messages = NotebookMessages(file: file)
  }

  /// Reads all blocks; call it once.
  mutating func parse() {
    let blocks = document.blocks
    var found = false
    var index = 0
    while index < blocks.count {
      for case .code(let nested) in blocks[index].descendants {
        if isCell(nested) {
          found = true
          diagnostics.append(messages.nested(nested.lines.lowerBound))
        } else if isOutput(nested) {
          diagnostics.append(messages.orphanOutput(nested.lines.lowerBound))
        }
      }
      defer { index += 1 }
      guard case .code(let block) = blocks[index] else { continue }
      if isCell(block) {
        found = true
        let output = output(after: block, next: index + 1 < blocks.count ? blocks[index + 1] : nil)
        if output != nil { index += 1 }
        read(block, output)
      } else if isOutput(block) {
        diagnostics.append(messages.orphanOutput(block.lines.lowerBound))
      } else if block.language.lowercased() == Notebook.cellLanguage {
        diagnostics.append(messages.language(block.lines.lowerBound, block.language))
      }
    }
    if !found, diagnostics.isEmpty { diagnostics.append(messages.noCells()) }
  }

  private func isCell(_ block: MarkdownBlock.CodeBlock) -> Bool {
    block.language == Notebook.cellLanguage
  }

  private func isOutput(_ block: MarkdownBlock.CodeBlock) -> Bool {
    block.language == Notebook.outputLanguage
  }

  /// Returns the output block right after a cell; a link definition between them, which is no
  /// block, keeps them apart.
  private func output(
    after cell: MarkdownBlock.CodeBlock, next: MarkdownBlock?
  ) -> MarkdownBlock.CodeBlock? {
    guard case .code(let block)? = next, isOutput(block) else { return nil }
    let between = cell.lines.upperBound..<(block.lines.lowerBound - 1)
    return document.lines[between].allSatisfy(\.isBlank) ? block : nil
  }

  private mutating func read(
    _ block: MarkdownBlock.CodeBlock, _ output: MarkdownBlock.CodeBlock?
  ) {
    let line = block.lines.lowerBound
    guard let closingLine = block.fence?.closingLine else {
      diagnostics.append(messages.unclosed(line, "cell"))
      return
    }
    if let output {
      if output.fence?.closingLine == nil {
        diagnostics.append(messages.unclosed(output.lines.lowerBound, "output block"))
      }
      let extra = output.info.dropFirst(output.language.count).drop { $0 == " " || $0 == "\t" }
      if !extra.isEmpty {
        diagnostics.append(messages.outputOption(output.lines.lowerBound, String(extra)))
      }
    }
    let options = options(of: block.info, line: line)
    var commands: [NotebookCommand] = []
    let results = CommandReader(block, in: document.lines).commands()
    for result in results {
      switch result {
      case .failure(let error): diagnostics.append(messages.syntax(error))
      case .success(let command) where command.arguments.first == Notebook.cellLanguage:
        diagnostics.append(messages.programName(command.line))
      case .success(let command): commands.append(command)
      }
    }
    if results.isEmpty { diagnostics.append(messages.emptyCell(line)) }
    if options.exitStatus != 0, results.count > 1 {
      diagnostics.append(
        messages.severalCommands(line, options.exitStatus, count: results.count))
    }
    cells.append(
      NotebookCell(
        block: block, closingLine: closingLine, options: options, commands: commands,
        output: output))
  }

  private mutating func options(of info: String, line: Int) -> CellOptions {
    var (exitStatus, showsErrors) = (Int?.none, false)
    for word in info.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst() {
      if word == "errors" {
        if showsErrors { diagnostics.append(messages.repeatedOption(line, "errors")) }
        showsErrors = true
      } else if word.hasPrefix("exit=") {
        if exitStatus != nil { diagnostics.append(messages.repeatedOption(line, "exit")) }
        let digits = word.dropFirst(5)
        if let status = UInt8(digits), digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) {
          exitStatus = Int(status)
        } else {
          diagnostics.append(messages.exitOption(line, String(digits)))
        }
      } else {
        diagnostics.append(messages.option(line, String(word)))
      }
    }
    return CellOptions(exitStatus: exitStatus ?? 0, showsErrors: showsErrors)
  }
}
