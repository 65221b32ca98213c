internal import Reporting

/// Small pieces of English that every report needs.
enum Phrases {
  /// `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    items.count < 2
      ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + items[items.count - 1]
  }

  /// The same for pieces of prose.
  static func list(_ items: [Prose]) -> Prose {
    var prose = Prose("")
    for (position, item) in items.enumerated() {
      if position > 0 { prose = prose + (position == items.count - 1 ? " and " : ", ") }
      prose = prose + item
    }
    return prose
  }

  /// Numbers to twelve in words, larger ones in digits.
  static func count(_ number: Int) -> String {
    let words = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve",
    ]
    return words.indices.contains(number) ? words[number] : String(number)
  }

  /// `first` to `twelfth`, then `13th`.
  static func ordinal(_ number: Int) -> String {
    let words = [
      "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
      "ninth", "tenth", "eleventh", "twelfth",
    ]
    if words.indices.contains(number) { return words[number] }
    let suffix =
      (11...13).contains(number % 100) ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
    return "\(number)\(suffix)"
  }

  /// The text with a capital first letter.
  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
