internal import TradeImport
internal import TradeModel

/// What a cell of a table says as a number.
enum CellText: Sendable, Hashable {
  /// A printed number.
  case figure(PublishedFigure, isPercent: Bool)
  /// A sign for a number that is zero or rounds to zero, as `(-)` in American tables.
  case roundsToZero
  /// A word or sign for a number that is not there.
  case missing
  /// Nothing.
  case empty
  /// Something else.
  case text

  /// Reads a cell.
  ///
  /// `(+19.0)` and `(-36.4)` are numbers in brackets, `(3.2)` is a negative one.
  init(_ text: String, _ format: NumberFormat) {
    if text.isEmpty {
      self = .empty
      return
    }
    if text == "(-)" || text == "(–)" || text == "(*)" {
      self = .roundsToZero
      return
    }
    switch format.read(Self.withoutBrackets(text)) {
    case .number(let number):
      // Flags are a letter or two; words such as 'usd bn' are made of such letters too.
      if number.flags.count > 2 {
        self = .text
      } else if let figure = number.figure() {
        self = .figure(figure, isPercent: number.isPercent)
      } else {
        self = number.digits.isEmpty ? .roundsToZero : .text
      }
    case .missing: self = .missing
    case .empty: self = .empty
    case .notANumber: self = .text
    }
  }

  /// The text without brackets around a number that has a sign of its own.
  static func withoutBrackets(_ text: String) -> String {
    guard text.first == "(", text.last == ")" else { return text }
    let inner = text.dropFirst().dropLast()
    guard let sign = inner.unicodeScalars.first(where: { $0 != " " }),
      "+-−–".unicodeScalars.contains(sign), inner.contains(where: \.isNumber)
    else { return text }
    return String(inner)
  }
}
