internal import TimeSeries

/// A text read otherwise in one weakly told respect, where its figures confirm that.
///
/// A time taken over from the sentence before, a flow that goes on because none is named, a usual
/// comparison, a direction that no word tells: such decisions may be wrong. When the plain reading
/// contradicts itself or ties nothing, each is tried otherwise, one at a time. A change is taken
/// when the whole text then holds and the figures it is about are part of what holds: figures of
/// several digits do not fit by accident. What the words say themselves is never changed, so a
/// misprint stays one.
struct ConfirmedReading {
  /// What was read.
  let result: ProseReader.Result

  /// Texts of more figures are read as they are.
  private static let largestText = 60
  /// The most changes that are tried.
  private static let mostChanges = 80

  /// One decision made otherwise.
  private struct Change {
    /// The figures it is about, by place.
    let figures: [Int]
    /// What is done to each.
    let edit: Edit

    enum Edit: Hashable {
      case period(ProsePeriod)
      case measure(ProseMeasure)
      case comparison
      case sign
    }
  }

  /// The result with the change that its figures confirm, or as it is.
  ///
  /// - Parameter check: What a check finds of a result: the verdict, the places of the figures that
  ///   are part of what holds, and of those of a contradiction.
  func settled(_ check: (ProseReader.Result) -> Finding) -> ProseReader.Result {
    guard (2...Self.largestText).contains(result.figures.count) else { return result }
    let found = check(result)
    guard found.verdict != .consistent else { return result }
    let changes = changes().filter { change in
      found.verdict == .notCheckable || change.figures.contains { found.figures.contains($0) }
    }
    for change in changes.prefix(Self.mostChanges) {
      let other = applied(change)
      guard !repeatsALevel(change, other.figures) else { continue }
      let finding = check(other)
      if finding.verdict == .consistent, isConfirmed(change, by: finding.figures, besides: found) {
        return other
      }
    }
    return result
  }

  /// Whether a changed level would be told a second time: that it may be equal confirms nothing.
  private func repeatsALevel(_ change: Change, _ figures: [ProseFigure]) -> Bool {
    change.figures.contains { place in
      let level = figures[place]
      guard level.role == .level || level.role == .balance else { return false }
      return figures.indices.contains { index in
        let other = figures[index]
        return !change.figures.contains(index) && other.role == level.role
          && other.measure == level.measure && other.scope == level.scope
          && other.period == level.period && other.unit == level.unit
      }
    }
  }

  /// Whether what holds ties the changed figures to others, and everything that contradicted itself.
  private func isConfirmed(
    _ change: Change, by tied: Set<Int>, besides found: Finding
  ) -> Bool {
    change.figures.allSatisfy(tied.contains) && tied.contains { !change.figures.contains($0) }
      && (found.verdict == .notCheckable || found.figures.isSubset(of: tied))
  }

  /// What a check finds.
  struct Finding {
    /// The verdict.
    let verdict: CheckResult.Verdict
    /// The places of the figures that take part: in what holds, or in a contradiction.
    let figures: Set<Int>
  }

  private func applied(_ change: Change) -> ProseReader.Result {
    var result = result
    for place in change.figures {
      result.figures[place].rules.append(.confirmed)
      switch change.edit {
      case .period(let period): result.figures[place].move(to: period)
      case .measure(let measure):
        result.figures[place].measure = measure
        if measure.isBalance, result.figures[place].role == .level {
          result.figures[place].role = .balance
        } else if !measure.isBalance, result.figures[place].role == .balance {
          result.figures[place].role = .level
        }
      case .comparison: result.figures[place].compareOtherwise()
      case .sign:
        result.figures[place].sign = -result.figures[place].sign
      }
    }
    return result
  }

  // MARK: Changes

  /// What may be read otherwise, the most plausible first.
  private func changes() -> [Change] {
    periods() + measures() + comparisons() + signs()
  }

  private var sentences: [[Int]] {
    var sentences: [[Int]] = []
    for index in result.figures.indices {
      if let last = sentences.last?.last,
        result.figures[last].sentence == result.figures[index].sentence
      {
        sentences[sentences.count - 1].append(index)
      } else {
        sentences.append([index])
      }
    }
    return sentences
  }

