internal import TimeSeries

/// Times that a sentence looks back to without leaving its own.
extension ProseAnalyzer {
  /// "whereas September 2021 had shown", "it had been 5.6 billion in November 2020", "having been 3.4
  /// short in 2022": the past of the past in the clause of a time.
  func isPastPerfect(at time: Int) -> Bool {
    isHad(from: time + 1, by: 1) || isHad(from: time - 1, by: -1)
  }

  /// "the deficit, which had been 57 million in March 2020, came to": where such a clause ends.
  func endOfRelative(at time: Int) -> Int {
    let isRelative = (max(low, time - 12)..<time).contains {
      word($0) == "had" && ["which", "that"].contains(word(before($0)))
    }
    guard isRelative else { return high }
    return (time..<high).first { tag($0) == .comma } ?? high
  }

  private func isHad(from start: Int, by step: Int) -> Bool {
    var place = start
    while place >= low, place < high, abs(place - start) < 12 {
      if word(place) == "had" || word(place) == "having" {
        let verb = behind(place)
        return [.level, .change, .balance].contains(tag(verb)) && verb <= place + 2
          || ["shown", "seen", "stood", "run"].contains(word(verb))
      }
      if isBreak(place) || tag(place) == .comma || tag(place) == .conjunction { return false }
      place += step
    }
    return false
  }

  /// "shrank 8.7%, extending May's 0.1% dip": a participle looks back and dates nothing.
  func isBehindParticiple(_ time: Int) -> Bool {
    let verb = word(before(time))
    return ["extending", "reversing", "following", "erasing", "continuing", "deepening"]
      .contains(verb)
  }

  /// "The gap, 49.9 billion in 2020, shrank to": a figure between commas behind its noun.
  func isApposition(at time: Int) -> Bool {
    guard tag(time + 1) == .comma,
      let place = places.last(where: { $0 < time }), time - place <= 3
    else { return false }
    let comma = before(place)
    return tag(comma) == .comma && [.measure, .balance].contains(tag(before(comma)))
  }

  /// A sentence that tells the same months of two years, "a deficit of 3.8 in June 2022, whereas June
  /// 2021 had a surplus", looks back to the earlier: what follows is of the later.
  mutating func comeBack(from told: [ProsePeriod]) {
    guard let last = told.last else { return }
    let others = told.filter { other in
      let years = other.lastMonth.year - last.lastMonth.year
      return years > 0 && last.shifted(byYears: years) == other
    }
    if let latest = others.max(by: { $0.lastMonth < $1.lastMonth }) { resolver.current = latest }
  }
}
