public import Diagnostics
internal import TradeModel

/// Applies the rules of a user to the documents of an input.
///
/// A rule is tried at every place that has its figures. An equality of levels joins the system of
/// its document, so that broken figures are located; every other rule is decided on intervals:
/// `==` holds where the intervals of both sides overlap, `within` is the only tolerance.
public struct RuleCheck: Sendable {
  /// The input with the equalities of the rules among its identities.
  public let reading: SourceReading
  /// The broken rules that are errors.
  public let findings: [ComparedFigures]
  /// Names that the input has not, broken rules that are no errors, places not decided.
  public let diagnostics: [Diagnostic]

  /// Applies rules.
  public init(_ set: RuleSet, to reading: SourceReading, rounding: RoundingConvention = .unknown) {
    let facts = reading.parts.map { RuleFacts($0.document, rounding: rounding) }
    let names = RuleNames(facts, definitions: set.definitions)
    let problems = names.problems(set)
    var diagnostics = set.diagnostics + problems
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      (self.reading, findings, self.diagnostics) = (reading, [], diagnostics)
      return
    }
    var parts: [SourceReading.Part] = []
    var findings: [ComparedFigures] = []
    var counts: [String: Int] = [:]
    for (part, facts) in zip(reading.parts, facts) {
      var work = RuleWork(part: part.name, file: reading.file, facts, names, set.definitions)
      for rule in set.rules { work.apply(rule) }
      findings += work.findings
      diagnostics += work.diagnostics
      for (id, count) in work.places { counts[id, default: 0] += count }
      parts.append(
        SourceReading.Part(
          name: part.name, vintage: part.vintage, source: part.source,
          part.document.adding(work.identities)))
    }
    for rule in set.rules where counts[rule.id] == nil {
      diagnostics.append(
        Diagnostic(
          "rules.nowhere", .warning,
          at: InputLocation(file: set.file, line: rule.line, column: rule.column),
          "the rule \(rule.id.quoted) has its figures nowhere in \(reading.file)"))
    }
    let assumed = set.rules.compactMap { rule in
      counts[rule.id].map { Assumption(id: rule.id, "the rule \(rule.text)", count: $0) }
    }
    self.reading = SourceReading(
      file: reading.file, parts: parts, assumptions: reading.assumptions + assumed,
      diagnostics: reading.diagnostics, isComparable: reading.isComparable)
    self.findings = findings
    self.diagnostics = diagnostics
  }
}

extension CheckDocument {
  /// The document with more identities in every reading.
  fileprivate func adding(_ identities: [Identity]) -> CheckDocument {
    CheckDocument(
      file: file, figures: figures,
      readings: readings.map {
        Reading(
          name: $0.name, statements: $0.statements, identities: $0.identities + identities,
          claims: $0.claims)
      }, words: words)
  }
}
