internal import Diagnostics
internal import TradeModel

/// Judges what a column holds, from its name and its cells.
struct ColumnJudge {
  let name: String
  let heading: ColumnHeading
  /// Cells of the column, at most a few hundred, without white space around them.
  let texts: [String]
  let profile: LayoutDetector.ColumnProfile
  /// The line of the header, for the evidence.
  let headerLine: Int?
  /// The line of the first cell.
  let firstLine: Int?

  var content: [String] { texts.filter { !$0.isEmpty } }
  var distinct: Set<String> { Set(content) }

  /// The candidates for the role, the best first; `ignore` stands at the end.
  func candidates() -> [RoleCandidate] {
    func isNamed(_ role: ColumnRole) -> Bool {
      ColumnRole.isName(name, of: role) || role == .value && heading.namesFigures
    }
    let quarters = QuarterMark.of(content)
    let shares: [ColumnRole: (Double, String)] = [
      .period: (
        share {
          PeriodLabel.read($0) != nil || PeriodLabel.date($0) != nil || quarters?.read($0) != nil
        }, "periods"
      ),
      .reporter: (areaShare, "areas"), .partner: (areaShare, "areas"),
      // A letter alone is a flow only where the name says so: 'M' is monthly elsewhere.
      .flow: (share { ($0.count > 1 || isNamed(.flow)) && FlowWords.read($0) != nil }, "flows"),
      .unit: (share { UnitWords.isUnit($0) || isNamed(.unit) && isCurrency($0) }, "units"),
      .status: (share { text in FlagTable.all.contains { $0.status(of: text) != nil } }, "flags"),
      .value: (valueShare, "numbers that are no codes"),
      .product: (isText ? 0.5 : isCode ? 0.6 : 0, "texts or codes"),
      .measure: (share { Measure(rawValue: $0.lowercased()) != nil }, "measures"),
    ]
    var found: [RoleCandidate] = []
    for role in ColumnRole.allCases {
      guard let (seen, what) = shares[role] else { continue }
      let share = role == .product ? seen : credited(seen, role)
      let isNamed = isNamed(role)
      var score = 0.5 * share + (isNamed ? 0.5 : 0)
      // A name alone is enough for a column of keys; figures and periods must look like some.
      if role == .period || role == .value, share < 0.5 { score = 0 }
      if role == .status, !isNamed { score *= 0.5 }
      if role == .status, !content.isEmpty, share < 0.5 { score = 0 }
      if role == .unit, !isNamed, share < 0.9 { score = 0 }
      // Words that are no flow and no measure would make every row a problem.
      if role == .flow || role == .measure, share < 0.9 { score = 0 }
      guard score >= 0.25 else { continue }
      var evidence: [Evidence] = []
      if isNamed { evidence.append(Evidence(line: headerLine, "the name is \(name.quoted)")) }
      if seen > 0 {
        evidence.append(
          Evidence(line: firstLine, "\(Int((seen * 100).rounded())) % of the cells are \(what)"))
      }
      found.append(RoleCandidate(role: role, score: score, evidence: evidence))
    }
    if profile.isEmpty || content.isEmpty {
      found = found.filter { $0.role == .status }
      found.append(
        RoleCandidate(role: .ignore, score: 0.9, evidence: [Evidence("no cell has content")]))
    } else {
      found.append(
        RoleCandidate(role: .ignore, score: 0.2, evidence: [Evidence("what is not needed")]))
    }
    let order = ColumnRole.allCases
    return found.sorted { a, b in
      let (i, j) = (order.firstIndex(of: a.role) ?? 0, order.firstIndex(of: b.role) ?? 0)
      return (-a.score, i) < (-b.score, j)
    }
  }

  private func share(_ isOne: (String) -> Bool) -> Double {
    let cells = content
    return cells.isEmpty ? 0 : Double(cells.count(where: isOne)) / Double(cells.count)
  }

  /// The share that counts for a role.
  ///
  /// Among three to nine cells a single one that does not fit counts as damage, to be reported where
  /// it stands: so few cells cannot show what else the column might be. Flags are letters, as much
  /// else is, and get no such credit.
  private func credited(_ share: Double, _ role: ColumnRole) -> Double {
    let count = content.count
    guard role != .status, (3...9).contains(count) else { return share }
    return (share * Double(count)).rounded() == Double(count - 1) ? 1 : share
  }

  private var areaShare: Double {
    share { !isDigits($0) && (Area(code: $0)?.code ?? AreaWords.code($0)) != nil }
  }

  private var isText: Bool { profile.texts > profile.numbers + profile.periods }

  private func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private func isCurrency(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy { (65...90).contains($0) }
      && Area(code: text) == nil
  }

  /// Whether the numbers are codes: they begin with zeros, or they are short, whole and the name
  /// says so.
  var isCode: Bool {
    let digits = content.filter(isDigits)
    guard !digits.isEmpty, digits.count * 10 >= content.count * 8 else { return false }
    if digits.contains(where: { $0.count > 1 && $0.hasPrefix("0") }) { return true }
    if ColumnRole.isName(name, of: .product) { return true }
    let key = ColumnRole.key(name)
    return [
      "code", "id", "key", "level", "digits", "decimals", "mult", "cd", "コード", "代码", "编码", "코드",
      "código", "codigo", "kode", "順番", "순번",
    ]
    .contains { key.hasSuffix($0) }
  }

  private var valueShare: Double {
    if isCode { return 0 }
    if profile.isPeriod { return 0 }
    // 'c' and 'x' are words for missing numbers only where there are numbers.
    guard profile.numbers + profile.plainYears > 0 else { return 0 }
    return share { text in
      switch CellKind(text) {
      case .number, .missing: true
      case .period: CellKind.isPlainNumber(text)
      case .empty, .text: false
      }
    }
  }
}
