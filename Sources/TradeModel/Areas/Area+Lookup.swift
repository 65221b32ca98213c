internal import Diagnostics

extension Area {
  /// Finds an area by a code or a name.
  ///
  ///     Area(code: "bel")                // BEL
  ///     Area(code: "56")                 // BEL, by number
  ///     Area(code: "EU-27")              // EU27_2020
  ///     Area(code: "Korea, Rep.")        // KOR
  ///
  /// Codes are those of ISO 3166-1 (alpha-3, alpha-2, numeric with or without leading zeros), of
  /// this table, and some that Eurostat, UN Comtrade and the World Bank use; codes come before
  /// names. Case, accents, punctuation and articles do not matter, "Rep.", "Dem.", "St." and "&"
  /// are read in full, and "Korea, Republic of" is read as "Republic of Korea". Nothing else is
  /// guessed; see ``Areas/nearest(to:)``. A withdrawn code that was used again gives the later
  /// area (`CS`: Serbia and Montenegro).
  ///
  /// - Returns: `nil` when the table has no such area.
  /// - Complexity: O(*n*) for a text of length *n*. The table is read at the first use.
  public init?(code text: some StringProtocol) {
    guard let index = AreaTable.shared.index(of: String(text)) else { return nil }
    self.init(index: index)
  }
}

/// All areas that the package knows.
public enum Areas {
  /// The areas: the world and the special codes, countries, groups, regions, continents and
  /// historical areas, each kind in a fixed order.
  public static var all: [Area] {
    AreaTable.shared.rows.indices.map { Area(index: Int16($0)) }
  }

  /// The countries and territories, in the order of their codes.
  public static var countries: [Area] { all.filter { $0.kind == .country } }

  /// Finds the area that a text unknown to ``Area/init(code:)`` was probably meant to be.
  ///
  ///     Areas.nearest(to: "Germeny")  // DEU
  ///     Areas.nearest(to: "DUE")      // DEU
  ///
  /// Method: of a text of up to three letters, the three-letter code with the same letters in
  /// another order. Of a longer one, the name or alias at most three edits away that has at most
  /// two letters more or fewer and all but two of the letters, of a text of up to five all but one.
  /// - Returns: `nil` when nothing is similar.
  /// - Complexity: O(*n*·*m*²) for *n* names of length *m*.
  public static func nearest(to text: String) -> Area? {
    let wanted = text.lowercased()
    if wanted.count < 4 {
      let letters = text.uppercased().sorted()
      return all.first { $0.code.count == 3 && $0.code.sorted() == letters }
    }
    let slack = wanted.count < 6 ? 1 : 2
    let candidates = AreaTable.shared.names.map(\.name).filter { name in
      name.count >= 4 && abs(name.count - wanted.count) <= 2
        && lettersMissing(from: name.lowercased(), of: wanted) <= slack
    }
    return candidates.nearest(to: wanted).flatMap { Area(code: $0) }
  }

  /// Returns how many letters of a text another one has not, each counted as often as it occurs.
  private static func lettersMissing(from name: String, of text: String) -> Int {
    var missing = Array(text)
    for letter in name {
      if let place = missing.firstIndex(of: letter) { missing.remove(at: place) }
    }
    return missing.count
  }
}
