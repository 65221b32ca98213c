internal import Diagnostics

extension SourceReading {
  /// Joins what two front ends made of one file to one system; the figures are numbered again in
  /// the order of the file.
  init(joining first: SourceReading, _ second: SourceReading) {
    let documents = (first.parts + second.parts).map(\.document)
    // Several vintages in a table stay documents of their own.
    guard first.parts.count == 1, second.parts.count == 1, documents.count == 2 else {
      self.init(
        file: first.file, parts: first.parts + second.parts,
        assumptions: first.assumptions + second.assumptions,
        diagnostics: first.diagnostics + second.diagnostics, prose: first.prose)
      return
    }
    let places = documents.enumerated().flatMap { source, document in
      document.figures.map { (source: source, figure: $0) }
    }.sorted { ($0.figure.start, $0.source) < ($1.figure.start, $1.source) }
    var names: [[String: String]] = [[:], [:]]
    var figures: [CheckedFigure] = []
    for place in places {
      var figure = place.figure
      figure.id = "f\(figures.count + 1)"
      names[place.source][place.figure.id] = figure.id
      figures.append(figure)
    }
    var readings: [Reading] = []
    for one in documents[0].readings {
      for other in documents[1].readings {
        let parts = [one.renamed(names[0]), other.renamed(names[1])]
        readings.append(
          Reading(
            name: [one.name, other.name].filter { !$0.isEmpty }.joined(separator: ", "),
            statements: parts.flatMap(\.statements),
            identities: parts[0].identities + parts[1].identities.map(\.ofTable),
            claims: parts.flatMap(\.claims)))
      }
    }
    self.init(
      file: first.file,
      parts: [
        Part(
          CheckDocument(file: first.file, figures: figures, readings: readings),
          statements: first.parts[0].statements.map { $0.renamed(names[0]) }
            + second.parts[0].statements.map { $0.renamed(names[1]) })
      ],
      assumptions: first.assumptions + second.assumptions,
      diagnostics: first.diagnostics + second.diagnostics, prose: first.prose?.renamed(names[0]))
  }
}

extension Reading {
  /// The same reading of figures with other ids.
  fileprivate func renamed(_ names: [String: String]) -> Reading {
    Reading(
      name: name,
      statements: statements.map { $0.renamed(names) }, identities: identities,
      claims: claims.map {
        Claim($0.kind, $0.figures.map { names[$0] ?? $0 }, sentence: $0.sentence)
      })
  }
}

extension FigureStatement {
  /// The same statement of a figure with another id.
  fileprivate func renamed(_ names: [String: String]) -> FigureStatement {
    FigureStatement(figure: names[figure] ?? figure, kind: kind, cases: cases)
  }
}

extension Identity {
  /// The same identity with an id that no sentence has.
  fileprivate var ofTable: Identity {
    Identity(id: id + "/table", sentence, kind: kind, form: form, relation: relation)
  }
}
