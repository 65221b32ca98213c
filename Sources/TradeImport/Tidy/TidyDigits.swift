internal import DelimitedText
internal import TimeSeries
internal import TradeModel

/// The number of an observation as tidy CSV has it: the digits of the value, and those that were
/// printed where they are others.
struct TidyDigits {
  /// Empty when the value is missing.
  let value: String
  /// Empty when the digits of the value are those that were printed.
  let printed: String
  /// Empty for a scale of one, and without printed digits.
  let scale: String

  init(_ observation: borrowing TradeObservation) {
    guard let value = observation.observation.value else {
      (self.value, printed, scale) = ("", "", "")
      return
    }
    guard let figure = observation.figure else {
      // Without digits as printed, those of the value would count as printed.
      self.value = TidyNumber.text(value)
      printed = observation.words ?? "not in digits"
      scale = ""
      return
    }
    // Digits as printed are the shortest ones most of the time; then no others are made.
    let isValue =
      figure.scale == .one && TidyNumber.isShortest(figure.text.utf8Span.span)
      && figure.value == value
    self.value = isValue ? figure.text : TidyNumber.text(value)
    let isPrinted = figure.scale != .one || figure.text != self.value
    printed = isPrinted ? figure.text : ""
    scale = isPrinted && figure.scale != .one ? figure.scale.description : ""
  }

  /// How many bytes the fields have.
  var count: Int { [.value, .printed, .scale].reduce(0) { $0 + field($1).count } }

  /// The field of a column; empty for those that hold no digits.
  func field(_ column: TidyColumns.Name) -> [UInt8] {
    switch column {
    case .value: return Array(value.utf8)
    case .printed:
      var bytes: [UInt8] = []
      DelimitedWriter().append(field: printed, to: &bytes)
      return bytes
    case .scale: return Array(scale.utf8)
    default: return []
    }
  }
}
