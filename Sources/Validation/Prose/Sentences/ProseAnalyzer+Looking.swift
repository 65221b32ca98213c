extension ProseAnalyzer {
  /// The tag of an item of the sentence.
  func tag(_ index: Int) -> Lexeme.Tag? {
    index >= low && index < high ? items[index].tag : nil
  }

  /// The preposition at an item of the sentence.
  func preposition(_ index: Int) -> Lexeme.Preposition? {
    index >= low && index < high ? items[index].preposition : nil
  }

  /// The last item before one that is no filler, hedge or quotation mark; `low - 1` for none.
  func before(_ index: Int) -> Int {
    var place = index - 1
    while place >= low, isPassedOver(place) { place -= 1 }
    return place
  }

  /// The first item behind one that is no filler or hyphen.
  func behind(_ index: Int) -> Int {
    var place = index + 1
    while place < high, items[place].tag == .filler || items[place].tag == .hyphen {
      place += 1
    }
    return place
  }

  private func isPassedOver(_ index: Int) -> Bool {
    switch items[index].tag {
    case .filler, .hedge, .mark, .hyphen: true
    default: false
    }
  }

  /// The figure that stands directly before an item, brackets with figures passed over.
  func figureBefore(_ index: Int) -> Int? {
    var place = before(index)
    if tag(place) == .close {
      place -= 1
      var steps = 0
      while place >= low, items[place].tag != .open, steps < 8 {
        place -= 1
        steps += 1
      }
      guard tag(place) == .open else { return nil }
      place = before(place)
    }
    return tag(place) == .figure ? items[place].index : nil
  }

  /// The text of an item in lower case.
  func word(_ index: Int) -> String {
    guard index >= 0, index < items.count else { return "" }
    let range = Int(tokens[items[index].first].start)..<Int(tokens[items[index].last].end)
    func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
    if !bytes[range].contains(where: isCapital) {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    return String(decoding: bytes[range].map { isCapital($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether the text of an item has some letters in it, which are in lower case.
  func word(_ index: Int, has letters: String) -> Bool {
    let text = word(index)
    var rest = text.utf8[...]
    while rest.count >= letters.utf8.count {
      if rest.starts(with: letters.utf8) { return true }
      rest.removeFirst()
    }
    return false
  }

  /// Whether a clause begins at an item.
  func isClauseStart(_ index: Int) -> Bool {
    guard index > low else { return true }
    let place = before(index)
    switch tag(place) {
    case nil, .comma, .semicolon, .colon, .dash, .conjunction, .open, .stop, .ofWhich: return true
    default: return false
    }
  }

  /// Whether the item belongs to what ends a clause.
  func isBreak(_ index: Int) -> Bool {
    switch tag(index) {
    case nil, .semicolon, .stop, .colon, .dash: true
    default: false
    }
  }
}