  /// Other times that the text names, of the same length, for what a sentence does not date itself,
  /// for it alone and for all behind it.
  private func periods() -> [Change] {
    var told: [ProsePeriod] = []
    for figure in result.figures {
      for period in [figure.period, figure.base] {
        if let period, !told.contains(period) { told.append(period) }
      }
    }
    let sentences = sentences
    var changes: [Change] = []
    for (number, sentence) in sentences.enumerated() {
      var seen: [ProsePeriod] = []
      for index in sentence where isDatedWeakly(index) {
        guard let period = result.figures[index].period, !seen.contains(period) else { continue }
        seen.append(period)
        let own = sentence.filter { isDatedWeakly($0) && result.figures[$0].period == period }
        let behind = sentences[number...].joined().filter {
          isDatedWeakly($0) && result.figures[$0].period == period
        }
        // Changes alone are of the level beside them.
        guard own.contains(where: { result.figures[$0].role != .change }) else { continue }
        for other in told where other != period && other.months == period.months {
          changes.append(Change(figures: own, edit: .period(other)))
          if behind.count > own.count {
            changes.append(Change(figures: behind, edit: .period(other)))
          }
        }
      }
    }
    return changes
  }

  private func isDatedWeakly(_ index: Int) -> Bool {
    let figure = result.figures[index]
    return !figure.isBase && !figure.rules.contains(.ownTime)
      && (figure.rules.contains(.inheritedTime) || figure.rules.contains(.laterTime))
  }

  /// The other flows, for what names none.
  private func measures() -> [Change] {
    var changes: [Change] = []
    for sentence in sentences {
      var start = 0
      while start < sentence.count {
        // A level and what its clause says of it.
        var end = start + 1
        let first = result.figures[sentence[start]]
        while end < sentence.count {
          let next = result.figures[sentence[end]]
          guard next.measure == first.measure, next.scope == first.scope, next.role == .change
          else { break }
          end += 1
        }
        let group = Array(sentence[start..<end])
        start = end
        guard namesFlowWeakly(first) else { continue }
        let flows: [ProseMeasure] = [.exports, .imports, .trade, .balance]
        for measure in flows where measure != first.measure && flows.contains(first.measure) {
          changes.append(Change(figures: group, edit: .measure(measure)))
        }
      }
    }
    return changes
  }

  private func namesFlowWeakly(_ figure: ProseFigure) -> Bool {
    figure.role != .share
      && figure.rules.contains {
        [.inheritedTopic, .flowVerb, .partnersFlow, .topicBehind, .silentRespectively].contains($0)
      }
  }

  /// Month or quarter before instead of the year before, or the other way, where nothing is said.
  private func comparisons() -> [Change] {
    let weak = result.figures.indices.filter { index in
      let figure = result.figures[index]
      guard figure.role == .change, let period = figure.period else { return false }
      return (period.months == 1 || period.months == 3)
        && figure.rules.contains { $0 == .comparisonUsual || $0 == .comparisonInherited }
    }
    let single = weak.map { Change(figures: [$0], edit: .comparison) }
    return (weak.count > 1 ? [Change(figures: weak, edit: .comparison)] : []) + single
  }

  /// The other direction, where no word tells one.
  private func signs() -> [Change] {
    result.figures.indices.filter { index in
      let figure = result.figures[index]
      let isTold = figure.rules.contains {
        [.signPrinted, .signBehind, .signBefore, .signShared, .deficit, .surplus].contains($0)
      }
      return !isTold && (figure.role == .change || figure.role == .balance)
    }.map { Change(figures: [$0], edit: .sign) }
  }
}

extension ProseFigure {
  /// Gives it another time, its base as far before as it was.
  fileprivate mutating func move(to other: ProsePeriod) {
    if let period, let base {
      let months =
        (other.lastMonth.year - period.lastMonth.year) * 12
        + other.lastMonth.month - period.lastMonth.month
      self.base = base.shifted(byMonths: months)
    }
    period = other
  }

  /// Compares it with the year before instead of the month or quarter before, or the other way.
  fileprivate mutating func compareOtherwise() {
    guard let period else { return }
    if comparison == .yearOverYear {
      base = period.shifted(byMonths: -period.months)
      comparison = period.months == 1 ? .monthOverMonth : .quarterOverQuarter
    } else {
      base = period.shifted(byYears: -1)
      comparison = .yearOverYear
    }
  }
}
