/// Numbers the footnotes of a document in the order in which they are met.
struct FootnoteRegister {
  /// The notes met so far; number 1 comes first.
  private(set) var notes: [Footnote] = []
  private var numbers: [Footnote: Int] = [:]

  /// Returns the number of a note; equal notes have one number.
  mutating func number(of note: Footnote) -> Int {
    if let number = numbers[note] { return number }
    notes.append(note)
    numbers[note] = notes.count
    return notes.count
  }

  /// Returns the marks of some notes, one after the other.
  mutating func marks(_ footnotes: [Footnote], _ mark: (Int) -> String) -> String {
    var text = ""
    for note in footnotes { text += mark(number(of: note)) }
    return text
  }
}
