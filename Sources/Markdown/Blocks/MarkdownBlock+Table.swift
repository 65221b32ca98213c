extension MarkdownBlock {
  /// A table with a header row.
  public struct Table: Sendable, Hashable {
    /// The side a column is set to.
    public enum Alignment: Sendable, Hashable, CaseIterable {
      /// Not said.
      case none
      /// `:--`
      case left
      /// `:-:`
      case center
      /// `--:`
      case right
    }

    /// A row, with as many cells as the header.
    public struct Row: Sendable, Hashable {
      /// The cells; those that the source leaves out are empty, those too many are dropped.
      public let cells: [Cell]
      /// The line of the source.
      public let line: Int
    }

    /// A cell.
    public struct Cell: Sendable, Hashable {
      /// The text without marks, tags and link targets.
      public let text: String
      /// The column of the cell's first byte that is not blank.
      ///
      /// Of an empty cell the column after its bar; `nil` for one that the source leaves out.
      public let column: Int?
    }

    /// The alignment of each column.
    public let alignments: [Alignment]
    /// The row above the line of dashes.
    public let header: Row
    /// The rows below it.
    public let rows: [Row]
    /// The lines of the source.
    public let lines: ClosedRange<Int>
  }
}
