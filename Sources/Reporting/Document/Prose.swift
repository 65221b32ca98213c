/// Running text with figures, footnotes and emphasis in it.
///
/// A string literal makes one, and figures are put in by interpolation:
///
///     let text: Prose = "Exports were \(exports) in the third quarter."
public struct Prose: Sendable, Hashable {
  /// The parts in reading order.
  public let inlines: [Inline]

  /// Makes prose of parts.
  public init(_ inlines: [Inline]) { self.inlines = inlines }

  /// Makes prose of plain text.
  public init(_ text: String) { self.init(text.isEmpty ? [] : [.text(text)]) }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { inlines.isEmpty }

  /// One text after the other, without a space between.
  public static func + (lhs: Prose, rhs: Prose) -> Prose { Prose(lhs.inlines + rhs.inlines) }

  /// The words alone: no footnotes, no marks, no addresses.
  public var plainText: String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): text
      case .quantity(let quantity): quantity.text
      case .emphasis(let prose), .link(let prose, to: _), .highlight(let prose, _):
        prose.plainText
      case .footnote: ""
      }
    }.joined()
  }
}

/// A part of running text.
public enum Inline: Sendable, Hashable {
  /// Plain text; line breaks in it count as spaces.
  case text(String)
  /// A figure; number and unit stay on one line.
  case quantity(StyledQuantity)
  /// Text that is stressed.
  case emphasis(Prose)
  /// A command, a file name or a piece of code.
  case code(String)
  /// A mark that points to a footnote.
  case footnote(Footnote)
  /// Text that leads to an address.
  case link(Prose, to: String)
  /// Text in a colour that says what was found about it; in writers without colours plain text.
  case highlight(Prose, Highlight)
}

/// What was found about a piece of text.
public struct Highlight: Sendable, Hashable {
  /// What it is like.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Right, as far as can be seen.
    case right
    /// Wrong, or part of what cannot be right.
    case wrong
    /// Neither is known.
    case open
  }

  /// What it is like.
  public let kind: Kind
  /// What is known about it, shown when a reader points at it.
  public let note: String

  /// Makes a highlight.
  public init(_ kind: Kind, _ note: String = "") {
    self.kind = kind
    self.note = note
  }
}

/// A note at the end of the document; equal footnotes share one number.
public struct Footnote: Sendable, Hashable {
  /// What the note says.
  public let text: Prose

  /// Makes a footnote.
  public init(_ text: Prose) { self.text = text }
}

extension Prose: ExpressibleByStringInterpolation {
  /// Makes prose of plain text.
  public init(stringLiteral value: String) { self.init(value) }

  /// Makes prose of text and the figures in it.
  public init(stringInterpolation: Interpolation) { self.init(stringInterpolation.inlines) }

  /// Collects the parts of an interpolated literal.
  public struct Interpolation: StringInterpolationProtocol {
    var inlines: [Inline] = []

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {
      inlines.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds text between figures.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { inlines.append(.text(literal)) }
    }

    /// Adds plain text.
    public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Adds a count or a year, its digits as they are.
    public mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }

    /// Adds a figure.
    public mutating func appendInterpolation(_ quantity: StyledQuantity) {
      inlines.append(.quantity(quantity))
    }

    /// Adds a footnote mark.
    public mutating func appendInterpolation(_ footnote: Footnote) {
      inlines.append(.footnote(footnote))
    }

    /// Adds a part.
    public mutating func appendInterpolation(_ inline: Inline) { inlines.append(inline) }

    /// Adds other prose.
    public mutating func appendInterpolation(_ prose: Prose) { inlines += prose.inlines }
  }
}
