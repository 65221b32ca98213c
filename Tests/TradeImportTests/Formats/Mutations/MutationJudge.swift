import Diagnostics
import TestSupport
import TimeSeries
import TradeModel

@testable import TradeImport

/// Says what became of a broken file: the same figures, a report, or something in silence.
struct MutationJudge {
  /// What became of it.
  enum Outcome: String, CaseIterable {
    /// Every figure is the same.
    case equal
    /// No format takes the file, or a problem says where it is broken.
    case reported
    /// A digit of a value is another one, and nothing in the record speaks against it.
    case digit
    /// A code or a period is another one that is as good; the values are the same.
    case code
    /// The end of the last cell of a record is gone, and what is left is a cell as well.
    case lastCell
    /// A whole record is gone, and nothing says how many there were; the others are the same.
    case record
    /// Anything else, which must not be.
    case silent
  }

  private struct Name: Hashable {
    let key: SeriesKey
    let period: Period
    let source: String
  }
  private struct Figure: Hashable {
    let value: Double?
    let status: ObservationStatus
    let line: Int
    let column: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private let original: [Name: Figure]
  private let warnings: Set<String>

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    let result = Self.read(bytes, file)
    original = result.map(Self.figures) ?? [:]
    warnings = result.map(Self.warnings) ?? []
  }

  /// How many figures the unbroken file has.
  var count: Int { original.count }

  private static func read(_ bytes: [UInt8], _ file: String) -> ImportResult? {
    FormatRegistry().read(SourceText(file: file, decoded: DecodedText(bytes)))
  }

  private static func figures(_ result: ImportResult) -> [Name: Figure] {
    Dictionary(
      result.observations.map { figure in
        (
          Name(key: figure.key, period: figure.period, source: figure.source),
          Figure(
            value: figure.observation.value, status: figure.observation.status,
            line: figure.location.line ?? 0, column: figure.location.column ?? 0)
        )
      }, uniquingKeysWith: { a, _ in a })
  }

  /// Findings with a place, notes that only explain left aside.
  private static func warnings(_ result: ImportResult) -> Set<String> {
    let found =
      result.problems.map(\.diagnostic).filter { $0.location != nil }
      + result.notes.filter { $0.severity > .note && $0.location?.line != nil }
    return Set(found.map(\.description))
  }

  /// Judges a broken file.
  func outcome(_ mutation: FileMutation) -> Outcome {
    guard let result = Self.read(mutation.bytes, file), result.account.isBalanced else {
      return Self.read(mutation.bytes, file) == nil ? .reported : .silent
    }
    let figures = Self.figures(result)
    if figures.count == original.count,
      figures.allSatisfy({ name, figure in
        original[name].map { $0.value == figure.value && $0.status == figure.status } ?? false
      })
    {
      return .equal
    }
    if !Self.warnings(result).isSubset(of: warnings) { return .reported }
    let gone = original.filter {
      figures[$0.key].map { new in new.value } != .some($0.value.value)
        || figures[$0.key]?.status != $0.value.status
    }
    let new = figures.filter {
      original[$0.key]?.value != $0.value.value
        || original[$0.key]?.status != $0.value.status || original[$0.key] == nil
    }
    let isOneRecord =
      Set(gone.values.map(\.line)).count <= 1 && Set(new.values.map(\.line)).count <= 1
    guard isOneRecord else { return .silent }
    switch mutation.kind {
    case .lineLost: return new.isEmpty ? .record : .silent
    case .lineCut: return new.values.allSatisfy { $0.line == mutation.line } ? .lastCell : .silent
    case .byteFlipped, .encodingMixed:
      // A digit of a number that a rule left out, so that there is one figure more or less.
      if gone.count + new.count == 1, mutation.kind == .byteFlipped,
        isDigit(bytes[mutation.offset]), isDigit(mutation.bytes[mutation.offset])
      {
        return .digit
      }
      guard gone.count == new.count, new.values.allSatisfy({ $0.line == mutation.line }) else {
        return .silent
      }
      let values = gone.values.compactMap(\.value).sorted()
      if values == new.values.compactMap(\.value).sorted() { return .code }
      return gone.count == 1 && Set(gone.keys) == Set(new.keys) ? .digit : .silent
    case .quoteDropped, .delimiterDoubled: return .silent
    }
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
