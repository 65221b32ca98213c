internal import TimeSeries

/// The table of areas, read once from its compact text when an area is first looked up.
///
/// Text compiles at once and costs nothing until it is read; a literal of as many values would do
/// neither. A mistake in the text stops the program at the first look-up, so that every test of
/// an area is a test of the text.
struct AreaTable: Sendable {
  /// One area.
  struct Row: Sendable {
    var code: String
    var alpha2: String?
    var numeric: String?
    var name: String
    var sentence: String
    var kind: Area.Kind
    var existence: ClosedRange<Month>?
  }

  static let shared = AreaTable()

  /// The areas; the place in this array is what an ``Area`` holds.
  private(set) var rows: [Row] = []
  /// The lists of members, by the place of the group.
  private(set) var memberships: [Int16: [Area.Membership]] = [:]
  /// All names and aliases with their places, in the order of the table.
  private(set) var names: [(name: String, place: Int16)] = []
  /// Places by code, alpha-2 code and three digits.
  private var places: [String: Int16] = [:]
  /// Places by the key of a code or name, made when a text is first found not to be a code; the
  /// first area with a key keeps it.
  private static let placesByKey: [String: Int16] = {
    var keys: [String: Int16] = [:]
    for (place, row) in shared.rows.enumerated() where row.kind != .special {
      keys[AreaKey.key(row.code)] = Int16(place)
    }
    for (name, place) in shared.names {
      let key = AreaKey.key(name)
      if keys[key] == nil { keys[key] = place }
    }
    return keys
  }()

  private init() {
    read(Self.special, as: .special)
    rows[0].kind = .world
    read(Self.countries, as: .country)
    read(Self.groups, as: .group)
    read(Self.regions, as: .region)
    read(Self.continents, as: .continent)
    read(Self.historical, as: .historical)
    for line in Self.memberships.utf8.split(separator: UInt8(ascii: "\n")) {
      readMemberships(line)
    }
  }

  /// Returns the place of the area with a code or name.
  func index(of text: String) -> Int16? {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    if let place = places[text.uppercased()] { return place }
    if (1...3).contains(text.utf8.count), text.utf8.allSatisfy(Self.isDigit) {
      return places[String(repeating: "0", count: 3 - text.utf8.count) + text]
    }
    for key in AreaKey.candidates(String(text)) {
      if let place = Self.placesByKey[key] { return place }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func read(_ text: String, as kind: Area.Kind) {
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      precondition((4...7).contains(fields.count), "area table: \(fields)")
      let place = Int16(rows.count)
      let name = fields[3]
      let sentence = fields.count > 4 ? fields[4] : ""
      rows.append(
        Row(
          code: fields[0], alpha2: fields[1].isEmpty ? nil : fields[1],
          numeric: fields[2].isEmpty ? nil : fields[2], name: name,
          sentence: sentence.isEmpty ? name : sentence == "the" ? "the " + name : sentence,
          kind: kind, existence: fields.count > 6 ? Self.months(fields[6]) : nil))
      for code in fields[0...2] where !code.isEmpty { note(code: code, at: place) }
      note(name: name, at: place)
      if !sentence.isEmpty, sentence != "the" { note(name: sentence, at: place) }
      guard fields.count > 5 else { continue }
      for alias in fields[5].utf8.split(separator: UInt8(ascii: ";")) {
        if alias.allSatisfy(Self.isDigit) {
          note(code: String(Substring(alias)), at: place)
        } else if alias.elementsEqual("~".utf8) {
          note(name: "Republic of " + name, at: place)
        } else {
          note(name: String(Substring(alias)), at: place)
        }
      }
    }
  }

  /// Makes an area known by a code; the first area with a code keeps it.
  private mutating func note(code: String, at place: Int16) {
    if places[code] == nil { places[code] = place }
  }

  private mutating func note(name: String, at place: Int16) { names.append((name, place)) }

  private mutating func readMemberships(_ line: Substring.UTF8View) {
    let halves = line.split(separator: UInt8(ascii: "|")).map { Substring($0) }
    precondition(halves.count == 2, "membership table: \(Substring(line))")
    let group = Self.require(places[String(halves[0])], halves[0])
    if halves[1].first == "=" {
      let parts = halves[1].dropFirst().split(separator: " ")
      let model = Self.require(places[String(parts[0])], parts[0])
      let month = Self.require(Month(parsing: parts[1]), parts[1])
      memberships[group] = (memberships[model] ?? []).filter { $0.holds(in: month) }
        .map { Area.Membership(member: $0.member, from: nil, until: nil) }
      return
    }
    var list: [Area.Membership] = []
    for entry in halves[1].split(separator: ";") {
      let parts = entry.split { $0 == ":" || $0 == " " }
      let from = Self.require(Month(parsing: parts[0]), entry)
      for item in parts.dropFirst() {
        let ends = item.split(separator: "/")
        let member = Area(index: Self.require(places[String(ends[0])], item))
        let until = ends.count > 1 ? Self.require(Month(parsing: ends[1]), item) : nil
        list.append(Area.Membership(member: member, from: from, until: until))
      }
    }
    memberships[group] = list
  }

  private static func months(_ text: String) -> ClosedRange<Month> {
    let ends = text.split(separator: "/").map { require(Month(parsing: $0), $0) }
    precondition(ends.count == 2, "area table: \(text)")
    return ends[0]...ends[1]
  }

  /// Returns the value, which only a mistake in the table can fail to give.
  private static func require<Value>(_ value: Value?, _ text: Substring) -> Value {
    guard let value else { preconditionFailure("area table: unknown '\(text)'") }
    return value
  }
}
