import Forecasting
import NumericCore
import Testing

@Suite("Disaggregation") struct DisaggregationTests {
  static let methods: [DisaggregationMethod] = [
    .denton(.init()), .denton(.init(.additive)), .denton(.init(.proportional, start: .tied)),
    .denton(.init(.additive, differences: 2)), .chowLin, .litterman, .fernandez, .ordinary,
    .uniform,
  ]

  private let totals: [Double?] = [100, 120, 115, 140, 150, 149]
  private let indicator: [Double] = (0..<24).map { (quarter: Int) -> Double in
    Double(20 + quarter + (quarter % 4 == 3 ? 9 : 0))
  }

  @Test("totals are met to the last bit of a compensated sum", arguments: methods)
  func totals(_ method: DisaggregationMethod) throws {
    let found = try TemporalDisaggregation(method).disaggregated(
      totals, into: 4, following: method == .uniform ? [] : [indicator]
    ).values
    for (index, total) in totals.enumerated() {
      let sum = found[index * 4..<index * 4 + 4].compensatedSum()
      #expect((sum - (total ?? 0)).magnitude <= (total ?? 0).ulp)
    }
  }

  @Test("each conversion gives its totals back", arguments: Conversion.allCases)
  func conversions(_ conversion: Conversion) throws {
    for method in Self.methods where method != .uniform {
      let found = try TemporalDisaggregation(method, conversion: conversion).disaggregated(
        totals, into: 4, following: [indicator]
      ).values
      for (index, total) in totals.enumerated() {
        let part = Array(found[index * 4..<index * 4 + 4])
        let value =
          switch conversion {
          case .sum: part.reduce(0, +)
          case .average: part.reduce(0, +) / 4
          case .first: part[0]
          case .last: part[3]
          }
        #expect((value - (total ?? 0)).magnitude < 1e-10)
      }
    }
  }

  @Test("an indicator that adds up to the totals is returned as it is") func fixedPoint() throws {
    let sums = (0..<6).map { index -> Double? in indicator[index * 4..<index * 4 + 4].reduce(0, +) }
    for method in Self.methods.dropLast() where method != .ordinary {
      let found = try TemporalDisaggregation(method).disaggregated(
        sums, into: 4, following: [indicator])
      for (a, b) in zip(found.values, indicator) { #expect((a - b).magnitude < 1e-7) }
    }
  }

  @Test("scales with the totals", arguments: [1e-9, 1e12]) func scales(_ factor: Double) throws {
    for method in Self.methods.dropLast() {
      let plain = try TemporalDisaggregation(method).disaggregated(
        totals, into: 4, following: [indicator])
      let scaled = try TemporalDisaggregation(method).disaggregated(
        totals.map { $0.map { $0 * factor } }, into: 4,
        following: [indicator.map { $0 * factor }])
      for (a, b) in zip(plain.values, scaled.values) {
        #expect((a * factor / b - 1).magnitude < 1e-4)
      }
    }
  }

  @Test("a missing total is bridged by the indicator") func missing() throws {
    let found = try TemporalDisaggregation(.denton(.init())).disaggregated(
      [100, nil, 120], into: 4, following: [Array(repeating: 1, count: 12)]
    ).values
    #expect(found[4..<8].allSatisfy { (25...30).contains($0) })
  }

  @Test("a proportional method with an indicator at zero is additive, and says so") func zero()
    throws
  {
    var broken = indicator
    broken[5] = 0
    let found = try TemporalDisaggregation(.denton(.init())).disaggregated(
      totals, into: 4, following: [broken])
    #expect(found.isAdditiveInstead)
    let additive = try TemporalDisaggregation(.denton(.init(.additive))).disaggregated(
      totals, into: 4, following: [broken])
    #expect(found.values == additive.values)
  }

  @Test("what does not fit is named") func refusals() {
    let chowLin = TemporalDisaggregation(.chowLin)
    #expect(
      throws: DisaggregationError.tooFewTotals(method: "Chow-Lin", needed: 3, found: 2)
    ) { try chowLin.disaggregated([1, 2], into: 4, following: [indicator]) }
    #expect(throws: DisaggregationError.indicatorTooShort(needed: 24, found: 23)) {
      try chowLin.disaggregated(totals, into: 4, following: [Array(indicator.dropLast())])
    }
    #expect(throws: DisaggregationError.nonFinite(what: "a total")) {
      try chowLin.disaggregated([.nan, 1, 2], into: 4)
    }
    #expect(throws: DisaggregationError.dependentIndicators) {
      try chowLin.disaggregated(totals, into: 4, following: [indicator, indicator])
    }
    #expect(
      throws: DisaggregationError.tooFewTotals(method: "Denton-Cholette", needed: 1, found: 0)
    ) { try TemporalDisaggregation(.denton(.init())).disaggregated([nil], into: 4) }
  }
}
