internal import CMarkdown
internal import Synchronization

// The only file that calls the C parser. No pointer leaves it.

/// Attaching an extension changes tables of the parser that belong to the whole process while a
/// text is read, so only one text may be read at a time.
private let parserLock = Mutex(())

/// Deeper quotes and lists are replaced by what is in them, so that no walk over the blocks can
/// run out of stack.
private let deepestContainer = 100

extension SyntaxNode {
  /// Returns the blocks of a text, read as CommonMark with tables, struck-out text and bare links.
  static func parse(_ text: String) -> [SyntaxNode] {
    parserLock.withLock { _ in
      cmark_gfm_core_extensions_ensure_registered()
      guard let parser = unsafe cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
      defer { unsafe cmark_parser_free(parser) }
      for name in ["table", "strikethrough", "autolink"] {
        guard let feature = unsafe cmark_find_syntax_extension(name) else {
          preconditionFailure("libcmark-gfm-extensions lacks the extension '\(name)'")
        }
        unsafe cmark_parser_attach_syntax_extension(parser, feature)
      }
      var text = text
      text.withUTF8 { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
          unsafe cmark_parser_feed(parser, characters.baseAddress, characters.count)
        }
      }
      guard let root = unsafe cmark_parser_finish(parser) else { return [] }
      defer { unsafe cmark_node_free(root) }
      return unsafe blocks(in: root, depth: 0)
    }
  }

  private static func blocks(in parent: OpaquePointer, depth: Int) -> [SyntaxNode] {
    var blocks: [SyntaxNode] = []
    var next = unsafe cmark_node_first_child(parent)
    while let node = unsafe next {
      if let kind = unsafe kind(of: node) {
        if kind.isContainer, depth >= deepestContainer {
          blocks += unsafe leaves(in: node, depth: depth)
        } else {
          unsafe blocks.append(block(kind, node, depth: depth))
        }
      }
      unsafe next = cmark_node_next(node)
    }
    return blocks
  }

  /// Returns the blocks in a container that are no containers, however deep they are.
  private static func leaves(in container: OpaquePointer, depth: Int) -> [SyntaxNode] {
    var leaves: [SyntaxNode] = []
    guard let iterator = unsafe cmark_iter_new(container) else { return [] }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return leaves }
      guard event == CMARK_EVENT_ENTER, let node = unsafe cmark_iter_get_node(iterator),
        let kind = unsafe kind(of: node), !kind.isContainer
      else { continue }
      unsafe leaves.append(block(kind, node, depth: depth))
      if unsafe cmark_node_first_child(node) != nil {
        unsafe cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
      }
    }
  }

  private static func block(_ kind: Kind, _ node: OpaquePointer, depth: Int) -> SyntaxNode {
    var block = SyntaxNode(kind: kind)
    block.startLine = Int(unsafe cmark_node_get_start_line(node))
    block.startColumn = Int(unsafe cmark_node_get_start_column(node))
    block.endLine = Int(unsafe cmark_node_get_end_line(node))
    switch kind {
    case .heading, .paragraph, .tableCell:
      block.text = unsafe plainText(of: node)
      block.headingLevel = Int(unsafe cmark_node_get_heading_level(node))
    case .code:
      block.literal = unsafe string(cmark_node_get_literal(node))
      block.info = unsafe string(cmark_node_get_fence_info(node))
      var (length, offset, character) = (CInt(0), CInt(0), CChar(0))
      if unsafe cmark_node_get_fenced(node, &length, &offset, &character) != 0 {
        block.fence = (Int(length), Int(offset), UInt8(bitPattern: character))
      }
    case .html:
      block.literal = unsafe string(cmark_node_get_literal(node))
    case .table:
      let count = Int(unsafe cmark_gfm_extensions_get_table_columns(node))
      if let letters = unsafe cmark_gfm_extensions_get_table_alignments(node) {
        block.alignments = unsafe Array(UnsafeBufferPointer(start: letters, count: count))
      }
      block.children = unsafe blocks(in: node, depth: depth)
    case .list where unsafe cmark_node_get_list_type(node) == CMARK_ORDERED_LIST:
      block.listStart = Int(unsafe cmark_node_get_list_start(node))
      block.children = unsafe blocks(in: node, depth: depth + 1)
    case .tableHeader, .tableRow:
      block.children = unsafe blocks(in: node, depth: depth)
    case .document, .quote, .list, .item, .tasklist:
      block.children = unsafe blocks(in: node, depth: depth + 1)
    case .thematicBreak: break
    }
    return block
  }

  /// Returns the text in a node; line ends and `<br>` are line feeds, other tags are left out.
  private static func plainText(of node: OpaquePointer) -> String {
    var text = ""
    guard let iterator = unsafe cmark_iter_new(node) else { return "" }
    defer { unsafe cmark_iter_free(iterator) }
    while true {
      let event = unsafe cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return text }
      guard event == CMARK_EVENT_ENTER, let inline = unsafe cmark_iter_get_node(iterator)
      else { continue }
      switch unsafe string(cmark_node_get_type_string(inline)) {
      case "text", "code": text += unsafe string(cmark_node_get_literal(inline))
      case "softbreak", "linebreak": text += "\n"
      case "html_inline":
        let tag = unsafe string(cmark_node_get_literal(inline)).lowercased()
        if tag.hasPrefix("<br") { text += "\n" }
      default: break
      }
    }
  }

  private static func kind(of node: OpaquePointer) -> Kind? {
    unsafe Kind(rawValue: string(cmark_node_get_type_string(node)))
  }

  private static func string(_ characters: UnsafePointer<CChar>?) -> String {
    guard let characters = unsafe characters else { return "" }
    return unsafe String(cString: characters)
  }
}
