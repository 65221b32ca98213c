/// A block as the C parser gives it: its places are not yet put right, see ``BlockBuilder``.
struct SyntaxNode {
  /// The kinds of blocks, with the parser's names.
  enum Kind: String {
    case document
    case quote = "block_quote"
    case list
    case item
    case tasklist
    case code = "code_block"
    case html = "html_block"
    case paragraph
    case heading
    case thematicBreak = "thematic_break"
    case table
    case tableHeader = "table_header"
    case tableRow = "table_row"
    case tableCell = "table_cell"

    /// Whether blocks of any kind may stand in it.
    var isContainer: Bool {
      switch self {
      case .document, .quote, .list, .item, .tasklist: true
      default: false
      }
    }
  }

  let kind: Kind
  var startLine = 0
  var startColumn = 0
  var endLine = 0
  /// The content of a block of code or HTML.
  var literal = ""
  /// The text of a heading, a paragraph or a cell, without marks.
  var text = ""
  /// The info string of a block of code.
  var info = ""
  /// Length, indentation and character of a fence; `nil` for an indented block.
  var fence: (length: Int, indentation: Int, character: UInt8)?
  var headingLevel = 0
  /// The first number of a numbered list.
  var listStart: Int?
  /// The letters `l`, `c`, `r` or zero, one for each column of a table.
  var alignments: [UInt8] = []
  var children: [SyntaxNode] = []
}
