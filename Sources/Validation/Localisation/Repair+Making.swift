internal import TradeModel

extension ReadingCheck {
  /// The repairs of a component that does not hold, best first.
  ///
  /// Sets of one weight are one group; inside a group those that a slip explains come first, in
  /// the order of the kinds of slips.
  ///
  /// - Parameters:
  ///   - place: The component.
  ///   - proof: The figures that a proof of its contradiction names.
  ///   - order: Where in the order of trying each figure comes, of ``triedOrder()``.
  ///   - finder: What finds slips.
  ///   - group: The number of the next group.
  /// - Returns: The repairs, best first.
  func repairs(
    of place: Int, proof: Set<Int>, _ order: [Int], _ finder: SlipFinder, group: inout Int
  ) -> [Repair] {
    let weights = options.weights
    let figures = reading.figures
    var search = RepairSearch(
      deciders: deciders[place], largest: min(3, options.largestRepair), order: { order[$0] },
      weight: { max(1, weights[figures[$0].id] ?? 1) })
    let found = search.find(from: proof)
    var made: [(repair: Repair, order: Int)] = []
    let ranges = FigureRanges(
      reading: reading, component: components[place], deciders: deciders[place])
    let shown = found.sets.prefix(ReadingCheck.shownRepairs / (found.sets.first?.count ?? 1))
      .sorted { $0.lexicographicallyPrecedes($1) }
    for set in shown {
      let removed = Set(set)
      var (allowed, printable, slips) = ([ExactInterval](), [[PrintedNumber]](), [Slip?]())
      for figure in set {
        let range = ranges.range(of: figure, without: removed) ?? .all
        allowed.append(range)
        printable.append(fitting(figure, range))
        slips.append(finder.slip(of: figure, allowed: range))
      }
      let likelihood = slips.map { $0?.kind.rawValue ?? 100 }.reduce(0, +)
      made.append(
        (
          Repair(
            figures: set.map { figures[$0].id },
            weight: set.reduce(0) { $0 + search.weight($1) }, group: 0, feasible: allowed,
            printable: printable, slips: slips,
            suggestion: suggestion(set, allowed, printable, slips)), likelihood
        ))
    }
    // What no figure could say is no repair, unless there is no other.
    let possible = made.filter { made in
      zip(made.repair.figures, made.repair.feasible).allSatisfy { id, range in
        reading.place[id].map { isPossible(range, for: $0) } ?? true
      }
    }
    if !possible.isEmpty { made = possible }
    let sorted = made.indices.sorted {
      (made[$0].repair.weight, made[$0].order, $0) < (made[$1].repair.weight, made[$1].order, $1)
    }
    var (result, last) = ([Repair](), nil as Int?)
    for index in sorted {
      let repair = made[index].repair
      if let last, last != repair.weight { group += 1 }
      last = repair.weight
      result.append(repair.in(group: group))
    }
    if !result.isEmpty { group += 1 }
    return result
  }

  /// Whether a figure could say something in a range: a part is not below nothing, and what is not
  /// a balance does not fall by all there is or more.
  private func isPossible(_ range: ExactInterval, for figure: Int) -> Bool {
    let checked = reading.figures[figure]
    guard checked.isPercentage, checked.measure != .balance, checked.measure != .fdiFlow
    else { return true }
    switch checked.role {
    case .share: return range.overlaps(ExactInterval(from: .included(0), to: nil))
    case .change: return range.overlaps(ExactInterval(from: .excluded(-100), to: nil))
    case .level, .balance: return true
    }
  }

  /// The figures in the order in which they are tried: the largest come first, which are the totals
  /// that many others hang on.
  func triedOrder() -> [Int] {
    let sizes = reading.figures.map { $0.number.value.magnitude.doubleValue }
    var order = [Int](repeating: 0, count: sizes.count)
    for (rank, figure) in sizes.indices.sorted(by: { (-sizes[$0], $0) < (-sizes[$1], $1) })
      .enumerated()
    {
      order[figure] = rank
    }
    return order
  }

  private func fitting(_ figure: Int, _ range: ExactInterval) -> [PrintedNumber] {
    let checked = reading.figures[figure]
    let unit =
      checked.isPercentage
      ? Rational.one : Rational(significand: 1, exponent: checked.number.scale.exponent)
    return checked.number.printable(in: range.scaled(by: unit), under: options.rounding) ?? []
  }

  private func suggestion(
    _ set: [Int], _ ranges: [ExactInterval], _ printable: [[PrintedNumber]], _ slips: [Slip?]
  ) -> String {
    var parts: [String] = []
    for (place, figure) in set.enumerated() {
      let checked = reading.figures[figure]
      let suffix = Explanation.suffix(checked)
      if checked.range != nil {
        // A word or a place in an order: what else it could say are not digits.
        parts.append("\(checked.text) would have to say something else")
        continue
      }
      var text = "\(checked.number.digits)\(suffix)"
      if let first = printable[place].first, let last = printable[place].last {
        text +=
          first == last
          ? " would have to be \(first.digits)\(suffix)"
          : " would have to be \(first.digits) to \(last.digits)\(suffix)"
      } else {
        let own = checked.number.scale.exponent
        let exponent = AmountWords.exponent(of: ranges[place], besides: checked)
        let range = ranges[place].scaled(by: Rational(significand: 1, exponent: own - exponent))
        var suffix = suffix
        if exponent != own {
          text = checked.number.digits + AmountWords.unit(checked.unit, exponent: own)
          suffix = AmountWords.unit(checked.unit, exponent: exponent)
        }
        let decimals = checked.number.decimals
        let low = range.lower.map {
          FigureNames.text($0.value, decimals: decimals, isLower: true)
        }
        let high = range.upper.map {
          FigureNames.text($0.value, decimals: decimals, isLower: false)
        }
        switch (low, high) {
        case (let low?, let high?): text += " would have to lie in \(low) to \(high)\(suffix)"
        case (let low?, nil): text += " would have to be at least \(low)\(suffix)"
        case (nil, let high?): text += " would have to be at most \(high)\(suffix)"
        case (nil, nil): text += " could be anything"
        }
      }
      if let slip = slips[place] { text += " (\(words(slip, checked)))" }
      parts.append(text)
    }
    return parts.joined(separator: "; ")
  }

  private func words(_ slip: Slip, _ figure: CheckedFigure) -> String {
    var text = slip.kind.name
    if let corrected = slip.corrected {
      let scale =
        corrected.scale == figure.number.scale
        ? "" : AmountWords.unit(figure.unit, exponent: corrected.scale.exponent)
      text += ": \(corrected.digits)\(scale)"
    }
    if let source = slip.source, let index = reading.place[source] {
      text += ": \(reading.figures[index].text) in line \(reading.figures[index].line)"
    }
    return text
  }
}

extension Repair {
  /// The same repair in a group.
  func `in`(group: Int) -> Repair {
    Repair(
      figures: figures, weight: weight, group: group, feasible: feasible, printable: printable,
      slips: slips, suggestion: suggestion)
  }
}
