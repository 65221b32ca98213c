internal import Diagnostics
internal import Forecasting

/// How many series of a batch have no forecast, and why.
struct FailureSummary {
  private(set) var total = 0
  private(set) var failed = 0
  /// Whether rows of the input could not be read.
  private(set) var hasUnreadableRows = false
  private var reasons: [String: Int] = [:]

  mutating func add(_ reason: String?) {
    total += 1
    if let reason {
      failed += 1
      reasons[reason, default: 0] += 1
    }
  }

  mutating func addUnreadable() {
    add("unreadable rows")
    hasUnreadableRows = true
  }

  mutating func add<Value>(_ result: Result<Value, ForecastError>) {
    switch result {
    case .success: add(nil as String?)
    case .failure(let error): add(error.kind)
    }
  }

  /// Nothing when all succeeded; an error when none did, so that the exit status follows from it.
  func diagnostics(of what: String) -> [Diagnostic] {
    guard failed > 0 else { return [] }
    let list = reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) × \($0.key)" }.joined(separator: ", ")
    return [
      Diagnostic(
        "forecast.failures", failed == total ? .error : .note,
        "\(failed) of \(total) series \(failed == 1 ? "has" : "have") no \(what) (\(list))")
    ]
  }

  var status: ExitStatus {
    hasUnreadableRows || total > 0 && failed == total ? .badInput : .fine
  }
}

extension ForecastError {
  /// The reason without what differs from series to series.
  var kind: String {
    switch self {
    case .noValues: "no values"
    case .tooShort: "too short"
    case .irregularPeriods: "irregular periods"
    case .tooManyGaps: "too many gaps"
    case .outOfRange: "values too large"
    case .notPositive: "values not above zero"
    case .noSeasons: "no seasons"
    case .noAnswer: "no answer of the method"
    case .horizonNotPositive: "no horizon"
    case .tooFewOrigins: "too few origins"
    }
  }
}
