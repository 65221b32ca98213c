internal import TimeSeries
internal import TradeModel

/// What the series of a record are: flow, measure, unit, areas.
extension PublishedTableReader {
  /// What a value is: by its column, its own title or that of the record.
  private struct Meaning {
    var flow: Flow
    var measure: Measure
    var basis: String
    var unit: UnitPhrase
    var title: String
  }

  /// Where each column of values goes for a subject.
  mutating func targets(of subject: PublishedSubject, at record: PlacedRecord) -> [Target] {
    columns.values.map { value in
      let meaning = meaning(of: value, subject)
      let exponent = meaning.unit.exponent
      return Target(
        key: key(meaning, value, subject, at: record),
        scale: (-18...18).contains(exponent) ? DecimalScale(exponent: exponent) : nil)
    }
  }

  private mutating func meaning(
    of value: PublishedColumns.Value, _ subject: PublishedSubject
  ) -> Meaning {
    let title = value.title.isEmpty ? subject.title : value.title
    var phrase = subject.unit ?? value.unit
    var flow = value.kind?.flow ?? subject.flow
    var measure = value.kind?.measure ?? .value
    if let kind = value.kind {
      phrase = UnitPhrase(kind.unit ?? subject.quantityUnit ?? "")
    } else {
      measure = phrase.measure
      if measure == .value, TradeWords.isQuantity(title) { measure = .quantity }
      if flow == nil, TradeWords.flow(in: title) != .other { flow = TradeWords.flow(in: title) }
      if !phrase.isOfFlows { flow = .other }
    }
    if phrase.unit.isEmpty, let unit = options.unit {
      phrase = UnitPhrase(unit.code)
    }
    if phrase.unit.isEmpty { hasNoUnit = true }
    if flow == nil { hasNoFlow = true }
    return Meaning(
      flow: flow ?? options.flow ?? .other, measure: measure, basis: value.kind?.basis ?? "",
      unit: phrase, title: title)
  }

  private mutating func key(
    _ meaning: Meaning, _ value: PublishedColumns.Value, _ subject: PublishedSubject,
    at record: PlacedRecord
  ) -> SeriesKey {
    // A title is told by flow, measure and unit where its words say no more than that.
    let isTold = meaning.flow != .other && TradeWords.isPlain(meaning.title)
    let title = value.kind == nil && !isTold ? meaning.title : ""
    var product = subject.product
    if !title.isEmpty { product.append(title) }
    if subject.reporter == nil, options.reporter == nil, layout.reporter == nil {
      hasNoReporter = true
    }
    return SeriesKey(
      reporter: subject.reporter.map { area($0, at: record) } ?? options.reporter
        ?? layout.reporter ?? "",
      partner: subject.partner.map { area($0, at: record) } ?? options.partner ?? "WLD",
      flow: meaning.flow, product: product.joined(separator: " / "), measure: meaning.measure,
      basis: Basis(
        ([meaning.basis] + subject.basis).filter { !$0.isEmpty }.joined(separator: "+")),
      unit: Unit(meaning.unit.unit))
  }

  private mutating func area(
    _ text: PublishedSubject.AreaText, at record: PlacedRecord
  ) -> String {
    if let code = AreaWords.code(text.label.isEmpty ? text.code : text.label) { return code }
    guard text.isNamed else { return ComexStatCountries.area(text.code) }
    return collector.area(
      [text.label, text.code], fallback: text.label.isEmpty ? text.code : text.label,
      at: record.place(text.column, name: columns.names[text.column]))
  }
}
