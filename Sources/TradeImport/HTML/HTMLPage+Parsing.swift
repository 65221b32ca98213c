internal import CXML

extension HTMLPage {
  /// Reads a page.
  public init(_ text: String) { self.init(Array(text.utf8)) }

  /// Reads the bytes of a page in UTF-8, whatever encoding the page names.
  ///
  /// What is no page at all gives one without tables. Nothing is loaded from elsewhere.
  /// - Complexity: O(*n*).
  public init(_ bytes: [UInt8]) {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue
    guard bytes.count < Int(Int32.max), !bytes.isEmpty else {
      self.init(texts: [], tables: [])
      return
    }
    let document = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe htmlReadMemory(
          characters.baseAddress, Int32(characters.count), nil, "UTF-8", Int32(options))
      }
    }
    guard let document = unsafe document else {
      self.init(texts: [], tables: [])
      return
    }
    defer { unsafe xmlFreeDoc(document) }
    var walk = HTMLWalk(bytes)
    var child = unsafe document.pointee.children
    while let node = unsafe child {
      unsafe walk.visit(node, depth: 0)
      unsafe child = node.pointee.next
    }
    self.init(texts: walk.texts, tables: walk.finishedTables)
  }
}

/// Walks through the nodes of a page and collects tables and texts.
///
/// Cells and texts are looked up in the bytes as they come, from the place of the one before, so
/// that each gets the place where it stands.
private struct HTMLWalk {
  private(set) var texts: [HTMLText] = []
  private var tables: [[HTMLRow]] = []
  private var places: HTMLPlaces
  /// Whether a block began or ended since the last text.
  private var isAtBlock = true
  /// Whether the last text ended with white space.
  private var endsSpaced = true

  /// Deeper nesting than any table of figures has; the rest of such a branch is not read.
  private static let depthLimit = 512

  init(_ bytes: [UInt8]) { places = HTMLPlaces(bytes) }

  var finishedTables: [HTMLTable] { tables.map { HTMLTable(rows: $0) } }

  mutating func visit(_ node: xmlNodePtr, depth: Int) {
    guard depth < Self.depthLimit else { return }
    switch unsafe node.pointee.type {
    case XML_TEXT_NODE:
      let content = unsafe Self.content(of: node)
      let text = Self.folded(content)
      guard !text.isEmpty else {
        endsSpaced = true
        return
      }
      let place = places.find(text, fromLine: nil)
      texts.append(
        HTMLText(
          text: text, line: place.line, offset: place.offset, beginsBlock: isAtBlock,
          isSpaced: endsSpaced || content.first?.isWhitespace == true))
      isAtBlock = false
      endsSpaced = content.last?.isWhitespace == true
    case XML_ELEMENT_NODE:
      switch unsafe Self.name(of: node) {
      case "script", "style": break
      case "table":
        tables.append([])
        unsafe visitTable(node, index: tables.count - 1, depth: depth)
        isAtBlock = true
      case "br": endsSpaced = true
      case "a", "abbr", "b", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s",
        "small",
        "span", "strong", "sub", "sup", "time", "u":
        unsafe visitChildren(of: node, depth: depth)
      default:
        isAtBlock = true
        unsafe visitChildren(of: node, depth: depth)
        isAtBlock = true
      }
    default: break
    }
  }

  private mutating func visitChildren(of node: xmlNodePtr, depth: Int) {
    var child = unsafe node.pointee.children
    while let next = unsafe child {
      unsafe visit(next, depth: depth + 1)
      unsafe child = next.pointee.next
    }
  }

  /// Rows stand in the table or in its sections; what stands between them is text of the page.
  private mutating func visitTable(_ node: xmlNodePtr, index: Int, depth: Int) {
    guard depth < Self.depthLimit else { return }
    var child = unsafe node.pointee.children
    while let next = unsafe child {
      switch unsafe Self.name(of: next) {
      case "tr": unsafe visitRow(next, index: index, depth: depth + 1)
      case "thead", "tbody", "tfoot":
        unsafe visitTable(next, index: index, depth: depth + 1)
      default: unsafe visit(next, depth: depth + 1)
      }
      unsafe child = next.pointee.next
    }
  }

  private mutating func visitRow(_ node: xmlNodePtr, index: Int, depth: Int) {
    var cells: [HTMLCell] = []
    var inner: [xmlNodePtr] = unsafe []
    var child = unsafe node.pointee.children
    while let next = unsafe child {
      switch unsafe Self.name(of: next) {
      case "td", "th":
        unsafe cells.append(cell(next, depth: depth))
        unsafe Self.collectTables(in: next, into: &inner, depth: depth)
      default: unsafe visit(next, depth: depth + 1)
      }
      unsafe child = next.pointee.next
    }
    if let first = cells.first {
      tables[index].append(HTMLRow(cells: cells, line: first.line))
    }
    unsafe inner.forEach { unsafe visit($0, depth: depth + 1) }
  }

  private mutating func cell(_ node: xmlNodePtr, depth: Int) -> HTMLCell {
    var raw = ""
    unsafe Self.appendText(of: node, to: &raw, depth: depth)
    let text = Self.folded(raw)
    let place = places.find(text, fromLine: unsafe Int(xmlGetLineNo(node)))
    return HTMLCell(
      text: text, columnSpan: unsafe Self.span("colspan", of: node),
      rowSpan: unsafe Self.span("rowspan", of: node), isHeading: unsafe Self.name(of: node) == "th",
      line: place.line, column: place.column, offset: place.offset)
  }

  /// The text of a cell without that of the tables in it, a line break counting as a space.
  private static func appendText(of node: xmlNodePtr, to text: inout String, depth: Int) {
    guard depth < depthLimit else { return }
    var child = unsafe node.pointee.children
    while let next = unsafe child {
      if unsafe next.pointee.type == XML_TEXT_NODE {
        text += unsafe content(of: next)
      } else {
        switch unsafe name(of: next) {
        case "table", "script", "style": break
        case "br": text += " "
        default: unsafe appendText(of: next, to: &text, depth: depth + 1)
        }
      }
      unsafe child = next.pointee.next
    }
  }

  private static func collectTables(
    in node: xmlNodePtr, into found: inout [xmlNodePtr], depth: Int
  ) {
    guard depth < depthLimit else { return }
    var child = unsafe node.pointee.children
    while let next = unsafe child {
      if unsafe name(of: next) == "table" {
        unsafe found.append(next)
      } else {
        unsafe collectTables(in: next, into: &found, depth: depth + 1)
      }
      unsafe child = next.pointee.next
    }
  }

  /// The name of an element; empty for other nodes.
  private static func name(of node: xmlNodePtr) -> String {
    guard unsafe node.pointee.type == XML_ELEMENT_NODE, let name = unsafe node.pointee.name else {
      return ""
    }
    return unsafe String(cString: name)
  }

  private static func content(of node: xmlNodePtr) -> String {
    unsafe node.pointee.content.map { unsafe String(cString: $0) } ?? ""
  }

  /// The number in `colspan` or `rowspan`: 1 without it, and at most 1,000, as in HTML.
  private static func span(_ wanted: String, of node: xmlNodePtr) -> Int {
    var attribute = unsafe node.pointee.properties
    while let next = unsafe attribute {
      if let name = unsafe next.pointee.name, unsafe String(cString: name) == wanted {
        let text = unsafe next.pointee.children.map { unsafe content(of: $0) } ?? ""
        return min(max(Int(folded(text)) ?? 1, 1), 1_000)
      }
      unsafe attribute = next.pointee.next
    }
    return 1
  }

  /// White space folded to single spaces, none at the ends.
  private static func folded(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
