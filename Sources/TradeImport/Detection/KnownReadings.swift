/// What texts were read as before: a column repeats a few texts in all its rows.
struct KnownReadings<Value> {
  private var known: [String: Value] = [:]
  private var last: (text: String, value: Value)?

  /// What a text was read as, or what it is read as now; what cannot be read is not kept.
  mutating func reading(of text: String, _ read: (String) -> Value?) -> Value? {
    if let last, last.text == text { return last.value }
    if let value = known[text] {
      last = (text, value)
      return value
    }
    guard let value = read(text) else { return nil }
    known[text] = value
    last = (text, value)
    return value
  }
}
