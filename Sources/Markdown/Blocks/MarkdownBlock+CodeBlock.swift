extension MarkdownBlock {
  /// A block of code, between fences or indented by four columns.
  public struct CodeBlock: Sendable, Hashable {
    /// The fences around a block.
    public struct Fence: Sendable, Hashable {
      /// What a fence is made of.
      public enum Character: String, Sendable, Hashable {
        /// A backquote.
        case backquote = "`"
        /// A tilde.
        case tilde = "~"
      }

      /// What the fence is made of.
      public let character: Character
      /// How many characters the opening fence has, at least three.
      public let length: Int
      /// How many columns the fence is indented in the block it stands in, at most three.
      public let indentation: Int
      /// The line of the opening fence.
      public let openingLine: Int
      /// The column of the first character of the opening fence.
      public let column: Int
      /// The line of the closing fence; `nil` when the block ends with the text, or with the quote
      /// or list it stands in.
      public let closingLine: Int?
    }

    /// The text after the opening fence, without blanks around it; empty in an indented block.
    public let info: String
    /// The lines between the fences, without the indentation that belongs to the block.
    public let contentLines: [String]
    /// The line of the first line of content, also where there is none yet.
    public let firstContentLine: Int
    /// The fences; `nil` in an indented block.
    public let fence: Fence?
    /// The lines of the source, fences included.
    public let lines: ClosedRange<Int>

    /// The content, each line ended with a line feed.
    public var content: String { contentLines.map { $0 + "\n" }.joined() }

    /// The first word of the info string, which names the language; empty when there is none.
    public var language: Substring {
      info.prefix { $0 != " " && $0 != "\t" }
    }
  }
}
