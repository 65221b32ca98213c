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
    if phrase.unit.isEmpty, phrase.exponent == 0, let unit = context.unit { phrase = unit }
    let kind = value.kind ?? layout.titles[TradeWords.folded(title)]
    var flow = kind?.flow ?? subject.flow ?? context.flow
    var measure = kind?.measure ?? .value
    if let kind {
      if let unit = kind.unit ?? subject.quantityUnit {
        phrase = UnitPhrase(
          unit: unit, exponent: kind.exponent + (subject.unit?.exponent ?? 0))
      }
      if !phrase.isOfFlows { flow = .other }
    } else {
      measure = phrase.measure
      if measure == .value, TradeWords.isQuantity(title) { measure = .quantity }
      if flow == nil, TradeWords.flow(in: title) != .other { flow = TradeWords.flow(in: title) }
      if !phrase.isOfFlows { flow = .other }
      if phrase.unit.isEmpty, layout.areCountsWithoutUnit { flow = .other }
    }
    if phrase.unit.isEmpty, let unit = options.unit {
      phrase = UnitPhrase(unit.code)
    }
    if phrase.unit.isEmpty { hasNoUnit = true }
    if flow == nil { hasNoFlow = true }
    return Meaning(
      flow: flow ?? options.flow ?? .other, measure: measure, basis: kind?.basis ?? "",
      unit: phrase, title: kind == nil ? title : "")
  }

  private mutating func key(
    _ meaning: Meaning, _ value: PublishedColumns.Value, _ subject: PublishedSubject,
    at record: PlacedRecord
  ) -> SeriesKey {
    // A title is told by flow, measure and unit where its words say no more than that.
    let isTold = meaning.flow != .other && TradeWords.isPlain(meaning.title)
    let title = isTold ? "" : meaning.title
    var product = context.product + subject.product
    if !title.isEmpty { product.append(title) }
    let given = options.reporter ?? layout.reporter
    if subject.reporter == nil, given == nil, context.reporter == nil {
      hasNoReporter = true
    }
    return SeriesKey(
      reporter: subject.reporter.map { area($0, at: record) }
        ?? context.reporter.map { area($0, at: record) } ?? given ?? "",
      partner: subject.partner.map { area($0, at: record) }
        ?? context.partner.map { area($0, at: record) } ?? options.partner ?? "WLD",
      flow: meaning.flow, product: product.joined(separator: " / "), measure: meaning.measure,
      basis: Basis(
        ([meaning.basis] + context.basis + subject.basis).filter { !$0.isEmpty }.joined(
          separator: "+")),
      unit: Unit(meaning.unit.unit))
  }

  /// The area that a title names.
  private mutating func area(_ name: String, at record: PlacedRecord) -> String {
    AreaWords.code(name) ?? collector.area([name], fallback: name, at: record.place)
  }

  private mutating func area(
    _ text: PublishedSubject.AreaText, at record: PlacedRecord
  ) -> String {
    if let code = AreaWords.code(text.label.isEmpty ? text.code : text.label) { return code }
    guard text.isNamed else { return layout.areaOfNumber(text.code) }
    return collector.area(
      [text.label, text.code], fallback: text.label.isEmpty ? text.code : text.label,
      at: record.place(text.column, name: columns.names[text.column]))
  }
}
