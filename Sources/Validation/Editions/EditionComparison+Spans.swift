internal import TimeSeries

extension EditionComparison {
  /// Compares levels that nothing else speaks of with a longer span around them in another
  /// document, or with a shorter one inside: January to July is no more than the year.
  ///
  /// - Parameter known: The ids of figures that were compared already.
  /// - Returns: One finding for each such level, with the shortest span around it, or else the
  ///   longest inside.
  func comparedSpans(besides known: Set<String>) -> [ComparedFigures] {
    var groups: [Quantity: [EditionIndex.Entry]] = [:]
    var spans: [String: Period] = [:]
    for quantity in index.quantities where quantity.isNonNegative {
      guard case .span(let span)? = quantity.period else { continue }
      for entry in index.levels[quantity] ?? [] {
        groups[quantity.of(nil), default: []].append(entry)
        spans[entry.figure.id] = span
      }
    }
    var findings: [ComparedFigures] = []
    var told = known
    for quantity in index.quantities {
      guard let group = groups[quantity.of(nil)], group.count > 1 else { continue }
      for entry in index.levels[quantity] ?? [] where !told.contains(entry.figure.id) {
        guard let own = spans[entry.figure.id] else { continue }
        func others(_ isMeant: (Period) -> Bool) -> [EditionIndex.Entry] {
          group.filter { other in
            guard other.part != entry.part, let span = spans[other.figure.id] else { return false }
            return span.count != own.count && isMeant(span)
          }
        }
        func count(_ other: EditionIndex.Entry) -> Int { spans[other.figure.id]?.count ?? 0 }
        let around = others { $0.contains(own) }
        let inside = others { own.contains($0) }
        if let shortest = around.map(count).min() {
          let outers = around.filter { count($0) == shortest }
          guard let outer = outers.first(where: { fits(entry, $0) }) ?? outers.last else {
            continue
          }
          findings.append(compared(quantity, entry, within: outer, spans))
        } else if let inner = inside.max(by: { count($0) < count($1) }),
          let span = spans[inner.figure.id]
        {
          findings.append(compared(quantity.of(.span(span)), inner, within: entry, spans))
        } else {
          continue
        }
        told.formUnion(findings.last?.figures ?? [])
      }
    }
    return findings
  }

  private func allowed(_ outer: EditionIndex.Entry) -> ExactInterval {
    ExactInterval(from: .included(0), to: outer.interval.upper)
  }

  private func fits(_ inner: EditionIndex.Entry, _ outer: EditionIndex.Entry) -> Bool {
    inner.interval.overlaps(allowed(outer))
  }

  private func compared(
    _ quantity: Quantity, _ inner: EditionIndex.Entry, within outer: EditionIndex.Entry,
    _ spans: [String: Period]
  ) -> ComparedFigures {
    let words = EditionWords(index)
    let isSame = index.publisher(inner.part) == index.publisher(outer.part)
    let whole = spans[outer.figure.id]?.description ?? ""
    let name = words.name(quantity)
    let relation: ComparedFigures.Relation =
      fits(inner, outer) ? .agrees : isSame ? .revised : .conflict
    let reason =
      switch relation {
      case .agrees: "a part is no more than the whole"
      case .revised: "the part is above the whole, so one of them was revised"
      default: "the part is above the whole; \(EditionWords.open)"
      }
    return ComparedFigures(
      relation, .parts, figures: [outer.figure.id, inner.figure.id],
      feasible: words.own(allowed(outer), inner.figure),
      printed: words.own(inner.interval, inner.figure), isOpen: relation == .conflict,
      document: index.parts[inner.part].name,
      explanation: "\(name): \(words.printed(inner)), and for \(whole) \(words.printed(outer)); "
        + reason)
  }
}
