internal import Diagnostics

extension SourceReading {
  /// Joins what front ends made of one file, or of several files of one release, to one system;
  /// the figures are numbered again in the order of the input.
  ///
  /// Where one of them has several documents, all stay documents of their own.
  ///
  /// - Parameters:
  ///   - readings: What the front ends made.
  ///   - file: The name of the input in results.
  ///   - tiesTexts: Whether the levels that texts and tables both print are the same.
  init(joining readings: [SourceReading], file: String, tiesTexts: Bool = true) {
    var files: [String: Int] = [:]
    for reading in readings {
      for figure in reading.parts.flatMap(\.document.figures) where files[figure.file] == nil {
        files[figure.file] = files.count
      }
    }
    let places = readings.enumerated().flatMap { source, reading in
      reading.parts.flatMap { part in
        part.document.figures.map { (source: source, figure: $0) }
      }
    }.sorted {
      (files[$0.figure.file] ?? 0, $0.figure.start, $0.source)
        < (files[$1.figure.file] ?? 0, $1.figure.start, $1.source)
    }
    var names = [[String: String]](repeating: [:], count: readings.count)
    for (index, place) in places.enumerated() {
      names[place.source][place.figure.id] = "f\(index + 1)"
    }
    let renamed = readings.enumerated().map { source, reading in
      reading.parts.map { $0.renamed(names[source], source: source) }
    }
    let parts: [Part]
    var ties = Reading(statements: [])
    if renamed.allSatisfy({ $0.count <= 1 }) {
      let figures = renamed.flatMap { $0 }.flatMap(\.document.figures).sorted {
        ($0.id.count, $0.id) < ($1.id.count, $1.id)
      }
      if tiesTexts { ties = Self.ties(renamed.compactMap(\.first), readings) }
      parts = [
        Part(
          CheckDocument(
            file: file, figures: figures,
            readings: Self.combined(
              renamed.compactMap { $0.first?.document.readings }
            ).map { $0.adding(ties) },
            words: renamed.compactMap { $0.first?.document.words }
              .reduce(into: [:]) { $0.merge($1) { first, _ in first } }),
          statements: renamed.flatMap { $0 }.flatMap(\.statements))
      ]
    } else {
      parts = renamed.flatMap { $0 }
    }
    self.init(
      file: file, parts: parts,
      assumptions: readings.flatMap(\.assumptions)
        + (ties.identities.isEmpty
          ? []
          : [
            Assumption(
              id: TextAndTables.id, "the text and a table tell one level",
              count: ties.identities.count)
          ]),
      diagnostics: readings.flatMap(\.diagnostics),
      prose: zip(readings, names).flatMap { reading, names in
        reading.prose.map { $0.renamed(names) }
      })
  }

  /// What holds between the texts among some parts and the tables; the keys of texts are their own.
  private static func ties(_ parts: [Part], _ readings: [SourceReading]) -> Reading {
    guard parts.count == readings.count else { return Reading(statements: []) }
    let tables = zip(parts, readings).filter(\.1.isComparable).map(\.0)
    let texts = zip(parts, readings).filter { !$0.1.isComparable }.map(\.0)
    guard tables.count == 1 else { return Reading(statements: []) }
    let ties = texts.map { TextAndTables(text: $0, tables: tables[0]) }
    return Reading(
      statements: ties.flatMap(\.statements),
      identities: ties.enumerated().flatMap { source, tie in
        source == 0 ? tie.identities : tie.identities.map { $0.numbered(source) }
      })
  }

  /// Every choice of one reading from each.
  private static func combined(_ choices: [[Reading]]) -> [Reading] {
    choices.reduce([Reading(statements: [])]) { combined, next in
      combined.flatMap { first in
        next.map { second in
          Reading(
            name: [first.name, second.name].filter { !$0.isEmpty }.joined(separator: ", "),
            statements: first.statements + second.statements,
            identities: first.identities + second.identities,
            claims: first.claims + second.claims)
        }
      }
    }
  }

  /// The same reading as a part of a document of several files: every figure names its file.
  var inFile: SourceReading {
    SourceReading(
      file: file,
      parts: parts.map { part in
        Part(
          name: part.name, vintage: part.vintage, source: part.source,
          CheckDocument(
            file: file,
            figures: part.document.figures.map { figure in
              var figure = figure
              figure.file = file
              return figure
            }, readings: part.document.readings, words: part.document.words),
          statements: part.statements)
      }, assumptions: assumptions, diagnostics: diagnostics, isComparable: isComparable,
      prose: prose)
  }
}

extension SourceReading.Part {
  /// The same part with other ids of its figures, and of the identities of all but the first front
  /// end.
  func renamed(_ names: [String: String], source: Int) -> SourceReading.Part {
    let figures = document.figures.map { figure in
      var figure = figure
      figure.id = names[figure.id] ?? figure.id
      return figure
    }
    return SourceReading.Part(
      name: name, vintage: vintage, source: self.source,
      CheckDocument(
        file: document.file, figures: figures,
        readings: document.readings.map { $0.renamed(names, source: source) },
        words: document.words),
      statements: statements.map { $0.renamed(names) })
  }
}

extension Reading {
  /// The reading with what else figures say and what else holds.
  fileprivate func adding(_ other: Reading) -> Reading {
    guard !other.identities.isEmpty else { return self }
    let known = Set(statements)
    return Reading(
      name: name, statements: statements + other.statements.filter { !known.contains($0) },
      identities: identities + other.identities, claims: claims)
  }

  /// The same reading of figures with other ids.
  fileprivate func renamed(_ names: [String: String], source: Int) -> Reading {
    Reading(
      name: name,
      statements: statements.map { $0.renamed(names) },
      identities: source == 0 ? identities : identities.map { $0.numbered(source) },
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
  /// The same identity with an id that no other front end gives.
  fileprivate func numbered(_ source: Int) -> Identity {
    Identity(id: "\(id)/\(source + 1)", sentence, kind: kind, form: form, relation: relation)
  }
}
