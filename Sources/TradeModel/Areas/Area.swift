public import TimeSeries

/// A reporter or partner of trade: a country, a group of countries, the world, or a region.
///
///     let partner = Area(code: "US")         // or "USA", "840", "United States", "U.S."
///     partner?.nameInSentence                // "the United States"
///     partner?.possessive                    // "the United States'"
///
/// An area is a place in one fixed table, so it is cheap to copy, compare and hash. Names are the
/// short English names of trade reports and take no position on the status of a territory.
public struct Area: Sendable, Hashable {
  /// The place in ``AreaTable``.
  let index: Int16

  /// What an area is.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A country or territory of ISO 3166-1, or Kosovo, whose codes are not of ISO.
    case country
    /// A group of countries with dated or fixed membership, such as the European Union.
    case group
    /// All areas together.
    case world
    /// A continent of the United Nations' list; its members are not known here.
    case continent
    /// A part of a country that publishes trade figures of its own.
    case region
    /// A country, or union of countries, that no longer exists.
    case historical
    /// A code that stands for no area: not specified, not applicable.
    case special
  }

  /// The world, `WLD`.
  public static let world = Area(index: 0)
  /// Areas that the reporter does not name, `_X`.
  public static let notSpecified = Area(index: 1)
  /// No area, because the breakdown does not apply, `_Z`.
  public static let notApplicable = Area(index: 2)

  /// The code that stands in data: ISO 3166-1 alpha-3 for countries (`BEL`), ISO 3166-2 for regions
  /// (`BE-VLG`), a short name for others (`WLD`, `EU`, `EU27_2020`).
  public var code: String { row.code }

  /// The ISO 3166-1 alpha-2 code, such as `BE`; of a historical area the withdrawn one.
  public var alpha2: String? { row.alpha2 }

  /// The three digits of ISO 3166-1 and UN M49, such as `056`; `nil` where there are none.
  public var numericCode: String? { row.numeric }

  /// The English short name, such as "United States", for tables.
  public var name: String { row.name }

  /// The name as it stands inside a sentence, such as "the United States" or "the euro area".
  public var nameInSentence: String { row.sentence }

  /// The possessive of the name inside a sentence: "China's", "the United States'".
  ///
  /// A plural name, that is one with an article and a final *s*, takes the apostrophe alone.
  public var possessive: String {
    let name = row.sentence
    return name.hasPrefix("the ") && name.hasSuffix("s") ? name + "'" : name + "'s"
  }

  /// What the area is.
  public var kind: Kind { row.kind }

  /// The first and last month of a historical area, `nil` for all others.
  ///
  /// Both count if the area existed on at least one day of the month.
  public var existence: ClosedRange<Month>? { row.existence }

  /// The country that a region is part of, `nil` for all others.
  public var country: Area? {
    kind == .region ? Area(code: code.prefix { $0 != "-" }) : nil
  }

  private var row: AreaTable.Row { AreaTable.shared.rows[Int(index)] }
}

extension Area: Comparable, CustomStringConvertible {
  /// Orders areas by their codes.
  public static func < (lhs: Area, rhs: Area) -> Bool { lhs.code < rhs.code }

  /// The code.
  public var description: String { code }
}
