extension String {
  /// The text in single quotes, at most 40 characters of it, with control characters escaped,
  /// as values are shown in messages.
  ///
  ///     "1O4.2".quoted  // '1O4.2'
  public var quoted: String {
    var text = "'"
    var count = 0
    for scalar in unicodeScalars {
      if count == 40 {
        text += "…"
        break
      }
      if scalar.value < 0x20 || scalar.value == 0x7F {
        text += scalar.escaped(asASCII: true)
      } else {
        text.unicodeScalars.append(scalar)
      }
      count += 1
    }
    return text + "'"
  }
}
