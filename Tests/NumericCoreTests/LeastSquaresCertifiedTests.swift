import NumericCore
import TestSupport
import Testing

@Suite("Least squares, certified problems") struct LeastSquaresCertifiedTests {
  /// What the page on the method claims about one problem.
  struct Claim {
    let coefficients: Double
    let standardErrors: Double?
    let residualDeviation: Double?
  }

  static let page = "Documentation/Methods/least-squares.md"

  /// Reads the table of digits: problem, three columns of digits, a dash where nothing is certified.
  static func claims() throws -> [String: Claim] {
    var claims: [String: Claim] = [:]
    for line in try RepositoryFiles.text(at: page).split(separator: "\n") {
      let cells = line.split(separator: "|").map { String($0.filter { $0 != " " }) }
      guard cells.count >= 4, CertifiedFit.names.contains(cells[0]) else { continue }
      claims[cells[0]] = Claim(
        coefficients: try #require(Double(cells[1])), standardErrors: Double(cells[2]),
        residualDeviation: Double(cells[3]))
    }
    return claims
  }

  @Test("have at least seven digits, and those the page claims", arguments: CertifiedFit.names)
  func digits(_ name: String) throws {
    let problem = try CertifiedFit(name)
    let claim = try #require(try Self.claims()[name], "no line for \(name) in \(Self.page)")
    let fit = try problem.design.leastSquares(for: problem.response)
    let reached = try correctDigits(fit.coefficients, problem.certified.coefficients)
    #expect(reached >= 7)
    #expect(reached >= claim.coefficients)
    #expect((claim.standardErrors == nil) == (problem.certified.standardErrors == nil))
    #expect((claim.residualDeviation == nil) == (problem.certified.residualDeviation == nil))
    if let certified = problem.certified.standardErrors {
      let reached = try correctDigits(try #require(fit.standardErrors), certified)
      #expect(reached >= 7)
      #expect(reached >= claim.standardErrors ?? 15)
    }
    if let certified = problem.certified.residualDeviation {
      let reached = try correctDigits(
        [try #require(fit.residualStandardDeviation)], [certified])
      #expect(reached >= 7)
      #expect(reached >= claim.residualDeviation ?? 15)
    }
  }

  @Test("the page has a line for each problem and no other") func completePage() throws {
    #expect(try Self.claims().keys.sorted() == CertifiedFit.names.sorted())
  }

  @Test("exact polynomials leave next to nothing", arguments: ["Wampler1", "Wampler2"])
  func exactFit(_ name: String) throws {
    // Certified: a residual standard deviation of zero.
    let problem = try CertifiedFit(name)
    let fit = try problem.design.leastSquares(for: problem.response)
    let size = problem.response.euclideanNorm()
    #expect(fit.residualSumOfSquares.squareRoot() < 1e-15 * size)
  }

  @Test("rows in another order give the same digits", arguments: CertifiedFit.names)
  func permutedRows(_ name: String) throws {
    let problem = try CertifiedFit(name)
    var generator = SeededGenerator(seed: 7)
    let order = problem.response.indices.shuffled(using: &generator)
    let fit = try Matrix(fromRows: order.map { problem.design.row($0) })
      .leastSquares(for: order.map { problem.response[$0] })
    let reached = try correctDigits(fit.coefficients, problem.certified.coefficients)
    #expect(reached >= 7)
  }
}
