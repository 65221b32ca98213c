import FoundationEssentials
import Glibc
import NumericCore
import TestSupport
import Testing

/// A regression with certified results (NIST StRD, Linear Regression; see the README beside the
/// data).
struct CertifiedFit: Sendable, CustomTestStringConvertible {
  let name: String
  let design: Matrix
  let response: [Double]
  let certified: Certified

  var testDescription: String { name }

  /// The numbers of `certified.json` for one problem.
  struct Certified: Decodable, Sendable {
    let coefficients: [String]
    let standardErrors: [String]?
    let residualDeviation: String?

    enum CodingKeys: String, CodingKey {
      case coefficients
      case standardErrors = "standard_errors"
      case residualDeviation = "residual_sd"
    }
  }

  static let names = [
    "Norris", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3",
    "Wampler4", "Wampler5",
  ]

  /// Reads one problem.
  init(_ name: String) throws {
    let folder = "Datasets/reference/nist-strd/"
    let numbers = try JSONDecoder().decode(
      [String: Certified].self, from: Data(RepositoryFiles.bytes(at: folder + "certified.json")))
    certified = try #require(numbers[name])
    let table =
      name == "Norris"
      ? try Self.rows(of: RepositoryFiles.text(at: folder + "Norris.dat"), after: 60, by: " ")
      : try Self.rows(of: RepositoryFiles.text(at: folder + name + ".csv"), after: 1, by: ",")
    self.name = name
    if name == "Longley" {  // columns: number of the row, response, six variables
      response = table.map { $0[1] }
      design = Matrix(fromRows: table.map { [1] + $0.dropFirst(2) })
    } else {
      response = table.map { $0[0] }
      let (first, last) =
        switch name {
        case "NoInt1", "NoInt2": (1, 1)
        case "Norris": (0, 1)
        case "Filip": (0, 10)
        default: (0, 5)
        }
      design = Matrix(
        fromColumns: (first...last).map { power in
          table.map { row in (0..<power).reduce(1) { product, _ in product * row[1] } }
        })
    }
  }

  private static func rows(
    of text: String, after header: Int, by separator: Character
  ) throws -> [[Double]] {
    try text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropFirst(header)
      .map { $0.split(separator: separator) }
      .filter { !$0.isEmpty }
      .map { fields in try fields.map { try #require(Double($0)) } }
  }
}

/// Returns how many significant digits all numbers have right, at most 15: the smallest of
/// `−log₁₀(|x − c| / |c|)`, c being certified.
func correctDigits(_ values: [Double], _ certified: [String]) throws -> Double {
  try #require(values.count == certified.count)
  return try zip(values, certified).map { value, text in
    let expected = try #require(Double(text))
    return value == expected
      ? 15 : min(15, -log10(((value - expected) / expected).magnitude))
  }.min() ?? 15
}
