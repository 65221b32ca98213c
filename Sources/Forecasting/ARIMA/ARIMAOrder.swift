/// The orders of a seasonal autoregressive integrated moving average.
///
///     ARIMAOrder(p: 0, d: 1, q: 1, seasonal: (0, 1, 1)).description  // "ARIMA(0,1,1)(0,1,1)"
///
/// Source: G. E. P. Box, G. M. Jenkins, Time Series Analysis: Forecasting and Control, 1970.
public struct ARIMAOrder: Sendable, Hashable {
  /// The number of autoregressive coefficients.
  public let p: Int
  /// How many times the series is differenced.
  public let d: Int
  /// The number of moving-average coefficients.
  public let q: Int
  /// The number of seasonal autoregressive coefficients.
  public let seasonalP: Int
  /// How many times the series is differenced over a year.
  public let seasonalD: Int
  /// The number of seasonal moving-average coefficients.
  public let seasonalQ: Int
  /// Whether there is a constant: a mean without, a slope with one differencing.
  public let hasConstant: Bool

  /// Makes orders.
  ///
  /// - Precondition: None is negative; p, q at most 5, seasonal ones at most 2, d at most 2 and
  ///   d and its seasonal one together at most 3.
  public init(
    p: Int, d: Int, q: Int, seasonal: (p: Int, d: Int, q: Int) = (0, 0, 0),
    constant: Bool = false
  ) {
    precondition(
      (0...5).contains(p) && (0...2).contains(d) && (0...5).contains(q)
        && (0...2).contains(seasonal.p) && (0...1).contains(seasonal.d)
        && (0...2).contains(seasonal.q),
      "orders (\(p),\(d),\(q))\(seasonal): expected up to (5,2,5)(2,1,2)")
    (self.p, self.d, self.q) = (p, d, q)
    (seasonalP, seasonalD, seasonalQ) = seasonal
    hasConstant = constant && d + seasonal.d < 2
  }

  /// Whether any order is seasonal.
  public var isSeasonal: Bool { seasonalP + seasonalD + seasonalQ > 0 }

  /// The number of coefficients, the constant included and the variance not.
  public var coefficientCount: Int {
    p + q + seasonalP + seasonalQ + (hasConstant ? 1 : 0)
  }

  /// Whether one of the free variables of a model, the constant apart, stands for a partial
  /// autocorrelation above 0.99: that of 2.7 is.
  func isNearCircle(_ variables: [Double]) -> Bool {
    variables.prefix(coefficientCount - (hasConstant ? 1 : 0)).contains { $0.magnitude > 2.7 }
  }
}

extension ARIMAOrder: CustomStringConvertible {
  /// The orders as they stand in tables: `ARIMA(1,1,0)`, `ARIMA(0,1,1)(0,1,1)+c`.
  public var description: String {
    "ARIMA(\(p),\(d),\(q))"
      + (isSeasonal ? "(\(seasonalP),\(seasonalD),\(seasonalQ))" : "") + (hasConstant ? "+c" : "")
  }

  /// Reads the text form; `nil` for any other text and for orders out of range.
  public init?(name: String) {
    guard name.hasPrefix("ARIMA(") else { return nil }
    var text = name.dropFirst(5)
    let constant = text.hasSuffix("+c")
    if constant { text = text.dropLast(2) }
    guard text.first == "(", text.last == ")" else { return nil }
    let groups = text.dropFirst().dropLast().split(
      separator: ")(", omittingEmptySubsequences: false)
    let numbers = groups.map { $0.split(separator: ",").compactMap { Int($0) } }
    guard (1...2).contains(groups.count), numbers.allSatisfy({ $0.count == 3 }) else { return nil }
    let plain = numbers[0]
    let seasonal = numbers.count == 2 ? numbers[1] : [0, 0, 0]
    guard (0...5).contains(plain[0]), (0...2).contains(plain[1]), (0...5).contains(plain[2]),
      (0...2).contains(seasonal[0]), (0...1).contains(seasonal[1]),
      (0...2).contains(seasonal[2])
    else { return nil }
    self.init(
      p: plain[0], d: plain[1], q: plain[2], seasonal: (seasonal[0], seasonal[1], seasonal[2]),
      constant: constant)
  }
}
