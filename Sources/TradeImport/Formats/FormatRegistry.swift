/// All layouts that are known, and the choice between them.
///
///     let text = SourceText(file: "trade.csv", decoded: DecodedText(bytes))
///     let registry = FormatRegistry()
///     registry.recognise(text).first   // comtrade-legacy, 1.0, "line 1: 35 of the 35 …"
///     registry.read(text)              // observations, problems, account
public struct FormatRegistry: Sendable {
  /// A layout by its names.
  public struct Entry: Sendable, Hashable {
    /// The stable name, such as `comtrade-legacy`.
    public let id: String
    /// The name for people.
    public let name: String
  }

  /// The layouts; of two that fit equally well the first is taken.
  static let formats: [any SourceFormat] =
    [
      TidyFormat(), ComtradeLegacy(), ComtradePlus(), ComtradeSelection(), ComtradeRefusal(),
      EurostatTSV(), SDMXText(),
      OECDLegacy(),
      IMFDirectionOfTrade(), WorldBankWide(), WorldBankLong(), WorldBankDataBank(), WTOData(),
      WTOMetadata(),
      ONSCountryTable(), USCensusCountry(), BundesbankSeries(), INSEESeries(), DGCISPage(),
      ChinaCustomsTable(),
    ] + PublishedTable.all + PublishedSheet.all

  /// Makes a registry of all layouts.
  public init() {}

  /// The layouts by their names.
  public var entries: [Entry] { Self.formats.map { Entry(id: $0.id, name: $0.name) } }

  /// Returns the layouts that fit a file, the best first.
  public func recognise(_ source: SourceText) -> [Recognition] {
    Self.formats.compactMap { $0.recognise(source) }.enumerated().sorted {
      ($0.element.score, -$0.offset) > ($1.element.score, -$1.offset)
    }.map(\.element)
  }

  /// Reads any file: by a schema, in a named layout, in the layout that fits best, or as a table
  /// whose structure is found out.
  public func readAny(
    _ source: SourceText, _ options: ImportOptions = ImportOptions(), as format: String? = nil,
    schema: ImportSchema? = nil, decimalMark: NumberFormat.DecimalMark? = nil
  ) -> ImportResult {
    let generic = GenericFormat(schema: schema, decimalMark: decimalMark)
    if schema != nil || format == generic.id { return generic.read(source, options) }
    return read(source, options, as: format) ?? generic.read(source, options)
  }

  /// Reads a file in the layout that fits best, or in a named one.
  ///
  /// Beside what the layout finds, bytes that are no text are reported, and so is every figure
  /// that stands in the file twice; the first is kept.
  /// - Returns: `nil` when no layout fits, or there is none of that name.
  public func read(
    _ source: SourceText, _ options: ImportOptions = ImportOptions(), as format: String? = nil
  ) -> ImportResult? {
    guard let id = format ?? recognise(source).first?.format,
      let layout = Self.formats.first(where: { $0.id == id })
    else { return nil }
    let result = layout.read(source, options)
    return RepeatedFigures(source).remove(from: result).adding(source.undecodable)
  }
}

extension SourceText {
  /// Bytes that the encoding cannot read, as problems.
  var undecodable: [ImportProblem] {
    zip(decoded.problems, decoded.diagnostics(file: file)).map { problem, diagnostic in
      ImportProblem(
        diagnostic: diagnostic, byteOffset: problem.originalRange.lowerBound, columnNumber: nil,
        columnName: nil, rawText: problem.bytes.map(\.hexadecimal).joined(separator: " "),
        expected: "text in \(problem.encoding.name)")
    }
  }
}

extension ImportResult {
  /// The same result with more problems, all in the order of their places.
  func adding(_ more: [ImportProblem]) -> ImportResult {
    guard !more.isEmpty else { return self }
    let all = (problems + more).enumerated().sorted { a, b in
      let (i, j) = (a.element.byteOffset ?? -1, b.element.byteOffset ?? -1)
      return (i, a.offset) < (j, b.offset)
    }
    return ImportResult(
      format: format, observations: observations, problems: all.map(\.element), account: account,
      notes: notes)
  }
}
