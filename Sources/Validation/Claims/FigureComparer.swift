/// How two printed figures for one quantity, from two documents or vintages, compare.
public struct FigureRelation: Sendable, Hashable {
  /// What can be said of the pair.
  public enum Verdict: Sendable, Hashable {
    /// One true value can be behind both.
    case agrees
    /// They differ by what later vintages usually bring.
    case revised
    /// They measure different things; the reason says which.
    case otherDefinition(reason: String)
    /// They differ and nothing explains it.
    case conflict
    /// They differ and a known slip explains it.
    case slip(Slip)
  }

  /// The verdict.
  public let verdict: Verdict
  /// How far the second is from the first, in percent of the first, over all values both can
  /// stand for; `nil` when the first can be zero.
  public let difference: ExactInterval?
  /// What it means, for readers.
  public let explanation: String
}

/// What is known of a document when its figures are compared with those of another.
public struct FigureOrigin: Sendable, Hashable {
  /// Who published it; empty when not known.
  public var publisher: String
  /// What it measures by: `customs`, `BOP`, `SA`; empty when not said.
  public var basis: String
  /// When it was published, in any form that sorts: `2024-10-14`; `nil` when not known.
  public var published: String?
  /// Whether the publisher revises its figures.
  public var revises: Bool

  /// Describes an origin.
  public init(
    publisher: String = "", basis: String = "", published: String? = nil, revises: Bool = true
  ) {
    self.publisher = publisher
    self.basis = basis
    self.published = published
    self.revises = revises
  }
}

/// Compares figures of different documents, pair by pair: they are never in one system.
public struct FigureComparer: Sendable {
  /// How the figures were rounded.
  public let rounding: RoundingConvention
  /// The largest difference, in percent, that counts as a revision.
  public let largestRevision: Rational

  /// Makes a comparer.
  public init(rounding: RoundingConvention = .unknown, largestRevision: Rational = 10) {
    self.rounding = rounding
    self.largestRevision = largestRevision
  }

  /// Compares an earlier and a later figure for one quantity.
  ///
  /// They agree when their ranges overlap. Otherwise: different bases are different
  /// definitions; a slip that turns one into the other is named; a small difference of two
  /// vintages of a publisher who revises is a revision; the rest is a conflict.
  public func compare(
    _ first: CheckedFigure, _ firstOrigin: FigureOrigin, _ second: CheckedFigure,
    _ secondOrigin: FigureOrigin
  ) -> FigureRelation {
    let (early, late) = (first.interval(under: rounding), second.interval(under: rounding))
    let difference = (late / early).map { ($0 - ExactInterval(exactly: 1)).scaled(by: 100) }
    func relation(_ verdict: FigureRelation.Verdict, _ text: String) -> FigureRelation {
      FigureRelation(verdict: verdict, difference: difference, explanation: text)
    }
    if first.unit != second.unit {
      return relation(
        .otherDefinition(reason: "units \(first.unit) and \(second.unit)"),
        "\(first.text) and \(second.text) are in different units")
    }
    if early.overlaps(late) {
      return relation(.agrees, "\(first.text) and \(second.text) can stand for one value")
    }
    if firstOrigin.basis != secondOrigin.basis {
      let bases = [firstOrigin.basis, secondOrigin.basis].map { $0.isEmpty ? "not said" : $0 }
      return relation(
        .otherDefinition(reason: "bases \(bases[0]) and \(bases[1])"),
        "\(first.text) is on the basis \(bases[0]), \(second.text) on \(bases[1])")
    }
    let isSame = firstOrigin.publisher == secondOrigin.publisher
    let isSmall =
      difference.map { $0.overlaps(ExactInterval(-largestRevision, largestRevision)) } ?? false
    if let slip = SlipFinder.slip(turning: second, into: early, rounding: rounding),
      !(isSmall && isSame && slip.kind.rawValue >= Slip.Kind.digitsExchanged.rawValue)
    {
      return relation(
        .slip(slip), "\(second.text) differs from \(first.text) by a slip: \(slip.kind.name)")
    }
    if isSame, firstOrigin.revises, firstOrigin.published != secondOrigin.published, isSmall {
      return relation(.revised, "\(first.text) was revised to \(second.text)")
    }
    if !isSame, isSmall {
      return relation(
        .otherDefinition(
          reason: "publishers \(firstOrigin.publisher) and \(secondOrigin.publisher)"),
        "\(first.text) and \(second.text) come from different publishers")
    }
    return relation(.conflict, "\(first.text) and \(second.text) cannot both be right")
  }
}

extension SlipFinder {
  /// The slip of digits, sign or scale that turns a right figure, whose value lies in a range,
  /// into the printed one.
  static func slip(
    turning figure: CheckedFigure, into range: ExactInterval, rounding: RoundingConvention
  ) -> Slip? {
    let statement = FigureStatement.level(figure.id, of: Quantity(figure.measure))
    let reading = CompiledReading(
      [figure], Reading(statements: [statement]), rounding: rounding, switchedOff: [])
    let own = figure.isPercentage ? Rational.one : reading.ownFactor(0)
    return SlipFinder(reading: reading, rounding: rounding)
      .slip(of: 0, allowed: range.scaled(by: own))
  }
}
