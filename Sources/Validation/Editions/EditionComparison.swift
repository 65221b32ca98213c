internal import TimeSeries

/// Compares the figures of the documents of one input pairwise.
///
/// A level that a later document of the same publisher prints otherwise is revised. A change on a
/// base that only another document prints is right if the base can be what it implies; if not, the
/// base was revised, unless this publisher's levels never are: then the change is wrong. Two
/// publishers who differ are in conflict, and a slip that explains it is named.
struct EditionComparison {
  /// What was found, agreements included, in the order of the documents.
  private(set) var findings: [ComparedFigures] = []
  let index: EditionIndex
  /// Of each publisher, how many levels printed twice agree and how many do not.
  private var repeats: [String: (agreeing: Int, revised: Int)] = [:]

  init(_ parts: [SourceReading.Part], rounding: RoundingConvention) {
    index = EditionIndex(parts, rounding: rounding)
    countRepeats()
    compareLevels()
    compareDerived()
    compareBases()
    compareRates()
    explainDoubtful()
    findings += comparedSpans(besides: Set(findings.flatMap(\.figures)))
  }

  /// Whether the levels of a publisher stay as first printed: five at least were printed again
  /// and none was changed.
  private func isStable(_ publisher: String) -> Bool {
    let counts = repeats[publisher] ?? (0, 0)
    return counts.agreeing >= 5 && counts.revised == 0
  }

  private mutating func countRepeats() {
    for quantity in index.quantities {
      for (earlier, later) in pairs(quantity) {
        let publisher = index.publisher(later.part)
        guard index.publisher(earlier.part) == publisher else { continue }
        var counts = repeats[publisher] ?? (0, 0)
        if earlier.interval.overlaps(later.interval) {
          counts.agreeing += 1
        } else {
          counts.revised += 1
        }
        repeats[publisher] = counts
      }
    }
  }

  /// Each printed level with one of an earlier document: the latest that can be the same, or else
  /// the latest.
  private func pairs(
    _ quantity: Quantity
  ) -> [(EditionIndex.Entry, EditionIndex.Entry)] {
    let entries = index.levels[quantity] ?? []
    return entries.indices.dropFirst().compactMap { place in
      let later = entries[place]
      let earlier = entries[..<place].filter { $0.part != later.part }
      return (earlier.last { $0.interval.overlaps(later.interval) } ?? earlier.last)
        .map { ($0, later) }
    }
  }

  // MARK: Levels

  private mutating func compareLevels() {
    for quantity in index.quantities {
      for (earlier, later) in pairs(quantity) {
        findings.append(compared(quantity, earlier, later))
      }
    }
  }

  private func compared(
    _ quantity: Quantity, _ earlier: EditionIndex.Entry, _ later: EditionIndex.Entry
  ) -> ComparedFigures {
    let ids = [earlier.figure.id, later.figure.id]
    let words = EditionWords(index)
    if earlier.interval.overlaps(later.interval) {
      return ComparedFigures(.agrees, .equal, figures: ids, document: index.parts[later.part].name)
    }
    let isSame = index.publisher(earlier.part) == index.publisher(later.part)
    let slip = SlipSearch(index).slip(
      of: later, quantity, against: earlier.interval, samePublisher: isSame)
    let relation: ComparedFigures.Relation
    var reason: String
    if let slip {
      relation = .conflict
      reason = words.slip(slip, later)
    } else if isSame {
      relation = .revised
      reason = "the later figure replaces the earlier one"
    } else if quantity.measure == .fdiStock || quantity.measure == .fdiFlow {
      relation = .otherDefinition
      reason =
        "publishers count direct investment in different ways (registered, approved, without "
        + "financial), so both can be right"
    } else {
      relation = .conflict
      reason = EditionWords.open
    }
    return ComparedFigures(
      relation, .equal, figures: ids, feasible: words.own(earlier.interval, later.figure),
      printed: words.own(later.interval, later.figure), slip: slip,
      isOpen: slip == nil && relation == .conflict, document: index.parts[later.part].name,
      explanation:
        "\(words.name(quantity)): \(words.printed(earlier)), and \(words.printed(later)); \(reason)"
    )
  }

