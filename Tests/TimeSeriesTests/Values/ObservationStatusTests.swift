import Testing
import TimeSeries

@Suite("Observation status") struct ObservationStatusTests {
  @Test("has the letters and meanings of SDMX")
  func letters() {
    // SDMX cross-domain code list CL_OBS_STATUS 2.2, without A, a normal value.
    let letters = ObservationStatus.codes.map(\.code).filter { $0.count == 1 }
    #expect(letters.joined() == "BDEFGHIJKLMNOPQSUVW")
    #expect(ObservationStatus(parsing: "K") == .includedElsewhere)
    #expect(ObservationStatus(parsing: "W") == .includesOther)
    #expect(ObservationStatus(parsing: "Q") == .confidential)
    #expect(ObservationStatus(parsing: "M") == .notApplicable)
    #expect(ObservationStatus(parsing: "L") == .notCollected)
    #expect(ObservationStatus(parsing: "O") == .unknown)
  }

  @Test("gives every status one bit, one code and one name")
  func distinct() {
    let codes = ObservationStatus.codes
    #expect(Set(codes.map(\.code)).count == codes.count)
    #expect(Set(codes.map(\.name)).count == codes.count)
    #expect(codes.allSatisfy { $0.status.rawValue.nonzeroBitCount == 1 })
    let all = codes.reduce(into: ObservationStatus()) { $0.formUnion($1.status) }
    #expect(all.rawValue.nonzeroBitCount == codes.count)
  }

  @Test("reads what it prints, alone and in random company")
  func roundTrip() {
    var chance = SeededChance(1)
    for entry in ObservationStatus.codes {
      #expect(entry.status.description == entry.code)
      #expect(entry.status.name == entry.name)
      #expect(ObservationStatus(parsing: entry.code) == entry.status)
    }
    for _ in 0..<500 {
      let status = ObservationStatus.codes.reduce(into: ObservationStatus()) {
        if Bool.random(using: &chance) { $0.formUnion($1.status) }
      }
      #expect(ObservationStatus(parsing: status.description) == status)
    }
  }

  @Test("reads letters side by side, and A and nothing as normal")
  func forms() {
    #expect(ObservationStatus(parsing: "EP") == [.estimated, .provisional])
    #expect(ObservationStatus(parsing: "E+P") == [.estimated, .provisional])
    #expect(ObservationStatus(parsing: "AE") == .estimated)
    #expect(ObservationStatus(parsing: "BE+derived") == [.breakInSeries, .estimated, .derived])
    #expect(ObservationStatus(parsing: "A") == .normal)
    #expect(ObservationStatus(parsing: "") == .normal)
    for text in ["X", "e", "EX", "E P", "deriv", "E+x"] {
      #expect(ObservationStatus(parsing: text) == nil, "\(text)")
    }
    #expect(ObservationStatus.normal.description == "")
    #expect(ObservationStatus([.provisional, .breakInSeries]).description == "B+P")
    #expect(
      ObservationStatus([.provisional, .breakInSeries]).name == "break in the series, provisional")
  }

  @Test("gives the strongest reason for a missing value")
  func precedence() {
    // Every reason is stronger than those after it, whatever else is known.
    let reasons = ObservationStatus.missingReasons
    for (position, reason) in reasons.enumerated() {
      let weaker = reasons[position...].reduce(into: ObservationStatus.provisional) {
        $0.formUnion($1)
      }
      #expect(weaker.missingReason == reason)
    }
    #expect(ObservationStatus.provisional.missingReason == .unknown)
    #expect(reasons.first == .confidential)
    #expect(reasons.last == .unknown)
    #expect(ObservationStatus.missing.rawValue.nonzeroBitCount == reasons.count)
  }

  @Test("always says why a value is missing")
  func reasons() {
    #expect(Observation(missing: .normal).status == .unknown)
    #expect(Observation(missing: .estimated).status == [.estimated, .unknown])
    #expect(Observation(missing: .confidential).status == .confidential)
    #expect(Observation(missing: .includedElsewhere).status == .includedElsewhere)
    #expect(Observation(missing: .combined).status == .combined)
  }

  @Test("goes with both operands into a result")
  func propagation() {
    let a = Observation(3, .estimated)
    let b = Observation(4, .provisional)
    #expect(a.combined(with: b, +) == Observation(7, [.estimated, .provisional]))
    let hidden = Observation(missing: .confidential)
    #expect(a.combined(with: hidden, +) == Observation(missing: [.estimated, .confidential]))
    #expect(hidden.combined(with: a, +).status.missingReason == .confidential)
    // Neither infinity nor NaN is ever a value.
    #expect(Observation(1).combined(with: Observation(0), /) == Observation(missing: .unknown))
    #expect(Observation(1e308).combined(with: Observation(1e308), +).value == nil)
  }

  @Test("is refused a value that is not finite") func finite() async {
    await #expect(processExitsWith: .failure) { _ = Observation(.infinity) }
    await #expect(processExitsWith: .failure) { _ = Observation(.nan) }
  }
}
