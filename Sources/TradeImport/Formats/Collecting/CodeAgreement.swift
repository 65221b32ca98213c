internal import Diagnostics

/// Two columns that say the same thing twice, a code and its name: where they disagree, one of
/// them is damaged.
struct CodeAgreement {
  /// What the columns are, for messages: `'Partner Code' with 'Partner'`.
  let subject: String
  /// How many codes a name can have.
  let codesOfName: Number
  private var names: [String: [String: Sighting]] = [:]
  private var codes: [String: [String: Sighting]] = [:]

  private struct Sighting {
    var count: Int
    let place: CellPlace
    let text: String
  }

  /// How many codes a name can have.
  enum Number {
    /// One, as the name of a country.
    case one
    /// One most of the time: of two codes, the one that stands once is odd.
    case usuallyOne
    /// Any number, as `Other` among products.
    case any
  }

  init(_ subject: String, codesOfName: Number) {
    self.subject = subject
    self.codesOfName = codesOfName
  }

  /// Notes a pair; names are compared without case.
  mutating func add(code: String, name: String, at place: @autoclosure () -> CellPlace) {
    let key = name.lowercased()
    if names[code]?[key] == nil {
      let sighting = Sighting(count: 0, place: place(), text: name)
      names[code, default: [:]][key] = sighting
      codes[key, default: [:]][code] = Sighting(count: 0, place: sighting.place, text: code)
    }
    names[code]?[key]?.count += 1
    codes[key]?[code]?.count += 1
  }

  /// Reports every pair that differs from the one most records have.
  func report(to collector: inout FigureCollector) {
    var findings: [(place: CellPlace, message: String, expected: String)] = []
    for (code, sightings) in names where sightings.count > 1 {
      for (odd, usual) in Self.odd(sightings) {
        findings.append(
          (
            odd.place,
            "\(subject): code \(code.quoted) has the name \(odd.text.quoted) here, expected "
              + "\(usual.text.quoted) as in \(usual.count) of the records", usual.text
          ))
      }
    }
    if codesOfName != .any {
      for sightings in codes.values where sightings.count > 1 {
        let isOdd =
          codesOfName == .one
          || sightings.count == 2 && sightings.values.map(\.count).sorted()[0] == 1
            && sightings.values.contains { $0.count >= 3 }
        guard isOdd else { continue }
        for (odd, usual) in Self.odd(sightings) {
          findings.append(
            (
              odd.place,
              "\(subject): name \(odd.place.text.trimmed.quoted) has the code \(odd.text.quoted) "
                + "here, expected \(usual.text.quoted) as in \(usual.count) of the records",
              usual.text
            ))
        }
      }
    }
    for finding in findings.sorted(by: { $0.place.offset < $1.place.offset }) {
      collector.report(
        finding.place, "import.code-and-name", .warning, finding.message,
        expected: finding.expected,
        hint: "the record may be damaged; the code was used, the name was not")
    }
  }

  private static func odd(_ sightings: [String: Sighting]) -> [(Sighting, Sighting)] {
    let order = sightings.values.sorted {
      ($0.count, -$0.place.offset) > ($1.count, -$1.place.offset)
    }
    return order.dropFirst().map { ($0, order[0]) }
  }
}