  /// Compares printed totals and balances with what the flows of another document give.
  private mutating func compareDerived() {
    let words = EditionWords(index)
    for derived in index.derived {
      for entry in index.levels[derived.quantity] ?? [] where entry.part != derived.part {
        let ids = derived.figures + [entry.figure.id]
        let kind: Claim.Kind = derived.quantity.measure == .balance ? .difference : .sum
        if derived.interval.overlaps(entry.interval) {
          findings.append(
            ComparedFigures(.agrees, kind, figures: ids, document: index.parts[entry.part].name))
          continue
        }
        let isSame = index.publisher(derived.part) == index.publisher(entry.part)
        let slip = SlipSearch(index).slip(
          of: entry, derived.quantity, against: derived.interval, samePublisher: isSame)
        let relation: ComparedFigures.Relation =
          slip != nil ? .conflict : isSame ? .revised : .conflict
        let reason =
          slip.map { words.slip($0, entry) }
          ?? (isSame ? "the figures were revised" : EditionWords.open)
        findings.append(
          ComparedFigures(
            relation, kind, figures: ids, feasible: words.own(derived.interval, entry.figure),
            printed: words.own(entry.interval, entry.figure), slip: slip,
            isOpen: slip == nil && relation == .conflict, document: index.parts[entry.part].name,
            explanation: "\(words.name(derived.quantity)): exports and imports in "
              + "\(words.document(derived.part)) allow \(words.range(derived.interval, entry.figure)), "
              + "and \(words.printed(entry)); \(reason)"))
      }
    }
  }

  // MARK: Changes

  /// Compares changes that several documents print for one span, each with the latest.
  private mutating func compareRates() {
    let blamed = Set(findings.filter { $0.relation == .conflict }.compactMap(\.figures.last))
    for repeated in index.repeatedRates {
      guard let latest = repeated.entries.last else { continue }
      for earlier in repeated.entries.dropLast()
      where earlier.part != latest.part && !blamed.contains(earlier.figure.id) {
        findings.append(compared(repeated.now, repeated.base, earlier, latest))
      }
    }
  }

  private func compared(
    _ now: Quantity, _ base: Quantity, _ earlier: EditionIndex.Entry, _ later: EditionIndex.Entry
  ) -> ComparedFigures {
    let words = EditionWords(index)
    let ids = [later.figure.id, earlier.figure.id]
    let document = index.parts[earlier.part].name
    if earlier.interval.overlaps(later.interval) {
      return ComparedFigures(.agrees, .equal, figures: ids, document: document)
    }
    let publisher = index.publisher(earlier.part)
    let isSame = publisher == index.publisher(later.part)
    let isStable = isSame && isStable(publisher)
    let range = YearToDate(index, now, base)?.range(besides: earlier.part)
    let isToDate =
      range.map { $0.overlaps(earlier.interval) && !$0.overlaps(later.interval) } ?? false
    let reason: String
    if isToDate, let range {
      reason = words.toDate(range, earlier, now)
    } else if isStable {
      reason = "the levels behind it were not revised, so one of the two is wrong"
    } else {
      reason = isSame ? "the change was revised" : EditionWords.open
    }
    return ComparedFigures(
      isSame && !isToDate && !isStable ? .revised : .conflict, .equal, figures: ids,
      feasible: later.interval, printed: earlier.interval,
      slip: isToDate
        ? Slip(.monthForYearToDate, corrected: later.figure.number, source: later.figure.id) : nil,
      isOpen: !isSame && !isToDate, document: document,
      explanation: "\(words.name(now)), change: \(words.printed(earlier)), and "
        + "\(words.printed(later)); \(reason)")
  }

