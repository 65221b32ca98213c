internal import TimeSeries

/// The columns of an SDMX-CSV file and what each is for.
///
/// The file does not say which columns are dimensions. Known attributes, names with sub-fields
/// (`CONTACT[]`) and what stands behind the values are attributes; the rest are dimensions.
struct SDMXColumns {
  /// What a column holds.
  enum Role: Hashable {
    case structure, structureID, action, key, dimension, time, measure, attribute, label
  }

  /// The names without labels and sub-field marks.
  let ids: [String]
  /// The role of each column.
  private(set) var roles: [Role]
  /// Whether cells are written as `CODE: name`.
  let hasLabels: Bool

  /// Names that are attributes wherever they stand.
  static let attributes: Set<String> = [
    "OBS_STATUS", "OBS_FLAG", "CONF_STATUS", "UNIT_MULT", "DECIMALS", "OBS_PRE_BREAK", "OBS_COM",
    "COMMENT_OBS", "COMMENT_TS", "TITLE", "TITLE_COMPL", "UPDATED", "LAST UPDATE", "LAST_UPDATE",
    "COLLECTION", "COMPILATION", "SOURCE_AGENCY", "TIME_FORMAT", "BASE_PER", "PRE_BREAK_VALUE",
    "EMBARGO_DATE", "OBS_CONF", "SCALE",
  ]
  /// Reads the names of a header.
  init(_ names: [String]) {
    hasLabels = names.contains { $0.contains(": ") }
    ids = names.map { Self.id($0) }
    let isMeasure = ids.map { $0.hasPrefix("OBS_VALUE") || $0.hasPrefix("MEAS_") }
    let firstMeasure = isMeasure.firstIndex(of: true)
    // With STRUCTURE_NAME every column has one with its label behind it, unless codes and labels
    // share their cells.
    let isPaired = ids.contains("STRUCTURE_NAME") && !hasLabels
    roles = []
    for (index, id) in ids.enumerated() {
      let hasPartner = isPaired && [.dimension, .time, .measure, .attribute].contains(roles.last)
      let role: Role =
        if id == "STRUCTURE" {
          .structure
        } else if id == "STRUCTURE_ID" || id == "DATAFLOW" && index == 0 {
          .structureID
        } else if id == "STRUCTURE_NAME" {
          .label
        } else if id == "ACTION" {
          .action
        } else if id == "SERIES_KEY" || id == "OBS_KEY" || id == "KEY" {
          .key
        } else if hasPartner {
          .label
        } else if isMeasure[index] {
          .measure
        } else if id == "TIME_PERIOD" || id == "TIME" {
          .time
        } else if Self.attributes.contains(id.uppercased()) || names[index].contains("[")
          || id.hasPrefix("ATTR")
          || firstMeasure.map({ index > $0 && !id.hasPrefix("DIM") }) ?? false
        {
          .attribute
        } else {
          .dimension
        }
      roles.append(role)
    }
  }

  /// The name of a column without its label and the marks of sub-fields.
  static func id(_ name: String) -> String {
    let end = name.range(of: ": ")?.lowerBound ?? name.endIndex
    return String(name[..<end].prefix { $0 != "[" })
  }

  /// The columns of a role.
  func columns(_ role: Role) -> [Int] { roles.indices.filter { roles[$0] == role } }

  /// The column of a name, whatever its role.
  func column(_ id: String) -> Int? { ids.firstIndex(of: id) }

  /// Makes a dimension the column of time.
  mutating func setTime(_ column: Int) { roles[column] = .time }

  /// A known name that differs from an unknown one in a single letter.
  func likelyName(_ column: Int) -> String? {
    roles[column] == .label || roles[column] == .measure
      ? nil : SeriesDimensions.likelyName(ids[column], among: ids)
  }
}

extension String {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(text) }.map { $0..<index($0, offsetBy: text.count) }
  }
}