  /// Explains changes that the year to date fits as well as the later print does, in documents
  /// that print the year to date in at least two other rows.
  private mutating func explainDoubtful() {
    var counts: [String: Int] = [:]
    for finding in findings where finding.slip?.kind == .monthForYearToDate {
      counts[finding.document, default: 0] += 1
    }
    let words = EditionWords(index)
    for repeated in index.repeatedRates {
      for entry in repeated.entries {
        let document = index.parts[entry.part].name
        guard counts[document] ?? 0 > 1,
          let place = findings.firstIndex(where: {
            $0.relation == .conflict && $0.slip == nil && $0.kind == .equal
              && $0.figures.last == entry.figure.id
          }),
          let range = YearToDate(index, repeated.now, repeated.base)?.range(besides: entry.part),
          range.overlaps(entry.interval)
        else { continue }
        let old = findings[place]
        let cut = old.explanation.split(separator: ";").first.map(String.init) ?? ""
        findings[place] = ComparedFigures(
          .conflict, .equal, figures: old.figures, feasible: old.feasible, printed: old.printed,
          slip: Slip(.monthForYearToDate, source: old.figures.first), document: document,
          explanation: cut + "; " + words.toDate(range, entry, repeated.now))
      }
    }
  }

  /// Compares changes with a base that only another document prints.
  private mutating func compareBases() {
    let words = EditionWords(index)
    for rate in index.rates {
      let part = rate.entry.part
      guard index.level(rate.base, in: part) == nil, let base = index.level(rate.base, near: part),
        let now = index.level(rate.now, near: part),
        let allowed = GrowthRange.growth(of: now.interval, on: base.interval)
      else { continue }
      let ids = [now.figure.id, base.figure.id, rate.entry.figure.id]
      if allowed.overlaps(rate.entry.interval) {
        findings.append(
          ComparedFigures(.agrees, .growth, figures: ids, document: index.parts[part].name))
        continue
      }
      findings.append(unfitting(rate, now, base, allowed, ids, words))
    }
  }

  private func unfitting(
    _ rate: EditionIndex.Rate, _ now: EditionIndex.Entry, _ base: EditionIndex.Entry,
    _ allowed: ExactInterval, _ ids: [String], _ words: EditionWords
  ) -> ComparedFigures {
    let (part, entry) = (rate.entry.part, rate.entry)
    let levels =
      "\(words.name(rate.now)): \(words.text(now)) on \(words.text(base)) in "
      + "\(words.document(base.part)) allows \(words.range(allowed, entry.figure)) %, printed \(words.text(entry))"
    let publisher = index.publisher(part)
    if isStable(publisher), index.publisher(base.part) == publisher {
      if let range = YearToDate(index, rate.now, rate.base)?.range(besides: part),
        range.overlaps(entry.interval)
      {
        return ComparedFigures(
          .conflict, .growth, figures: ids, feasible: allowed, printed: entry.interval,
          slip: Slip(.monthForYearToDate, source: nil), document: index.parts[part].name,
          explanation: "\(levels); \(words.toDate(range, entry, rate.now))")
      }
      let slips = SlipSearch.digitSlips(
        of: entry.figure, allowed: allowed, rounding: index.rounding)
      let reason =
        slips.isEmpty
        ? "no usual slip explains it"
        : slips.map { words.slip($0, entry) }.joined(separator: ", or ")
      return ComparedFigures(
        .conflict, .growth, figures: ids, feasible: allowed, printed: entry.interval,
        slip: slips.first, document: index.parts[part].name,
        explanation: "\(levels); no level that this publisher printed again was revised, so the "
          + "change is wrong; \(words.fitting(allowed, entry, index.rounding)) would fit; \(reason)"
      )
    }
    let implied = EditionBase(index, rate, now, base)
    return ComparedFigures(
      .revisedBase, .growth, figures: ids, feasible: allowed, printed: entry.interval,
      document: index.parts[part].name,
      explanation: "\(levels); it implies a revised base: \(implied.explanation(words))")
  }
}
